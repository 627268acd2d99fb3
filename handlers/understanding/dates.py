"""Dates as people write them, as much of YYYY-MM-DD as was said: 2024-11-05, 二〇二四年十一月五日, Nov 5,
2024.

A date that does not exist (2026-02-30) and an order that could be two dates (3/4/2025) are unreadable as a
whole.
"""

import re
from dataclasses import dataclass
from datetime import date

from handlers.understanding.calendar_words import ENGLISH_MONTH, RUSSIAN_MONTH, day_number, month_number

NO_YEAR = "no_year"
TWO_DIGIT_YEAR = "two_digit_year"
RELATIVE = "relative"

_CN = "零一二三四五六七八九"
_CN_DAY = "[零一二三四五六七八九十]{1,3}|[0-9]{1,2}"
_YEAR = "(?:19|20|21)[0-9]{2}"
_CN_YEAR = f"[一二][{_CN}0]{{3}}"
# 24年3月 is 2024; 24年 alone may be a span of years, unless what follows says otherwise.
_OF_A_DATE = r"[0-9]{1,2}月|[底末初全度春夏秋冬那时就已验建投买获拿申通采购花支入完开签立]"
_TWO_DIGITS = rf"(?:[0-4][0-9]|9[0-9])(?=年\s?(?:{_OF_A_DATE}))|[{_CN}]{{2}}(?=年(?:{_CN_DAY})月)"
_DAY = rf"\s?(?P<day>{_CN_DAY})\s?(?:[日号]|(?![0-9a-z.%元年一-鿿]))"
_THIRD = r"(?P<third>[底末初](?!级)|[上中下]旬)"
_MONTH = rf"(?P<month>{_CN_DAY})\s?月份?(?:{_THIRD}|{_DAY})?"
_PART = r"(?P<part>\s?年?[底末初中](?!国|心|间|期|小|步)|\s?[上下]半年|\s?第?[一二三四1-4]季度)"
_CHINESE = re.compile(rf"(?P<year>{_YEAR}|{_CN_YEAR}|{_TWO_DIGITS})\s?年度?(?:\s?{_MONTH}|{_PART})?")
_NO_YEAR = re.compile(_MONTH)
_NUMERIC = re.compile(
    rf"(?P<year>{_YEAR})(?P<by>[-/.])(?P<month>[0-9]{{1,2}})(?:(?P=by)(?P<day>[0-9]{{1,2}}))?(?![0-9]|(?P=by)[0-9])"
)
_DAY_FIRST = re.compile(
    rf"(?P<a>[0-9]{{1,2}})(?P<by>[-/.])(?P<b>[0-9]{{1,2}})(?P=by)(?P<year>{_YEAR})(?![0-9]|[-/.][0-9])"
)
# What looks like a date in digits and is none: no part of it is a number either.
_LOOKS_LIKE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}(?![0-9])")
_ORDINAL = "(?:st|nd|rd|th)?"
_ANY_MONTH = f"{ENGLISH_MONTH}|{RUSSIAN_MONTH}"
_NAMED = (
    re.compile(
        rf"(?P<month>{ENGLISH_MONTH})\s?(?P<day>[0-9]{{1,2}}){_ORDINAL}(?![0-9]),?(?:\s?(?P<year>{_YEAR})(?![0-9]))?"
    ),
    re.compile(
        rf"(?P<day>[0-9]{{1,2}}){_ORDINAL}(?: of)?\s(?P<month>{_ANY_MONTH}),?"
        rf"(?:\s(?P<year>{_YEAR})(?![0-9]))?"
    ),
    re.compile(rf"(?P<month>{_ANY_MONTH}),?(?: of)?\s(?P<day>)(?P<year>{_YEAR})(?![0-9])"),
)
_RUSSIAN_YEAR_WORD = re.compile(r"\s?(?:года|году|год|г\.?)(?![а-я])")
_RUSSIAN_YEAR = re.compile(rf"(?P<year>{_YEAR})\s?(?:году|года|год|г\.)(?![а-я])")
_YEAR_AFTER = re.compile(r"(?:in|since|by|during|of|year|before|after|until)\s\Z")
_YEAR_DIGITS = re.compile(rf"(?P<year>{_YEAR})(?![0-9.,:/%a-zа-я-]| ?[0-9])")
_YEARS = re.compile(
    rf"(?P<first>{_YEAR})\s?(?:年\s?)?[-~至到]\s?(?P<last>{_YEAR})\s?(?:年度?|гг?\.)(?![0-9一-九])"
)
_MONTH_OF_PART = {"底": 12, "末": 12, "初": 1, "中": 6}


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date in a folded text. `value` is `None` where it is unreadable; `doubt` says what was supposed."""

    end: int
    value: str | None = None
    doubt: str = ""
    approx: bool = False


def read_date(text: str, at: int, today: date) -> DateMatch | None:
    """The date that begins at this character of a folded text; `None` where none does."""
    if text[at].isalpha() and text[at] < "一":
        return _read_named(text, at, today)
    for read in (_read_chinese, _read_no_year, _read_numeric, _read_named, _read_year):
        found = read(text, at, today)
        if found is not None:
            return found
    return None


def read_years(text: str, at: int) -> tuple[str, str, int] | None:
    """First year, last year and end of a span of years: 2023-2025年."""
    match = _YEARS.match(text, at)
    return (match["first"], match["last"], match.end()) if match and match["first"] < match["last"] else None


def written(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """As much of YYYY-MM-DD as is given; `None` where there is no such date."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _read_chinese(text: str, at: int, today: date) -> DateMatch | None:
    match = _CHINESE.match(text, at)
    if match is None:
        return None
    year, doubt = _year(match["year"])
    if match["part"]:
        return _part_of(match["part"].strip(), year, match.end(), doubt)
    if not match["month"]:
        return DateMatch(match.end(), written(year), doubt)
    month, day = day_number(match["month"]), day_number(match["day"] or "")
    if month is None or (match["day"] and day is None):
        return DateMatch(match.end())
    return DateMatch(match.end(), written(year, month, day), doubt, approx=bool(match["third"]))


def _part_of(part: str, year: int, end: int, doubt: str) -> DateMatch:
    """年底, 年初: about that month. Halves and quarters leave the year."""
    month = _MONTH_OF_PART.get(part[-1])
    return DateMatch(end, written(year, month), doubt, approx=month is not None)


def _year(words: str) -> tuple[int, str]:
    digits = "".join(str(_CN.index(c)) if c in _CN else c for c in words)
    if len(digits) == 4:
        return int(digits), ""
    return (1900 if digits.startswith("9") else 2000) + int(digits), TWO_DIGIT_YEAR


def _read_no_year(text: str, at: int, today: date) -> DateMatch | None:
    """11月5日, 三月: of the running year, which is a supposition."""
    match = _NO_YEAR.match(text, at)
    if match is None:
        return None
    month, day = day_number(match["month"]), day_number(match["day"] or "")
    if month is None or month > 12 or (match["day"] and day is None):
        return DateMatch(match.end()) if match["day"] else None
    return DateMatch(match.end(), written(today.year, month, day), NO_YEAR, approx=bool(match["third"]))


def _read_numeric(text: str, at: int, today: date) -> DateMatch | None:
    match = _NUMERIC.match(text, at)
    if match and (match["day"] or match["by"] != "."):
        day = int(match["day"]) if match["day"] else None
        return DateMatch(match.end(), written(int(match["year"]), int(match["month"]), day))
    match = _DAY_FIRST.match(text, at)
    if match:
        return DateMatch(match.end(), _day_first(match))
    looks = _LOOKS_LIKE.match(text, at)
    return DateMatch(looks.end()) if looks else None


def _day_first(match: re.Match[str]) -> str | None:
    """05.11.2024 is day first. With slashes both orders are in use: only a certain one is read."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if match["by"] == "." or a > 12 or a == b:
        return written(year, b, a)
    return written(year, a, b) if b > 12 else None


def _read_named(text: str, at: int, today: date) -> DateMatch | None:
    """Nov 5, 2024, 5 ноября 2024 г., November 2024."""
    match = next((found for pattern in _NAMED if (found := pattern.match(text, at))), None)
    if match is None:
        return None
    day, year, end = match["day"], match["year"], match.end()
    if year:
        word = _RUSSIAN_YEAR_WORD.match(text, end)
        end = word.end() if word else end
    elif text[end - 1] == ",":
        end -= 1
    value = written(
        int(year) if year else today.year, month_number(match["month"]), int(day) if day else None
    )
    return DateMatch(end, value, "" if year else NO_YEAR)


def _read_year(text: str, at: int, today: date) -> DateMatch | None:
    """2024 году, and four digits behind "in" or "since"."""
    match = _RUSSIAN_YEAR.match(text, at)
    if match is None and _YEAR_AFTER.search(text, max(at - 8, 0), at):
        match = _YEAR_DIGITS.match(text, at)
    return DateMatch(match.end(), match["year"]) if match else None
