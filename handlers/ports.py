"""What the conversations need from outside, as Protocols; `bot.store` and `bot.clock` implement them.

Every call may fail with an exception of the implementation; the conversations let it pass to the error
handler, which answers kindly. Nothing is left half done: each method is one transaction of its own, and the
dialogue is recomputed from the stored answers, so that a crash between two calls loses none and invents none.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from handlers.official.texts import OfficialText
from rules.engine.situation import Answer


@dataclass(frozen=True, slots=True)
class Check:
    """The living check of one person in one chat: what is on the screen, never what was answered.

    `target` is a scheme id, "all" for "which fit us?", or "" where no scheme is being checked. `message_id`
    is the living message, `None` before the first one is sent. `view` is the name of the screen (handlers
    decide), `fact` the fact that is being asked ("" where none is), `trail` the facts answered in this check,
    oldest first, for "back". `version` grows with each screen, so that a button of an older one can be told.
    `pending` holds, as JSON text that only the handlers read, what waits for confirmation ("" for nothing).
    """

    person: int
    chat: int
    target: str = ""
    message_id: int | None = None
    view: str = ""
    fact: str = ""
    trail: tuple[str, ...] = ()
    version: int = 0
    pending: str = ""


class Clock(Protocol):
    """The time, from outside."""

    def now(self) -> datetime:
        """This instant, as an aware datetime in UTC."""

    def today(self) -> date:
        """The calendar date in Asia/Shanghai, for which the rules are read."""


class People(Protocol):
    """What is kept of a person besides answers: the chosen language, nothing else."""

    async def language(self, person: int) -> str | None:
        """The language that the person chose; `None` for somebody who chose none or is not known."""

    async def set_language(self, person: int, language: str) -> None:
        """Keep the chosen language, one of `handlers.wording`'s."""


class Answers(Protocol):
    """The answers of a person by fact id, shared by all schemes and chats, each with its provenance."""

    async def load(self, person: int) -> Mapping[str, Answer]:
        """Every answer of the person, none for a stranger; facts that are gone are left out."""

    async def save(self, person: int, answers: Mapping[str, Answer]) -> None:
        """Keep these answers, all or none, each in place of an earlier one of the same fact.

        `said` is kept to 200 characters.
        """

    async def remove(self, person: int, fact_id: str) -> None:
        """Forget one answer. Nothing happens where there is none."""

    async def clear(self, person: int) -> None:
        """Forget every answer of the person."""


class Checks(Protocol):
    """The living checks, at most one a person and chat."""

    async def load(self, person: int, chat: int) -> Check | None:
        """The check of this person in this chat."""

    async def save(self, check: Check) -> None:
        """Keep the check in place of the earlier one of the same person and chat."""

    async def end(self, person: int, chat: int) -> None:
        """Forget the check; the answers stay. Nothing happens where there is none."""


class Talks(Protocol):
    """What the last question of a person in a chat came to, for half an hour: follow-ups are read for it."""

    async def load(self, person: int, chat: int) -> str:
        """What was kept, as JSON text that only the handlers read; "" where nothing is, or not any more."""

    async def save(self, person: int, chat: int, document: str) -> None:
        """Keep this in place of the earlier one of the same person and chat, from now on for half an hour."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is told to staff of a question or an answer: `kind` is useful, useless or unclear.

    `text` is the question, shortened and without what could tell who asked; empty where it is not needed.
    """

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as staff see it: the day, and how often the same was noted on it."""

    day: date
    note: Note
    count: int


class Feedback(Protocol):
    """Notes for staff. Nothing in them points to a person or a chat."""

    async def add(self, note: Note) -> None:
        """Note this for today; the same note of the same day is counted."""

    async def latest(self, most: int) -> Sequence[Noted]:
        """The latest notes that have a text, newest first."""

    async def counts(self, since: date) -> Mapping[str, int]:
        """How often each kind was noted from this day on."""


class Texts(Protocol):
    """The official texts of instruments, as an operator imported them."""

    async def load(self, scheme: str) -> OfficialText | None:
        """The official text of an instrument; `None` where none was imported."""


class Desk(Protocol):
    """Everything that is kept, in one place."""

    @property
    def people(self) -> People:
        """Languages."""

    @property
    def answers(self) -> Answers:
        """Answers."""

    @property
    def checks(self) -> Checks:
        """Living checks."""

    @property
    def texts(self) -> Texts:
        """Official texts."""

    @property
    def talks(self) -> Talks:
        """What was last spoken of."""

    @property
    def feedback(self) -> Feedback:
        """Notes for staff."""

    def transaction(self) -> AbstractAsyncContextManager[object]:
        """Make several calls one: all are kept or, after an exception, none. Nothing is sent inside."""

    async def export_person(self, person: int) -> Mapping[str, object]:
        """All that is kept of the person, ready for JSON (text, numbers, booleans, lists, objects, null)."""

    async def erase_person(self, person: int) -> None:
        """Remove all that is kept of the person, for good."""
