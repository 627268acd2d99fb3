"""The one way out to people: what conversations ask of the messenger, as a Protocol.

Everything that is sent passes through here, so that a queue can stand behind it without a conversation
knowing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.wording.html import Html


@dataclass(frozen=True, slots=True)
class Key:
    """A button ready to be sent: its label, and either what it carries or the address that it opens."""

    label: str
    data: str = ""
    url: str = ""


Keys = Sequence[Sequence[Key]]


class Outlet(Protocol):
    """What the messenger does for a conversation. Failures other than those named pass as they are."""

    async def send(self, chat: int, text: Html, keys: Keys = ()) -> int:
        """Send a message and give its id."""

    async def edit(self, chat: int, message_id: int, text: Html, keys: Keys = ()) -> bool:
        """Change a message; true also where it says just this already, false where it cannot be changed."""

    async def strip(self, chat: int, message_id: int) -> None:
        """Take the buttons off a message. Nothing happens where it cannot be changed any more."""

    async def remove(self, chat: int, message_id: int) -> None:
        """Delete a message, or take its buttons off where it can no longer be deleted."""

    async def answer(self, query_id: str, text: str = "", *, alert: bool = False) -> None:
        """Answer a pressed button. Nothing happens where it is too late for that."""

    async def document(self, chat: int, name: str, content: bytes, caption: Html) -> None:
        """Send a file."""

    async def commands(self, chat: int, language: str) -> None:
        """Show the command menu of one chat in this language."""
