"""What comes in from a chat, free of any framework: who, where, and what was said, pressed or sent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visit:
    """Who does something where. `message_id` is the message that was written, or that the pressed button is
    on.

    `language_code` is what the person's Telegram is set to, an IETF tag; a group is any chat with several
    people.
    """

    person: int
    chat: int
    group: bool = False
    language_code: str | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """A command such as /check, without the slash and the bot's name, and what stands after it."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Something written to the bot, or the words under a picture or file."""

    text: str


@dataclass(frozen=True, slots=True)
class Tap:
    """A button, by what it carries and the query that wants an answer."""

    data: str
    query_id: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something without words: `kind` is photo, sticker, voice, document and so on, as Telegram names it."""

    kind: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A message that was changed after it was sent."""

    text: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The bot was added to a group."""


Event = Command | Text | Tap | Attachment | Edited | Joined
