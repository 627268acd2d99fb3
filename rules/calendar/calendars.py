"""Several years' calendars as one: what is off, what is made up for, how far the official ones reach."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from rules.calendar.year import CalendarRefused, DayOff, YearCalendar, is_weekend


@dataclass(frozen=True)
class Calendars:
    """The calendars of some years, at most one a year. In a year without one only the weekends are known
    to be off.
    """

    years: tuple[YearCalendar, ...] = ()

    def __post_init__(self) -> None:
        years = [calendar.year for calendar in self.years]
        if any(year >= following for year, following in pairwise(years)):
            raise ValueError(f"years must ascend, each once: {years}")

    def recorded(self, *added: YearCalendar) -> "Calendars":
        """These calendars with those that an operator recorded; a year that is recorded replaces the one
        before.

        Raises `CalendarRefused` for one without the date of its document (document), and for an estimate
        of a year that is published (published).
        """
        for calendar in added:
            if calendar.issued is None:
                raise CalendarRefused(calendar.year, "document")
            if calendar.year in self._official and not calendar.is_official:
                raise CalendarRefused(calendar.year, "published")
        by_year = {calendar.year: calendar for calendar in (*self.years, *added)}
        return Calendars(tuple(by_year[year] for year in sorted(by_year)))

    def why_off(self, day: date) -> DayOff | None:
        """Why a day is off; `None` for a working day. Beyond the recorded years only weekends are off."""
        if day in self._workdays:
            return None
        return self._days_off.get(day) or (DayOff.WEEKEND if is_weekend(day) else None)

    def is_made_up(self, day: date) -> bool:
        """Whether a day is a make-up workday (补班): a weekend that is worked."""
        return day in self._workdays

    def is_published(self, day: date) -> bool:
        """Whether the State Council has published the calendar of this day."""
        return day.year in self._official

    def is_day_off(self, day: date) -> bool | None:
        """Whether a day is off; `None` where its calendar is not published."""
        return self.why_off(day) is not None if self.is_published(day) else None

    def last_official_day(self, today: date) -> date | None:
        """The last day that official calendars reach without a gap from today on; `None` where today has
        none.
        """
        if not self.is_published(today):
            return None
        year = today.year
        while year + 1 in self._official:
            year += 1
        return date(year, 12, 31)

    @cached_property
    def _official(self) -> frozenset[int]:
        return frozenset(calendar.year for calendar in self.years if calendar.is_official)

    @cached_property
    def _days_off(self) -> dict[date, DayOff]:
        """Of two notices that settle a day in December, the later one counts."""
        found: dict[date, DayOff] = {}
        for calendar in self.years:
            found.update(calendar.days_off)
        return {day: why for day, why in found.items() if day not in self._workdays}

    @cached_property
    def _workdays(self) -> frozenset[date]:
        found: set[date] = set()
        for calendar in self.years:
            found = (found - calendar.days_off.keys()) | calendar.workdays
        return frozenset(found)


def official_days_left(calendars: Calendars, today: date) -> int:
    """For how many days after today the official calendars still reach; 0 where today itself has none."""
    last = calendars.last_official_day(today)
    return 0 if last is None else (last - today).days
