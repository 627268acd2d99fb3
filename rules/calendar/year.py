"""One year of the State Council's calendar: its days off and its make-up workdays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.engine.refusals import Refusal

FIRST_YEAR, LAST_YEAR = 1949, 2200
"""The years that are counted in."""

_SATURDAY = 5
# Every notice so far lists the holidays that these days begin (放假办法 第二条).
_NEVER_WORKED = ((1, 1), (5, 1), (10, 1))


class Status(StrEnum):
    """Whether a year's calendar is the State Council's, or somebody's estimate of it."""

    OFFICIAL = "official"
    ESTIMATED = "estimated"


class DayOff(StrEnum):
    """Why nobody works on a day. `OTHER` is a holiday of one year only."""

    NEW_YEAR = "new_year"
    SPRING_FESTIVAL = "spring_festival"
    QINGMING = "qingming"
    LABOUR_DAY = "labour_day"
    DRAGON_BOAT = "dragon_boat"
    MID_AUTUMN = "mid_autumn"
    NATIONAL_DAY = "national_day"
    VICTORY_DAY = "victory_day"
    OTHER = "other"
    WEEKEND = "weekend"


class OutOfCalendar(Refusal):
    """A day or year that lies outside the years that are counted in."""

    def __init__(self, year: int) -> None:
        super().__init__(f"{year} is not between {FIRST_YEAR} and {LAST_YEAR}")
        self.year, self.first, self.last = year, FIRST_YEAR, LAST_YEAR


class CalendarRefused(Refusal):
    """A calendar that cannot be one.

    `problem` is document (its number or date is missing), year (the day is of another year), both (a day
    off and a workday), weekday (a make-up workday that would be worked anyway), weekend (a usual weekend
    is not recorded as such), holiday (a day that is always off is missing) or published (an estimate of a
    year that is published).
    """

    def __init__(self, year: int, problem: str, day: date | None = None) -> None:
        super().__init__(f"{year}: {problem}{f': {day}' if day else ''}")
        self.year, self.problem, self.day = year, problem, day


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """What a notice says of its year: `days_off` with their holiday, weekends inside a holiday included;
    `workdays`, the Saturdays and Sundays that are worked.

    `document` is the notice's number and `issued` its date (what comes from a library names the library
    and has no date). An official notice may also settle days of the December before: 2006 made 31
    December 2005 a workday.

    Raises `OutOfCalendar` for a year that is not counted in, `CalendarRefused` for what cannot be a
    calendar.
    """

    year: int
    status: Status
    document: str
    issued: date | None
    days_off: Mapping[date, DayOff]
    workdays: frozenset[date]

    def __post_init__(self) -> None:
        if not is_counted_in(self.year):
            raise OutOfCalendar(self.year)
        for problem, day in self._problems():
            raise CalendarRefused(self.year, problem, day)

    @property
    def is_official(self) -> bool:
        """Whether it is the State Council's own."""
        return self.status is Status.OFFICIAL

    def _problems(self) -> Iterator[tuple[str, date | None]]:
        if not self.document.strip():
            yield "document", None
        for day in sorted((*self.days_off, *self.workdays)):
            if not self._may_settle(day):
                yield "year", day
            if day in self.days_off and day in self.workdays:
                yield "both", day
        yield from (("weekday", day) for day in sorted(self.workdays) if not is_weekend(day))
        yield from (("weekend", day) for day, why in self.days_off.items() if why is DayOff.WEEKEND)
        always_off = (date(self.year, month, number) for month, number in _NEVER_WORKED)
        yield from (("holiday", day) for day in always_off if day not in self.days_off)

    def _may_settle(self, day: date) -> bool:
        before = self.is_official and (day.year, day.month) == (self.year - 1, 12)
        return day.year == self.year or before


def is_counted_in(year: int) -> bool:
    """Whether days of this year can be counted."""
    return FIRST_YEAR <= year <= LAST_YEAR


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= _SATURDAY
