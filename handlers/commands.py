"""What each command does."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers import bookshelf, flow, timetable
from handlers.beginning import begin, chosen
from handlers.browsing import help_message
from handlers.codes import ALL
from handlers.events import Command
from handlers.groups import private_only
from handlers.screens import screen
from handlers.session import State, Turn
from handlers.talking.staff import FEEDBACK, feedback_asked
from handlers.wording import terms
from handlers.wording.html import html
from handlers.wording.people import shown
from rules.schemes import ASSESSMENTS, SCHEMES

LONGEST_NAME = 32


def commanded(state: State, command: Command) -> Turn:
    """The turn that a command makes; one that does not exist is said to, with the way to those that do."""
    does = COMMANDS.get(command.name)
    if does is None:
        name = f"/{shown(command.name, LONGEST_NAME)}"
        return say(state, "unknown.command", command=name)
    return replace(does(state, command.argument), below=True)


def say(state: State, key: str, **params: str) -> Turn:
    """A message of its own; the screen stays as it is."""
    return Turn(state, quiet=True, messages=(screen(state.words.html(key, **params)),))


def _start(state: State, argument: str) -> Turn:
    """Also with what a deep link carries: a scheme, or a part of the private chat that a group points to."""
    target = argument.replace("_", "/")  # Telegram allows no "/" in a link
    if flow.knows(target):
        return _linked(state, target)
    if argument in LINKS and not state.visit.group:
        return LINKS[argument](state, "")
    return Turn(
        state.on_screen("start"), notice=html(state.words.text("start.unknown_link")) if argument else html()
    )


def _linked(state: State, target: str) -> Turn:
    words = state.words
    title = words.text("check.all") if target == ALL else terms.title(words, ASSESSMENTS[target])
    return begin(state, target, words.html("start.deep_link", title=title))


def _check(state: State, argument: str) -> Turn:
    target = argument.strip().lower()
    if flow.knows(target):
        return chosen(state, target)
    return Turn(state.on_screen("targets"))


def _deadlines(state: State, argument: str) -> Turn:
    return Turn(timetable.picking(state, argument.strip().lower()))


def _assesses(target: str) -> Callable[[State, str], Turn]:
    return lambda state, _: begin(state, target)


def _browse(state: State, argument: str) -> Turn:
    instrument = argument.strip().lower()
    known = bookshelf.knows(instrument)
    return Turn(state.on_screen(f"{bookshelf.LIST}:{instrument}" if known else bookshelf.LIST))


def _help(state: State, _: str) -> Turn:
    return Turn(state, quiet=True, messages=(help_message(state),))


def _cancel(state: State, _: str) -> Turn:
    if not state.check.view:
        return say(state, "check.cancel_nothing")
    return Turn(state.on_screen("cancelled"), end=True)


def _shows(view: str) -> Callable[[State, str], Turn]:
    return lambda state, _: Turn(state.on_screen(view))


def _privately(view: str) -> Callable[[State, str], Turn]:
    return lambda state, _: private_only(state, view) if state.visit.group else Turn(state.on_screen(view))


COMMANDS: Mapping[str, Callable[[State, str], Turn]] = {
    "start": _start,
    "check": _check,
    "schemes": _shows("schemes"),
    "browse": _browse,
    "deadlines": _deadlines,
    "profile": _privately("profile"),
    "privacy": _privately("privacy"),
    "language": _shows("language"),
    "help": _help,
    "cancel": _cancel,
    FEEDBACK: feedback_asked,
    **{
        part.id.rpartition("/")[2]: _assesses(part.id)
        for scheme in SCHEMES.values()
        for part in scheme.further
    },
}
"""Also one for each further assessment within an instrument, named as the last part of its id."""

LINKS: Mapping[str, Callable[[State, str], Turn]] = {
    "profile": COMMANDS["profile"],
    "privacy": COMMANDS["privacy"],
    "check": COMMANDS["check"],
    FEEDBACK: feedback_asked,
}
"""What a deep link may name besides the schemes."""
