"""A message as it stands in a chat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.sandbox.formatting import Entity, Formatted
from bot.sandbox.keyboards import Markup

if TYPE_CHECKING:
    from bot.sandbox.people import Chat, User


@dataclass(slots=True)
class Message:
    """One message; text holds the caption where there is a document or a photo."""

    id: int
    chat: Chat
    sender: User
    date: int
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    media: dict[str, Any] = field(default_factory=dict)
    service: dict[str, Any] = field(default_factory=dict)
    markup: Markup | None = None
    reply_to: Message | None = None
    edit_date: int | None = None
    extras: dict[str, Any] = field(default_factory=dict)

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The inline buttons, row after row."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    @property
    def keys(self) -> list[str]:
        """The texts of the reply keyboard that came with the message."""
        rows = (self.markup or {}).get("keyboard", [])
        return [key["text"] for row in rows for key in row]

    def button(self, label: str) -> dict[str, Any]:
        """The inline button with this text, or else the first whose text contains it."""
        named = [button for button in self.buttons if button["text"] == label]
        named = named or [button for button in self.buttons if label in button["text"]]
        if not named:
            labels = [button["text"] for button in self.buttons]
            raise LookupError(f"message {self.id} has no button {label!r}; it has {labels}")
        return named[0]

    def rewrite(self, content: Formatted, markup: Markup | None, at: int) -> None:
        """Put new words and buttons in place of the old."""
        self.text, self.entities, self.markup, self.edit_date = content.text, content.entities, markup, at

    def to_api(self, *, with_reply: bool = True) -> dict[str, Any]:
        """The Message object of the Bot API."""
        message: dict[str, Any] = {
            "message_id": self.id,
            "from": self.sender.to_api(),
            "chat": self.chat.to_api(),
            "date": self.date,
        }
        message.update(self._content())
        if self.edit_date is not None:
            message["edit_date"] = self.edit_date
        if self.reply_to is not None and with_reply:
            message["reply_to_message"] = self.reply_to.to_api(with_reply=False)
        if self.markup is not None and self.markup.get("inline_keyboard"):
            message["reply_markup"] = self.markup
        return message

    def _content(self) -> Iterator[tuple[str, Any]]:
        yield from self.media.items()
        yield from self.service.items()
        yield from self.extras.items()
        if self.text:
            yield ("caption" if self.media else "text"), self.text
        if self.entities:
            entities = [_entity_to_api(entity, self.chat) for entity in self.entities]
            yield ("caption_entities" if self.media else "entities"), entities


def _entity_to_api(entity: Entity, chat: Chat) -> Entity:
    """A mention by id carries the whole user."""
    if entity["type"] != "text_mention" or "user" in entity:
        return entity
    known = chat.person if chat.person and chat.person.id == entity["user_id"] else None
    user = known.to_api() if known else {"id": entity["user_id"], "is_bot": False, "first_name": "?"}
    return {name: value for name, value in entity.items() if name != "user_id"} | {"user": user}
