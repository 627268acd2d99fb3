"""The unified social credit code (统一社会信用代码): given once, what it tells is proposed and kept when
confirmed.

The code itself is not kept: neither in the answers nor while it waits for the confirmation.
"""

from handlers.screens import Screen, screen
from handlers.session import State, Turn


def credit_screen(state: State) -> Screen:
    return screen(state.words.text("uscc.ask"))


def looks_like_code(text: str) -> bool:
    return False


def given(state: State, text: str) -> Turn:
    return Turn(state)


def take(state: State) -> Turn | None:
    return None
