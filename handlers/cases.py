"""One press of a button, and what all kinds of presses share."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.groups import private_only
from handlers.keyboards import Press
from handlers.session import State, Turn

Honoured = Turn | None
"""What happens; `None` where the button no longer holds."""


@dataclass(frozen=True, slots=True)
class Case:
    """One press: `current` says that the button is on the screen that stands now."""

    state: State
    press: Press
    current: bool


Pressing = Callable[[Case], Honoured]


def shows(view: str) -> Pressing:
    """A button that leads to a screen, whatever stands now."""
    return lambda case: Turn(case.state.on_screen(view))


def privately(verb: Pressing, place: str) -> Pressing:
    """What concerns all of a person's answers is not shown to a group."""
    return lambda case: private_only(case.state, place) if case.state.visit.group else verb(case)
