"""Units behind a number, and the factor that brings it to the base unit."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from handlers.understanding import unit_words as words


class Unit(StrEnum):
    """What a quantity counts. `FOREIGN` is money that is not yuan, `OTHER` a unit that no fact uses (kW,
    倍).
    """

    YUAN = "yuan"
    PFLOPS = "pflops"
    PUE = "pue"
    SHARE = "share"
    DATE = "date"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    WORKDAY = "workday"
    FOREIGN = "foreign"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit in a folded text, where it ends, and its factor to the base unit.

    `counts`: a classifier (个, 家). `extra` is what the unit's own words add (三成五: half of a tenth).
    """

    unit: Unit
    end: int
    factor: Decimal = Decimal(1)
    counts: bool = False
    extra: Decimal = Decimal(0)


_UNITS = re.compile(
    rf"\s?(?:(?P<workday>{words.WORKDAY})|(?P<foreign>{words.FOREIGN})|(?P<yuan>{words.YUAN})"
    rf"|(?P<kuai>{words.KUAI})|(?P<share>{words.SHARE})|(?P<other>{words.OTHER})"
    rf"|(?P<pflops>个?(?:{words.PFLOPS}))|(?P<month>{words.MONTH})|(?P<year>{words.YEAR})"
    rf"|(?P<week>{words.WEEK})|(?P<day>{words.DAY})|(?P<ordinal>{words.ORDINAL})|(?P<count>{words.COUNT}))"
)
_KINDS = {
    "workday": Unit.WORKDAY,
    "foreign": Unit.FOREIGN,
    "yuan": Unit.YUAN,
    "kuai": Unit.YUAN,
    "share": Unit.SHARE,
    "other": Unit.OTHER,
    "pflops": Unit.PFLOPS,
    "month": Unit.MONTH,
    "year": Unit.YEAR,
    "week": Unit.WEEK,
    "day": Unit.DAY,
    "count": Unit.NONE,
}
_PFLOPS_FACTOR = {"p": Decimal(1), "e": Decimal(1000), "t": Decimal("0.001"), "g": Decimal("0.000001")}
_RUSSIAN_FACTOR = {"п": "p", "э": "e", "т": "t", "г": "g"}

_CHENG = re.compile(
    r"成(?![立为果员功本绩品熟长交都效型分就败像了])(?P<half>半|[一二三四五六七八九](?![一-鿿]))?"
)
_TENTHS = {"半": 5, **{digit: number for number, digit in enumerate("一二三四五六七八九", 1)}}

# 九角, 五分 behind 元.
_COINS = re.compile(
    r"(?:(?P<jiao>[0-9一二两三四五六七八九])[角毛])?零?(?:(?P<fen>[0-9一二两三四五六七八九])分(?!之|钟))?"
)
_DIGITS = {**{str(n): n for n in range(10)}, **{c: n for n, c in enumerate("一二三四五六七八九", 1)}, "两": 2}

_SCALE = re.compile(
    r"\s?(?:(?P<thousand>thousand|тыс\.?(?![а-я])|тысяч[а-я]?(?![а-я])|k(?![a-z0-9]))"
    r"|(?P<million>millions?|mln|mio|mn(?![a-z])|млн\.?|миллион[а-я]{0,3})"
    r"|(?P<billion>billions?|bln|bn(?![a-z])|млрд\.?|миллиард[а-я]{0,3}))(?![a-zа-я])"
)
_SCALES = {"thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9)}
_MILLION = re.compile(r"m(?![a-z0-9])")
_MONEY_BEFORE = re.compile(r"(?:[¥$€£]|rmb|cny|usd|eur)\s?\Z")
_MONEY_BEHIND = re.compile(r"m\s?(?:¥|[$€£]|rmb|cny|yuan|usd|eur|юан)")


def read_scale(text: str, start: int, at: int) -> tuple[Decimal, int] | None:
    """The factor and the end of thousand, million, тыс., млн behind the number from `start` to `at`.

    A bare m is a million only beside a currency: RMB 1.2m.
    """
    match = _SCALE.match(text, at)
    if match and match.lastgroup:
        return _SCALES[match.lastgroup], match.end()
    before = _MILLION.match(text, at) and _MONEY_BEFORE.search(text, max(start - 5, 0), start)
    return (_SCALES["million"], at + 1) if before or _MONEY_BEHIND.match(text, at) else None


def read_unit(text: str, at: int, number: Decimal) -> UnitMatch | None:
    """The unit right behind a number; `None` where none stands there. 8块 are cards, 500块 is money."""
    cheng = _CHENG.match(text, at)
    if cheng:
        extra = Decimal(_TENTHS[cheng["half"]]) / 100 if cheng["half"] else Decimal(0)
        return UnitMatch(Unit.SHARE, cheng.end(), Decimal("0.1"), extra=extra)
    match = _UNITS.match(text, at)
    if match is None or match["ordinal"] is not None:
        return None
    name = next(name for name in _KINDS if match[name] is not None)
    if name == "count" or (name == "kuai" and number < 100):
        return UnitMatch(Unit.NONE, match.end(), counts=True)
    factor = _pflops_factor(match) if name == "pflops" else Decimal(1)
    if name == "share":
        factor = Decimal("0.001") if "‰" in match.group() else Decimal("0.01")
    if name in {"yuan", "kuai"} and match.group().endswith(("元", "块", "块钱")):
        return _with_coins(text, match.end())
    return UnitMatch(_KINDS[name], match.end(), factor)


def _with_coins(text: str, at: int) -> UnitMatch:
    """元 with the 角 and 分 behind it."""
    coins = _COINS.match(text, at)
    if coins is None or not (coins["jiao"] or coins["fen"]):
        return UnitMatch(Unit.YUAN, at)
    extra = Decimal(_DIGITS[coins["jiao"] or "0"]) / 10 + Decimal(_DIGITS[coins["fen"] or "0"]) / 100
    return UnitMatch(Unit.YUAN, coins.end(), extra=extra)


def is_ordinal(text: str, at: int) -> bool:
    """Whether what stands right behind a number makes it a place in a row and no quantity: 条, 级, 号."""
    match = _UNITS.match(text, at)
    return match is not None and match["ordinal"] is not None


def _pflops_factor(match: re.Match[str]) -> Decimal:
    letter = match["prefix"] or (match["en"] or "")[:1]
    russian = match["word"] or (match["long"] or "")[:1]
    return _PFLOPS_FACTOR[letter or _RUSSIAN_FACTOR[russian]]
