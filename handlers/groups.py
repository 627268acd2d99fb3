"""What is different where others read along."""

from handlers.screens import Button, screen
from handlers.session import State, Turn


def private_only(state: State, place: str) -> Turn:
    """Not in front of a group: what shows or changes all that is kept of a person; the way to do it alone."""
    words = state.words
    link = f"https://t.me/{state.bot_name}?start={place}"
    rows = ((Button(words.text("button.open_private"), url=link),),)
    return Turn(
        state, quiet=True, messages=(screen(words.text("group.in_private", command=f"/{place}"), rows=rows),)
    )


def joined(state: State) -> Turn:
    """The bot was added to a group: when it answers, and that others will read along."""
    words = state.words
    hint = words.text("group.hint", bot=state.bot_name)
    return Turn(state, quiet=True, messages=(screen(hint, words.text("group.private_better")),))
