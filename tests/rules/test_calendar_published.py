"""The published calendars, 2004 to 2026, day by day against an independent library."""

from datetime import date

import chinese_calendar
import holidays
import pytest

from rules.calendar.published import PUBLISHED
from rules.calendar.year import DayOff
from tests.rules.calendars import days_through

YEARS = range(2004, 2027)


def test_every_day_off_and_every_make_up_workday_is_that_of_an_independent_library() -> None:
    """`holidays` keeps its own tables, so an error in ours would have to be made twice."""
    others = holidays.country_holidays("CN", years=YEARS)
    days = list(days_through("2004-01-01", "2026-12-31"))
    assert len(days) == 8401
    assert [day for day in days if (PUBLISHED.why_off(day) is None) != others.is_working_day(day)] == []


def test_the_one_day_that_our_source_leaves_out_is_mended() -> None:
    """The notice for 2006 made 31 December 2005, a Saturday, a workday; chinesecalendar does not know it."""
    differing = [
        day
        for day in days_through("2004-01-01", "2026-12-31")
        if chinese_calendar.is_workday(day) != (PUBLISHED.why_off(day) is None)
    ]
    assert differing == [date(2005, 12, 31)]
    assert PUBLISHED.is_made_up(date(2005, 12, 31))


def test_every_year_is_official_and_names_its_source() -> None:
    assert [calendar.year for calendar in PUBLISHED.years] == list(YEARS)
    assert all(calendar.is_official for calendar in PUBLISHED.years)
    assert {calendar.issued for calendar in PUBLISHED.years} == {None}
    assert {calendar.document for calendar in PUBLISHED.years} == {
        f"chinesecalendar {chinese_calendar.__version__}"
    }


def test_every_holiday_of_the_source_has_a_name_of_ours() -> None:
    reasons = {why for calendar in PUBLISHED.years for why in calendar.days_off.values()}
    assert reasons == set(DayOff) - {DayOff.OTHER, DayOff.WEEKEND}


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-01-02", DayOff.NEW_YEAR),
        ("2026-02-15", DayOff.SPRING_FESTIVAL),
        ("2026-02-23", DayOff.SPRING_FESTIVAL),
        ("2026-02-24", None),
        ("2026-04-06", DayOff.QINGMING),
        ("2026-05-05", DayOff.LABOUR_DAY),
        ("2026-06-19", DayOff.DRAGON_BOAT),
        ("2026-09-20", None),
        ("2026-09-25", DayOff.MID_AUTUMN),
        ("2026-09-30", None),
        ("2026-10-01", DayOff.NATIONAL_DAY),
        ("2026-10-07", DayOff.NATIONAL_DAY),
        ("2026-10-10", None),
        ("2026-10-11", DayOff.WEEKEND),
        ("2015-09-03", DayOff.VICTORY_DAY),
    ],
)
def test_a_day_is_off_for_the_reason_that_the_notice_gives(day: str, why: DayOff | None) -> None:
    assert PUBLISHED.why_off(date.fromisoformat(day)) is why


@pytest.mark.parametrize("day", ["2003-12-31", "2027-01-01", "1949-10-01", "2200-12-31"])
def test_of_a_day_beyond_the_published_years_nothing_is_claimed(day: str) -> None:
    one = date.fromisoformat(day)
    assert not PUBLISHED.is_published(one)
    assert PUBLISHED.is_day_off(one) is None


def test_the_first_and_the_last_published_day_are_published() -> None:
    assert PUBLISHED.is_day_off(date(2004, 1, 1)) is True
    assert PUBLISHED.is_day_off(date(2026, 12, 31)) is False
