"""Numbers that are taken exactly or refused: 800000, "80万", "1.2亿元", "30%", JSON numbers by their text."""

import re
from datetime import date
from decimal import Decimal

from handlers.understanding.bounds import Bound
from handlers.understanding.folding import folded_text
from handlers.understanding.limits import FIRST_YEAR, LARGEST, LAST_YEAR, MOST_DECIMALS, decimals
from handlers.understanding.quantities import Quantity, plain, read_quantities
from handlers.understanding.readings import Refusal
from handlers.understanding.units import Unit
from rules.engine.facts import Fact, Kind

_PLAIN = re.compile(r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:e[+-]?[0-9]{1,6})?")
_NOT_FINITE = re.compile(r"[+-]?(?:nan|snan|inf(?:inity)?|∞)")
_LONG = re.compile(r"[+-]?[0-9][0-9,.]{40,}(?:e[+-]?[0-9]+)?|[+-]?[0-9.]+e[+-]?[0-9]{7,}")
_WITH_COMMA = re.compile(r"[0-9]+(?:[,.][0-9]+)*,[0-9,.]*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SIGN = re.compile(r"[+-]\s*")
_UNITS = {
    "yuan": {Unit.YUAN},
    "pflops": {Unit.PFLOPS},
    "ratio": {Unit.PUE},
    "share": {Unit.SHARE},
    "year": {Unit.YEAR},
    "month": {Unit.MONTH},
}
# Any day does: a number that is counted from today is a date, and none of these facts is one.
_NO_DAY = date(2000, 1, 1)


class NumberProblem(Exception):
    """A raw value that is not a number of the fact, with the code and the figures of a message."""

    def __init__(self, refusal: Refusal, **parameters: object) -> None:
        self.refusal, self.parameters = refusal, parameters
        super().__init__(refusal)


def read_exact(fact: Fact, raw: object) -> Decimal:
    """The exact number in the fact's unit. Raises `NumberProblem` for all else."""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | Decimal):
        raise NumberProblem(Refusal.NOT_A_NUMBER, unit=fact.unit)
    value = _from_text(fact, raw) if isinstance(raw, str) else _from_number(fact, raw)
    _check(fact, value)
    return plain(value)


def _from_number(fact: Fact, raw: int | float | Decimal) -> Decimal:
    """A number of JSON. A float counts as the text that it is written with: 0.1 is a tenth."""
    if isinstance(raw, int):
        return Decimal(raw) if raw.bit_length() < 140 else _huge(fact, negative=raw < 0)
    value = raw if isinstance(raw, Decimal) else Decimal(repr(raw))
    if not value.is_finite():
        raise NumberProblem(Refusal.NOT_FINITE)
    return _in_reach(fact, value)


def _in_reach(fact: Fact, value: Decimal) -> Decimal:
    """The value, unless its exponent alone puts it out of reach: nothing is computed with 1e400 or 1e-400."""
    if value and value.adjusted() > 40:
        return _huge(fact, negative=value < 0)
    if value and value.adjusted() < -40:
        raise NumberProblem(Refusal.TOO_PRECISE, most=MOST_DECIMALS)
    return value


def _huge(fact: Fact, *, negative: bool) -> Decimal:
    if negative:
        raise NumberProblem(Refusal.NEGATIVE, minimum=fact.minimum)
    raise NumberProblem(Refusal.ABOVE_MAXIMUM, maximum=_maximum(fact))


def _from_text(fact: Fact, text: str) -> Decimal:
    folded = folded_text(text).strip()
    if _NOT_FINITE.fullmatch(folded):
        raise NumberProblem(Refusal.NOT_FINITE)
    if _LONG.fullmatch(folded):
        _refuse_long(fact, folded)
    if _PLAIN.fullmatch(folded):
        value = Decimal(folded)
        if value and value.adjusted() > 300:
            raise NumberProblem(Refusal.NOT_FINITE)
        return _in_reach(fact, value)
    return _from_quantity(fact, folded)


def _refuse_long(fact: Fact, folded: str) -> None:
    if "e" in folded:
        raise NumberProblem(Refusal.NOT_FINITE)
    whole = folded.lstrip("+-").partition(".")[0].replace(",", "").lstrip("0")
    if len(whole) > 15:
        _huge(fact, negative=folded.startswith("-"))
    raise NumberProblem(Refusal.TOO_PRECISE, most=MOST_DECIMALS)


def _from_quantity(fact: Fact, folded: str) -> Decimal:
    """80万, 1.2亿元, 3,000,000元, 60P, 30%: one exact quantity that is the whole text, in the fact's own
    unit.
    """
    sign = _SIGN.match(folded)
    body = folded[sign.end() :] if sign else folded
    found = read_quantities(body, _NO_DAY, alone=True)
    if len(found) != 1 or not _is_exact(found[0], body.rstrip()):
        raise NumberProblem(Refusal.NOT_A_NUMBER, unit=fact.unit)
    value, unit = found[0].value, found[0].unit
    if fact.kind is Kind.YEAR and unit is Unit.DATE and len(str(value)) == 4:
        return Decimal(str(value))
    if isinstance(value, str) or unit not in {Unit.NONE, *_UNITS.get(fact.unit, ())}:
        raise NumberProblem(Refusal.WRONG_UNIT, unit=fact.unit, given_unit=unit.value)
    return -value if sign and sign.group().startswith("-") else value


def _is_exact(quantity: Quantity, text: str) -> bool:
    """One value that is the whole text. 去年 depends on the day; 1,2 could be two numbers or one."""
    if (
        quantity.bound is not Bound.EQ
        or quantity.said != text
        or quantity.doubt not in {"", "slang", "converted"}
    ):
        return False
    return all(_GROUPED.fullmatch(number) for number in _WITH_COMMA.findall(text))


def _check(fact: Fact, value: Decimal) -> None:
    """The bounds of the fact and of what any account can hold."""
    if fact.kind in {Kind.INTEGER, Kind.YEAR} and value != value.to_integral_value():
        raise NumberProblem(Refusal.NOT_WHOLE)
    if fact.kind is Kind.YEAR and not FIRST_YEAR <= value <= LAST_YEAR:
        raise NumberProblem(Refusal.OUT_OF_CALENDAR, minimum=FIRST_YEAR, maximum=LAST_YEAR)
    if value < 0 and fact.minimum is not None and fact.minimum >= 0:
        raise NumberProblem(Refusal.NEGATIVE, minimum=fact.minimum)
    if fact.minimum is not None and value < fact.minimum:
        raise NumberProblem(Refusal.BELOW_MINIMUM, minimum=fact.minimum)
    if value > _maximum(fact) or -value > LARGEST:
        raise NumberProblem(Refusal.ABOVE_MAXIMUM, maximum=_maximum(fact))
    if decimals(value) > MOST_DECIMALS:
        raise NumberProblem(Refusal.TOO_PRECISE, most=MOST_DECIMALS)


def _maximum(fact: Fact) -> Decimal:
    return LARGEST if fact.maximum is None else min(fact.maximum, LARGEST)
