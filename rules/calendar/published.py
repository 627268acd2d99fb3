"""The calendars that are published so far, as the library `chinese_calendar` records them (2004 to 2026)."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import chinese_calendar

from rules.calendar.calendars import Calendars
from rules.calendar.year import DayOff, Status, YearCalendar

_DOCUMENT = f"chinesecalendar {chinese_calendar.__version__}"
_REASONS: Mapping[str, DayOff] = MappingProxyType(
    {
        "New Year's Day": DayOff.NEW_YEAR,
        "Spring Festival": DayOff.SPRING_FESTIVAL,
        "Tomb-sweeping Day": DayOff.QINGMING,
        "Labour Day": DayOff.LABOUR_DAY,
        "Dragon Boat Festival": DayOff.DRAGON_BOAT,
        "Mid-autumn Festival": DayOff.MID_AUTUMN,
        "National Day": DayOff.NATIONAL_DAY,
        "Anti-Fascist 70th Day": DayOff.VICTORY_DAY,
    }
)
# The library leaves out that the notice for 2006 (number 35 of 2005) exchanged this Saturday for 3 January.
_LEFT_OUT = {2006: frozenset({date(2005, 12, 31)})}


def _of_year(year: int) -> YearCalendar:
    days_off = {
        day: _REASONS.get(name, DayOff.OTHER)
        for day, name in chinese_calendar.holidays.items()
        if day.year == year
    }
    workdays = frozenset(day for day in chinese_calendar.workdays if day.year == year)
    made_up = workdays | _LEFT_OUT.get(year, frozenset())
    return YearCalendar(year, Status.OFFICIAL, _DOCUMENT, None, MappingProxyType(days_off), made_up)


PUBLISHED = Calendars(
    tuple(_of_year(year) for year in sorted({day.year for day in chinese_calendar.holidays}))
)
"""Every calendar that the State Council has published so far, as far as the library knows."""
