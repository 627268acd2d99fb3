"""黑龙江省支持购买算力服务奖励: what an applicant is told, case by case and beyond the verdict."""

from decimal import Decimal

import pytest

from rules.engine.citation import cite
from rules.engine.interval import Interval
from rules.engine.result import Verdict
from rules.engine.scheme import Nature, Per
from rules.schemes import SCHEMES
from tests.rules.cases_of import Case, cases_of, check
from tests.rules.oracle import PURCHASE
from tests.rules.situations import award_of, engine, good

SCHEME = SCHEMES["hlj-compute-purchase"]
CASES = cases_of(SCHEME.id)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """Each case is a sentence of `cases/hlj-compute-purchase.toml`."""
    check(case)


def test_there_are_cases_for_every_requirement() -> None:
    failed = {name for case in CASES for name in case.content.get("failed", {})}  # type: ignore[attr-defined]
    assert failed == {requirement.id for requirement in SCHEME.requirements}


def test_each_requirement_is_cited_by_the_first_article_that_names_it_with_its_chapter() -> None:
    citations = {requirement.id: requirement.citation for requirement in SCHEME.requirements}
    assert citations["not_abnormal"] == cite("二", "五", "三")
    assert citations["eligible_kind"] == cite("三", "七")
    assert citations["no_serious_problem"] == cite("四", "八", "二")
    assert citations["no_fraud"] == cite("五", "九")


def test_the_award_is_an_entitlement_for_each_year_and_shows_its_arithmetic() -> None:
    award = engine(PURCHASE, good(PURCHASE)).award
    assert award is not None
    assert (award.nature, award.per) == (Nature.ENTITLEMENT, Per.YEAR)
    share, capped = award.steps
    assert (share.id, share.value, share.citation) == ("share_of_spend", 240_000, cite("三", "七"))
    assert dict(share.inputs) == {"compute_spend": 800_000, "spend_share": Decimal("0.30")}
    assert (capped.id, capped.value, capped.citation) == ("capped", 240_000, cite("三", "七"))
    assert dict(capped.inputs) == {"share_of_spend": 240_000, "spend_cap": 4_000_000}


def test_an_unknown_spend_leaves_out_the_share_of_the_threshold_itself() -> None:
    facts = good(PURCHASE)
    del facts["compute_spend"]
    assert award_of(engine(PURCHASE, facts)) == Interval(Decimal(90_000), Decimal(4_000_000), low_open=True)


def test_that_one_figure_serves_threshold_and_share_is_always_said() -> None:
    assert SCHEME.notes == ("spend_serves_both",)


def test_a_spend_on_the_threshold_is_one_fen_short_and_that_is_what_is_advised() -> None:
    found = engine(PURCHASE, good(PURCHASE, compute_spend=Decimal(300_000)))
    missed = {result.requirement.id: result.distance for result in found.requirements}[
        "spend_above_threshold"
    ]
    assert missed is not None
    assert (missed.have, missed.need, missed.operator) == (300_000, 300_000, ">")
    (advice,) = found.advice
    (change,) = advice.changes
    assert (change.fact.id, change.need) == ("compute_spend", Decimal("300000.01"))
    assert advice.verdict is Verdict.ELIGIBLE
    assert advice.award is not None
    assert advice.award.value == Decimal("90000.003")


def test_what_is_advised_where_other_facts_are_open_leads_to_an_open_verdict_and_says_so() -> None:
    facts = good(PURCHASE, compute_spend=Decimal(1000))
    del facts["vendor_listed"]
    (advice,) = engine(PURCHASE, facts).advice
    assert advice.verdict is Verdict.UNDETERMINED


def test_without_any_answer_every_fact_is_missing() -> None:
    found = engine(PURCHASE, {})
    assert found.verdict is Verdict.UNDETERMINED
    assert found.missing == PURCHASE.facts
    assert found.questions_left == 11


def test_seriousness_is_asked_after_the_problems_and_only_where_there_may_be_one() -> None:
    facts = good(PURCHASE)
    for name in ("safety_blacklist", "tax_problem", "problem_serious"):
        del facts[name]
    first = engine(PURCHASE, facts)
    assert first.next in {"safety_blacklist", "tax_problem"}
    assert engine(PURCHASE, {**facts, "safety_blacklist": False, "tax_problem": False}).next is None
    one_problem = engine(PURCHASE, {**facts, "safety_blacklist": True})
    assert one_problem.missing == ("problem_serious",)
    assert one_problem.next == "problem_serious"


def test_the_procedure_has_an_assessment_and_a_financial_review_and_ends_with_payment() -> None:
    steps = [(step.id, step.citation.item) for step in SCHEME.procedure]
    assert steps == list(
        zip(
            ("call", "local_review", "assessment", "financial_review", "publicity", "approval", "payment"),
            "一二三四五六七",
            strict=True,
        )
    )
    assert {(step.citation.chapter, step.citation.article) for step in SCHEME.procedure} == {("四", "八")}
