"""Periods between an event and its deadline, and the counts that they give.

Working days follow the calendar. Every other term counts from the day after the event (30 days is +30),
and is not moved when it ends on a day off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from rules.calendar.calendars import Calendars
from rules.calendar.year import DayOff, OutOfCalendar, is_counted_in

_DAY = timedelta(days=1)
_MONTHS = 12


class Counted(StrEnum):
    """What a period counts."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    FIXED = "fixed"


class CountingConvention(StrEnum):
    """Which day is the first of a count of working days: the event's own day, or the day after it. If it
    is a day off, the next working day is the first.
    """

    FROM_FIRST_DAY = "from_first_day"
    FROM_NEXT_DAY = "from_next_day"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Days in a row that are off for one reason and not counted."""

    why: DayOff
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A due date with the way to it.

    `number` is how many were counted. Of working days: `opening` is the day on which the count opens,
    `first` the first that is counted, `skipped` the days off from the opening to the end, `made_up` the
    make-up workdays that were counted, `unpublished_from` the first day on the way whose calendar is not
    published. `last_of_month` says that the month has no such day number, and its last day stands in.
    """

    counted: Counted
    number: int
    since: date
    due: date
    day_off: bool | None
    convention: CountingConvention
    opening: date | None = None
    first: date | None = None
    skipped: tuple[Skipped, ...] = ()
    made_up: tuple[date, ...] = ()
    unpublished_from: date | None = None
    last_of_month: bool = False

    @property
    def official(self) -> bool:
        """Whether every day that matters is in a published calendar."""
        return self.unpublished_from is None


@dataclass(frozen=True, slots=True)
class Period:
    """A whole number of something after an event. `number` is at least one."""

    number: int

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"a period of {self.number} ends before it begins")


@dataclass(frozen=True, slots=True)
class WorkingDays(Period):
    """So many working days. `at_least` says that the authority may take longer: the end is the earliest
    one.
    """

    at_least: bool = False

    def count(self, since: date, calendars: Calendars, convention: CountingConvention) -> Count:
        """The end of the last of them."""
        opening = since if convention is CountingConvention.FROM_FIRST_DAY else since + _DAY
        days = tuple(_through(opening, self.number, calendars))
        worked = [day for day in days if calendars.why_off(day) is None]
        return Count(
            Counted.WORKING_DAYS,
            self.number,
            since,
            days[-1],
            calendars.is_day_off(days[-1]),
            convention,
            opening=opening,
            first=worked[0],
            skipped=tuple(_skipped(days, calendars)),
            made_up=tuple(day for day in worked if calendars.is_made_up(day)),
            unpublished_from=next((day for day in days if not calendars.is_published(day)), None),
        )


@dataclass(frozen=True, slots=True)
class Days(Period):
    """So many days, days off included."""

    def count(self, since: date, calendars: Calendars, convention: CountingConvention) -> Count:
        """The same number of days later."""
        due = since + self.number * _DAY
        return Count(Counted.DAYS, self.number, since, due, calendars.is_day_off(due), convention)


@dataclass(frozen=True, slots=True)
class Months(Period):
    """So many months, to the same day number or, where the month has none, to its last day."""

    def count(self, since: date, calendars: Calendars, convention: CountingConvention) -> Count:
        """The same day number so many months later."""
        return _count_months(Counted.MONTHS, self.number, 1, since, calendars, convention)


@dataclass(frozen=True, slots=True)
class Years(Period):
    """So many years, through the same day; 29 February ends on the 28th where there is none."""

    def count(self, since: date, calendars: Calendars, convention: CountingConvention) -> Count:
        """The same day so many years later."""
        return _count_months(Counted.YEARS, self.number, _MONTHS, since, calendars, convention)


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A fixed day of the event's year, or of one that stands `years` after it (before it, where negative)."""

    month: int
    day: int
    years: int = 0

    def count(self, since: date, calendars: Calendars, convention: CountingConvention) -> Count:
        """That day."""
        due = date(since.year + self.years, self.month, self.day)
        return Count(Counted.FIXED, 0, since, due, calendars.is_day_off(due), convention)


Term = WorkingDays | Days | Months | Years | FixedDay
"""Everything that a deadline can be counted by."""


def count(
    term: Term,
    since: date,
    calendars: Calendars,
    convention: CountingConvention = CountingConvention.FROM_FIRST_DAY,
) -> Count:
    """The due date of a term after an event. Raises `OutOfCalendar` for an event outside 1949 to 2200
    only: beyond the published calendars a count goes on and says that it is estimated.
    """
    if not is_counted_in(since.year):
        raise OutOfCalendar(since.year)
    return term.count(since, calendars, convention)


def months_after(day: date, months: int) -> date:
    """The same day number so many months later, or the last day of a month that has no such number."""
    total = day.year * _MONTHS + day.month - 1 + months
    last = _first_of_month(total + 1) - _DAY
    return min(_first_of_month(total) + (day.day - 1) * _DAY, last)


def _first_of_month(total: int) -> date:
    year, month = divmod(total, _MONTHS)
    return date(year, month + 1, 1)


def _count_months(
    counted: Counted,
    number: int,
    months: int,
    since: date,
    calendars: Calendars,
    convention: CountingConvention,
) -> Count:
    due = months_after(since, number * months)
    off = calendars.is_day_off(due)
    return Count(counted, number, since, due, off, convention, last_of_month=due.day != since.day)


def _through(opening: date, number: int, calendars: Calendars) -> Iterator[date]:
    """Every day from the opening through the last working day of so many."""
    day, left = opening, number
    while left:
        left -= calendars.why_off(day) is None
        yield day
        day += _DAY


def _skipped(days: tuple[date, ...], calendars: Calendars) -> Iterator[Skipped]:
    for why, run in groupby(days, calendars.why_off):
        if why is not None:
            yield Skipped(why, tuple(run))
