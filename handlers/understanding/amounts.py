"""One number with its unit: the numeral, thousand or млн behind it, the unit, and whether it is a quantity at all."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from handlers.understanding.literals import Comma
from handlers.understanding.number_words import read_number_words
from handlers.understanding.numerals import FORMAL, Numeral, read_numeral
from handlers.understanding.units import Unit, UnitMatch, is_ordinal, read_scale, read_unit

# Idioms that begin like a number: 千万别, 万一, 百分百, 十分重要.
_NO_NUMBER = re.compile(
    r"千万(?:别|不|要|记|小心|注意|莫|勿|得|可|请|当心|千万)|万一|万分(?!之)|十分(?!之|[，,。;；]?$)|百分百|千方|千百|万事|万万|百度|百川|千问|千帆|百货|百姓"
    r"|一[般起直定样些下边旦共律致切带再时]|十足|千里|万里|百花|千瓦|万象|万科|万达|百科|千家|万家|百强|千兆|万兆"
)
_HALF_SPAN = re.compile(r"半(?:个)?(?P<unit>年|月)(?!度|级|导)")
_ONE_HALF = re.compile(r"(?:一半|半数)(?!天)")
_FRACTION = re.compile(r"(?P<base>[十百千万])分之")
_PARTS_OF = {"十": Decimal("0.1"), "百": Decimal("0.01"), "千": Decimal("0.001"), "万": Decimal("0.0001")}
# Signs that make a number part of something else: 10:30, 3/4, 7×24, 4567体系, A-1.
_JOINED_BEHIND = re.compile(r"\s?[×*^⁰-₉²³¹]|[:/][0-9]|[\"”’']?(?:现代)?(?:产业)?体系|°|⁄|½|¼|¾")
_JOINED_BEFORE = re.compile(r"(?:[0-9a-zа-я][:/]|[×*#№]|[a-z]-|第|〔|\[|no\.)\s?\Z")
_LIST_MARK = re.compile(r"(?:[、)]|\.(?![0-9]))\s?(?=[^\s0-9])")
_MONEY_OR_BOUND = re.compile(
    r"[元块]|以上|以下|以内|左右|级|[，,。;；!！?？]|$|\s|美|港|欧|日元|人民币|rmb|的?资金|的?投"
)
_BEFORE_BARE = re.compile(r"(?:[上近达约超逾过到足满]|超过|不止|接近|至少|起码|最多)\Z")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit in a folded text, in base units; `factor` is what brought it there.

    `start` is the first character of the numeral, `end` is behind the unit. `plain` has no unit and neither 万 nor
    million; `large` and `chain` are the multipliers that the first number of a range may share.
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
    idiom = _NO_NUMBER.match(text, at)
    if idiom and not (alone and idiom.end() == len(text)):
        return Skip(idiom.end())
    numeral = read_numeral(text, at, comma) or read_number_words(text, at)
    if numeral is None:
        return None
    if numeral.low is None or numeral.high is None:
        return Skip(_behind_letters(text, numeral.end))
    if _JOINED_BEFORE.search(text, max(at - 4, 0), at) or _is_list_mark(text, at, numeral, alone):
        return Skip(numeral.end)
    return _with_unit(text, at, numeral, alone)


def _with_unit(text: str, at: int, numeral: Numeral, alone: bool) -> Amount | Skip:
    parts = _read_parts_of(text, at, numeral)
    if parts is not None:
        return parts
    scale, end = read_scale(text, numeral.end) or (Decimal(1), numeral.end)
    if numeral.high is not None and numeral.high <= 999 and scale == 1 and is_ordinal(text, end):
        return Skip(end + 1)
    unit = read_unit(text, end)
    if not _is_quantity(text, at, numeral, unit, scale != 1, alone):
        return Skip(_behind_letters(text, end))
    return _with_half(text, _amount(at, numeral, scale, end, unit))


def _amount(at: int, numeral: Numeral, scale: Decimal, end: int, unit: UnitMatch | None) -> Amount:
    factor = scale * (unit.factor if unit else Decimal(1))
    low, high = numeral.low or Decimal(0), numeral.high or Decimal(0)
    return Amount(
        at,
        unit.end if unit else end,
        low * factor,
        high * factor,
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


def _is_quantity(
    text: str, at: int, numeral: Numeral, unit: UnitMatch | None, scaled: bool, alone: bool
) -> bool:
    end = numeral.end
    if alone and not text[:at].strip() and end == len(text):
        return True
    if _JOINED_BEHIND.match(text, end) or (unit is None and not scaled and _is_letter(text, end)):
        return False
    if numeral.bare:
        return _is_bare_quantity(text, at, end)
    if numeral.single:
        return _is_single_quantity(text, at, unit)
    is_row = bool(numeral.digits) and text[at] not in "0123456789"
    return unit is not None if numeral.open_pair or is_row else True


def _is_bare_quantity(text: str, at: int, end: int) -> bool:
    """百万 and 千万 without a digit count where a bound, money, or an end stands beside them."""
    word = text[at:end]
    if _BEFORE_BARE.search(text, max(at - 2, 0), at):
        return True
    return len(word) > 1 and _MONEY_OR_BOUND.match(text, end) is not None


def _is_single_quantity(text: str, at: int, unit: UnitMatch | None) -> bool:
    """One Chinese digit needs a unit: 三成, 五天. 一 before a classifier is an article (一个, 一家)."""
    if unit is None or unit.unit is Unit.OTHER:
        return False
    if text[at] in FORMAL:
        return unit.unit is Unit.YUAN
    return not (unit.counts and text[at] == "一")


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
    """半年, 半个月, 一半; but not 上半年."""
    share = _ONE_HALF.match(text, at)
    if share:
        return Amount(at, share.end(), Decimal("0.5"), Decimal("0.5"), Unit.SHARE)
    match = _HALF_SPAN.match(text, at)
    if match is None or text[at - 1 : at] in {"上", "下", "大", "小", "前", "后", "多"} - {""}:
        return None
    months = Decimal(6) if match["unit"] == "年" else Decimal("0.5")
    return Amount(at, match.end(), months, months, Unit.MONTH)


def _is_list_mark(text: str, at: int, numeral: Numeral, alone: bool) -> bool:
    """1、 and 2) at the start of a line number it; they count nothing."""
    at_start = at == 0 or text[at - 1] in "\n;；。("
    small = numeral.high is not None and numeral.high <= 30 and bool(numeral.digits)
    return at_start and small and not alone and _LIST_MARK.match(text, numeral.end) is not None


def _is_letter(text: str, at: int) -> bool:
    behind = text[at : at + 1]
    return bool(behind) and (behind == "_" or (behind.isalpha() and behind < "一"))


def _behind_letters(text: str, at: int) -> int:
    while at < len(text) and (text[at] == "_" or text[at] in "0123456789" or _is_letter(text, at)):
        at += 1
    return at
