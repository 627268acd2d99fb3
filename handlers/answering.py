"""Taking answers: pressed, typed, or confirmed after they were asked back."""

from dataclasses import replace

from handlers import flow
from handlers.codes import ALL
from handlers.pending import Pending, load_pending
from handlers.session import State, Turn
from handlers.thresholds import thresholds
from handlers.understanding.answers import read_answer
from handlers.understanding.readings import Reading
from handlers.understanding.yes_no import Word, short_answer
from handlers.wording import terms
from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.people import shown
from handlers.wording.profile import record
from handlers.wording.refusals import refusal
from rules.engine.facts import Fact
from rules.engine.situation import Answer, Source, known
from rules.engine.situation import State as Given
from rules.schemes import ASSESSMENTS, FACTS

LONGEST_WORD = 40


def answered(state: State, fact_id: str, answer: Answer) -> Turn:
    """Keep an answer and go on; one of "does not apply" is refused where the fact does apply."""
    fact = FACTS[fact_id]
    if answer.state is Given.NOT_APPLICABLE and not may_be_inapplicable(state, fact_id):
        words = state.words
        return Turn(state, notice=words.html("refusal.not_applicable", label=terms.label(words, fact)))
    done = record(state.words, fact, answer)
    after = state.answering({fact_id: answer})
    if flow.kind_of(state.check.view) == flow.EDIT:
        clash = after.contradiction(ALL)
        return Turn(after.on_screen("conflict" if clash else "profile"), notice=done, record=done)
    trail = (*(earlier for earlier in state.check.trail if earlier != fact_id), fact_id)
    after = replace(after, check=replace(after.check, trail=trail))
    return Turn(flow.advance(after), notice=done, record=done)


def may_be_inapplicable(state: State, fact_id: str) -> bool:
    """Whether "does not apply" can be said of a fact: in the check that asks it, else in every scheme."""
    target = state.check.target if flow.kind_of(state.check.view) == flow.CHECK else ALL
    target = target if flow.knows(target) else ALL
    return state.assessor.accepts_inapplicable(target, state.answers, fact_id)


def typed(state: State, text: str) -> Turn:
    """What was written while a question is open: taken, asked back, or refused with what is expected."""
    confirmed = _confirmed(state, text)
    if confirmed is not None:
        return replace(confirmed, below=True)
    fact = FACTS[state.check.fact]
    reading = read_answer(
        fact,
        text if shown(text) else "",
        state.today,
        choices=labels_of(fact),
        thresholds=thresholds(fact, ASSESSMENTS.values(), state.today),
    )
    if reading.refusal is not None:
        return replace(_refused(state, reading), below=True)
    if reading.sure and reading.answer is not None:
        return replace(answered(state, fact.id, reading.answer), below=True)
    return Turn(_asked_back(state, reading), below=True)


def _confirmed(state: State, text: str) -> Turn | None:
    """A yes or no to the one value that was asked back; `None` for any other words, which are read anew."""
    pending = load_pending(state.check.pending)
    word = short_answer(text[:LONGEST_WORD])
    if pending is None or len(pending.choices) != 1 or word not in (Word.YES, Word.NO):
        return None
    if word is Word.YES:
        return taken(state, 0)
    return Turn(state.on_screen(question_view(state), fact=pending.fact))


def labels_of(fact: Fact) -> dict[str, tuple[str, ...]]:
    """The choices of a fact with their names in every language: people do not keep to one."""
    words = [wording_for(language) for language in LANGUAGES]
    return {choice: tuple(terms.choice(one, fact, choice) for one in words) for choice in fact.choices}


def _refused(state: State, reading: Reading) -> Turn:
    notice = refusal(
        state.words, str(reading.refusal), reading.fact, reading.said, **dict(reading.parameters)
    )
    return Turn(state.on_screen(question_view(state), fact=reading.fact.id), notice=notice)


def _asked_back(state: State, reading: Reading) -> State:
    choices = tuple(known(value, Source.STATED, reading.said) for value in reading.candidates)
    if not choices and reading.answer is not None:
        choices = (reading.answer,)
    pending = Pending(reading.fact.id, choices, str(reading.doubt), reading.said)
    view = f"{flow.kind_of(state.check.view)}:{flow.CONFIRM}"
    return state.on_screen(view, fact=reading.fact.id, pending=pending.dump())


def chosen(state: State, fact_id: str, members: frozenset[str]) -> Turn:
    """The members of a set are chosen; none of them is an answer too."""
    return answered(state, fact_id, known(members, Source.CHOSEN))


def question_view(state: State) -> str:
    """The plain question in the way that it is being asked: in a check, or from the profile."""
    return flow.kind_of(state.check.view)


def taken(state: State, place: int) -> Turn | None:
    """One of the values that were asked back is confirmed; `None` where it is not there any more."""
    pending = load_pending(state.check.pending)
    if pending is None or place >= len(pending.choices):
        return None
    return answered(state, pending.fact, pending.choices[place])


def kept(state: State) -> Turn:
    """The answer that is there already stays, and the check goes on."""
    if flow.kind_of(state.check.view) == flow.EDIT:
        return Turn(state.on_screen("profile"))
    return Turn(flow.advance(state))


def back(state: State) -> Turn:
    """The question before this one, with the answer that it was given."""
    *earlier, last = state.check.trail or ("",)
    if last not in FACTS:
        return Turn(state)
    asking = state.on_screen(flow.CHECK, fact=last)
    return Turn(replace(asking, check=replace(asking.check, trail=tuple(earlier))))
