"""A date with the words around it: 2024年以后, 截至, no later than, после; and both ends of a range of
dates.
"""

import re
from dataclasses import dataclass
from datetime import date

from handlers.understanding.amounts import Amount
from handlers.understanding.bounds import Bound
from handlers.understanding.dates import NO_YEAR, RELATIVE, DateMatch, read_date, read_years, written
from handlers.understanding.relative_dates import YEAR_WORDS, read_relative, shifted
from handlers.understanding.units import Unit

_BEFORE_WORDS = {
    "le": r"截至到?|截止到?|不晚于|最迟|不迟于|no later than|not later than|by|until|не позднее|до",
    "ge": r"自从?|从|不早于|since|from|no earlier than|не ранее|не раньше|начиная с|с",
    "lt": r"早于|before|earlier than|ранее",
    "gt": r"晚于|after|later than|после|позже",
    "approx": r"大概|大约|可能|好像|差不多|约|about|around|circa|примерно|около",
}
_AFTER_WORDS = {
    "lt": r"之前|以前|前(?![期后面景提往年天])",
    "gt": r"之后|后(?![期来面年天])",
    "ge": r"以后|起(?!码)|以来|开始|至今",
    "le": r"为止|止(?!损)|以内|之内|内(?![存蒙部容网])|截止",
    "approx": r"左右|前后|上下|那会|那时",
}
_BEFORE = re.compile(
    "(?:" + "|".join(f"(?P<{name}>{row})" for name, row in _BEFORE_WORDS.items()) + r")\s?\Z"
)
_AFTER = re.compile(r"\s?(?:" + "|".join(f"(?P<{name}>{row})" for name, row in _AFTER_WORDS.items()) + ")")
_CONNECTOR = re.compile(r"\s?(?:~|-|至|到|to|until|до|по)\s?")
_AGO = re.compile(
    r"(?P<more>[多来几余])?\s?(?:以前|之前|前(?!后|期|面|提|景)|ago(?![a-z])|earlier(?![a-z])|назад)"
)
_HENCE = re.compile(r"\s?(?:以后|之后|后(?!期|面|来)|from now|later(?![a-z]))")
_SPANS = frozenset({Unit.YEAR, Unit.MONTH, Unit.WEEK, Unit.DAY})
_YEAR_WORD = "|".join(sorted(YEAR_WORDS, key=len, reverse=True))
_MONTHS = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})年|(?P<word>{_YEAR_WORD}))?的?\s?"
    r"(?P<first>[0-9]{1,2})月?[-~至到](?P<last>[0-9]{1,2})月份?(?![0-9])"
)
_COMPACT = re.compile(r"(?P<date>(?:19|20)[0-9]{6})(?![0-9.,]|\s?[万亿元千百a-z%])")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """What was read between `start` and `end`: a date, both ends of a range, or nothing (2026-02-30)."""

    start: int
    end: int
    values: tuple[tuple[str, Bound], ...] = ()
    doubt: str = ""


def read_date_span(text: str, at: int, today: date, since: int, *, alone: bool = False) -> DateSpan | None:
    """The date, with its bound, or the range of dates that begins at this character; `None` where none
    does.
    """
    years = read_years(text, at)
    if years is not None:
        return DateSpan(at, years[2], ((years[0], Bound.GE), (years[1], Bound.LE)))
    months = _months(text, at, today)
    if months is not None:
        return months
    when = _read(text, at, today) or (None if alone else _compact(text, at))
    if when is None:
        return None
    if when.value is None:
        return DateSpan(at, when.end)
    return _range(text, at, when, today) or _bounded(text, at, when, since)


def read_ago_span(text: str, amount: Amount, today: date) -> DateSpan | None:
    """The date that 前, ago, назад or 后 makes of a span of time: 两年前, 三个月后."""
    if amount.unit not in _SPANS or amount.low != amount.high or not 0 <= amount.low <= 10_000:
        return None
    ago = _AGO.match(text, amount.end)
    match = ago or _HENCE.match(text, amount.end)
    if match is None:
        return None
    day = shifted(today, amount.unit.value, -amount.low if ago else amount.low)
    vague = amount.approx or bool(ago and ago["more"])
    values = ((day.isoformat(), Bound.APPROX if vague else Bound.EQ),) if day else ()
    return DateSpan(amount.start, match.end(), values, RELATIVE)


def _read(text: str, at: int, today: date) -> DateMatch | None:
    return read_relative(text, at, today) or read_date(text, at, today)


def _compact(text: str, at: int) -> DateMatch | None:
    """20241105 with no unit behind it, where it is a day of the calendar."""
    match = _COMPACT.match(text, at)
    try:
        found = date.fromisoformat(match["date"]) if match else None
    except ValueError:
        return None
    return DateMatch(match.end(), found.isoformat(), "compact") if match and found else None


def _range(text: str, at: int, first: DateMatch, today: date) -> DateSpan | None:
    """2023年-2025年, 2024年1月至3月: from the first through the last."""
    connector = _CONNECTOR.match(text, first.end)
    if connector is None or connector.end() == len(text) or first.value is None:
        return None
    last = _read(text, connector.end(), today)
    if last is None or last.value is None:
        return None
    value = last.value
    if last.doubt == NO_YEAR and first.doubt != NO_YEAR:
        value = first.value[:4] + value[4:]
    if value[: len(first.value)] < first.value[: len(value)]:
        return None
    return DateSpan(at, last.end, ((first.value, Bound.GE), (value, Bound.LE)), first.doubt)


def _months(text: str, at: int, today: date) -> DateSpan | None:
    """2024年1-3月, 去年1至6月, 1-3月."""
    match = _MONTHS.match(text, at)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else today.year + YEAR_WORDS.get(match["word"], 0)
    first, last = written(year, int(match["first"])), written(year, int(match["last"]))
    if not first or not last or first >= last:
        return None
    doubt = RELATIVE if match["word"] else "" if match["year"] else NO_YEAR
    return DateSpan(at, match.end(), ((first, Bound.GE), (last, Bound.LE)), doubt)


def _bounded(text: str, at: int, when: DateMatch, since: int) -> DateSpan:
    before = _BEFORE.search(text, max(since, at - 16), at)
    if before and _is_inside_word(text, before.start()):
        before = None
    after = _AFTER.match(text, when.end)
    start = before.start() if before else at
    end = after.end() if after else when.end
    name = (after and after.lastgroup) or (before and before.lastgroup)
    bound = Bound(name) if name else Bound.APPROX if when.approx else Bound.EQ
    return DateSpan(start, end, ((when.value or "", bound),), when.doubt)


def _is_inside_word(text: str, at: int) -> bool:
    first, before = text[at], text[at - 1 : at]
    return bool(before) and first.isalpha() and first < "一" and before.isalpha() and before < "一"
