"""The screens about what is kept of a person."""

from handlers.keyboards import Verb
from handlers.screens import Screen, button, screen
from handlers.session import State
from handlers.wording.help import privacy_card


def privacy_screen(state: State) -> Screen:
    """What is kept, what is not, and the two things that can be done about it."""
    words = state.words
    rows = [
        (button(words.text("button.export"), Verb.EXPORT),),
        (button(words.text("button.erase"), Verb.ERASE),),
    ]
    return screen(privacy_card(words), rows=rows)


def erase_screen(state: State) -> Screen:
    """The question before everything is erased."""
    words = state.words
    rows = [
        (
            button(words.text("button.erase_confirm"), Verb.ERASE_NOW),
            button(words.text("button.keep"), Verb.PRIVACY),
        )
    ]
    return screen(words.text("privacy.erase_question"), rows=rows)


def erased_screen(state: State) -> Screen:
    """All gone."""
    return screen(state.words.text("privacy.erased"))
