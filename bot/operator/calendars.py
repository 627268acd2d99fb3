"""The years that an operator records: a notice's holidays from first to last day, its make-up workdays."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.operator.entries import Calendar, Holiday, OperatorFile
from bot.operator.faults import Fault, Location
from rules.calendar.year import CalendarRefused, DayOff, OutOfCalendar, Status, YearCalendar

LONGEST_HOLIDAY = 31


def calendars_of(file: OperatorFile) -> tuple[list[YearCalendar], list[Fault]]:
    """The calendars that can be ones, and what is wrong with the others."""
    made, faults = list[YearCalendar](), list[Fault]()
    for number, entry in enumerate(file.calendar):
        where: Location = ("calendar", number)
        wrong = list(_wrong_holidays(entry, where))
        faults += wrong
        if wrong:
            continue
        try:
            made.append(_calendar(entry))
        except (CalendarRefused, OutOfCalendar) as refused:
            faults.append(Fault("calendar", where, calendar=refused))
    return made, faults


def _wrong_holidays(entry: Calendar, where: Location) -> Iterator[Fault]:
    seen: set[date] = set()
    for number, holiday in enumerate(entry.holiday):
        place = (*where, "holiday", number, "last")
        length = (holiday.last - holiday.first).days + 1
        if not 1 <= length <= LONGEST_HOLIDAY:
            params = {"first": holiday.first.isoformat(), "limit": str(LONGEST_HOLIDAY)}
            yield Fault("calendar_order", place, holiday.last, params)
            continue
        shared = seen.intersection(_days(holiday))
        if shared:
            yield Fault("calendar_overlap", place[:-1], min(shared))
        seen.update(_days(holiday))


def _calendar(entry: Calendar) -> YearCalendar:
    days_off = {day: DayOff(holiday.name) for holiday in entry.holiday for day in _days(holiday)}
    workdays = frozenset(entry.workdays)
    return YearCalendar(entry.year, Status.OFFICIAL, entry.document, entry.dated, days_off, workdays)


def _days(holiday: Holiday) -> list[date]:
    count = (holiday.last - holiday.first).days + 1
    return [holiday.first + timedelta(days=number) for number in range(count)]
