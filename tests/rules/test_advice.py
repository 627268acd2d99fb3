"""Advice: the smallest change that helps, tried on the engine; what cannot be changed is never advised."""

from datetime import date
from decimal import Decimal

import pytest

from rules.engine.assess import assess
from rules.engine.facts import Value
from rules.engine.result import Advice, Verdict
from rules.engine.situation import known
from rules.schemes import SCHEMES

ON = date(2026, 11, 22)
BUYER: dict[str, Value] = {
    "registration_province": "heilongjiang",
    "vendor_listed": True,
    "purpose_ai": True,
    "independent_legal_person": True,
    "dishonest_debtor": False,
    "abnormal_operation": False,
    "safety_blacklist": False,
    "tax_problem": False,
    "applicant_kind": "enterprise",
}
INDUSTRIAL: dict[str, Value] = {
    "registration_province": "heilongjiang",
    "industrial_internet_kind": "platform",
    "data_classified": True,
    "assessment_passed": True,
    "awarded_grades": frozenset(),
    "independent_legal_person": True,
    "dishonest_debtor": False,
    "abnormal_operation": False,
    "security_incident_3y": False,
    "security_bad_record": False,
    "safety_blacklist": False,
    "tax_problem": False,
}


def advised(scheme_id: str, facts: dict[str, Value]) -> tuple[Advice, ...]:
    situation = {name: known(value) for name, value in facts.items()}
    return assess(SCHEMES[scheme_id], situation, ON).advice


def test_a_spend_at_the_threshold_is_told_the_next_fen() -> None:
    (advice,) = advised("hlj-compute-purchase", {**BUYER, "compute_spend": Decimal(300000)})
    (change,) = advice.changes
    assert (change.need, advice.verdict) == (Decimal("300000.01"), Verdict.ELIGIBLE)


def test_two_missed_thresholds_are_mended_together() -> None:
    (advice,) = advised("hlj-computing-centre", {"pue": Decimal("1.34"), "new_pflops": Decimal(45)})
    assert {change.fact.id: change.need for change in advice.changes} == {
        "pue": Decimal("1.3"),
        "new_pflops": Decimal(50),
    }
    assert advice.verdict is Verdict.UNDETERMINED


def test_nothing_is_advised_where_something_stands_in_the_way_that_cannot_be_changed() -> None:
    assert advised("hlj-computing-centre", {"pue": Decimal("1.34"), "same_project_awarded": True}) == ()


@pytest.mark.parametrize("spend", ["300000.01", "800000", "13333333.33"])
def test_below_the_cap_the_least_spend_that_reaches_it_is_told(spend: str) -> None:
    (advice,) = advised("hlj-compute-purchase", {**BUYER, "compute_spend": Decimal(spend)})
    assert advice.changes[0].need == Decimal("13333333.34")
    assert advice.award is not None
    assert advice.award.value == Decimal(4000000)


def test_at_the_cap_more_is_not_advised() -> None:
    assert advised("hlj-compute-purchase", {**BUYER, "compute_spend": Decimal("13333333.34")}) == ()


def test_while_something_is_still_asked_more_is_not_advised() -> None:
    assert advised("hlj-compute-purchase", {"compute_spend": Decimal(800000)}) == ()


def test_the_next_grade_that_pays_more_is_told_and_the_highest_has_none() -> None:
    (advice,) = advised("hlj-industrial-security", {**INDUSTRIAL, "security_grade": Decimal(2)})
    assert advice.changes[0].need == Decimal(3)
    assert advice.award is not None
    assert advice.award.value == Decimal(500000)
    assert advised("hlj-industrial-security", {**INDUSTRIAL, "security_grade": Decimal(3)}) == ()


def test_a_grade_below_the_threshold_is_told_the_one_that_qualifies() -> None:
    (advice,) = advised("hlj-industrial-security", {**INDUSTRIAL, "security_grade": Decimal(1)})
    assert (advice.changes[0].need, advice.verdict) == (Decimal(2), Verdict.ELIGIBLE)
