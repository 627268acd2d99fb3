"""One number with its unit: the numeral, thousand or млн behind it, and what it counts."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from handlers.understanding.idioms import begins_idiom, behind_name, is_part_of_something, is_quantity
from handlers.understanding.literals import Comma
from handlers.understanding.number_words import read_number_words
from handlers.understanding.numerals import Numeral, read_numeral
from handlers.understanding.units import Unit, UnitMatch, is_ordinal, read_scale, read_unit

_FRACTION = re.compile(r"(?P<base>[十百千万])分之")
_PARTS_OF = {"十": Decimal("0.1"), "百": Decimal("0.01"), "千": Decimal("0.001"), "万": Decimal("0.0001")}
_HALF_SPAN = re.compile(
    r"(?<![上下大小前后多])半(?:个)?(?P<unit>年|月)(?!度|级|导)|полгода(?![а-я])|half a year"
)
_HALF = re.compile(r"一半(?!天)|半数|(?P<above>过半)(?!天|年|个|月)")
_ABOVE = re.compile(r"级(?!别)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit in a folded text, in base units; `factor` is what brought it there.

    `start` is the first character of the numeral, `end` is behind the unit. `plain` has no unit and neither
    万 nor million; `large` and `chain` are the multipliers that the first number of a range may share.
    `tentative` is a number only as the first of a range (两到三百万). `above`: 过半.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: Unit = Unit.NONE
    factor: Decimal = Decimal(1)
    approx: bool = False
    plain: bool = False
    slang: bool = False
    doubtful: bool = False
    digits: str = ""
    large: int = 1
    chain: int = 1
    tentative: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """No quantity up to `end`; whatever looks like a number in there is part of something else."""

    end: int


def read_amount(
    text: str, at: int, comma: Comma = Comma.GROUPS, *, alone: bool = False
) -> Amount | Skip | None:
    """The amount that begins at this character of a folded text; `alone`: the whole text is the answer."""
    special = _read_fraction(text, at, comma) or _read_half(text, at)
    if special is not None:
        return special
    idiom = begins_idiom(text, at)
    if idiom and not (alone and idiom == len(text)):
        return Skip(idiom)
    numeral = read_numeral(text, at, comma) or read_number_words(text, at)
    if numeral is None:
        return None
    if numeral.low is None or numeral.high is None:
        return Skip(behind_name(text, numeral.end))
    if is_part_of_something(text, at, numeral, alone=alone):
        return Skip(numeral.end)
    return _read_parts_of(text, at, numeral) or _with_unit(text, at, numeral, alone)


def _with_unit(text: str, at: int, numeral: Numeral, alone: bool) -> Amount | Skip:
    high = numeral.high or Decimal(0)
    scale, end = read_scale(text, at, numeral.end) or (Decimal(1), numeral.end)
    if high <= 999 and scale == 1 and is_ordinal(text, end):
        return Skip(end + 1)
    unit = read_unit(text, end, high * scale)
    if not is_quantity(text, at, numeral, unit, is_scaled=scale != 1, alone=alone):
        return Skip(behind_name(text, end))
    amount = _with_half(text, _amount(at, numeral, scale, end, unit))
    amount = replace(amount, tentative=numeral.single and unit is None and not alone)
    return _of_that_order(text, amount) if numeral.bare else amount


def _amount(at: int, numeral: Numeral, scale: Decimal, end: int, unit: UnitMatch | None) -> Amount:
    factor = scale * (unit.factor if unit else Decimal(1))
    extra = unit.extra if unit else Decimal(0)
    low, high = numeral.low or Decimal(0), numeral.high or Decimal(0)
    return Amount(
        at,
        unit.end if unit else end,
        low * factor + extra,
        high * factor + extra,
        unit.unit if unit else Unit.NONE,
        factor,
        numeral.approx,
        plain=unit is None and scale == 1 and numeral.large == 1,
        slang=numeral.slang,
        doubtful=numeral.doubtful,
        digits=numeral.digits,
        large=numeral.large,
        chain=numeral.chain,
    )


def _with_half(text: str, amount: Amount) -> Amount:
    """一年半, 两年半: in months."""
    if amount.unit is Unit.YEAR and text[amount.end : amount.end + 1] == "半":
        low, high = amount.low * 12 + 6, amount.high * 12 + 6
        return replace(amount, end=amount.end + 1, low=low, high=high, unit=Unit.MONTH)
    return amount


def _of_that_order(text: str, amount: Amount) -> Amount:
    """上百万, 千万级: of that order, not that number; 过亿: above it."""
    order = _ABOVE.match(text, amount.end)
    if order:
        return replace(amount, end=order.end(), approx=True)
    before = text[amount.start - 1 : amount.start]
    if before == "上":
        return replace(amount, start=amount.start - 1, approx=True)
    if before in {"过", "破"} and text[amount.start - 2 : amount.start] != "超过":
        return replace(amount, start=amount.start - 1, above=True)
    return amount


def _read_fraction(text: str, at: int, comma: Comma) -> Amount | Skip | None:
    """百分之三十, 千分之五."""
    match = _FRACTION.match(text, at)
    if match is None:
        return None
    numeral = read_numeral(text, match.end(), comma)
    if numeral is None or numeral.low is None or numeral.high is None:
        return Skip(match.end() if numeral is None else numeral.end)
    factor = _PARTS_OF[match["base"]]
    low, high = numeral.low * factor, numeral.high * factor
    return Amount(at, numeral.end, low, high, Unit.SHARE, factor, numeral.approx, doubtful=numeral.doubtful)


def _read_parts_of(text: str, at: int, numeral: Numeral) -> Amount | Skip | None:
    """三分之二: a share that need not be a finite decimal."""
    if not text.startswith("分之", numeral.end):
        return None
    part = read_numeral(text, numeral.end + 2)
    if part is None or not part.low or not numeral.low or part.low != part.high or part.low > numeral.low:
        return Skip(part.end if part else numeral.end + 2)
    share = part.low / numeral.low
    return Amount(at, part.end, share, share, Unit.SHARE, approx=part.approx)


def _read_half(text: str, at: int) -> Amount | None:
    """半年, 半个月, 一半, 过半; but not 上半年."""
    share = _HALF.match(text, at)
    if share:
        half = Decimal("0.5")
        return Amount(at, share.end(), half, half, Unit.SHARE, above=bool(share["above"]))
    match = _HALF_SPAN.match(text, at)
    if match is None:
        return None
    months = Decimal("0.5") if match["unit"] == "月" else Decimal(6)
    return Amount(at, match.end(), months, months, Unit.MONTH)
