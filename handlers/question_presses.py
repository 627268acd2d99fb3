"""Buttons under a question: the answers, what is asked back, why, back, and asking one again."""

from collections.abc import Mapping

from handlers import answering, flow
from handlers.cases import Case, Honoured, Pressing
from handlers.groups import private_only
from handlers.keyboards import Verb
from handlers.session import Turn


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


VERBS: Mapping[Verb, Pressing] = {
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
}
