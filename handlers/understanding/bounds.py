"""Words and signs around a number that make it a bound: 超过, 以上, 不到, at least, не менее, ≥, 左右.

In the law's own usage 以上, 以下 and 以内 include the figure; 超过, 低于, 不足 and 不到 exclude it.
"""

import re
from enum import StrEnum


class Bound(StrEnum):
    """How a value is meant: exactly, above, from, below, up to, or about."""

    EQ = "eq"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    APPROX = "approx"


_BEFORE_WORDS = {
    "ge": (
        r"不低于|不少于|不小于|不得低于|不得少于|不能低于|不能少于|至少|最少|最低|起码|大于等于|大于或等于",
        r"高于或等于|>=|[≥⩾≧]|at least|not? less than|no fewer than|no lower than|not below",
        r"minimum(?: of)?|min\.?",
        r"не менее|не меньше|не ниже|(?:как )?минимум|от",
    ),
    "le": (
        r"不超过|不高于|不大于|不多于|不得超过|不得高于|不能超过|不能高于|没超过|未超过|没有超过|至多|最多|最高",
        r"最大|顶多|小于等于|小于或等于|低于或等于|<=|[≤⩽≦]|at most|not? more than|no greater than",
        r"not? higher than",
        r"not? (?:over|above)|not exceed(?:ing)?|up to|within|maximum(?: of)?|max\.?",
        r"не более|не больше|не выше|не превыша[а-я]+|максимум|в течение|до",
    ),
    "lt": (
        r"不到|不足|低于|少于|小于|没到|没有到|未到|未达到?|没达到|没有达到|不满|未满|不够|没够|<",
        r"less than|under|below|fewer than|lower than|менее|меньше|ниже",
    ),
    "gt": (
        r"超过了?|大于|高于|多于|超出|超|逾|突破了?|不止|>|more than|over|above|greater than|higher than",
        r"exceed(?:s|ed|ing)?|более|больше|свыше|выше|превыша[а-я]+",
    ),
    "approx": (
        r"大约|大概|大致|差不多|将近|接近|近|约莫?|约为|估计|估摸|左右|可能|好像|也许|应该是?|预计|快到?|[≈~]",
        r"(?<![中大缩减微较最狭])小|about|around|approximately|approx\.?|roughly|circa|ca\.|nearly|almost|maybe|probably|perhaps",
        r"estimated(?: at)?|около|примерно|почти|приблизительно|где-то|порядка",
    ),
}
_FILLER = r"(?:[也要得能就还])?(?:了|到|达|达到|为|是|有|在|:|=|-|to|of|the|equal to)?"
_BEFORE = re.compile(
    "(?:"
    + "|".join(f"(?P<{name}>{'|'.join(rows)})" for name, rows in _BEFORE_WORDS.items())
    + rf")\s?{_FILLER}\s?\Z"
)
_TAG = re.compile(r"</?[a-z][^<>]{0,12}>\Z")
LOOKBACK = 18

_END = r"(?=$|[，。,;；!?\s])"
_AND_OR = r"(?:及|和|或|或者)?"
_WITH = r"(?:[\(,，]?(?:含|包括|包含)(?:本数)?\)?)?"
_WITHOUT = r"[\(,，]?(?:不含|不包括|不包含)(?:本数)?\)?"
_AFTER_WORDS = {
    "gt": (rf"以上{_WITHOUT}|开外|以外",),
    "lt": (rf"以下{_WITHOUT}|都?不到{_END}|都(?:没到|没有|不够|没){_END}",),
    "ge": (
        rf"{_AND_OR}以上{_WITH}|起步|起{_END}|往上|朝上|打底|\+(?!\d)",
        r"or (?:more|above|over|higher)|and (?:above|over|up|more)|plus(?![a-z])",
        r"(?:и|или) (?:более|выше|больше)",
    ),
    "le": (
        rf"{_AND_OR}以下{_WITH}|(?:以内|之内|内)(?!存|蒙|部|容|网)|封顶|为限|打住",
        r"or (?:less|below|under|fewer|lower)|and (?:below|under)|(?:и|или) (?:менее|ниже|меньше)",
    ),
    "approx": (
        r"[±]|左右|上下(?:浮动)?|前后|出头|多(?=$|[，。,;；!?\s了的])|来(?=块|元)|不等|or so|-ish|примерно",
    ),
}
_AFTER = re.compile(
    r"\s?(?:" + "|".join(f"(?P<{name}>{'|'.join(rows)})" for name, rows in _AFTER_WORDS.items()) + ")"
)


def bound_before(text: str, end: int, since: int) -> tuple[Bound, int] | None:
    """The bound that words right before a number give it, and where they start.

    `since` is the end of what was read before. The > of a tag is no sign, and neither
    is the ~ between two numbers.
    """
    match = _BEFORE.search(text, max(since, end - LOOKBACK), end)
    while match and (_is_inside_word(text, match.start()) or _TAG.search(text, max(end - 16, 0), end)):
        match = _BEFORE.search(text, match.start() + 1, end)
    if match is None or (match.start() == since > 0 and text[since] == "~"):
        return None
    return Bound(match.lastgroup or ""), match.start()


def bound_after(text: str, at: int) -> tuple[Bound, int] | None:
    """The bound that words right behind a number give it, and where they end."""
    match = _AFTER.match(text, at)
    return (Bound(match.lastgroup or ""), match.end()) if match else None


def _is_inside_word(text: str, at: int) -> bool:
    """Whether Latin or Cyrillic words begin before `at`: the "over" of "leftover"."""
    before, first = text[at - 1 : at], text[at]
    return bool(before) and first.isalpha() and first < "一" and before.isalpha() and before < "一"
