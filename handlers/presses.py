"""What each button does. A button is honoured when what it says still makes sense, however old it is.

Most buttons carry their whole meaning and always hold. An answer holds while its question is open. A step
that only means something on one screen (back, one of several readings, a final confirmation) holds on that
screen alone. Whatever no longer holds is answered politely, and the current screen is shown again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from handlers import answering, credit, flow, library
from handlers.beginning import begin
from handlers.codes import ALL
from handlers.groups import private_only
from handlers.keyboards import Press, Verb, decode
from handlers.results import copy_of
from handlers.session import State, Turn
from handlers.wording import terms
from handlers.wording.html import html
from rules.schemes import FACTS

Honoured = Turn | None
"""What happens; `None` where the button no longer holds."""


@dataclass(frozen=True, slots=True)
class Case:
    """One press: `current` says that the button is on the screen that stands now."""

    state: State
    press: Press
    current: bool


def pressed(state: State, data: str) -> Turn:
    """The turn that a pressed button makes."""
    words = state.words
    found = decode(data)
    if found is not None and found.owner != state.visit.person:
        return Turn(state, quiet=True, toast=words.text("group.not_yours_plain"), alert=True)
    on_living = state.visit.message_id == state.check.message_id
    if found is not None:
        case = Case(state, found.press, on_living and found.version == state.check.version)
        turn = VERBS[found.press.verb](case)
        if turn is not None:
            return replace(turn, below=not on_living)
    return _stale(state, found.press if found else None, below=not on_living)


def _stale(state: State, press: Press | None, *, below: bool) -> Turn:
    words = state.words
    if press is None:
        toast = words.text("stale.unknown")
    elif press.verb is Verb.ANSWER and press.fact in state.answers and state.check.view:
        fact = FACTS[press.fact]
        value = terms.answer(words, fact, state.answers[fact.id])
        toast = words.text("stale.answered", label=terms.label(words, fact), value=value)
    else:
        toast = words.text("stale.button" if state.check.view else "stale.ended")
    if not state.check.view:
        return Turn(state.on_screen("targets"), below=below, toast=toast)
    return Turn(state, below=below, toast=toast)


def _asked(case: Case) -> bool:
    """Whether the button's question is the one that is open."""
    return flow.asked_fact(case.state) == case.press.fact


def _answer(case: Case) -> Honoured:
    answer = case.press.answer
    if answer is None or not _asked(case):
        return None
    return answering.answered(case.state, case.press.fact, answer)


def _members(case: Case) -> Honoured:
    if not _asked(case):
        return None
    chosen = " ".join([flow.MEMBERS, *sorted(case.press.members)])
    view = f"{flow.kind_of(case.state.check.view)}:{chosen}"
    return Turn(case.state.on_screen(view, fact=case.press.fact))


def _members_done(case: Case) -> Honoured:
    return answering.chosen(case.state, case.press.fact, case.press.members) if _asked(case) else None


def _take(case: Case) -> Honoured:
    return answering.taken(case.state, case.press.number) if case.current else None


def _retype(case: Case) -> Honoured:
    fact = flow.asked_fact(case.state)
    if not (case.current and fact):
        return None
    return Turn(case.state.on_screen(answering.question_view(case.state), fact=fact))


def _keep(case: Case) -> Honoured:
    return answering.kept(case.state) if _asked(case) else None


def _back(case: Case) -> Honoured:
    return answering.back(case.state) if case.current else None


def _why(case: Case) -> Honoured:
    if not _asked(case):
        return None
    plain = answering.question_view(case.state)
    unfolded = flow.detail_of(case.state.check.view) == flow.WHY
    view = plain if unfolded else f"{plain}:{flow.WHY}"
    return Turn(case.state.on_screen(view, fact=case.press.fact))


def _ask(case: Case) -> Honoured:
    if not flow.knows(case.state.check.target):
        return _edit(case)
    return Turn(case.state.on_screen(flow.CHECK, fact=case.press.fact))


def _edit(case: Case) -> Honoured:
    if case.state.visit.group:
        return private_only(case.state, "profile")
    return Turn(case.state.on_screen(flow.EDIT, fact=case.press.fact))


def _check(case: Case) -> Honoured:
    if case.press.target == case.state.check.target:
        return _resume(case)
    return begin(case.state, case.press.target)


def _resume(case: Case) -> Honoured:
    return Turn(flow.advance(case.state)) if flow.knows(case.state.check.target) else None


def _result(case: Case) -> Honoured:
    target = case.press.target
    state = case.state
    if state.check.target == ALL and target != ALL:
        return Turn(flow.conclude(state, f"card:{target}"))
    if target != state.check.target:
        state = state.checking(target)
    return Turn(flow.conclude(state, "result"))


def _copy(case: Case) -> Honoured:
    state = case.state if flow.knows(case.state.check.target) else case.state.checking(case.press.target)
    found = flow.conclude(state, state.check.view)
    if found.check.view != state.check.view:
        return Turn(found)
    return Turn(case.state, quiet=True, messages=(copy_of(case.state, case.press.target),))


def _basis(case: Case) -> Honoured:
    if case.press.target == ALL:
        return None
    state = case.state if flow.knows(case.state.check.target) else case.state.checking(case.press.target)
    return Turn(flow.conclude(state, f"basis:{case.press.target}"))


def _change(case: Case) -> Honoured:
    state = case.state if flow.knows(case.state.check.target) else case.state.checking(case.press.target)
    return Turn(state.on_screen(f"change:{case.press.target} {case.press.number}"))


def _language(case: Case) -> Honoured:
    state = replace(case.state, language=case.press.language)
    after = flow.advance(state) if flow.knows(state.check.target) else state.on_screen("start")
    return Turn(after, notice=html(state.words.text("language.changed")))


def _fact(case: Case) -> Honoured:
    if case.press.fact not in case.state.answers:
        return None
    return Turn(case.state.on_screen("fact", fact=case.press.fact))


def _forget(case: Case) -> Honoured:
    if case.press.fact not in case.state.answers:
        return None
    words = case.state.words
    label = terms.label(words, FACTS[case.press.fact])
    after = case.state.without(case.press.fact).on_screen("profile")
    return Turn(after, notice=words.html("check.removed", label=label))


def _clear_now(case: Case) -> Honoured:
    if not case.current:
        return None
    after = case.state.without(*case.state.answers).on_screen("profile")
    return Turn(after, notice=html(case.state.words.text("profile.removed_all")))


def _export(case: Case) -> Honoured:
    return Turn(case.state, quiet=True, export=True)


def _erase_now(case: Case) -> Honoured:
    if not case.current:
        return None
    gone = case.state.without(*case.state.answers).checking("")
    return Turn(gone.on_screen("erased"), erase=True, end=True)


def _credit_take(case: Case) -> Honoured:
    return credit.take(case.state) if case.current else None


def _credit_leave(case: Case) -> Honoured:
    return credit.leave(case.state) if case.current else None


def _instrument(case: Case) -> Honoured:
    return Turn(case.state.on_screen(f"{library.LIST}:{case.press.instrument}"))


def _aspect(case: Case) -> Honoured:
    press = case.press
    return Turn(case.state.on_screen(f"{library.ASPECT}:{press.instrument} {press.aspect} {press.number}"))


def _article(case: Case) -> Honoured:
    press = case.press
    return Turn(case.state.on_screen(f"{library.ARTICLE}:{press.instrument} {press.place} {press.number}"))


def _awards(case: Case) -> Honoured:
    return Turn(case.state.on_screen(f"{library.AWARDS}:{case.press.instrument}"))


def _steps(case: Case) -> Honoured:
    return Turn(case.state.on_screen(f"{library.STEPS}:{case.press.instrument}"))


def _shows(view: str) -> Callable[[Case], Honoured]:
    return lambda case: Turn(case.state.on_screen(view))


def _privately(verb: Callable[[Case], Honoured], place: str) -> Callable[[Case], Honoured]:
    """What concerns all of a person's answers is not shown to a group."""
    return lambda case: private_only(case.state, place) if case.state.visit.group else verb(case)


VERBS: Mapping[Verb, Callable[[Case], Honoured]] = {
    Verb.ANSWER: _answer,
    Verb.MEMBERS: _members,
    Verb.MEMBERS_DONE: _members_done,
    Verb.TAKE: _take,
    Verb.RETYPE: _retype,
    Verb.KEEP: _keep,
    Verb.BACK: _back,
    Verb.WHY: _why,
    Verb.ASK: _ask,
    Verb.EDIT: _edit,
    Verb.CHECK: _check,
    Verb.RESUME: _resume,
    Verb.RESULT: _result,
    Verb.COPY: _copy,
    Verb.BASIS: _basis,
    Verb.CHANGE: _change,
    Verb.TARGETS: _shows("targets"),
    Verb.SCHEMES: _shows("schemes"),
    Verb.LANGUAGES: _shows("language"),
    Verb.LANGUAGE: _language,
    Verb.PROFILE: _privately(
        lambda case: Turn(case.state.on_screen(f"profile:{case.press.number}")), "profile"
    ),
    Verb.FACT: _privately(_fact, "profile"),
    Verb.FORGET: _privately(_forget, "profile"),
    Verb.CLEAR: _privately(_shows("clear"), "profile"),
    Verb.CLEAR_NOW: _privately(_clear_now, "profile"),
    Verb.CREDIT: _privately(_shows("credit"), "profile"),
    Verb.CREDIT_TAKE: _credit_take,
    Verb.CREDIT_LEAVE: _credit_leave,
    Verb.PRIVACY: _privately(_shows("privacy"), "privacy"),
    Verb.EXPORT: _privately(_export, "privacy"),
    Verb.ERASE: _privately(_shows("erase"), "privacy"),
    Verb.ERASE_NOW: _privately(_erase_now, "privacy"),
    Verb.BROWSE: _shows(library.LIST),
    Verb.INSTRUMENT: _instrument,
    Verb.ASPECT: _aspect,
    Verb.ARTICLE: _article,
    Verb.AWARDS: _awards,
    Verb.STEPS: _steps,
}
