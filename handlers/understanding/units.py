"""Units behind and before a number, and the factor that brings it to the base unit."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """What a quantity counts. `FOREIGN` is money that is not yuan, `OTHER` a unit that no fact uses (kW, m²)."""

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
    """A unit in a folded text, where it ends, and its factor to the base unit. `counts`: a classifier (个, 家)."""

    unit: Unit
    end: int
    factor: Decimal = Decimal(1)
    counts: bool = False


_LATIN_END = r"(?![a-z0-9])"
_CYRILLIC_END = r"(?![а-я])"
_YUAN = (
    r"元(?!化|素|宇|旦|气|年|老|首)(?:人民币|整|钱)?|人民币|块钱|块(?=$|[，,。;；!！?？、\s])|"
    rf"(?:rmb|cny|yuan|renminbi|kuai){_LATIN_END}|¥|юан[а-я]{{0,3}}{_CYRILLIC_END}"
)
_FOREIGN = (
    r"美元|美金|美刀|刀(?=$|[^a-z一-鿿]|的|以|左)|欧元|日元|韩元|英镑|港元|港币|港纸|澳元|加元|新元|卢布|卢比|法郎|新台币|台币|台元|澳门元|泰铢|"
    rf"(?:us\$|usd|us dollars?|u\.s\. dollars?|dollars?|bucks?|eur|euros?|jpy|gbp|pounds?|hkd|rub|rubles?|roubles?|twd|krw|won|chf){_LATIN_END}"
    rf"|[$€£₽₩]|(?:доллар|руб|евро|фунт|иен)[а-я]{{0,4}}\.?{_CYRILLIC_END}"
)
_PFLOPS = (
    r"(?P<prefix>[pet](?![a-z0-9])|[petg](?=flop))(?:flop/s|flops?)?(?:\(fp\d\d?\)|@fp\d\d?)?(?![a-z0-9])"
    r"|(?P<word>[пэтг])(?:флопс?|флоп/с)(?![а-я])|(?P<long>пета|экса|тера|гига)флопс?а?(?![а-я])"
    r"|(?P<en>peta|exa|tera|giga)flops?(?![a-z])"
)
_SHARE = rf"%|percent{_LATIN_END}|per cent{_LATIN_END}|pct{_LATIN_END}|процент[а-я]{{0,3}}|个?百分点"
_WORKDAY = r"个?工作[日天]|(?:business|working|work) days?(?![a-z])|workdays?(?![a-z])|рабоч[а-я]{2} д(?:ень|ня|ней|ни)"
_MONTH = rf"个?月(?!份)|months?{_LATIN_END}|месяц[а-я]{{0,3}}{_CYRILLIC_END}|мес\."
_YEAR = rf"周?年(?!度|级|底|初|末|报|检|产|均|薪|轻|货|化)|years?{_LATIN_END}|yrs?{_LATIN_END}|(?:года|год|лет){_CYRILLIC_END}"
_WEEK = rf"个?(?:周|星期|礼拜)(?![一二三四五六日天末])|weeks?{_LATIN_END}|недел[а-я]{{1,2}}{_CYRILLIC_END}"
_DAY = rf"天(?!津|才|然|使|猫)|个?自然日|日(?!本|元|期|报)|days?{_LATIN_END}|(?:дня|дней|день|дни|суток){_CYRILLIC_END}"
_OTHER = (
    rf"(?:[kmgt]?w(?:h|p)?|kva|mva|[kmgtp]bps|[kmgtp]i?b|[kmgt]?hz|kv|km|cm|mm|m2|kg|h|hrs?|hours?|min(?:utes?)?|x|nm){_LATIN_END}"
    r"|千瓦|兆瓦|万千瓦|千伏|平方米|平米|平方公里|公里|米(?!兰)|吨|小时|分钟|点钟|公斤|兆|赫兹|倍|折(?!合|算|旧|后)|度电|千卡|℃|°c|年级|岁"
    r"|季度|瓦(?!斯)|час[а-я]{0,2}(?![а-я])|кв\.? ?м|квт|мвт|раз(?:а)?(?![а-я])|times(?![a-z])"
)
_COUNT = (
    r"个|家(?!渠|长|庭|里|乡)|台(?!河|湾|北|州|账)|张(?!家)|项|篇|件(?!事)|次(?!日|年|要)|名(?!义|牌)|人(?!民|工|才|大)|位(?!置|于)|套|座(?!谈)|所"
    r"|户(?!口)|批(?!准|复|发)|份(?!额)|枚|组(?!织|建)|笔(?!记)|块(?!链)|卡(?!脖)|分(?!之|类|级|公司|行|局|别|明|享|享|析|布|期|配|数)|款(?!项)|只(?!要|有|是|能)|颗|片(?!区)"
    r"|机柜|机架|points?(?![a-z])|балл[а-я]{0,2}(?![а-я])"
)
# Ordinals and names: 六十条, 19号, 二级, 三期. No quantity is read.
_ORDINAL = r"[条号级期届类章节版代层楼路街]|等(?=奖)|款规定|项规定|维|g(?![a-z])|st(?![a-z])|nd(?![a-z])|rd(?![a-z])|th(?![a-z])|[-–]?(?:й|я|го|му|ый|ой|ая)(?![а-я])"

_PFLOPS_FACTOR = {"p": Decimal(1), "e": Decimal(1000), "t": Decimal("0.001"), "g": Decimal("0.000001")}
_RUSSIAN_FACTOR = {"п": "p", "э": "e", "т": "t", "г": "g"}

_UNITS = re.compile(
    rf"\s?(?:(?P<workday>{_WORKDAY})|(?P<foreign>{_FOREIGN})|(?P<yuan>{_YUAN})|(?P<share>{_SHARE})"
    rf"|(?P<other>{_OTHER})|(?P<pflops>个?(?:{_PFLOPS}))|(?P<month>{_MONTH})|(?P<year>{_YEAR})|(?P<week>{_WEEK})"
    rf"|(?P<day>{_DAY})|(?P<ordinal>{_ORDINAL})|(?P<count>{_COUNT}))"
)
_CHENG = re.compile(
    r"成(?![立为果员功本绩品熟长交都效型分就败像了])(?P<half>半|[一二三四五六七八九](?![一二三四五六七八九十年月]))?"
)
_SCALE = re.compile(
    r"\s?(?:(?P<thousand>thousand|тыс\.?(?![а-я])|тысяч[а-я]?(?![а-я])|k(?![a-z0-9]))|(?P<million>millions?|mln|mio|млн\.?|миллион[а-я]{0,3}|mn(?![a-z]))"
    r"|(?P<billion>billions?|bln|bn(?![a-z])|млрд\.?|миллиард[а-я]{0,3}))(?![a-zа-я])"
)
_SCALES = {"thousand": Decimal(10**3), "million": Decimal(10**6), "billion": Decimal(10**9)}


def read_scale(text: str, at: int) -> tuple[Decimal, int] | None:
    """The factor and the end of thousand, million, тыс., млн, … behind a number."""
    match = _SCALE.match(text, at)
    return (_SCALES[match.lastgroup], match.end()) if match and match.lastgroup else None


def read_unit(text: str, at: int) -> UnitMatch | None:
    """The unit right behind a number; `None` where none stands there."""
    cheng = _CHENG.match(text, at)
    if cheng:
        return UnitMatch(Unit.SHARE, cheng.end(), Decimal("0.1"))
    match = _UNITS.match(text, at)
    if match is None:
        return None
    name = next(name for name in _NAMES if match[name] is not None)
    if name == "count":
        return UnitMatch(Unit.NONE, match.end(), counts=True)
    if name == "pflops":
        return UnitMatch(Unit.PFLOPS, match.end(), _pflops_factor(match))
    return UnitMatch(_NAMES[name], match.end(), Decimal("0.01") if name == "share" else Decimal(1))


def is_ordinal(text: str, at: int) -> bool:
    """Whether what stands right behind a number makes it a place in a row and no quantity: 条, 级, 号."""
    match = _UNITS.match(text, at)
    return match is not None and match["ordinal"] is not None


def _pflops_factor(match: re.Match[str]) -> Decimal:
    letter = match["prefix"] or (match["en"] or "")[:1]
    russian = match["word"] or (match["long"] or "")[:1]
    return _PFLOPS_FACTOR[letter or _RUSSIAN_FACTOR[russian]]


_NAMES = {
    "workday": Unit.WORKDAY,
    "foreign": Unit.FOREIGN,
    "yuan": Unit.YUAN,
    "share": Unit.SHARE,
    "other": Unit.OTHER,
    "pflops": Unit.PFLOPS,
    "month": Unit.MONTH,
    "year": Unit.YEAR,
    "week": Unit.WEEK,
    "day": Unit.DAY,
    "ordinal": Unit.OTHER,
    "count": Unit.NONE,
}
