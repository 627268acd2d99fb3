"""Answers as rows and back. A stored value tells its own type, so that it outlives the fact's definition."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import orjson

from bot.store.tables import SAID_LENGTH
from rules.engine.facts import Value
from rules.engine.situation import Answer, Source, State


class UnreadableValueError(ValueError):
    """A stored value is in no form that this version knows."""


def encode(value: Value) -> str:
    """The canonical JSON of a value: true, "choice", {"number": "0.30"}, {"date": "2026-05-01"}, ["a", "b"].

    Raises `TypeError` for what is no value: a float, infinity, a date with a time.
    """
    return orjson.dumps(_plain(value)).decode()


def decode(text: str) -> Value:
    """The value of its JSON. Raises `UnreadableValueError`."""
    try:
        return _value(orjson.loads(text))
    except (ValueError, InvalidOperation, TypeError) as error:
        raise UnreadableValueError(f"no value: {text[:80]!r}") from error


def columns(answer: Answer) -> dict[str, object]:
    """The columns of an answer, without whose and when it is."""
    value = None if answer.value is None else encode(answer.value)
    return {
        "state": answer.state.value,
        "value": value,
        "source": answer.source.value,
        "said": _storable(answer.said)[:SAID_LENGTH],
    }


def answer(row: Any) -> Answer:
    """The answer of a row. Raises `UnreadableValueError`."""
    value = None if row.value is None else decode(row.value)
    try:
        return Answer(State(row.state), value, Source(row.source), row.said)
    except ValueError as error:
        raise UnreadableValueError(f"no answer: {row.state!r}, {row.source!r}") from error


def _storable(text: str) -> str:
    # PostgreSQL takes no NUL, and neither database half of a surrogate pair.
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _plain(value: Value) -> object:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, Decimal) and value.is_finite():
        return {"number": str(value)}
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"date": value.isoformat()}
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"not a value that can be kept: {type(value).__name__}")


def _value(plain: object) -> Value:
    match plain:
        case bool() | str():
            return plain
        case {"number": str(digits), **others} if not others:
            return _number(digits)
        case {"date": str(day), **others} if not others:
            return date.fromisoformat(day)
        case list():
            return frozenset(_member(member) for member in plain)
    raise ValueError("unknown form")


def _member(plain: object) -> str:
    if not isinstance(plain, str):
        raise TypeError("a member is a word")
    return plain


def _number(digits: str) -> Decimal:
    number = Decimal(digits)
    if not number.is_finite():
        raise ValueError("not finite")
    return number
