"""A room for talking with the conversation core: desk and outlet in memory, and a person in it."""

import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from bot.search import ClauseIndex
from handlers.dispatch import Conversation
from handlers.events import Attachment, Command, Edited, Event, Tap, Text, Visit
from handlers.official.texts import OfficialText
from handlers.outlet import Key, Keys
from handlers.ports import Check, Note, Noted
from handlers.wording.html import Html
from rules.engine.situation import Answer

PERSON = 7001
TODAY = date(2026, 11, 22)
STAFF = frozenset({9001})
INDEX = ClauseIndex.of_the_ledgers()


class People:
    """Languages in memory."""

    def __init__(self) -> None:
        self.languages: dict[int, str] = {}

    async def language(self, person: int) -> str | None:
        return self.languages.get(person)

    async def set_language(self, person: int, language: str) -> None:
        self.languages[person] = language


class Answers:
    """Answers in memory."""

    def __init__(self) -> None:
        self.kept: dict[int, dict[str, Answer]] = {}

    async def load(self, person: int) -> Mapping[str, Answer]:
        return dict(self.kept.get(person, {}))

    async def save(self, person: int, answers: Mapping[str, Answer]) -> None:
        self.kept.setdefault(person, {}).update(answers)

    async def remove(self, person: int, fact_id: str) -> None:
        self.kept.get(person, {}).pop(fact_id, None)

    async def clear(self, person: int) -> None:
        self.kept.pop(person, None)


class Checks:
    """Living checks in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, int], Check] = {}

    async def load(self, person: int, chat: int) -> Check | None:
        return self.kept.get((person, chat))

    async def save(self, check: Check) -> None:
        self.kept[check.person, check.chat] = check

    async def end(self, person: int, chat: int) -> None:
        self.kept.pop((person, chat), None)


class Texts:
    """Official texts in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, OfficialText] = {}

    async def load(self, scheme: str) -> OfficialText | None:
        return self.kept.get(scheme)


class Talks:
    """What was last spoken of, in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, int], str] = {}

    async def load(self, person: int, chat: int) -> str:
        return self.kept.get((person, chat), "")

    async def save(self, person: int, chat: int, document: str) -> None:
        self.kept[person, chat] = document


class Feedback:
    """Notes for staff, in memory."""

    def __init__(self) -> None:
        self.notes: list[Note] = []

    async def add(self, note: Note) -> None:
        self.notes.append(note)

    async def latest(self, most: int) -> Sequence[Noted]:
        return [Noted(TODAY, note, 1) for note in reversed(self.notes) if note.text][:most]

    async def counts(self, since: date) -> Mapping[str, int]:
        return Counter(note.kind for note in self.notes)


class MemoryDesk:
    """A desk in memory."""

    def __init__(self) -> None:
        self.people, self.answers, self.checks = People(), Answers(), Checks()
        self.texts = Texts()
        self.talks, self.feedback = Talks(), Feedback()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        yield

    async def export_person(self, person: int) -> Mapping[str, object]:
        return {"person": person, "answers": sorted(self.answers.kept.get(person, {}))}

    async def erase_person(self, person: int) -> None:
        self.people.languages.pop(person, None)
        self.answers.kept.pop(person, None)
        for place in [place for place in self.checks.kept if place[0] == person]:
            del self.checks.kept[place]


@dataclass
class Shown:
    """A message in a chat."""

    text: Html
    keys: Keys = ()

    @property
    def plain(self) -> str:
        return self.text.plain

    @property
    def labels(self) -> list[str]:
        return [key.label for row in self.keys for key in row]


@dataclass
class MemoryOutlet:
    """A messenger in memory; `log` names every call in order."""

    chats: dict[int, dict[int, Shown]] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    toasts: list[tuple[str, bool]] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    menus: list[tuple[int, str]] = field(default_factory=list)
    frozen: set[int] = field(default_factory=set)
    last_id: int = 0

    async def send(self, chat: int, text: Html, keys: Keys = ()) -> int:
        assert text.plain.strip(), "an empty message"
        assert text.length <= 4096
        self.last_id += 1
        self.chats.setdefault(chat, {})[self.last_id] = Shown(text, keys)
        self.log.append("send")
        return self.last_id

    async def edit(self, chat: int, message_id: int, text: Html, keys: Keys = ()) -> bool:
        assert text.plain.strip(), "an empty message"
        self.log.append("edit")
        if message_id in self.frozen or message_id not in self.chats.get(chat, {}):
            return False
        self.chats[chat][message_id] = Shown(text, keys)
        return True

    async def strip(self, chat: int, message_id: int) -> None:
        self.log.append("strip")
        if message_id in self.chats.get(chat, {}):
            self.chats[chat][message_id].keys = ()

    async def remove(self, chat: int, message_id: int) -> None:
        self.log.append("remove")
        self.chats.get(chat, {}).pop(message_id, None)

    async def answer(self, query_id: str, text: str = "", *, alert: bool = False) -> None:
        self.log.append("answer")
        self.toasts.append((text, alert))

    async def document(self, chat: int, name: str, content: bytes, caption: Html) -> None:
        json.loads(content)
        self.log.append("document")
        self.files.append((name, content))

    async def commands(self, chat: int, language: str) -> None:
        self.menus.append((chat, language))


class StandingClock:
    """Always the same day."""

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 2, tzinfo=UTC)

    def today(self) -> date:
        return TODAY


class Room:
    """One person in one chat with the bot."""

    def __init__(self, person: int = PERSON, chat: int | None = None, beside: "Room | None" = None) -> None:
        self.person, self.chat = person, person if chat is None else chat
        self.desk: MemoryDesk = beside.desk if beside else MemoryDesk()
        self.outlet: MemoryOutlet = beside.outlet if beside else MemoryOutlet()
        self.bot = Conversation(
            self.desk, self.outlet, StandingClock(), "shenbao_bot", "zh_CN", search=INDEX, staff=STAFF
        )
        self.language_code: str | None = None

    @property
    def messages(self) -> dict[int, Shown]:
        """Everything the bot's side of the chat shows now."""
        return self.outlet.chats.setdefault(self.chat, {})

    @property
    def last_id(self) -> int:
        return max(self.messages)

    @property
    def last(self) -> Shown:
        """The newest message of the bot."""
        return self.messages[self.last_id]

    @property
    def screen(self) -> Shown:
        """The living message."""
        living = self.check.message_id
        assert living is not None
        return self.messages[living]

    @property
    def check(self) -> Check:
        return self.desk.checks.kept[self.person, self.chat]

    @property
    def answers(self) -> dict[str, Answer]:
        return self.desk.answers.kept.get(self.person, {})

    @property
    def toast(self) -> str:
        return self.outlet.toasts[-1][0]

    async def hear(self, event: Event, message_id: int | None = None) -> None:
        if message_id is None:
            self.outlet.last_id += 1
            message_id = self.outlet.last_id
        visit = Visit(self.person, self.chat, self.chat != self.person, self.language_code, message_id)
        await self.bot.hear(visit, event)

    async def command(self, name: str, argument: str = "") -> None:
        await self.hear(Command(name, argument))

    async def say(self, text: str) -> None:
        await self.hear(Text(text))

    async def answer_until(self, fact: str) -> None:
        """Say "do not know" to every question before this one."""
        while self.check.fact != fact:
            assert self.check.view == "check", f"{fact} was not asked"
            await self.press("不知道")

    async def send(self, kind: str) -> None:
        await self.hear(Attachment(kind))

    async def edit(self, text: str) -> None:
        await self.hear(Edited(text))

    def key(self, label: str, message_id: int | None = None) -> tuple[int, Key]:
        """A button by its label (or its beginning), on the newest message that has it."""
        places = [message_id] if message_id is not None else sorted(self.messages, reverse=True)
        for exact in (True, False):
            for place in places:
                for row in self.messages[place].keys:
                    for key in row:
                        if key.label == label if exact else key.label.startswith(label):
                            return place, key
        raise AssertionError(f"no button {label!r} among {[self.messages[p].labels for p in places]}")

    async def press(self, label: str, message_id: int | None = None) -> None:
        place, key = self.key(label, message_id)
        await self.tap(key.data, place)

    async def tap(self, data: str, message_id: int) -> None:
        await self.hear(Tap(data, "query"), message_id)
