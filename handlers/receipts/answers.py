"""Answers as short texts within a receipt: provenance, kind of value, value.

`s#800000` is a stated number, `c=university` a chosen one of several, `s?` an answer of "unknown".
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from rules.engine.facts import Value
from rules.engine.situation import Answer, Source, State

SOURCES: Mapping[str, Source] = {source.value[0]: source for source in Source}


def pack(answer: Answer) -> str:
    """An answer without the words that it was read from."""
    source = answer.source.value[0]
    if answer.state is State.NOT_APPLICABLE:
        return f"{source}-"
    if answer.state is State.UNKNOWN or answer.value is None:
        return f"{source}?"
    return source + _packed(answer.value)


def unpack(text: str) -> Answer:
    """The answer again. Raises `ValueError` or `KeyError` for anything that `pack` does not make."""
    source, tag, rest = SOURCES[text[:1]], text[1:2], text[2:]
    if tag in _CONSTANTS:
        if rest:
            raise ValueError(f"nothing follows {tag}")
        state, value = _CONSTANTS[tag]
        return Answer(state, value, source)
    return Answer(State.KNOWN, _READERS[tag](rest), source)


def _packed(value: Value) -> str:
    if isinstance(value, bool):
        return "+" if value else "!"
    if isinstance(value, Decimal):
        return f"#{value}"
    if isinstance(value, date):
        return f"@{value.isoformat()}"
    return f":{','.join(sorted(value))}" if isinstance(value, frozenset) else f"={value}"


def read_number(text: str) -> Decimal:
    """A finite number. Raises `ValueError`."""
    if not text.isascii() or len(text) > 400:
        raise ValueError("no number")
    try:
        number = Decimal(text)
    except ArithmeticError:
        raise ValueError("no number") from None
    if not number.is_finite() or abs(number.adjusted()) > 400:
        raise ValueError("no number that is counted with")
    return number


def read_day(text: str) -> date:
    """A day as ISO writes it. Raises `ValueError`."""
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError("another form of a day")
    return day


def _members(text: str) -> frozenset[str]:
    return frozenset(text.split(",")) if text else frozenset()


_CONSTANTS: Mapping[str, tuple[State, Value | None]] = {
    "?": (State.UNKNOWN, None),
    "-": (State.NOT_APPLICABLE, None),
    "+": (State.KNOWN, True),
    "!": (State.KNOWN, False),
}
_READERS: Mapping[str, Callable[[str], Value]] = {
    "#": read_number,
    "@": read_day,
    "=": str,
    ":": _members,
}
