"""The order in which updates are handled: many chats at once, each chat one update after the other."""

import asyncio
import sys
from collections.abc import Awaitable
from dataclasses import dataclass, field
from inspect import iscoroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 64


@dataclass(slots=True)
class _Line:
    """The updates of one chat: the lock lets them through in the order of arrival."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


class InOrderWithinChat(BaseUpdateProcessor):
    """Handles updates of `at_once` chats at the same time, and those of one chat in their order.

    The base class counts an update as processed while it still waits for its turn: a flood in one chat would
    fill every place. So it gets no limit, and ours counts what runs. A chat asks for one place at a time, and
    places are given in the order of asking: no chat waits for more than one update of each other.
    """

    __slots__ = ("_lines", "_places", "_running")

    def __init__(self, at_once: int = AT_ONCE) -> None:
        super().__init__(max_concurrent_updates=sys.maxsize)
        if at_once < 1:
            raise ValueError(f"at least one update must be handled at a time: {at_once}")
        self._places = asyncio.Semaphore(at_once)
        self._lines: dict[int, _Line] = {}
        self._running = 0

    @property
    def running(self) -> int:
        """Updates that are being handled."""
        return self._running

    @property
    def waiting(self) -> int:
        """Updates of a chat that wait or are being handled; those without a chat are not counted."""
        return sum(line.length for line in self._lines.values())

    @property
    def chats(self) -> int:
        """Chats with an update that waits or is being handled; of others nothing is remembered."""
        return len(self._lines)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle the update when it is its turn. An exception passes on and lets the next one through."""
        turn = _Turn(coroutine)
        try:
            chat = conversation(update)
            if chat is None:
                await self._handle(turn)
            else:
                await self._in_line(chat, turn)
        finally:
            turn.give_up()

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is left: the application has waited for every update before."""

    async def _in_line(self, chat: int, turn: "_Turn") -> None:
        line = self._lines.setdefault(chat, _Line())
        line.length += 1
        try:
            async with line.lock:
                await self._handle(turn)
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[chat]

    async def _handle(self, turn: "_Turn") -> None:
        async with self._places:
            self._running += 1
            try:
                await turn.take()
            finally:
                self._running -= 1


class _Turn:
    """A coroutine that is awaited once, or closed where its task is cancelled before."""

    def __init__(self, coroutine: Awaitable[Any]) -> None:
        self._coroutine = coroutine
        self._taken = False

    def take(self) -> Awaitable[Any]:
        self._taken = True
        return self._coroutine

    def give_up(self) -> None:
        if not self._taken and iscoroutine(self._coroutine):
            self._coroutine.close()


def conversation(update: object) -> int | None:
    """What decides about the order: the chat, else the person.

    A private chat has the id of its person, so that an inline query keeps its place among their messages.
    `None` for what belongs to nobody, a poll for instance.
    """
    if not isinstance(update, Update):
        return None
    origin = update.effective_chat or update.effective_user
    return origin.id if origin else None
