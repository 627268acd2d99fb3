"""Calendars for tests: a year that an operator recorded, made up, since the real one is not published."""

from collections.abc import Iterator
from datetime import date, timedelta

from rules.calendar.year import DayOff, Status, YearCalendar

HOLIDAYS_2027 = {
    DayOff.NEW_YEAR: ("2027-01-01", "2027-01-03"),
    DayOff.SPRING_FESTIVAL: ("2027-02-05", "2027-02-11"),
    DayOff.LABOUR_DAY: ("2027-05-01", "2027-05-05"),
    DayOff.NATIONAL_DAY: ("2027-10-01", "2027-10-07"),
}
WORKDAYS_2027 = frozenset({date(2027, 1, 30), date(2027, 2, 14), date(2027, 10, 9)})


def recorded_2027(
    status: Status = Status.OFFICIAL,
    *,
    document: str = "Notice 7 of 2026",
    issued: date | None = date(2026, 11, 30),
    without: frozenset[date] = frozenset(),
    days_off: dict[date, DayOff] | None = None,
    workdays: frozenset[date] = WORKDAYS_2027,
) -> YearCalendar:
    """A calendar of 2027 as an operator could record it; `days_off` come on top, `without` is left out."""
    days = {day: why for why, (first, last) in HOLIDAYS_2027.items() for day in days_through(first, last)}
    kept = {day: why for day, why in (days | (days_off or {})).items() if day not in without}
    return YearCalendar(2027, status, document, issued, kept, workdays)


def days_through(first: date | str, last: date | str) -> Iterator[date]:
    """Every day from the first through the last."""
    day, end = (date.fromisoformat(one) if isinstance(one, str) else one for one in (first, last))
    while day <= end:
        yield day
        day += timedelta(days=1)
