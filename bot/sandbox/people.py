"""Who takes part: users, and the chats that they and the bot are in."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.messages import Message


@dataclass(slots=True)
class User:
    """A person, or the bot itself. role (applicant, staff or nothing) is for the chat page alone."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    role: str = ""

    @property
    def full_name(self) -> str:
        """First and last name as Telegram shows them."""
        return f"{self.first_name} {self.last_name}".strip()

    def to_api(self) -> dict[str, Any]:
        """The User object of the Bot API."""
        user: dict[str, Any] = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                user[name] = value
        return user


@dataclass(slots=True)
class Chat:
    """A private chat of one person with the bot, a group or a supergroup.

    bot_status is one of absent, member, administrator, left, kicked; in a private chat "member" says that
    the person has pressed start, "kicked" that the bot is blocked, "absent" that neither has happened.
    """

    id: int
    kind: str
    title: str = ""
    person: User | None = None
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str = "absent"
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)

    @property
    def is_private(self) -> bool:
        """Whether this is the chat of one person with the bot."""
        return self.kind == "private"

    def to_api(self) -> dict[str, Any]:
        """The Chat object of the Bot API."""
        chat: dict[str, Any] = {"id": self.id, "type": self.kind}
        if self.person is None:
            return chat | {"title": self.title}
        for name in ("username", "first_name", "last_name"):
            if value := getattr(self.person, name):
                chat[name] = value
        return chat
