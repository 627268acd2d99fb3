"""黑龙江省支持智算中心和超算中心建设奖励: what an applicant is told, case by case and beyond the verdict."""

from datetime import date
from decimal import Decimal

import pytest

from rules.engine.assess import assess
from rules.engine.citation import cite
from rules.engine.recorded import Recorded
from rules.engine.result import Status, Validity, Verdict
from rules.engine.scheme import Nature, Per
from rules.schemes import SCHEMES
from tests.rules.cases_of import Case, cases_of, check
from tests.rules.oracle import CENTRE
from tests.rules.situations import ON, award_of, engine, good, situation

SCHEME = SCHEMES["hlj-computing-centre"]
CASES = cases_of(SCHEME.id)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """Each case is a sentence of `cases/hlj-computing-centre.toml`."""
    check(case)


def test_there_are_cases_for_every_requirement() -> None:
    failed = {name for case in CASES for name in case.content.get("failed", {})}  # type: ignore[attr-defined]
    assert failed == {requirement.id for requirement in SCHEME.requirements}


def test_each_requirement_is_cited_by_the_first_article_that_names_it_with_its_chapter() -> None:
    citations = {requirement.id: requirement.citation for requirement in SCHEME.requirements}
    assert citations["not_dishonest_debtor"] == cite("二", "四", "三")
    assert citations["no_tax_problem"] == cite("四", "六", "二")
    assert citations["not_rewarded_before"] == cite("三", "五")
    assert citations["no_fraud"] == cite("五", "七")


def test_what_local_screening_repeats_is_one_requirement_with_a_further_citation() -> None:
    screening = cite("四", "六", "二")
    repeated = [requirement.id for requirement in SCHEME.requirements if screening in requirement.further]
    assert repeated == ["not_dishonest_debtor", "not_abnormal", "no_security_bad_record"]


def test_the_award_is_an_entitlement_paid_once_and_shows_its_arithmetic() -> None:
    award = engine(CENTRE, good(CENTRE, equipment_software_cost=Decimal(100_000_000))).award
    assert award is not None
    assert (award.nature, award.per) == (Nature.ENTITLEMENT, Per.ONCE)
    share, capped = award.steps
    assert (share.id, share.value, share.citation) == ("share_of_cost", 30_000_000, cite("三", "五"))
    assert dict(share.inputs) == {"equipment_software_cost": 100_000_000, "cost_share": Decimal("0.30")}
    assert (capped.id, capped.value, capped.citation) == ("capped", 20_000_000, cite("三", "五"))
    assert dict(capped.inputs) == {"share_of_cost": 30_000_000, "cost_cap": 20_000_000}


def test_what_the_text_leaves_open_about_the_cost_is_always_said() -> None:
    assert SCHEME.notes == ("cost_base_open", "expansion_counts_added_part")


@pytest.mark.parametrize(
    ("fact", "have", "need", "operator", "requirement"),
    [
        ("new_pflops", "49.99", "50", ">=", "enough_pflops"),
        ("pue", "1.31", "1.3", "<=", "pue_within_limit"),
    ],
)
def test_a_missed_threshold_says_how_far_off_it_is_and_what_would_change_it(
    fact: str, have: str, need: str, operator: str, requirement: str
) -> None:
    found = engine(CENTRE, good(CENTRE, **{fact: Decimal(have)}))
    missed = {result.requirement.id: result.distance for result in found.requirements}[requirement]
    assert missed is not None
    assert (missed.fact.id, missed.have, missed.need) == (fact, Decimal(have), Decimal(need))
    assert missed.operator == operator
    (advice,) = found.advice
    assert [(change.fact.id, change.need) for change in advice.changes] == [(fact, Decimal(need))]
    assert advice.verdict is Verdict.ELIGIBLE
    assert advice.award is not None
    assert advice.award.value == 3_000_000


def test_both_missed_thresholds_are_advised_together() -> None:
    (advice,) = engine(CENTRE, good(CENTRE, new_pflops=Decimal(10), pue=Decimal(2))).advice
    assert {change.fact.id for change in advice.changes} == {"new_pflops", "pue"}


def test_nothing_is_advised_where_something_stands_in_the_way_that_cannot_be_changed() -> None:
    assert engine(CENTRE, good(CENTRE, new_pflops=Decimal(10), registration_province="other")).advice == ()
    assert engine(CENTRE, good(CENTRE, same_project_awarded=True)).advice == ()


def test_a_day_of_acceptance_to_come_says_from_when_on_it_counts() -> None:
    found = engine(CENTRE, good(CENTRE, acceptance_date=date(2026, 12, 1)))
    missed = {result.requirement.id: result for result in found.requirements}["accepted_by_now"]
    assert missed.status is Status.FAILED
    assert missed.distance is not None
    assert (missed.distance.have, missed.distance.need) == (date(2026, 12, 1), ON)


def test_an_acceptance_inside_2023_names_no_distance_since_the_day_of_release_is_not_known() -> None:
    found = engine(CENTRE, good(CENTRE, acceptance_date=date(2023, 6, 1)))
    open_one = {result.requirement.id: result for result in found.requirements}["accepted_after_release"]
    assert (open_one.status, open_one.distance) == (Status.UNKNOWN, None)
    assert found.next is None


@pytest.mark.parametrize(
    ("end", "on", "validity"),
    [
        (None, ON, Validity.UNVERIFIED),
        (None, date(2024, 3, 25), Validity.NOT_YET),
        (None, date(2024, 3, 26), Validity.UNVERIFIED),
        (ON, ON, Validity.IN_FORCE),
        (date(2026, 11, 21), ON, Validity.EXPIRED),
    ],
)
def test_validity_is_only_claimed_from_recorded_days(end: date | None, on: date, validity: Validity) -> None:
    recorded = Recorded(valid_until={SCHEME.policy: end} if end else {})
    facts = situation(good(CENTRE, acceptance_date=date(2024, 1, 1)))
    found = assess(SCHEME, facts, on, recorded)
    assert found.validity is validity


def test_an_expired_or_unverified_instrument_is_still_assessed() -> None:
    recorded = Recorded(valid_until={SCHEME.policy: date(2025, 12, 31)})
    found = assess(SCHEME, situation(good(CENTRE)), ON, recorded)
    assert found.verdict is Verdict.ELIGIBLE
    assert award_of(found) == 3_000_000


def test_without_any_answer_every_fact_but_two_is_missing_and_the_range_is_whole() -> None:
    found = engine(CENTRE, {})
    assert found.verdict is Verdict.UNDETERMINED
    assert list(found.missing) == [fact for fact in CENTRE.facts if fact != "is_expansion"]
    assert found.questions_left == 14


def test_the_procedure_has_a_financial_review_of_its_own_and_ends_with_payment() -> None:
    steps = [(step.id, step.citation.item) for step in SCHEME.procedure]
    assert steps == list(
        zip(
            (
                "call",
                "local_recommendation",
                "project_review",
                "financial_review",
                "publicity",
                "approval",
                "payment",
            ),
            "一二三四五六七",
            strict=True,
        )
    )
    assert {(step.citation.chapter, step.citation.article) for step in SCHEME.procedure} == {("四", "六")}
