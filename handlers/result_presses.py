"""Buttons that begin a check, and those under its result."""

from collections.abc import Mapping

from handlers import flow
from handlers.beginning import begin, chosen
from handlers.cases import Case, Honoured, Pressing, shows
from handlers.codes import ALL
from handlers.keyboards import Verb
from handlers.results import copy_of
from handlers.session import Turn
from rules.schemes import SCHEMES


def _check(case: Case) -> Honoured:
    """A scheme chosen from a list; under the result of its own check, to go on with it."""
    target, check = case.press.target, case.state.check
    if target != check.target:
        return chosen(case.state, target)
    lists_parts = target in SCHEMES and bool(SCHEMES[target].further)
    if lists_parts and flow.kind_of(check.view) not in flow.CONCLUDING:
        return chosen(case.state, target)
    return _resume(case)


def _begin(case: Case) -> Honoured:
    target = case.press.target
    return _resume(case) if target == case.state.check.target else begin(case.state, target)


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


VERBS: Mapping[Verb, Pressing] = {
    Verb.CHECK: _check,
    Verb.BEGIN: _begin,
    Verb.RESUME: _resume,
    Verb.RESULT: _result,
    Verb.COPY: _copy,
    Verb.BASIS: _basis,
    Verb.CHANGE: _change,
    Verb.TARGETS: shows("targets"),
    Verb.SCHEMES: shows("schemes"),
}
