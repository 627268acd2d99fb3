"""The answer n/a is taken exactly where the fact can change nothing; presumptions and contradictions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.engine.refusals import Contradiction, InapplicableRefused
from rules.engine.result import Status, Verdict
from rules.engine.situation import INAPPLICABLE, UNKNOWN
from tests.rules.brute import assess_by_force
from tests.rules.oracle import CENTRE, RULES, Day, Rule
from tests.rules.situations import DAYS, award_of, engine, good, known_part, partial_facts

RULE = st.sampled_from(list(RULES.values()))
DAY = st.sampled_from(DAYS)
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


@given(st.data(), RULE, DAY)
def test_n_a_is_taken_exactly_where_the_fact_can_change_nothing(
    data: st.DataObject, rule: Rule, day: Day
) -> None:
    facts = data.draw(partial_facts(rule, day, most_unknown=4))
    fact = data.draw(st.sampled_from(rule.facts))
    open_facts = {name: value for name, value in facts.items() if name != fact}
    if fact in assess_by_force(rule, known_part(open_facts), day).missing:
        with pytest.raises(InapplicableRefused) as refused:
            engine(rule, {**facts, fact: INAPPLICABLE}, day)
        assert refused.value.fact.id == fact
    else:
        accepted, unasked = engine(rule, {**facts, fact: INAPPLICABLE}, day), engine(rule, open_facts, day)
        assert accepted.verdict == unasked.verdict
        assert award_of(accepted) == award_of(unasked)
        assert accepted.missing == unasked.missing


def test_seriousness_does_not_apply_where_there_is_no_problem_and_does_where_one_is_possible() -> None:
    rule = RULES["hlj-compute-purchase"]
    assert engine(rule, good(rule, problem_serious=INAPPLICABLE)).verdict is Verdict.ELIGIBLE
    for open_or_yes in (UNKNOWN, True):
        with pytest.raises(InapplicableRefused):
            engine(rule, good(rule, problem_serious=INAPPLICABLE, tax_problem=open_or_yes))


@each_rule
def test_good_faith_is_presumed_said_to_be_presumed_and_never_asked(rule: Rule) -> None:
    for stated in ({}, {"fraud": UNKNOWN}):
        found = engine(rule, good(rule, **stated))
        honest = {result.requirement.id: result for result in found.requirements}["no_fraud"]
        assert found.verdict is Verdict.ELIGIBLE
        assert honest.status is Status.MET
        assert honest.presumed
        assert "fraud" not in found.missing
    assert "fraud" not in engine(rule, {}).missing


@each_rule
def test_stated_fraud_loses_the_award_and_a_stated_no_is_not_called_presumed(rule: Rule) -> None:
    fraud, honest = engine(rule, good(rule, fraud=True)), engine(rule, good(rule, fraud=False))
    assert fraud.verdict is Verdict.INELIGIBLE
    assert fraud.award is None
    assert honest.verdict is Verdict.ELIGIBLE
    for found in (fraud, honest):
        assert not any(result.presumed for result in found.requirements)


@each_rule
def test_an_incident_without_a_bad_record_is_refused_with_both_facts_named(rule: Rule) -> None:
    with pytest.raises(Contradiction) as refused:
        engine(rule, good(rule, security_incident_3y=True, security_bad_record=False))
    assert set(refused.value.facts) == {"security_incident_3y", "security_bad_record"}
    assert refused.value.constraint == "incident_is_bad_record"


def test_an_incident_within_three_years_settles_the_bad_record_by_itself() -> None:
    facts = {**good(CENTRE), "security_incident_3y": True}
    del facts["security_bad_record"]
    found = engine(CENTRE, facts)
    assert found.verdict is Verdict.INELIGIBLE
    assert found.missing == ()


def test_no_incident_leaves_the_bad_record_open() -> None:
    facts = {**good(CENTRE), "security_incident_3y": False}
    del facts["security_bad_record"]
    found = engine(CENTRE, facts)
    assert found.verdict is Verdict.UNDETERMINED
    assert found.missing == ("security_bad_record",)


def test_an_incident_of_which_nothing_is_known_is_no_question_of_these_schemes() -> None:
    for rule in RULES.values():
        assert "security_incident_3y" not in engine(rule, {}).missing
