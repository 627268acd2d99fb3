"""Buttons about what is kept of a person: language, answers, credit code, export and erasing."""

from collections.abc import Mapping
from dataclasses import replace

from handlers import credit, flow
from handlers.cases import Case, Honoured, Pressing, privately, shows
from handlers.keyboards import Verb
from handlers.session import Turn
from handlers.wording import terms
from handlers.wording.html import html
from rules.schemes import FACTS


def _profile(case: Case) -> Honoured:
    return Turn(case.state.on_screen(f"profile:{case.press.number}"))


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


VERBS: Mapping[Verb, Pressing] = {
    Verb.LANGUAGES: shows("language"),
    Verb.LANGUAGE: _language,
    Verb.PROFILE: privately(_profile, "profile"),
    Verb.FACT: privately(_fact, "profile"),
    Verb.FORGET: privately(_forget, "profile"),
    Verb.CLEAR: privately(shows("clear"), "profile"),
    Verb.CLEAR_NOW: privately(_clear_now, "profile"),
    Verb.CREDIT: privately(shows("credit"), "profile"),
    Verb.CREDIT_TAKE: _credit_take,
    Verb.CREDIT_LEAVE: _credit_leave,
    Verb.PRIVACY: privately(shows("privacy"), "privacy"),
    Verb.EXPORT: privately(_export, "privacy"),
    Verb.ERASE: privately(shows("erase"), "privacy"),
    Verb.ERASE_NOW: privately(_erase_now, "privacy"),
}
