"""A receipt under rules that changed since: what changed is named, and both answers are shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from handlers.receipts import replay as replaying
from handlers.receipts.ground import Kept, kept_of
from handlers.receipts.parts import REQUIREMENT, changed_parts, prints_of
from handlers.receipts.replay import Replayed, replay
from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.receipt import replay_text
from rules.engine.amounts import AtMost, Product, Step
from rules.engine.assess import assess
from rules.engine.citation import cite
from rules.engine.facts import Fact, flag, money
from rules.engine.figures import figure
from rules.engine.refusals import BadValue, Contradiction
from rules.engine.scheme import Award, Constraint, Nature, Per, Requirement, Scheme
from rules.engine.situation import Situation, known
from rules.schemes import ASSESSMENTS, SCHEMES

ON = date(2026, 11, 22)
SINCE = date(2024, 3, 26)
REAL = SCHEMES["hlj-compute-purchase"]
spend, listed = REAL.fact("compute_spend"), REAL.fact("vendor_listed")
GIVEN = {"compute_spend": known(Decimal(800000)), "vendor_listed": known(True)}
Rewrite = Callable[..., Replayed]


def scheme_with(
    threshold: str = "300000",
    share: str = "0.30",
    facts: tuple[Fact, ...] = (spend, listed),
    **changes: object,
) -> Scheme:
    """A small scheme in the place of a real one."""
    above = figure("spend_threshold", threshold, "yuan", SINCE, cite("二", "七"))
    rate = figure("spend_share", share, "share", SINCE, cite("二", "七"))
    cap = figure("spend_cap", "4000000", "yuan", SINCE, cite("二", "七"))
    award = Step(
        "capped", AtMost(Step("share_of_spend", Product(spend, rate), rate.citation), cap), rate.citation
    )
    made = Scheme(
        REAL.id,
        REAL.position,
        Nature.ENTITLEMENT,
        SINCE,
        REAL.policy,
        facts,
        (
            Requirement("spend_above_threshold", spend > above, cite("二", "七")),
            Requirement("vendor_listed", listed.yes, cite("二", "五", "四")),
        ),
        Award(award, Per.ONCE, cite("二", "七")),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


BEFORE = scheme_with()


@pytest.fixture
def rewritten(monkeypatch: pytest.MonkeyPatch) -> Rewrite:
    """The receipt of today, replayed once the scheme has become another."""

    def replayed(scheme: Scheme, situation: Situation = GIVEN) -> Replayed:
        kept = kept_of(assess(BEFORE, situation, ON), situation)
        monkeypatch.setattr(replaying, "ASSESSMENTS", {scheme.id: scheme})
        return replay(kept)

    return replayed


def said(replayed: Replayed, language: str = "en") -> str:
    return replay_text(wording_for(language, strict=True), replayed)


def test_the_same_rules_give_the_same_answer(rewritten: Rewrite) -> None:
    again = rewritten(scheme_with())
    assert again.same_rules
    assert again.same_answer
    assert said(again).startswith(f"Receipt {again.kept.receipt.id} holds")
    assert "\n" not in said(again)


def test_a_raised_threshold_is_named_with_both_verdicts(rewritten: Rewrite) -> None:
    again = rewritten(scheme_with(threshold="900000"))
    assert not again.same_rules
    assert not again.same_answer
    assert again.changed == (f"{REQUIREMENT}spend_above_threshold",)
    assert again.gone == 1
    text = said(again)
    assert "the rules have changed" in text
    assert "Then: You can apply; CNY 240,000" in text
    assert "Now: You cannot apply" in text
    assert "not met:" in text


def test_another_share_is_named_with_both_amounts(rewritten: Rewrite) -> None:
    again = rewritten(scheme_with(share="0.25"))
    assert again.changed == ("award",)
    assert "how the amount is computed" in said(again)
    assert "Then: You can apply; CNY 240,000" in said(again)
    assert "Now: You can apply; CNY 200,000" in said(again)


def test_a_change_that_leaves_the_answer_alone_says_so(rewritten: Rewrite) -> None:
    again = rewritten(scheme_with(policy="another-policy"))
    assert again.changed == ("validity",)
    assert again.same_answer
    assert "but the answer is the same" in said(again)
    assert "Then:" not in said(again)


def test_a_removed_criterion_is_counted_and_a_fact_no_longer_read_is_named(rewritten: Rewrite) -> None:
    again = rewritten(scheme_with(facts=(spend,), requirements=BEFORE.requirements[:1]))
    assert again.changed == ("facts",)
    assert again.gone == 2
    assert again.dropped == ("vendor_listed",)
    assert "gone or rewritten: 2" in said(again)
    assert wording_for("en").text("fact.vendor_listed.label") in said(again)


def test_a_new_criterion_is_named(rewritten: Rewrite) -> None:
    new = Requirement("no_fraud", flag("fraud", presumed=False).no, cite("九", "九"))
    again = rewritten(scheme_with(requirements=(*BEFORE.requirements, new)))
    assert again.changed == (f"{REQUIREMENT}no_fraud",)


def test_facts_that_todays_rules_refuse_are_said_to_be(rewritten: Rewrite) -> None:
    capped = replace(money("compute_spend"), maximum=Decimal(500000))
    again = rewritten(scheme_with(facts=(capped, listed)))
    assert isinstance(again.refused, BadValue)
    assert again.now is None
    assert "do not take these facts" in said(again)
    assert "Then: You can apply" in said(again)
    assert "Now:" not in said(again)


def test_a_contradiction_of_today_is_said_to_be_one(rewritten: Rewrite) -> None:
    """Under a constraint that there was not then, in words that there are for one."""
    excluding = Constraint("no_incident_then_no_record", listed.no)
    (real, *_) = ASSESSMENTS["hlj-computing-centre"].constraints
    again = rewritten(scheme_with(constraints=(replace(excluding, id=real.id),)))
    assert isinstance(again.refused, Contradiction)
    assert again.changed == ("constraints",)
    assert "do not take these facts" in said(again)


def test_an_answer_that_the_program_gives_otherwise_is_not_passed_off_as_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = kept_of(assess(BEFORE, GIVEN, ON), GIVEN)
    older = Kept(kept.receipt, replace(kept.outcome, verdict="ineligible"), kept.prints)
    monkeypatch.setattr(replaying, "ASSESSMENTS", {BEFORE.id: BEFORE})
    again = replay(older)
    assert again.same_rules
    assert not again.same_answer
    assert "the way they are computed has changed" in said(again)


def test_an_open_end_of_a_range_is_said_to_be_open(rewritten: Rewrite) -> None:
    """More than 300,000 are wanted, so that 90,000 itself is never paid."""
    again = rewritten(scheme_with(share="0.25"), {"vendor_listed": known(True)})
    then = wording_for("en").text("range.above_to", low="CNY 90,000", high="CNY 4,000,000")
    assert f"; {then}" in said(again)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_has_words_in_every_language(rewritten: Rewrite, language: str) -> None:
    raised = scheme_with(
        "900000",
        "0.25",
        facts=(spend,),
        requirements=BEFORE.requirements[:1],
        procedure=REAL.procedure,
        notes=("another",),
        further=(REAL,),
        constraints=REAL.constraints,
        policy="another-policy",
    )
    text = said(rewritten(raised), language)
    assert "{" not in text
    assert "replay." not in text


def test_every_part_of_every_scheme_has_a_fingerprint_and_a_name() -> None:
    words = [wording_for(language) for language in LANGUAGES]
    for scheme in ASSESSMENTS.values():
        assert changed_parts(tuple(prints_of(scheme).values()), scheme) == ((), 0)
        for name in prints_of(scheme):
            key = "requirement" if name.startswith(REQUIREMENT) else name
            assert all(one.has(f"replay.part.{key}") for one in words), name
