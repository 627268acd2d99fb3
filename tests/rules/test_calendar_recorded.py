"""What an operator records of a further year: it counts from then on, and nothing impossible gets in."""

from datetime import date

import pytest

from rules.calendar.calendars import Calendars, official_days_left
from rules.calendar.published import PUBLISHED
from rules.calendar.year import CalendarRefused, DayOff, OutOfCalendar, Status, YearCalendar
from tests.rules.calendars import WORKDAYS_2027, recorded_2027

TODAY = date(2026, 11, 22)


def test_fewer_than_60_official_days_remain_today() -> None:
    """The notice for 2027 is not published on 22 November 2026; this is what the operator is warned of."""
    assert official_days_left(PUBLISHED, TODAY) == 39


@pytest.mark.parametrize(("today", "left"), [("2026-11-01", 60), ("2026-11-02", 59), ("2026-12-31", 0)])
def test_the_official_days_left_are_the_days_after_today(today: str, left: int) -> None:
    assert official_days_left(PUBLISHED, date.fromisoformat(today)) == left


@pytest.mark.parametrize("today", ["2027-01-01", "2003-12-31"])
def test_where_today_has_no_calendar_no_day_is_left(today: str) -> None:
    day = date.fromisoformat(today)
    assert official_days_left(PUBLISHED, day) == 0
    assert PUBLISHED.last_official_day(day) is None


def test_a_recorded_year_lengthens_what_is_official() -> None:
    calendars = PUBLISHED.recorded(recorded_2027())
    assert official_days_left(calendars, TODAY) == 39 + 365
    assert calendars.is_day_off(date(2027, 1, 1)) is True
    assert calendars.is_day_off(date(2027, 1, 4)) is False
    assert calendars.is_made_up(date(2027, 2, 14))


def test_a_gap_between_recorded_years_ends_what_is_left() -> None:
    far = YearCalendar(
        2028,
        Status.OFFICIAL,
        "Notice 9 of 2027",
        date(2027, 11, 1),
        {
            date(2028, 1, 1): DayOff.NEW_YEAR,
            date(2028, 5, 1): DayOff.LABOUR_DAY,
            date(2028, 10, 1): DayOff.NATIONAL_DAY,
        },
        frozenset(),
    )
    assert official_days_left(PUBLISHED.recorded(far), TODAY) == 39
    assert official_days_left(PUBLISHED.recorded(far, recorded_2027()), TODAY) == 39 + 365 + 366


def test_an_estimated_year_counts_but_is_not_official() -> None:
    calendars = PUBLISHED.recorded(recorded_2027(Status.ESTIMATED))
    assert calendars.why_off(date(2027, 1, 1)) is DayOff.NEW_YEAR
    assert calendars.is_day_off(date(2027, 1, 1)) is None
    assert official_days_left(calendars, TODAY) == 39


def test_the_notice_replaces_the_estimate() -> None:
    calendars = PUBLISHED.recorded(recorded_2027(Status.ESTIMATED)).recorded(recorded_2027())
    assert calendars.is_day_off(date(2027, 1, 1)) is True
    assert [calendar.year for calendar in calendars.years][-2:] == [2026, 2027]


def test_what_was_recorded_leaves_the_published_calendars_as_they_are() -> None:
    PUBLISHED.recorded(recorded_2027())
    assert PUBLISHED.is_day_off(date(2027, 1, 1)) is None


def test_a_notice_may_settle_the_december_before_it() -> None:
    """A Thursday given free against a worked Saturday, as the notice for 2008 did."""
    day, worked = date(2026, 12, 31), date(2026, 12, 26)
    notice = recorded_2027(days_off={day: DayOff.NEW_YEAR}, workdays=WORKDAYS_2027 | {worked})
    calendars = PUBLISHED.recorded(notice)
    assert calendars.why_off(day) is DayOff.NEW_YEAR
    assert calendars.why_off(worked) is None
    assert PUBLISHED.why_off(day) is None


def test_of_two_notices_on_one_december_day_the_later_counts() -> None:
    """Both ways: a workday becomes a day off, a day off a workday."""
    worked, free = date(2005, 12, 31), date(2006, 12, 30)
    assert PUBLISHED.why_off(worked) is None
    base = {
        date(year, month, 1): DayOff.OTHER for year in (2005, 2006, 2007) for month in (1, 5, 10)
    }  # enough to be calendars

    def of(year: int, days_off: dict[date, DayOff], workdays: frozenset[date]) -> YearCalendar:
        own = {day: why for day, why in base.items() if day.year == year}
        return YearCalendar(year, Status.OFFICIAL, "made up", date(2005, 1, 1), own | days_off, workdays)

    calendars = Calendars(
        (
            of(2005, {}, frozenset({worked})),
            of(2006, {worked: DayOff.NEW_YEAR, free: DayOff.OTHER}, frozenset()),
            of(2007, {}, frozenset({free})),
        )
    )
    assert calendars.why_off(worked) is DayOff.NEW_YEAR
    assert not calendars.is_made_up(worked)
    assert calendars.why_off(free) is None
    assert calendars.is_made_up(free)


SATURDAY, MONDAY = date(2027, 3, 6), date(2027, 3, 8)
BROKEN = {
    "a document without a number": ({"document": " "}, "document", None),
    "a day of another year": (
        {"days_off": {date(2028, 1, 1): DayOff.NEW_YEAR}},
        "year",
        date(2028, 1, 1),
    ),
    "a day of the November before": (
        {"days_off": {date(2026, 11, 30): DayOff.OTHER}},
        "year",
        date(2026, 11, 30),
    ),
    "a December day of a year long past": (
        {"workdays": frozenset({date(2025, 12, 27)})},
        "year",
        date(2025, 12, 27),
    ),
    "a day both off and worked": (
        {"workdays": frozenset({date(2027, 10, 2)})},
        "both",
        date(2027, 10, 2),
    ),
    "a make-up workday on a Monday": ({"workdays": frozenset({MONDAY})}, "weekday", MONDAY),
    "a usual weekend": ({"days_off": {SATURDAY: DayOff.WEEKEND}}, "weekend", SATURDAY),
    "a year without National Day": (
        {"without": frozenset({date(2027, 10, 1)})},
        "holiday",
        date(2027, 10, 1),
    ),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_a_calendar_is_refused_with_the_day(
    case: tuple[dict[str, object], str, date | None],
) -> None:
    fields, problem, day = case
    with pytest.raises(CalendarRefused) as refused:
        recorded_2027(**fields)  # type: ignore[arg-type]
    assert (refused.value.year, refused.value.problem, refused.value.day) == (2027, problem, day)


def test_an_estimate_settles_no_day_of_the_year_before() -> None:
    with pytest.raises(CalendarRefused) as refused:
        recorded_2027(Status.ESTIMATED, days_off={date(2026, 12, 31): DayOff.NEW_YEAR})
    assert refused.value.problem == "year"


def test_a_recorded_year_needs_the_date_of_its_notice() -> None:
    with pytest.raises(CalendarRefused) as refused:
        PUBLISHED.recorded(recorded_2027(issued=None))
    assert refused.value.problem == "document"


def test_an_estimate_does_not_replace_a_published_year() -> None:
    published = PUBLISHED.recorded(recorded_2027())
    with pytest.raises(CalendarRefused) as refused:
        published.recorded(recorded_2027(Status.ESTIMATED))
    assert refused.value.problem == "published"


@pytest.mark.parametrize("year", [1948, 2201])
def test_a_year_that_is_not_counted_in_is_refused(year: int) -> None:
    with pytest.raises(OutOfCalendar) as refused:
        YearCalendar(year, Status.ESTIMATED, "x", None, {}, frozenset())
    assert (refused.value.year, refused.value.first, refused.value.last) == (year, 1949, 2200)


@pytest.mark.parametrize("years", [(2027, 2027), (2027, 2026)])
def test_calendars_that_are_out_of_order_fail_loudly(years: tuple[int, int]) -> None:
    by_year = {calendar.year: calendar for calendar in (*PUBLISHED.years, recorded_2027())}
    with pytest.raises(ValueError, match="ascend"):
        Calendars(tuple(by_year[year] for year in years))
