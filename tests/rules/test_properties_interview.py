"""What is asked: only what can change something, never twice, and every path of answers comes to an end."""

from hypothesis import given
from hypothesis import strategies as st

from rules.engine.interval import Interval, Quantity, as_interval
from rules.engine.result import Assessment, Verdict
from rules.engine.situation import UNKNOWN
from tests.rules.oracle import RULES, Day, Rule
from tests.rules.situations import (
    DAYS,
    award_of,
    complete_facts,
    engine,
    is_answered_unknown,
    partial_facts,
    values,
)

RULE = st.sampled_from(list(RULES.values()))
DAY = st.sampled_from(DAYS)


def is_within(inner: Quantity | None, outer: Quantity | None) -> bool:
    """Whether every amount of the inner range lies in the outer one; nothing lies in anything."""
    if inner is None:
        return True
    if outer is None:
        return False
    a, b = as_interval(inner), as_interval(outer)
    return _reaches(b.low, b.low_open, a.low, a.low_open, -1) and _reaches(
        b.high, b.high_open, a.high, a.high_open, 1
    )


def _reaches(outer: object, outer_open: bool, inner: object, inner_open: bool, sign: int) -> bool:
    if outer is None or inner is None:
        return outer is None
    if outer == inner:
        return inner_open or not outer_open
    return (inner - outer) * sign < 0  # type: ignore[no-any-return, operator]


@given(st.data(), RULE, DAY)
def test_the_next_question_is_missing_and_has_not_been_answered(
    data: st.DataObject, rule: Rule, day: Day
) -> None:
    facts = data.draw(partial_facts(rule, day, most_unknown=len(rule.facts)))
    found = engine(rule, facts, day)
    open_questions = [fact for fact in found.missing if not is_answered_unknown(facts, fact)]
    assert (found.next in found.missing) if open_questions else found.next is None
    assert found.next is None or found.next not in facts
    assert found.questions_left == len(open_questions)


@given(st.data(), RULE, DAY)
def test_a_fact_answered_with_do_not_know_stays_missing_exactly_as_one_that_was_not_asked(
    data: st.DataObject, rule: Rule, day: Day
) -> None:
    facts = data.draw(partial_facts(rule, day))
    unasked = {fact: value for fact, value in facts.items() if value is not UNKNOWN}
    said, not_said = engine(rule, facts, day), engine(rule, unasked, day)
    assert said.missing == not_said.missing
    assert said.verdict == not_said.verdict
    assert award_of(said) == award_of(not_said)


@given(st.data(), RULE, DAY)
def test_every_path_of_answers_ends_within_the_promised_number_of_questions(
    data: st.DataObject, rule: Rule, day: Day
) -> None:
    applicant = data.draw(complete_facts(rule, day))
    hides = data.draw(st.sets(st.sampled_from(rule.facts), max_size=3))
    facts: dict[str, object] = {}
    found = engine(rule, facts, day)
    promised, asked = found.questions_left, 0
    while found.next is not None:
        fact = found.next
        facts[fact] = UNKNOWN if fact in hides else applicant[fact]
        asked += 1
        after = engine(rule, facts, day)
        assert after.questions_left < found.questions_left
        found = after
    assert asked <= promised
    assert all(is_answered_unknown(facts, fact) for fact in found.missing)
    if not hides and found.verdict is Verdict.ELIGIBLE:
        assert not isinstance(award_of(found), Interval)


@given(st.data(), RULE, DAY)
def test_an_answer_never_widens_the_range_nor_adds_to_what_is_missing(
    data: st.DataObject, rule: Rule, day: Day
) -> None:
    facts = data.draw(partial_facts(rule, day, most_unknown=len(rule.facts)))
    before = engine(rule, facts, day)
    fact = data.draw(st.sampled_from(rule.facts))
    if fact in facts and not is_answered_unknown(facts, fact):
        return
    after = engine(rule, {**facts, fact: data.draw(values(fact, day))}, day)
    assert set(after.missing) <= set(before.missing) - {fact}
    assert is_within(award_of(after), award_of(before))
    assert before.verdict in {Verdict.UNDETERMINED, after.verdict}


@given(st.data(), RULE, DAY)
def test_the_arithmetic_ends_in_the_award_however_much_is_open(
    data: st.DataObject, rule: Rule, day: Day
) -> None:
    facts = data.draw(partial_facts(rule, day, most_unknown=len(rule.facts)))
    award = engine(rule, facts, day).award
    if award is not None:
        assert as_interval(award.steps[-1].value) == as_interval(award.value)
        (share, cap) = award.steps
        assert cap.inputs[share.id] == share.value


@given(st.data(), RULE, DAY)
def test_an_answer_to_a_fact_that_is_not_missing_changes_nothing(
    data: st.DataObject, rule: Rule, day: Day
) -> None:
    facts = data.draw(partial_facts(rule, day))
    before = engine(rule, facts, day)
    idle = [
        fact for fact in rule.facts if fact not in before.missing and (facts.get(fact, UNKNOWN) is UNKNOWN)
    ]
    for fact in idle:
        after = engine(rule, {**facts, fact: data.draw(values(fact, day))}, day)
        assert result(after) == result(before)


def result(assessment: Assessment) -> tuple[Verdict | None, Quantity | None, tuple[str, ...]]:
    """What an answer can change."""
    return assessment.verdict, award_of(assessment), assessment.missing
