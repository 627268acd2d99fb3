"""Dates counted from today: 去年3月, 下周五, 上个月, yesterday, last year, в прошлом году."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from handlers.understanding.calendar_words import ENGLISH_WEEKDAYS, RUSSIAN_WEEKDAYS, WEEKDAYS, day_number
from handlers.understanding.dates import RELATIVE, DateMatch, written

YEAR_WORDS = {
    "大前年": -3, "前年": -2, "去年": -1, "上一年": -1, "上年度": -1, "今年": 0, "本年度": 0,
    "下一年": 1, "下年度": 1, "明年": 1, "后年": 2, "大后年": 3,
}  # fmt: skip
_DAYS = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2,
    "大后天": 3,
}  # fmt: skip
_MONTHS = {
    "上上个月": -2, "上个月": -1, "上月": -1, "本月": 0, "这个月": 0, "当月": 0, "下个月": 1, "下月": 1,
}  # fmt: skip
_WEEKS = {"上上": -2, "上": -1, "上个": -1, "这": 0, "这个": 0, "本": 0, "": 0, "下": 1, "下个": 1, "下下": 2}
_PHRASES = {
    "yesterday": ("d", -1), "today": ("d", 0), "tomorrow": ("d", 1),
    "позавчера": ("d", -2), "вчера": ("d", -1), "сегодня": ("d", 0), "завтра": ("d", 1),
    "послезавтра": ("d", 2),
    "last year": ("y", -1), "this year": ("y", 0), "next year": ("y", 1),
    "позапрошлом году": ("y", -2), "прошлом году": ("y", -1), "прошлый год": ("y", -1),
    "прошлого года": ("y", -1), "этом году": ("y", 0), "этот год": ("y", 0), "текущем году": ("y", 0),
    "будущем году": ("y", 1), "следующем году": ("y", 1),
    "last month": ("m", -1), "this month": ("m", 0), "next month": ("m", 1),
    "прошлом месяце": ("m", -1), "этом месяце": ("m", 0), "следующем месяце": ("m", 1),
}  # fmt: skip
_MONTH_OF_PART = {"底": 12, "末": 12, "初": 1, "中": 6}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_CN = "[零一二三四五六七八九十]{1,3}|[0-9]{1,2}"
_MONTH_AND_DAY = rf"的?\s?(?P<month>{_CN})月份?(?:(?P<day>{_CN})[日号]|(?P<third>[底末初]|[上中下]旬))?"
_PART = r"(?P<part>年?[底末初中](?!国|心|间|期))|[上下]半年|第?[一二三四1-4]季度"
_YEAR = re.compile(rf"(?P<word>{_any(YEAR_WORDS)})(?:{_MONTH_AND_DAY}|{_PART})?")
_DAY = re.compile(rf"(?P<word>{_any(_DAYS)})")
_MONTH = re.compile(rf"(?P<word>{_any(_MONTHS)})(?:的?(?P<day>{_CN})[日号])?")
_WEEK = re.compile(rf"(?<!每)(?P<which>{_any(_WEEKS)})(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?!年|期)")
_PHRASE = re.compile(rf"(?:{_any(_PHRASES)})(?![a-zа-я])")
_WEEKDAY = re.compile(
    r"(?P<which>last|this|next|прошл[а-я]{2}|эт[а-я]{1,2}|следующ[а-я]{2})\s"
    rf"(?:(?P<en>{'|'.join(ENGLISH_WEEKDAYS)})[a-z]{{0,6}}|(?P<ru>{'|'.join(RUSSIAN_WEEKDAYS)})[а-я]{{0,2}})(?![a-zа-я])"
)
_WEEK_WORDS = {"l": -1, "п": -1, "t": 0, "э": 0, "n": 1, "с": 1}


def read_relative(text: str, at: int, today: date) -> DateMatch | None:
    """The relative date that begins at this character; `None` where none does."""
    is_letter = text[at].isalpha() and text[at] < "一"
    readers = (_read_phrase, _read_weekday) if is_letter else (_read_year, _read_day, _read_month, _read_week)
    for read in readers:
        found = read(text, at, today)
        if found is not None:
            return found
    return None


def shifted(today: date, unit: str, amount: Decimal) -> date | None:
    """Today moved by years, months, weeks or days; a month keeps its day where it has it. `None` out of
    range.
    """
    try:
        if unit in {"week", "day"}:
            return today + timedelta(days=int(amount * (7 if unit == "week" else 1)))
        months = int(amount * (12 if unit == "year" else 1)) + today.year * 12 + today.month - 1
        year, month = divmod(months, 12)
        return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def _relative(end: int, value: str | None, *, approx: bool = False) -> DateMatch:
    return DateMatch(end, value, RELATIVE, approx)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read_year(text: str, at: int, today: date) -> DateMatch | None:
    match = _YEAR.match(text, at)
    if match is None:
        return None
    year = today.year + YEAR_WORDS[match["word"]]
    if match["part"]:
        return _relative(match.end(), written(year, _MONTH_OF_PART[match["part"][-1]]), approx=True)
    if not match["month"]:
        return _relative(match.end(), written(year))
    month, day = day_number(match["month"]), day_number(match["day"] or "")
    if month is None or (match["day"] and day is None):
        return DateMatch(match.end())
    return _relative(match.end(), written(year, month, day), approx=bool(match["third"]))


def _read_day(text: str, at: int, today: date) -> DateMatch | None:
    match = _DAY.match(text, at)
    if match is None:
        return None
    return _relative(match.end(), _iso(shifted(today, "day", Decimal(_DAYS[match["word"]]))))


def _read_month(text: str, at: int, today: date) -> DateMatch | None:
    match = _MONTH.match(text, at)
    if match is None:
        return None
    moved = shifted(today.replace(day=1), "month", Decimal(_MONTHS[match["word"]]))
    day = day_number(match["day"] or "")
    if moved is None or (match["day"] and day is None):
        return DateMatch(match.end())
    return _relative(match.end(), written(moved.year, moved.month, day))


def _read_week(text: str, at: int, today: date) -> DateMatch | None:
    """下周五 is the Friday of the next week, Monday first. A bare 周五 may be the last or the coming one."""
    match = _WEEK.match(text, at)
    if match is None:
        return None
    day = _weekday(today, _WEEKS[match["which"]], WEEKDAYS[match["day"]])
    return _relative(match.end(), day, approx=not match["which"])


def _weekday(today: date, weeks: int, weekday: int) -> str | None:
    return _iso(shifted(today, "day", Decimal(weeks * 7 + weekday - today.weekday())))


def _read_phrase(text: str, at: int, today: date) -> DateMatch | None:
    match = _PHRASE.match(text, at)
    if match is None:
        return None
    unit, amount = _PHRASES[match.group()]
    if unit == "y":
        return _relative(match.end(), written(today.year + amount))
    if unit == "d":
        return _relative(match.end(), _iso(shifted(today, "day", Decimal(amount))))
    month = _iso(shifted(today.replace(day=1), "month", Decimal(amount)))
    return _relative(match.end(), month[:7] if month else None)


def _read_weekday(text: str, at: int, today: date) -> DateMatch | None:
    """Last Friday, next Monday."""
    match = _WEEKDAY.match(text, at)
    if match is None:
        return None
    english = match["en"]
    weekday = ENGLISH_WEEKDAYS.index(english) if english else RUSSIAN_WEEKDAYS.index(match["ru"])
    return _relative(match.end(), _weekday(today, _WEEK_WORDS[match["which"][0]], weekday))
