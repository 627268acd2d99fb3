"""An amount with what stands around it: a unit before it (¥, PUE), bounds, and the second number of a
range.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from handlers.understanding.amounts import Amount, read_amount
from handlers.understanding.bounds import Bound, bound_after, bound_before
from handlers.understanding.literals import Comma
from handlers.understanding.units import Unit

_CURRENCY = re.compile(
    r"(?:(?P<yuan>¥|人民币|(?<![a-z])(?:rmb|cny|yuan))"
    r"|(?P<foreign>us\$|hk\$|nt\$|[$€£₽₩]|(?<![a-z])(?:usd|eur|jpy|gbp|hkd|rub|twd|krw)|美元|美金|欧元))"
    r"\s?[:=]?\s?\Z"
)
_CURRENCY_BEHIND = re.compile(r"\s?的?(?:(?P<yuan>人民币|元(?!年|素|气))|美元|美金|欧元|日元|港币|港元|卢布)")
_PUE_NAMES = (
    r"pue|电能利用效率|电能使用效率|电源使用效率|能源利用效率|能源使用效率|能效比|能效值|energy efficiency"
)
_PUE = re.compile(rf"(?:{_PUE_NAMES})[^0-9,，、。;；!?\n]{{0,14}}\Z")
# PUE从1.45降到1.28: both are.
_PUE_CHANGED = re.compile(
    rf"(?:{_PUE_NAMES})[^,，。;；!?\n]{{0,6}}[0-9.]+(?:[一-鿿]{{0,3}})(?:到|至|为|成)(?:了)?\s?\Z"
)
_PUE_BEHIND = re.compile(r"\s?的?\s?(?:pue|电能利用效率)")
_SYMBOL = r"(?:¥|rmb |cny |\$)?"
_NUMBER = r"(?=[0-9零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾])"
_CONNECTOR = re.compile(rf"\s?(?:~|--?|至|到|to|до)\s?{_SYMBOL}{_NUMBER}")
_AND = re.compile(rf"\s?(?:和|与|and|и)\s?{_SYMBOL}{_NUMBER}")
_BETWEEN = re.compile(rf"(?:介于|между|between)\s?{_SYMBOL}\Z")
_OPENING = re.compile(r"(?:от|между|between|介于)\s?\Z")
_TIMES = frozenset({Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY})
LOOKBACK = 24


@dataclass(frozen=True, slots=True)
class Span:
    """What was read between `start` and `end`: one value with its bound, or both ends of a range."""

    start: int
    end: int
    unit: Unit
    values: tuple[tuple[Decimal, Bound], ...]
    doubt: str = ""


def read_span(text: str, amount: Amount, since: int, comma: Comma = Comma.GROUPS) -> Span | None:
    """The amount with its surroundings, `since` being the end of what was read before.

    `None` for a number that would be one only as the first of a range (两 in 两到三百万) where no range
    follows.
    """
    if amount.start < since:
        amount = replace(amount, start=since)
    upper = _upper_end(text, amount, since, comma)
    if upper is not None:
        start, unit, _ = _before(text, upper, amount.start, since)
        values = ((_lower_end(amount, upper), Bound.GE), (upper.high, Bound.LE))
        after = bound_after(text, upper.end)
        return Span(start, after[1] if after else upper.end, unit, values, _doubt(upper, unit))
    return None if amount.tentative else _single(text, amount, since)


def _single(text: str, amount: Amount, since: int) -> Span:
    start, unit, before = _before(text, amount, amount.start, since)
    after = bound_after(text, amount.end)
    unit, end = _unit_behind(text, amount, unit, after[1] if after else amount.end)
    if amount.low != amount.high:
        values: tuple[tuple[Decimal, Bound], ...] = ((amount.low, Bound.GE), (amount.high, Bound.LE))
    else:
        values = ((amount.low, _combined(amount, before, after[0] if after else None)),)
    return Span(start, end, unit, values, _doubt(amount, unit))


def _combined(amount: Amount, before: Bound | None, after: Bound | None) -> Bound:
    if before is Bound.APPROX and after is not None:
        return after
    if amount.approx:
        return Bound.APPROX
    return before or after or (Bound.GT if amount.above else Bound.EQ)


def _before(text: str, amount: Amount, at: int, since: int) -> tuple[int, Unit, Bound | None]:
    """Start, unit and bound from the words before an amount: ¥, 超过, PUE不高于.

    近 before a span of time means the last so many (近三年), not about.
    """
    start, unit = _currency(text, at, since, amount.unit)
    bound = bound_before(text, start, since)
    if bound and text[bound[1] : start] == "近" and unit in _TIMES:
        bound = None
    begin = bound[1] if bound else _opening(text, start, since)
    begin, unit = _currency(text, begin, since, unit)
    if unit is Unit.NONE and _may_be_pue(amount):
        match = _PUE.search(text, max(since, begin - LOOKBACK), begin)
        if match or _PUE_CHANGED.search(text, max(0, begin - LOOKBACK), begin):
            return match.start() if match else begin, Unit.PUE, bound[0] if bound else None
    return begin, unit, bound[0] if bound else None


def _may_be_pue(amount: Amount) -> bool:
    return amount.plain and Decimal("0.5") <= amount.high < 10


def _opening(text: str, start: int, since: int) -> int:
    """介于, между and от belong to the words of a range."""
    match = _OPENING.search(text, max(since, start - 8), start)
    return match.start() if match else start


def _currency(text: str, at: int, since: int, unit: Unit) -> tuple[int, Unit]:
    if unit not in {Unit.NONE, Unit.YUAN}:
        return at, unit
    match = _CURRENCY.search(text, max(since, at - 8), at)
    if match is None:
        return at, unit
    return match.start(), Unit.YUAN if match["yuan"] else Unit.FOREIGN


def _unit_behind(text: str, amount: Amount, unit: Unit, end: int) -> tuple[Unit, int]:
    """80万以上人民币, 80万左右美元, 1.28的PUE: the unit behind the bound."""
    if unit is not Unit.NONE:
        return unit, end
    match = _CURRENCY_BEHIND.match(text, end)
    if match:
        return (Unit.YUAN if match["yuan"] else Unit.FOREIGN), match.end()
    pue = _PUE_BEHIND.match(text, end) if _may_be_pue(amount) else None
    return (Unit.PUE, pue.end()) if pue and not _another_number(text, pue.end()) else (unit, end)


def _another_number(text: str, at: int) -> bool:
    """Whether the PUE that was found is that of the next number: 1.25和PUE1.3."""
    return re.match(r"[^,，、。;；!?\n]{0,6}[0-9一二]", text[at : at + 8]) is not None


def _upper_end(text: str, amount: Amount, since: int, comma: Comma) -> Amount | None:
    """The second number of a range, in the same unit and above the first; `None` where there is no range."""
    connector = _CONNECTOR.match(text, amount.end)
    if connector is None and _BETWEEN.search(text, max(since, amount.start - 14), amount.start):
        connector = _AND.match(text, amount.end)
    if connector is None or amount.low != amount.high or amount.approx:
        return None
    upper = read_amount(text, connector.end(), comma)
    if not isinstance(upper, Amount) or upper.low != upper.high or upper.tentative:
        return None
    if amount.unit not in {Unit.NONE, upper.unit} and upper.unit is not Unit.NONE:
        return None
    unit = upper.unit if upper.unit is not Unit.NONE else amount.unit
    return replace(upper, unit=unit) if _lower_end(amount, upper) < upper.high else None


def _lower_end(amount: Amount, upper: Amount) -> Decimal:
    """30~50万 is 300,000 to 500,000, 两到三百万 2 to 3 million; 5000-1万 and 30万-50万 say their own."""
    if not amount.plain:
        return amount.low
    shared = upper.chain if amount.low < 10 else upper.large
    multiplied = amount.low * shared * upper.factor
    return multiplied if multiplied < upper.high else amount.low * upper.factor


def _doubt(amount: Amount, unit: Unit) -> str:
    if amount.doubtful:
        return "separator"
    if amount.slang:
        return "slang"
    return "converted" if unit is Unit.PFLOPS and amount.factor != 1 else ""
