"""What schemes 6 to 8 make due: each rule on ordinary days, at the ends of months, and in leap years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar.periods import Counted, months_after
from rules.deadlines.due import deadlines
from rules.deadlines.registry import DEADLINES
from rules.engine.assess import assess
from rules.engine.result import Status
from rules.engine.situation import Source, known
from rules.schemes import SCHEMES

ZJ, JS, PJ = "zj-future-industry", "js-special-funds", "pj-it-projects"
DUE = [
    (ZJ, "provincial_document_received", "2026-03-01", "allocation_plan", "2026-03-31"),
    (ZJ, "provincial_document_received", "2026-01-31", "allocation_plan", "2026-03-02"),
    (ZJ, "provincial_document_received", "2024-01-31", "allocation_plan", "2024-03-01"),
    (ZJ, "acceptance_passed", "2026-11-22", "settlement", "2026-12-22"),
    (ZJ, "acceptance_passed", "2026-12-31", "settlement", "2027-01-30"),
    (ZJ, "midterm_result_received", "2026-11-16", "midterm_corrections_report", "2026-12-16"),
    (ZJ, "midterm_result_received", "2026-10-31", "midterm_corrections_report", "2026-11-30"),
    (ZJ, "implementation_ended", "2026-01-31", "acceptance_application", "2026-02-28"),
    (ZJ, "implementation_ended", "2024-01-31", "acceptance_application", "2024-02-29"),
    (ZJ, "implementation_ended", "2026-12-31", "acceptance_application", "2027-01-31"),
    (ZJ, "implementation_ended", "2026-01-31", "self_evaluation", "2026-04-30"),
    (ZJ, "implementation_ended", "2025-11-30", "self_evaluation", "2026-02-28"),
    (JS, "budget_approved", "2026-01-30", "transfer_issued", "2026-03-31"),
    (JS, "budget_approved", "2024-01-30", "transfer_issued", "2024-03-30"),
    (JS, "budget_approved", "2026-01-30", "budget_disclosed", "2026-02-19"),
    (JS, "transfer_received", "2026-04-01", "transfer_passed_on", "2026-05-01"),
    (JS, "penalty_date", "2023-05-10", "application_ban_ends", "2026-05-10"),
    (JS, "penalty_date", "2024-02-29", "application_ban_ends", "2027-02-28"),
]
DUE_OF_YEAR = [
    (ZJ, "incentive_first_year", 2025, "midterm_self_assessment", "2025-10-31"),
    (ZJ, "incentive_first_year", 2025, "payment_completed", "2025-12-31"),
    (ZJ, "incentive_first_year", 2025, "payment_completed_second", "2026-12-31"),
    (PJ, "plan_year", 2027, "annual_plan_submitted", "2026-08-31"),
    (PJ, "plan_year", 2027, "annual_plan_reviewed", "2026-11-30"),
]


@pytest.mark.parametrize(("scheme_id", "event", "happened", "deadline_id", "due"), DUE)
def test_after_an_event_each_deadline_is_due_on_its_day(
    scheme_id: str, event: str, happened: str, deadline_id: str, due: str
) -> None:
    found = {one.id: one for one in deadlines(scheme_id, {event: date.fromisoformat(happened)})}
    assert found[deadline_id].due == date.fromisoformat(due)
    assert found[deadline_id].official


@pytest.mark.parametrize(("scheme_id", "event", "year", "deadline_id", "due"), DUE_OF_YEAR)
def test_of_a_year_each_deadline_is_a_fixed_day(
    scheme_id: str, event: str, year: int, deadline_id: str, due: str
) -> None:
    found = {one.id: one for one in deadlines(scheme_id, {event: year})}
    assert found[deadline_id].due == date.fromisoformat(due)
    assert (found[deadline_id].counted, found[deadline_id].official) == (Counted.FIXED, True)


def test_every_rule_of_the_schemes_stands_in_these_tables() -> None:
    tabled = {(scheme_id, deadline_id) for scheme_id, _, _, deadline_id, _ in (*DUE, *DUE_OF_YEAR)}
    declared = {(scheme_id, rule.id) for scheme_id in (ZJ, JS, PJ) for rule in DEADLINES[scheme_id]}
    assert tabled == declared


@pytest.mark.parametrize(
    ("happened", "deadline_id", "off"),
    [
        ("2026-01-30", "budget_disclosed", True),
        ("2026-01-30", "transfer_issued", False),
        ("2026-11-30", "transfer_issued", None),
    ],
)
def test_a_due_date_on_a_day_off_is_not_moved_and_said_to_be_one(
    happened: str, deadline_id: str, off: bool | None
) -> None:
    """19 February 2026 is in the Spring Festival; of January 2027 nothing is published."""
    found = {one.id: one for one in deadlines(JS, {"budget_approved": date.fromisoformat(happened)})}
    assert found[deadline_id].day_off is off
    assert found[deadline_id].official


def test_the_terms_that_the_text_softens_are_in_principle() -> None:
    softened = {rule.id for rules in DEADLINES.values() for rule in rules if rule.in_principle}
    assert softened == {"allocation_plan", "payment_completed", "payment_completed_second", "settlement"}


@given(st.dates(date(2005, 1, 1), date(2060, 12, 31)))
def test_the_ban_ends_on_the_last_day_on_which_the_conditions_bar(penalised: date) -> None:
    """The deadline and the requirement of article 四十四 are two readings of one rule."""
    (ban,) = deadlines(JS, {"penalty_date": penalised})
    stated = {
        "penalty_date": known(penalised, Source.STATED, ""),
        "penalty_serious": known(True, Source.STATED, ""),
    }
    for on, status in ((ban.due, Status.FAILED), (date.fromordinal(ban.due.toordinal() + 1), Status.MET)):
        results = {r.requirement.id: r.status for r in assess(SCHEMES[JS], stated, on).requirements}
        assert results["not_barred"] is status


@given(st.dates(date(1949, 1, 1), date(2200, 12, 31)))
def test_the_application_comes_two_months_before_the_self_evaluation(ended: date) -> None:
    application, evaluation = deadlines(ZJ, {"implementation_ended": ended})
    assert (application.due, evaluation.due) == (months_after(ended, 1), months_after(ended, 3))
