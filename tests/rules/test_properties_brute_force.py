"""Verdict, range, `missing` and statuses equal what trying every completion of the unknown facts gives."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.engine.interval import Interval
from rules.engine.result import Verdict
from rules.engine.situation import UNKNOWN
from tests.rules.brute import assess_by_force, completions, is_contradictory
from tests.rules.oracle import RULES, Day, Rule, representatives
from tests.rules.situations import (
    DAYS,
    award_of,
    complete_facts,
    ends,
    engine,
    good,
    known_part,
    partial_facts,
    statuses_of,
)

RULE = st.sampled_from(list(RULES.values()))
DAY = st.sampled_from(DAYS)
INCIDENT = st.sampled_from(("absent", "absent", True, False))


def agree(rule: Rule, facts: dict[str, object], day: Day) -> None:
    expected = assess_by_force(rule, known_part(facts), day)
    found = engine(rule, facts, day)
    assert found.verdict is not None
    assert found.verdict.value == expected.verdict
    assert ends(award_of(found)) == expected.award
    assert found.missing == expected.missing
    assert statuses_of(found) == expected.statuses


@given(st.data(), RULE, DAY)
def test_a_complete_case_is_judged_as_the_oracle_reads_the_instrument(
    data: st.DataObject, rule: Rule, day: Day
) -> None:
    agree(rule, data.draw(complete_facts(rule, day)), day)


@given(st.data(), RULE, DAY, INCIDENT)
def test_up_to_six_unknown_facts_give_what_all_their_completions_give(
    data: st.DataObject, rule: Rule, day: Day, incident: object
) -> None:
    facts = data.draw(partial_facts(rule, day))
    if incident != "absent":
        facts["security_incident_3y"] = incident
    if not is_contradictory(known_part(facts)):
        agree(rule, facts, day)


@given(st.data(), RULE, DAY)
def test_every_completion_lies_inside_the_partial_result(data: st.DataObject, rule: Rule, day: Day) -> None:
    facts = data.draw(partial_facts(rule, day, most_unknown=len(rule.facts)))
    partial = engine(rule, facts, day)
    completed = data.draw(complete_facts(rule, day)) | known_part(facts)
    whole = engine(rule, completed, day)
    assert partial.verdict in {Verdict.UNDETERMINED, whole.verdict}
    award, paid = award_of(partial), award_of(whole)
    if paid is not None:
        assert award is not None
        assert not isinstance(paid, Interval)
        assert award.contains(paid) if isinstance(award, Interval) else award == paid
    open_statuses = statuses_of(partial)
    for name, status in statuses_of(whole).items():
        assert open_statuses.get(name) in {status, "unknown"}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_each_single_and_each_pair_of_unknown_facts_agrees_for_an_applicant_that_meets_everything(
    rule: Rule,
) -> None:
    for size in (0, 1, 2):
        for hidden in combinations(rule.facts, size):
            facts = good(rule, **dict.fromkeys(hidden, UNKNOWN))
            agree(rule, facts, DAYS[0])


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_subset_of_up_to_six_unknown_facts_agrees(rule: Rule) -> None:
    subsets = [hidden for size in range(7) for hidden in combinations(rule.facts, size)]
    assert len(subsets) == {11: 1486, 15: 9949}[len(rule.facts)]
    for hidden in subsets:
        agree(rule, _without(good(rule), hidden), DAYS[0])


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_subset_of_up_to_four_unknown_facts_agrees_whatever_is_known(rule: Rule) -> None:
    drawn = random.Random(rule.id)
    for hidden in (hidden for size in range(5) for hidden in combinations(rule.facts, size)):
        day = drawn.choice(DAYS)
        agree(rule, _without(_drawn(rule, day, drawn), hidden), day)


def _without(facts: dict[str, object], hidden: tuple[str, ...]) -> dict[str, object]:
    return {fact: value for fact, value in facts.items() if fact not in hidden}


def _drawn(rule: Rule, day: Day, drawn: random.Random) -> dict[str, object]:
    """Mostly what meets the requirements: one failure among what is known would decide everything."""
    usual = good(rule)
    return {
        fact: usual[fact] if drawn.random() < 0.9 else drawn.choice(representatives(fact, day))
        for fact in rule.facts
    }


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_oracle_itself_finds_both_verdicts_when_it_completes_a_case(rule: Rule) -> None:
    hidden = rule.facts[0]
    facts = {fact: value for fact, value in good(rule).items() if fact != hidden}
    paid = [case.results for case in completions(rule, facts, DAYS[0]) if case is not None]
    assert {None} in paid
    assert any(None not in results for results in paid)
