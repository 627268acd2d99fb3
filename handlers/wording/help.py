"""The bot introduces itself: the greeting, how it is used, what it keeps of a person."""

from handlers.wording.catalogue import Translator
from handlers.wording.html import Html, bold, lines
from handlers.wording.splitting import split

COMMANDS = (
    "start",
    "check",
    "schemes",
    "browse",
    "deadlines",
    "profile",
    "language",
    "privacy",
    "help",
    "cancel",
)
"""The commands of the menu, in its order; `command.<name>` describes each."""

_HELP = ("check", "schemes", "browse", "deadlines", "further", "profile", "privacy", "language", "cancel")
_HOW = ("asking", "typing", "unknown", "groups", "limits")


def start_card(wording: Translator, *, known_before: bool = False) -> Html:
    """The greeting of a new person, or of one who comes back."""
    if known_before:
        return lines(
            bold(wording.text("start.greeting")), wording.text("start.again"), wording.text("start.choose")
        )
    texts = [wording.text(f"start.{name}") for name in ("what", "how", "ask", "choose")]
    return lines(bold(wording.text("start.greeting")), *texts)


def help_card(wording: Translator, bot: str) -> list[Html]:
    """How the bot is used; `bot` is its user name without the @."""
    commands = lines(*(wording.text(f"help.{name}") for name in _HELP))
    how = lines(*(f"· {wording.text(f'help.{name}', bot=bot)}" for name in _HOW))
    return split([bold(wording.text("help.title")), commands, how])


def privacy_card(wording: Translator) -> Html:
    """What is kept of a person, what is not, and what they can do about it."""
    texts = [wording.text(f"privacy.{name}") for name in ("kept", "talk", "not_kept", "use", "rights")]
    return lines(bold(wording.text("privacy.title")), *(f"· {text}" for text in texts))
