"""What each button does. A button is honoured when what it says still makes sense, however old it is.

Most buttons carry their whole meaning and always hold. An answer holds while its question is open. A step
that only means something on one screen (back, one of several readings, a final confirmation) holds on that
screen alone. Whatever no longer holds is answered politely, and the current screen is shown again.
"""

from collections.abc import Mapping
from dataclasses import replace

from handlers import profile_presses, question_presses, reading_presses, result_presses
from handlers.cases import Case, Pressing
from handlers.keyboards import Press, Verb, decode
from handlers.session import State, Turn
from handlers.talking import presses as talking_presses
from handlers.wording import terms
from rules.schemes import FACTS

VERBS: Mapping[Verb, Pressing] = {
    **question_presses.VERBS,
    **result_presses.VERBS,
    **profile_presses.VERBS,
    **reading_presses.VERBS,
    **talking_presses.VERBS,
}


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
