"""The ground of an answer and what it said, as a compact JSON text and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NoReturn

from handlers.receipts.answers import pack, read_day, read_number, unpack
from handlers.receipts.outcome import Outcome, outcome_of
from handlers.receipts.parts import prints_of
from rules.engine.interval import Interval
from rules.engine.receipt import Receipt, receipt_for
from rules.engine.recordable import relevant
from rules.engine.recorded import NOTHING_RECORDED, Recorded
from rules.engine.result import Assessment
from rules.engine.situation import Situation


@dataclass(frozen=True, slots=True)
class Kept:
    """What a receipt carries: the ground, what was answered, the fingerprints of the parts of the rules."""

    receipt: Receipt
    outcome: Outcome
    prints: tuple[str, ...]


def kept_of(assessment: Assessment, situation: Situation, recorded: Recorded = NOTHING_RECORDED) -> Kept:
    """The receipt of an answer, with what it said."""
    receipt = ground_of(assessment, situation, recorded)
    return Kept(receipt, outcome_of(assessment), tuple(prints_of(assessment.scheme).values()))


def ground_of(assessment: Assessment, situation: Situation, recorded: Recorded = NOTHING_RECORDED) -> Receipt:
    """The ground of an answer, without people's words. Of what is recorded, what the scheme reads counts."""
    scheme = assessment.scheme
    plain = {name: replace(answer, said="") for name, answer in situation.items()}
    return receipt_for(scheme, plain, assessment.on, relevant(scheme, recorded))


def to_json(kept: Kept) -> str:
    """One JSON array, the same for the same receipt."""
    receipt, outcome, recorded = kept.receipt, kept.outcome, kept.receipt.recorded
    document = [
        receipt.scheme,
        receipt.on.isoformat(),
        {name: pack(answer) for name, answer in receipt.facts},
        {name: day.isoformat() for name, day in recorded.days.items()},
        {name: day.isoformat() for name, day in recorded.valid_until.items()},
        {name: str(number) for name, number in recorded.numbers.items()},
        [outcome.verdict, _packed(outcome.award), list(outcome.failed), outcome.digest],
        "".join(kept.prints),
    ]
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str, rules: str) -> Kept:
    """The receipt again. Raises `ValueError`, `KeyError` or `TypeError` for anything else than a receipt."""
    document = json.loads(text, parse_int=_refuse, parse_float=_refuse, parse_constant=_refuse)
    scheme, on, facts, days, ends, numbers, outcome, prints = document
    recorded = Recorded(
        days=_days(days),
        valid_until=_days(ends),
        numbers={_name(name): read_number(_text(number)) for name, number in _object(numbers).items()},
    )
    answers = tuple(sorted((_name(name), unpack(_text(answer))) for name, answer in _object(facts).items()))
    receipt = Receipt(_name(scheme), rules, read_day(_text(on)), answers, recorded)
    return Kept(receipt, _outcome(outcome), _prints(_text(prints)))


def _outcome(document: Any) -> Outcome:
    verdict, award, failed, digest = document
    return Outcome(
        None if verdict is None else _text(verdict),
        None if award is None else _interval(_text(award)),
        tuple(map(_text, failed)),
        _text(digest),
    )


def _packed(award: Interval | None) -> str | None:
    """A range as mathematics writes it: [240000.00,240000.00], (90000.00,4000000.00], [0.00,)."""
    if award is None:
        return None
    low, high = ("" if end is None else str(end) for end in (award.low, award.high))
    return f"{'(' if award.low_open else '['}{low},{high}{')' if award.high_open else ']'}"


def _interval(text: str) -> Interval:
    opening, (low, high), closing = text[:1], text[1:-1].split(","), text[-1:]
    if opening not in "[(" or closing not in "])":
        raise ValueError("no range")
    lower, upper = (read_number(end) if end else None for end in (low, high))
    return Interval(lower, upper, opening == "(", closing == ")")


def _prints(text: str) -> tuple[str, ...]:
    return tuple(text[start : start + 4] for start in range(0, len(text), 4))


def _days(document: Any) -> dict[str, date]:
    return {_name(name): read_day(_text(day)) for name, day in _object(document).items()}


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _name(value: Any) -> str:
    """An id of ours, which may be one that there is no longer."""
    text = _text(value)
    if not text.isascii() or not text.isprintable() or not 0 < len(text) <= 100:
        raise ValueError("no id")
    return text


def _refuse(_: str) -> NoReturn:
    raise ValueError("a receipt has no bare numbers")
