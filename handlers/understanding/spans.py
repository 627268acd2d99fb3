"""An amount with what stands around it: a unit before it (¥, PUE), bounds, and the second number of a range."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from handlers.understanding.literals import Comma
from handlers.understanding.amounts import Amount, read_amount
from handlers.understanding.bounds import Bound, bound_after, bound_before
from handlers.understanding.units import Unit

_CURRENCY = re.compile(
    r"(?:(?P<yuan>¥|人民币|(?<![a-z])(?:rmb|cny|yuan))|(?P<foreign>us\$|hk\$|nt\$|[$€£₽₩]|(?<![a-z])(?:usd|eur|jpy|gbp|hkd|rub|twd|krw)|美元|美金|欧元))\s?[:=]?\s?\Z"
)
_PUE = re.compile(
    r"(?:pue|电能利用效率|电能使用效率|电源使用效率|能源利用效率|能源使用效率|能效比|能效值|energy efficiency)[^0-9,，、。;；!！?？\n]{0,14}\Z"
)
_CONNECTOR = re.compile(
    r"\s?(?:~|--?|至|到|to|до|—)\s?(?:¥|rmb |cny |\$)?(?=[0-9零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾])"
)
_AND = re.compile(r"\s?(?:和|与|and|и)\s?(?=[0-9零一二三四五六七八九十百千两])")
_BETWEEN = re.compile(r"(?:介于|между|between)\s?(?:¥|rmb |cny |\$)?\Z")
_FROM = re.compile(r"(?:从|from|от|между|between|介于)\s?\Z")
LOOKBACK = 24


@dataclass(frozen=True, slots=True)
class Span:
    """What was read between `start` and `end`: one value with its bound, or both ends of a range."""

    start: int
    end: int
    unit: Unit
    values: tuple[tuple[Decimal, Bound], ...]
    doubt: str = ""


def read_span(text: str, amount: Amount, since: int, comma: Comma = Comma.GROUPS) -> Span:
    """The amount with its surroundings, `since` being the end of what was read before."""
    upper = _upper_end(text, amount, since, comma)
    start, unit, bound = _before(text, upper or amount, amount.start, since)
    if upper is not None:
        lower = _lower_end(amount, upper)
        values = ((lower, Bound.GE), (upper.high, Bound.LE))
        return Span(start, _behind(text, upper.end), unit, values, _doubt(upper, unit))
    after = bound_after(text, amount.end)
    end = after[1] if after else amount.end
    unit, end = _currency_behind(text, unit, end)
    if amount.low != amount.high:
        return Span(start, end, unit, ((amount.low, Bound.GE), (amount.high, Bound.LE)), _doubt(amount, unit))
    kind = _combined(amount, bound, after[0] if after else None)
    return Span(start, end, unit, ((amount.low, kind),), _doubt(amount, unit))


def _combined(amount: Amount, before: Bound | None, after: Bound | None) -> Bound:
    """近 before a span of time means the last so many (近三年), not about."""
    if before is Bound.APPROX and after is not None:
        return after
    if amount.approx:
        return Bound.APPROX
    return before or after or Bound.EQ


def _before(text: str, amount: Amount, at: int, since: int) -> tuple[int, Unit, Bound | None]:
    """Start, unit and bound from the words before an amount: ¥, 超过, PUE不高于."""
    unit = amount.unit
    start, unit = _currency(text, at, since, unit)
    bound = bound_before(text, start, since)
    if bound and text[bound[1] : start] in {"近", "最近"} and unit in _TIMES:
        bound = None
    begin = bound[1] if bound else _between(text, start, since)
    if unit is Unit.NONE:
        begin, unit = _currency(text, begin, since, unit)
    if unit is Unit.NONE and amount.plain and Decimal("0.5") <= amount.high < 10:
        match = _PUE.search(text, max(since, begin - LOOKBACK), begin)
        if match:
            return match.start(), Unit.PUE, bound[0] if bound else None
    return begin, unit, bound[0] if bound else None


_TIMES = frozenset({Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY})


def _between(text: str, start: int, since: int) -> int:
    match = _FROM.search(text, max(since, start - 8), start)
    return match.start() if match and text[match.start()] not in "从f" else start


def _currency(text: str, at: int, since: int, unit: Unit) -> tuple[int, Unit]:
    if unit not in {Unit.NONE, Unit.YUAN}:
        return at, unit
    match = _CURRENCY.search(text, max(since, at - 8), at)
    if match is None:
        return at, unit
    return match.start(), Unit.YUAN if match["yuan"] else Unit.FOREIGN


def _currency_behind(text: str, unit: Unit, end: int) -> tuple[Unit, int]:
    """80万以上人民币, 80万左右美元: the currency behind the bound."""
    if unit is not Unit.NONE:
        return unit, end
    match = _CURRENCY_BEHIND.match(text, end)
    if match is None:
        return unit, end
    return (Unit.YUAN if match["yuan"] else Unit.FOREIGN), match.end()


_CURRENCY_BEHIND = re.compile(r"\s?的?(?:(?P<yuan>人民币|元)|美元|美金|欧元|日元|港币|港元|卢布)")


def _behind(text: str, end: int) -> int:
    after = bound_after(text, end)
    return after[1] if after else end


def _upper_end(text: str, amount: Amount, since: int, comma: Comma) -> Amount | None:
    """The second number of a range, in the same unit and above the first; `None` where there is no range."""
    connector = _CONNECTOR.match(text, amount.end)
    if connector is None and _BETWEEN.search(text, max(since, amount.start - 14), amount.start):
        connector = _AND.match(text, amount.end)
    if connector is None or amount.low != amount.high or amount.approx:
        return None
    upper = read_amount(text, connector.end(), comma)
    if not isinstance(upper, Amount) or upper.low != upper.high:
        return None
    if amount.unit not in {Unit.NONE, upper.unit} and upper.unit is not Unit.NONE:
        return None
    unit = upper.unit if upper.unit is not Unit.NONE else amount.unit
    return replace(upper, unit=unit) if _lower_end(amount, upper) < upper.high else None


def _lower_end(amount: Amount, upper: Amount) -> Decimal:
    """30~50万 is 300,000 to 500,000 and 两到三百万 2 to 3 million; 5000-1万 and 30万-50万 say their own."""
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
