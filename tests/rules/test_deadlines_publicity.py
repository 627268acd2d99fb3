"""Publicity: five working days by the State Council's calendar, across the holidays and into an
unpublished year.
"""

from datetime import date

import pytest

from rules.calendar.calendars import Calendars
from rules.calendar.periods import Counted, CountingConvention, WorkingDays
from rules.calendar.published import PUBLISHED
from rules.calendar.year import Status
from rules.deadlines.due import Deadline, deadlines
from rules.schemes import SCHEMES
from tests.rules.calendars import recorded_2027

FIRST, NEXT = CountingConvention
WITH_PUBLICITY = (
    "hlj-computing-centre",
    "hlj-compute-purchase",
    "hlj-industrial-security",
    "hlj-science-facility",
    "hlj-sme-digital",
)


def publicity(
    started: str, convention: CountingConvention = FIRST, calendars: Calendars = PUBLISHED
) -> Deadline:
    events = {"publicity_started": date.fromisoformat(started)}
    (found,) = deadlines("hlj-compute-purchase", events, calendars=calendars, convention=convention)
    return found


@pytest.mark.parametrize(
    ("started", "ends"),
    [
        # An ordinary week, one with a weekend in it, and a start on a Saturday and on a Sunday.
        ("2026-11-16", "2026-11-20"),
        ("2026-11-18", "2026-11-24"),
        ("2026-11-21", "2026-11-27"),
        ("2026-11-22", "2026-11-27"),
        # A Sunday that is worked before the Mid-Autumn days, and the Saturday before it.
        ("2026-09-20", "2026-09-24"),
        ("2026-09-19", "2026-09-24"),
        # Across National Day; 10 October is a Saturday that is worked.
        ("2026-09-25", "2026-10-09"),
        ("2026-09-28", "2026-10-09"),
        ("2026-09-29", "2026-10-10"),
        ("2026-09-30", "2026-10-12"),
        ("2026-10-01", "2026-10-13"),
        # Across Spring Festival; 14 and 28 February are Saturdays that are worked.
        ("2026-02-12", "2026-02-25"),
        ("2026-02-13", "2026-02-26"),
        ("2026-02-17", "2026-02-28"),
        ("2026-02-24", "2026-02-28"),
        # The last count that ends in the last published year.
        ("2026-12-25", "2026-12-31"),
    ],
)
def test_the_first_day_counts_and_days_off_do_not(started: str, ends: str) -> None:
    found = publicity(started)
    assert found.due == date.fromisoformat(ends)
    assert (found.counted, found.official, found.day_off) == (Counted.WORKING_DAYS, True, False)


@pytest.mark.parametrize(
    ("started", "ends"),
    [
        ("2026-11-16", "2026-11-23"),
        ("2026-11-20", "2026-11-27"),
        ("2026-11-21", "2026-11-27"),
        ("2026-11-22", "2026-11-27"),
        ("2026-09-28", "2026-10-10"),
        ("2026-02-11", "2026-02-25"),
    ],
)
def test_in_the_other_reading_the_count_begins_the_day_after(started: str, ends: str) -> None:
    found = publicity(started, NEXT)
    assert found.due == date.fromisoformat(ends)
    assert found.explanation.convention is NEXT


@pytest.mark.parametrize(
    ("started", "convention"), [("2026-12-28", FIRST), ("2026-12-31", FIRST), ("2026-12-25", NEXT)]
)
def test_a_count_into_a_year_that_is_not_published_is_estimated(
    started: str, convention: CountingConvention
) -> None:
    found = publicity(started, convention)
    assert found.official is False
    assert found.day_off is None
    assert found.due.year == 2027


@pytest.mark.parametrize(
    ("started", "convention", "ends"),
    [
        ("2026-12-28", FIRST, "2027-01-04"),
        ("2026-12-31", FIRST, "2027-01-07"),
        ("2026-12-25", NEXT, "2027-01-04"),
        ("2027-01-29", FIRST, "2027-02-03"),
    ],
)
def test_once_the_year_is_recorded_the_same_count_is_official(
    started: str, convention: CountingConvention, ends: str
) -> None:
    """1 to 3 January are off in the recorded calendar, and 30 January is worked."""
    found = publicity(started, convention, PUBLISHED.recorded(recorded_2027()))
    assert (found.due, found.official, found.day_off) == (date.fromisoformat(ends), True, False)


def test_a_recorded_estimate_moves_the_date_but_stays_an_estimate() -> None:
    found = publicity("2026-12-28", calendars=PUBLISHED.recorded(recorded_2027(Status.ESTIMATED)))
    assert (found.due, found.official, found.day_off) == (date(2027, 1, 4), False, None)


@pytest.mark.parametrize("scheme_id", WITH_PUBLICITY)
def test_every_scheme_with_publicity_counts_five_working_days(scheme_id: str) -> None:
    (found,) = deadlines(scheme_id, {"publicity_started": date(2026, 9, 29)})
    assert (found.id, found.due, found.in_principle) == ("publicity_ends", date(2026, 10, 10), False)
    assert found.citation in {
        step.citation for step in SCHEMES[scheme_id].procedure if step.id == "publicity"
    }


@pytest.mark.parametrize("scheme_id", WITH_PUBLICITY)
def test_only_the_scheme_for_smaller_enterprises_sets_a_least(scheme_id: str) -> None:
    (found,) = deadlines(scheme_id, {"publicity_started": date(2026, 9, 29)})
    assert isinstance(found.rule.term, WorkingDays)
    assert found.rule.term.at_least is (scheme_id == "hlj-sme-digital")
