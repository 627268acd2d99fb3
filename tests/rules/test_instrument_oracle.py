"""Instruments 3 and 5 to 8: the engine against every completion, and what holds however much is open."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.engine.interval import as_interval
from rules.engine.refusals import InapplicableRefused
from rules.engine.result import Assessment, Status, Verdict
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Answer
from tests.rules.instrument_oracle import TEXTS, Text, is_contradictory, judge_by_force
from tests.rules.instruments import applicant, told

TEXT = st.sampled_from(list(TEXTS.values()))
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=lambda text: text.id)


def engine(text: Text, facts: dict[str, object]) -> Assessment:
    """The engine's answer; "never" is what an answer of n/a says of a penalty."""
    return told(text.id, {fact: INAPPLICABLE if value == "never" else value for fact, value in facts.items()})


def good(text: Text) -> dict[str, object]:
    """The applicant of the cases, in the oracle's words."""
    facts = (
        {"penalty_serious": False, **applicant(text.id)}
        if text.id == "js-special-funds"
        else applicant(text.id)
    )
    return {fact: "never" if value is INAPPLICABLE else value for fact, value in facts.items()}


def known_part(facts: dict[str, object]) -> dict[str, object]:
    return {fact: value for fact, value in facts.items() if not isinstance(value, Answer)}


def agree(text: Text, facts: dict[str, object]) -> None:
    expected, found = judge_by_force(text, known_part(facts)), engine(text, facts)
    assert found.verdict is not None
    assert found.verdict.value == expected.verdict
    ends = found.award and as_interval(found.award.value)
    assert (ends and (ends.low, ends.high)) == expected.award
    assert found.missing == expected.missing
    met = {Status.MET}
    statuses = {result.requirement.id: result.status for result in found.requirements}
    assert {name: status.value for name, status in statuses.items() if status not in met} == expected.statuses


@st.composite
def complete(draw: st.DrawFn, text: Text) -> dict[str, object]:
    """Mostly what meets the requirement, so that each one decides often."""
    usual = good(text)
    values = {
        fact: draw(st.one_of(st.just(usual[fact]), st.just(usual[fact]), st.sampled_from(answers)))
        for fact, answers in text.answers.items()
    }
    if is_contradictory(values):
        values["security_bad_record"] = True
    return values


@st.composite
def partial(draw: st.DrawFn, text: Text, most_unknown: int = 5) -> dict[str, object]:
    """Some facts not asked yet, some answered with "do not know"."""
    facts = draw(complete(text))
    for fact in sorted(draw(st.sets(st.sampled_from(list(text.answers)), max_size=most_unknown))):
        if draw(st.booleans()):
            facts[fact] = UNKNOWN
        else:
            del facts[fact]
    return facts


@given(st.data(), TEXT)
def test_a_complete_case_is_judged_as_the_oracle_reads_the_text(data: st.DataObject, text: Text) -> None:
    agree(text, data.draw(complete(text)))


@given(st.data(), TEXT)
def test_what_is_unknown_gives_what_all_its_completions_give(data: st.DataObject, text: Text) -> None:
    agree(text, data.draw(partial(text)))


@each_text
def test_each_single_and_each_pair_of_unknown_facts_of_who_meets_everything_agrees(text: Text) -> None:
    hidden = [names for size in range(3) for names in combinations(text.answers, size)]
    assert len(hidden) > len(text.answers)
    for names in hidden:
        agree(text, good(text) | dict.fromkeys(names, UNKNOWN))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", [TEXTS["hlj-industrial-security"], TEXTS["hlj-sme-digital"]], ids=lambda t: t.id
)
def test_every_subset_of_up_to_five_unknown_facts_agrees(text: Text) -> None:
    hidden = [names for size in range(6) for names in combinations(text.answers, size)]
    assert len(hidden) > 60
    for names in hidden:
        agree(text, {fact: value for fact, value in good(text).items() if fact not in names})


@each_text
def test_each_answer_alone_agrees_whether_the_rest_is_good_or_unknown(text: Text) -> None:
    for fact, answers in text.answers.items():
        for answer in answers:
            facts = good(text) | {fact: answer}
            if not is_contradictory(facts):
                agree(text, facts)
            assert engine(text, {fact: answer}).verdict in {Verdict.UNDETERMINED, Verdict.INELIGIBLE}


@given(st.data(), TEXT)
def test_every_completion_lies_inside_the_partial_result(data: st.DataObject, text: Text) -> None:
    facts = data.draw(partial(text, most_unknown=len(text.answers)))
    completed = data.draw(complete(text)) | known_part(facts)
    if is_contradictory(completed):
        return
    before, whole = engine(text, facts), engine(text, completed)
    assert before.verdict in {Verdict.UNDETERMINED, whole.verdict}
    if whole.award is not None:
        assert before.award is not None
        outer, inner = as_interval(before.award.value), as_interval(whole.award.value)
        assert inner.low is not None
        assert inner.high is not None
        assert outer.contains(inner.low)
        assert outer.contains(inner.high)


@given(st.data(), TEXT)
def test_the_next_question_is_missing_and_has_not_been_answered(data: st.DataObject, text: Text) -> None:
    facts = data.draw(partial(text, most_unknown=len(text.answers)))
    found = engine(text, facts)
    to_ask = [fact for fact in found.missing if fact not in facts]
    assert (found.next in to_ask) if to_ask else found.next is None
    assert found.questions_left == len(to_ask)


@given(st.data(), TEXT)
def test_n_a_is_taken_exactly_where_the_fact_can_change_nothing(data: st.DataObject, text: Text) -> None:
    facts = data.draw(partial(text, most_unknown=3))
    fact = data.draw(st.sampled_from([name for name in text.answers if name != "penalty_date"]))
    rest = {name: value for name, value in facts.items() if name != fact}
    if fact in judge_by_force(text, known_part(rest)).missing:
        with pytest.raises(InapplicableRefused) as refused:
            engine(text, {**rest, fact: INAPPLICABLE})
        assert refused.value.fact.id == fact
    else:
        assert engine(text, {**rest, fact: INAPPLICABLE}).verdict is engine(text, rest).verdict
