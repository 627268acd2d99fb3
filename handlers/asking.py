"""The screens that ask: a question in a check or from the profile, and what is asked back."""

from collections.abc import Iterable
from contextlib import suppress
from itertools import islice

from handlers import flow
from handlers.answering import may_be_inapplicable
from handlers.keyboards import Verb
from handlers.overview import Plan, using
from handlers.pending import Pending, load_pending
from handlers.screens import Button, Row, Screen, button, in_rows, screen
from handlers.session import State
from handlers.wording import terms
from handlers.wording.html import Html, bold, lines
from handlers.wording.people import shown
from handlers.wording.question import question, question_card, question_text, why_asked
from handlers.wording.refusals import engine_refusal
from rules.engine.facts import Fact, Kind
from rules.engine.refusals import Refusal
from rules.engine.result import Assessment
from rules.engine.situation import Answer, Source, known
from rules.engine.situation import State as Given
from rules.schemes import ASSESSMENTS, FACTS

_MOST_NUMBERS = 8


def asking_screen(state: State) -> Screen:
    """The question on the screen, in the form that the screen's name says."""
    fact = FACTS[state.check.fact]
    detail = flow.detail_of(state.check.view)
    pending = load_pending(state.check.pending) if detail == flow.CONFIRM else None
    if pending is not None:
        return _confirmation(state, fact, pending)
    members = _members(state, fact) if fact.kind is Kind.SET else frozenset()
    ways = [*_other_answers(state, fact), *_ways_out(state, fact, why=detail == flow.WHY)]
    rows = [*_answers(state, fact, members), *_as_it_is(state, fact), *in_rows(ways)]
    return screen(_question(state, fact, why=detail == flow.WHY), _chosen(state, fact, members), rows=rows)


def _question(state: State, fact: Fact, *, why: bool) -> Html:
    words = state.words
    if flow.kind_of(state.check.view) == flow.EDIT:
        reasons = why_asked(words, fact, everywhere_without(state, fact)) if why else ""
        return lines(question(words, fact), reasons)
    found, trouble = _so_far(state, fact)
    if found is None:
        return lines(trouble, question(words, fact))
    left = found.questions_left + (fact.id in state.answers)
    card = question_card(words, fact, found.assessments, max(left, 1), why=why)
    return lines(trouble, card)


def _so_far(state: State, fact: Fact) -> tuple[Plan | None, Html]:
    """What is certain so far; where the answers cannot be true, why, and what is certain without this one."""
    try:
        return state.plan(state.check.target), Html()
    except Refusal as refusal:
        trouble = engine_refusal(state.words, refusal, state.answers)
        return _plan_without(state, fact), trouble


def _plan_without(state: State, fact: Fact) -> Plan | None:
    """What is certain without the answer to a fact; `None` where the other answers cannot be true either."""
    try:
        return state.without(fact.id).plan(state.check.target)
    except Refusal:
        return None


def everywhere_without(state: State, fact: Fact) -> list[Assessment]:
    """Every assessment that asks for a fact, without the answer to it, as far as the other answers allow."""
    found, others = [], state.without(fact.id)
    for scheme in using(fact.id, ASSESSMENTS.values()):
        with suppress(Refusal):
            found.append(others.assessor.assess(scheme, others.answers))
    return found


def _answers(state: State, fact: Fact, members: frozenset[str]) -> Iterable[Row]:
    words = state.words
    if fact.kind is Kind.BOOL:
        yield (
            _answer(fact, words.text("button.yes"), known(True, Source.CHOSEN)),
            _answer(fact, words.text("button.no"), known(False, Source.CHOSEN)),
        )
    elif fact.kind is Kind.CHOICE:
        labels = ((choice, terms.choice(words, fact, choice)) for choice in fact.choices)
        yield from in_rows(_answer(fact, label, known(choice, Source.CHOSEN)) for choice, label in labels)
    elif fact.kind is Kind.SET:
        yield from _toggles(state, fact, members)
    elif fact.kind is Kind.INTEGER and fact.is_finite:
        numbers = list(islice(fact.members(), _MOST_NUMBERS))
        yield tuple(
            _answer(fact, terms.value(words, fact, one), known(one, Source.CHOSEN)) for one in numbers
        )


def _other_answers(state: State, fact: Fact) -> Iterable[Button]:
    words = state.words
    yield _answer(fact, words.text("button.unknown"), Answer(Given.UNKNOWN, source=Source.CHOSEN))
    if may_be_inapplicable(state, fact.id):
        label = terms.inapplicable(words, fact, "button.na")
        yield _answer(fact, label, Answer(Given.NOT_APPLICABLE, source=Source.CHOSEN))


def _toggles(state: State, fact: Fact, members: frozenset[str]) -> Iterable[Row]:
    """A set is chosen one member at a time; each button carries what is chosen once it was pressed."""
    words = state.words
    labels = {member: terms.choice(words, fact, member) for member in fact.choices}
    yield from in_rows(
        button(
            f"{'☑' if member in members else '☐'} {label}",
            Verb.MEMBERS,
            fact=fact.id,
            members=members ^ {member},
        )
        for member, label in labels.items()
    )
    done = words.text("button.done" if members else "button.none_of_these")
    yield (button(done, Verb.MEMBERS_DONE, fact=fact.id, members=members),)


def _members(state: State, fact: Fact) -> frozenset[str]:
    """The members chosen so far on the screen, else those of the answer that is kept."""
    kind, _, packed = flow.detail_of(state.check.view).partition(" ")
    if kind == flow.MEMBERS:
        return frozenset(packed.split()) & frozenset(fact.choices)
    kept = state.answers.get(fact.id)
    return kept.value if kept is not None and isinstance(kept.value, frozenset) else frozenset()


def _chosen(state: State, fact: Fact, members: frozenset[str]) -> str:
    if not members:
        return ""
    return state.words.text("check.selected", values=terms.value(state.words, fact, members))


def _as_it_is(state: State, fact: Fact) -> Iterable[Row]:
    """Leaving an answer that is there already as it is."""
    kept = state.answers.get(fact.id)
    if kept is not None:
        value = terms.answer(state.words, fact, kept)
        yield (button(state.words.text("button.keep_value", value=value), Verb.KEEP, fact=fact.id),)


def _ways_out(state: State, fact: Fact, *, why: bool) -> Iterable[Button]:
    """Why this is asked, back, and the result as far as it is certain."""
    words = state.words
    if any(fact.id in one.fact_ids for one in ASSESSMENTS.values()):
        yield button(words.text("button.hide_why" if why else "button.why"), Verb.WHY, fact=fact.id)
    if flow.kind_of(state.check.view) == flow.EDIT:
        yield button(words.text("button.back"), Verb.PROFILE)
    elif state.check.trail:
        yield button(words.text("button.back"), Verb.BACK)
        yield button(words.text("button.result_now"), Verb.RESULT, target=state.check.target)


def _confirmation(state: State, fact: Fact, pending: Pending) -> Screen:
    """What was read, asked back: a button for each value that can be meant."""
    words = state.words
    values = [terms.answer(words, fact, answer) for answer in pending.choices]
    first = values[0] if values else ""
    asked = words.text(f"askback.{pending.reason}", said=shown(pending.said), value=first)
    takes = [button(value, Verb.TAKE, number=place) for place, value in enumerate(values)]
    if len(takes) == 1:
        takes = [button(words.text("button.yes_value", value=first), Verb.TAKE, number=0)]
    others = (button(words.text("button.edit"), Verb.RETYPE), *_other_answers(state, fact))
    return screen(lines(bold(question_text(words, fact)), asked), rows=[*in_rows(takes), others])


def _answer(fact: Fact, label: str, answer: Answer) -> Button:
    return button(label, Verb.ANSWER, fact=fact.id, answer=answer)
