"""Every screen by the first part of its name."""

from collections.abc import Callable, Mapping

from handlers import bookshelf, due_screens, flow, timetable
from handlers.asking import asking_screen
from handlers.basis import basis_screen
from handlers.browsing import (
    language_screen,
    parts_screen,
    schemes_screen,
    start_screen,
    targets_screen,
)
from handlers.credit import credit_screen
from handlers.privacy import erase_screen, erased_screen, privacy_screen
from handlers.profile import clear_screen, fact_screen, profile_screen
from handlers.results import card_screen, change_screen, conflict_screen, result_screen
from handlers.screens import Screen, screen
from handlers.session import State
from handlers.talking.screens import ANSWER, answer_screen
from handlers.talking.staff import FEEDBACK, feedback_screen


def _cancelled(state: State) -> Screen:
    return screen(state.words.text("check.cancelled"))


VIEWS: Mapping[str, Callable[[State], Screen]] = {
    "start": start_screen,
    "targets": targets_screen,
    "schemes": schemes_screen,
    "language": language_screen,
    flow.CHECK: asking_screen,
    flow.EDIT: asking_screen,
    "conflict": conflict_screen,
    "result": result_screen,
    "card": card_screen,
    "basis": basis_screen,
    "change": change_screen,
    "profile": profile_screen,
    "fact": fact_screen,
    "clear": clear_screen,
    "credit": credit_screen,
    "privacy": privacy_screen,
    "erase": erase_screen,
    "erased": erased_screen,
    "cancelled": _cancelled,
    bookshelf.LIST: bookshelf.browse_screen,
    bookshelf.ASPECT: bookshelf.aspect_screen,
    bookshelf.ARTICLE: bookshelf.article_screen,
    bookshelf.AWARDS: bookshelf.awards_screen,
    bookshelf.STEPS: bookshelf.steps_screen,
    flow.PARTS: parts_screen,
    ANSWER: answer_screen,
    FEEDBACK: feedback_screen,
    **due_screens.VIEWS,
}

_READING = {bookshelf.LIST, bookshelf.ASPECT, bookshelf.ARTICLE, bookshelf.AWARDS, bookshelf.STEPS}
KEPT = frozenset(
    {"start", "schemes", "result", "card", "basis", "privacy", ANSWER, timetable.LIST, *_READING}
)
"""Screens that stay to be read, without their buttons, when the conversation has gone on below them."""


def render(state: State) -> Screen:
    """The screen of a state; one whose name no release knows any more is the list of what can be checked."""
    return VIEWS.get(flow.kind_of(state.check.view), targets_screen)(state)
