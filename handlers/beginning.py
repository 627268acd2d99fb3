"""Beginning a check."""

from handlers.flow import advance
from handlers.results import used_facts
from handlers.session import State, Turn
from handlers.wording.html import Html, html, lines


def begin(state: State, target: str, notice: Html = Html()) -> Turn:
    """Check a target from its first open question on; answers from earlier are used, and said to be."""
    starting = state.checking(target)
    reused = len(used_facts(starting, target))
    said = state.words.text("check.reused", n=reused) if reused else ""
    return Turn(advance(starting), notice=lines(notice, html(said)))
