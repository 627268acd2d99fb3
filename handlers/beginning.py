"""Beginning a check."""

from handlers.flow import PARTS, advance
from handlers.results import used_facts
from handlers.session import State, Turn
from handlers.wording.html import Html, html, lines
from rules.schemes import SCHEMES


def begin(state: State, target: str, notice: Html = Html()) -> Turn:
    """Check a target from its first open question on; answers from earlier are used, and said to be."""
    starting = state.checking(target)
    reused = len(used_facts(starting, target))
    said = state.words.text("check.reused", n=reused) if reused else ""
    return Turn(advance(starting), notice=lines(notice, html(said)))


def chosen(state: State, target: str) -> Turn:
    """A scheme was chosen: the check begins, or it is asked first which part of the instrument is meant."""
    scheme = SCHEMES.get(target)
    if scheme is not None and scheme.further:
        return Turn(state.on_screen(f"{PARTS}:{target}"))
    return begin(state, target)
