"""Periods: what holds for every day and every length, and the ends of months and years."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar.calendars import Calendars
from rules.calendar.periods import (
    Counted,
    CountingConvention,
    Days,
    FixedDay,
    Months,
    Term,
    WorkingDays,
    Years,
    count,
    months_after,
)
from rules.calendar.published import PUBLISHED
from rules.calendar.year import DayOff, OutOfCalendar
from tests.rules.calendars import days_through, recorded_2027

FIRST, NEXT = CountingConvention
DAY = timedelta(days=1)

anywhere = st.dates(date(1949, 1, 1), date(2200, 12, 31))
published = st.dates(date(2006, 1, 1), date(2026, 9, 30))
conventions = st.sampled_from(CountingConvention)
numbers = st.integers(1, 60)
periods = st.sampled_from((WorkingDays, Days, Months, Years))
calendars = st.sampled_from((PUBLISHED, PUBLISHED.recorded(recorded_2027()), Calendars()))


@given(anywhere, anywhere, periods, numbers, conventions, calendars)
def test_a_later_event_is_never_due_earlier(
    one: date,
    other: date,
    period: type[WorkingDays | Days | Months | Years],
    number: int,
    convention: CountingConvention,
    known: Calendars,
) -> None:
    early, late = sorted((one, other))
    term = period(number)
    assert count(term, early, known, convention).due <= count(term, late, known, convention).due


@given(anywhere, periods, numbers, conventions, calendars)
def test_a_longer_period_ends_later(
    since: date,
    period: type[WorkingDays | Days | Months | Years],
    number: int,
    convention: CountingConvention,
    known: Calendars,
) -> None:
    shorter = count(period(number), since, known, convention)
    assert shorter.due < count(period(number + 1), since, known, convention).due
    assert shorter.due >= since


@given(published, st.integers(1, 40), conventions)
def test_counting_back_over_a_count_gives_its_number(
    since: date, number: int, convention: CountingConvention
) -> None:
    """By the library's own judgement of each day: exactly so many workdays, the last day one of them."""
    found = count(WorkingDays(number), since, PUBLISHED, convention)
    opening = since if convention is FIRST else since + DAY
    worked = [day for day in days_through(opening, found.due) if chinese_calendar.is_workday(day)]
    assert len(worked) == number
    assert (worked[0], worked[-1]) == (found.first, found.due)
    assert found.official
    assert found.day_off is False


@given(anywhere, numbers, conventions, calendars)
def test_every_day_of_a_count_is_either_counted_or_explained(
    since: date, number: int, convention: CountingConvention, known: Calendars
) -> None:
    found = count(WorkingDays(number), since, known, convention)
    assert found.opening is not None
    days = set(days_through(found.opening, found.due))
    skipped = [day for run in found.skipped for day in run.days]
    assert skipped == sorted(set(skipped))
    assert len(days) - len(skipped) == number
    assert set(found.made_up) <= days - set(skipped)
    assert all(known.why_off(day) is run.why for run in found.skipped for day in run.days)
    assert found.official == all(known.is_published(day) for day in days)


@given(anywhere, numbers, calendars)
def test_the_other_convention_is_the_same_count_begun_a_day_later(
    since: date, number: int, known: Calendars
) -> None:
    later = min(since + DAY, date(2200, 12, 31))
    due = count(WorkingDays(number), later - DAY, known, NEXT).due
    assert due == count(WorkingDays(number), later, known, FIRST).due


@given(anywhere, numbers, conventions)
def test_days_are_added(since: date, number: int, convention: CountingConvention) -> None:
    found = count(Days(number), since, PUBLISHED, convention)
    assert (found.due - since).days == number
    assert found.official
    assert found.day_off is PUBLISHED.is_day_off(found.due)


@given(anywhere, numbers)
def test_a_month_keeps_the_day_number_or_ends_on_its_last_day(since: date, number: int) -> None:
    found = count(Months(number), since, PUBLISHED)
    passed = (found.due.year - since.year) * 12 + found.due.month - since.month
    assert passed == number
    if found.last_of_month:
        assert found.due.day < since.day
        assert (found.due + DAY).day == 1
    else:
        assert found.due.day == since.day


@given(anywhere, st.integers(1, 30))
def test_a_year_is_twelve_months(since: date, number: int) -> None:
    assert count(Years(number), since, PUBLISHED).due == months_after(since, 12 * number)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 28)), st.integers(-400, 400))
def test_months_lead_there_and_back(day: date, months: int) -> None:
    """Up to the 28th every month has the number, so that the way back ends where it began."""
    start = day.replace(day=min(day.day, 28))
    assert months_after(months_after(start, months), -months) == start


@pytest.mark.parametrize(
    ("since", "months", "due"),
    [
        ("2026-01-28", 1, "2026-02-28"),
        ("2026-01-29", 1, "2026-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-29", 1, "2024-02-29"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2026-11-15", 1, "2026-12-15"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2026-12-01", 12, "2027-12-01"),
    ],
)
def test_months_end_on_the_day_that_the_rule_names(since: str, months: int, due: str) -> None:
    found = count(Months(months), date.fromisoformat(since), PUBLISHED)
    assert found.due == date.fromisoformat(due)
    assert found.last_of_month is (since[-2:] != due[-2:])


@pytest.mark.parametrize(
    ("since", "years", "due"),
    [("2024-02-29", 3, "2027-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2023-02-28", 1, "2024-02-28")],
)
def test_29_february_ends_on_the_28th_in_a_common_year(since: str, years: int, due: str) -> None:
    assert count(Years(years), date.fromisoformat(since), PUBLISHED).due == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("term", "due", "off"),
    [
        (FixedDay(10, 31), "2026-10-31", True),
        (FixedDay(12, 31), "2026-12-31", False),
        (FixedDay(12, 31, years=1), "2027-12-31", None),
        (FixedDay(8, 31, years=-1), "2025-08-31", True),
    ],
)
def test_a_fixed_day_is_of_the_event_s_year_or_one_beside_it(term: Term, due: str, off: bool | None) -> None:
    found = count(term, date(2026, 1, 1), PUBLISHED)
    assert (found.due, found.day_off, found.official) == (date.fromisoformat(due), off, True)


def test_what_is_counted_has_the_names_of_the_contract() -> None:
    assert [str(counted) for counted in Counted] == ["working_days", "days", "months", "years", "fixed"]


@pytest.mark.parametrize("term", [WorkingDays(5), Days(31), FixedDay(2, 28)])
def test_only_months_and_years_can_end_on_a_last_day_of_a_month(term: Term) -> None:
    found = count(term, date(2026, 1, 31), PUBLISHED)
    assert found.last_of_month is False
    assert found.number == getattr(term, "number", 0)


def test_a_count_says_which_days_it_left_out_and_why() -> None:
    """Begun in the Mid-Autumn days of 2026 and through National Day."""
    found = count(WorkingDays(6), date(2026, 9, 26), PUBLISHED)
    assert (found.opening, found.first, found.due) == (
        date(2026, 9, 26),
        date(2026, 9, 28),
        date(2026, 10, 10),
    )
    assert [(run.why, len(run.days)) for run in found.skipped] == [
        (DayOff.MID_AUTUMN, 2),
        (DayOff.NATIONAL_DAY, 7),
    ]
    assert found.made_up == (date(2026, 10, 10),)


def test_a_count_says_from_which_day_on_it_is_estimated() -> None:
    found = count(WorkingDays(5), date(2026, 12, 28), PUBLISHED)
    assert found.unpublished_from == date(2027, 1, 1)
    assert found.day_off is None


def test_before_the_first_published_year_a_count_is_estimated_as_well() -> None:
    found = count(WorkingDays(5), date(2003, 12, 30), PUBLISHED)
    assert not found.official
    assert found.unpublished_from == date(2003, 12, 30)
    assert (found.due, found.day_off) == (date(2004, 1, 6), False)


@pytest.mark.parametrize("term", [WorkingDays(5), Days(30), Months(1), Years(3), FixedDay(10, 31)])
def test_the_years_1949_to_2200_are_counted_in_and_no_others(term: Term) -> None:
    for day in (date(1949, 1, 1), date(2200, 12, 31)):
        assert count(term, day, PUBLISHED).since == day
    for day in (date(1948, 12, 31), date(2201, 1, 1), date.min, date.max):
        with pytest.raises(OutOfCalendar):
            count(term, day, PUBLISHED)


@pytest.mark.parametrize("period", [WorkingDays, Days, Months, Years])
@pytest.mark.parametrize("number", [0, -1])
def test_a_period_of_nothing_cannot_be_declared(period: type[Days], number: int) -> None:
    with pytest.raises(ValueError, match="ends before"):
        period(number)
