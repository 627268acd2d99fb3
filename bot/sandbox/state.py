"""What the sandbox knows: people, chats, messages, files, and the rules for finding them."""

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from bot.sandbox.callbacks import CallbackQueries
from bot.sandbox.errors import ApiError, SandboxError, bad_request, forbidden
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.formatting import Formatted
from bot.sandbox.keyboards import Markup
from bot.sandbox.limits import Limits
from bot.sandbox.messages import Message
from bot.sandbox.people import Chat, User
from bot.sandbox.ports import Clock
from bot.sandbox.profile import Profile
from bot.sandbox.receipts import ReceiptLog
from bot.sandbox.stream import Stream
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook

MESSAGE_EPOCH = 1_700_000_000
MIGRATED = "group chat was upgraded to a supergroup chat"


class State:
    """All of it in memory; message and update ids start from the clock, so that they grow over restarts."""

    def __init__(self, clock: Clock, bot: User, receipt_file: Path | None = None) -> None:
        started = int(clock.now().timestamp())
        self.clock = clock
        self.bot = bot
        self.reads_all_group_messages = False
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.profile = Profile()
        self.stream = Stream()
        self.updates = UpdateQueue(max(started, 1), self.stream.stir)
        self.webhook = Webhook(self.updates)
        self.callbacks = CallbackQueries(clock)
        self.faults = Faults()
        self.limits = Limits()
        self.receipts = ReceiptLog(receipt_file)
        self._message_ids = count(max(started - MESSAGE_EPOCH, 1))

    def reset(self) -> None:
        """Forget people, chats, files, faults, receipts and waiting updates.

        Ids go on growing; what the bot has told of itself (commands, descriptions) stays.
        """
        self.users.clear()
        self.chats.clear()
        self.files = Files()
        self.updates.drop()
        self.callbacks = CallbackQueries(self.clock, self.callbacks.lifetime)
        self.faults.clear()
        self.limits = Limits()
        self.receipts.forget()
        self.stream.tell(lambda: {"type": "people"})

    def now(self) -> int:
        """Unix time in whole seconds, as the Bot API gives dates."""
        return int(self.clock.now().timestamp())

    def user(self, user_id: int) -> User:
        """The person with this id."""
        if user_id not in self.users:
            raise SandboxError(f"there is no user {user_id}; create one first")
        return self.users[user_id]

    def chat(self, chat_id: int) -> Chat:
        """The chat with this id; a group that has migrated leads to its supergroup."""
        if chat_id not in self.chats:
            raise SandboxError(f"there is no chat {chat_id}; create one first")
        chat = self.chats[chat_id]
        return self.chats[chat.migrated_to] if chat.migrated_to else chat

    def messages(self, chat_id: int) -> list[Message]:
        """The messages of a chat as a person sees them now: edits applied, deleted ones gone."""
        return list(self.chat(chat_id).messages.values())

    def bot_messages(self, chat_id: int) -> list[Message]:
        """The messages that the bot has in this chat now."""
        return [message for message in self.messages(chat_id) if message.sender.is_bot]

    def last_message(self, chat_id: int) -> Message:
        """The bot's newest message in this chat."""
        messages = self.bot_messages(chat_id)
        if not messages:
            raise SandboxError(f"the bot has written nothing in chat {chat_id}")
        return messages[-1]

    def reachable_chat(self, key: int | str | None) -> Chat:
        """The chat that a call names, if the bot may write there; else Telegram's refusal."""
        chat = self.known_chat(key)
        refusal = _refusal(chat)
        if refusal is not None:
            raise refusal
        return chat

    def known_chat(self, key: int | str | None) -> Chat:
        """The chat that a call names, whether or not the bot may write there."""
        if key is None:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(key) if isinstance(key, int) else self._by_username(key)
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request(MIGRATED, {"migrate_to_chat_id": chat.migrated_to})
        return chat

    def _by_username(self, key: str) -> Chat | None:
        if not key.startswith("@"):
            return None
        names = (chat for chat in self.chats.values() if chat.person and chat.person.username == key[1:])
        return next(names, None)

    def add_message(
        self,
        chat: Chat,
        sender: User,
        content: Formatted,
        *,
        media: dict[str, Any] | None = None,
        service: dict[str, Any] | None = None,
        markup: Markup | None = None,
        reply_to: Message | None = None,
        extras: dict[str, Any] | None = None,
    ) -> Message:
        """Put a new message into a chat and tell everybody."""
        message = Message(
            id=next(self._message_ids),
            chat=chat,
            sender=sender,
            date=self.now(),
            text=content.text,
            entities=content.entities,
            media=media or {},
            service=service or {},
            markup=markup,
            reply_to=reply_to,
            extras=extras or {},
        )
        chat.messages[message.id] = message
        self.tell_message(message)
        return message

    def tell_message(self, message: Message) -> None:
        """Tell listeners of a new or changed message."""
        self.stream.tell(
            lambda: {"type": "message", "chat_id": message.chat.id, "message": self.seen(message)}
        )

    def delete_message(self, message: Message) -> None:
        """Remove a message for everybody."""
        del message.chat.messages[message.id]
        self.stream.tell(lambda: {"type": "deleted", "chat_id": message.chat.id, "message_id": message.id})

    def seen(self, message: Message) -> dict[str, Any]:
        """The message as the chat page gets it: the API object with every kind of markup."""
        view = message.to_api()
        if message.markup is not None:
            view["reply_markup"] = message.markup
        return view

    async def wait_until(self, condition: Callable[[], Any], timeout: float = 5.0) -> Any:
        """Wait until condition() is true and give its value; TimeoutError after timeout seconds."""

        async def watch() -> Any:
            while not (value := condition()):
                await self.stream.change()
            return value

        return await asyncio.wait_for(watch(), timeout)

    async def next_message(self, chat_id: int, after: int = 0, timeout: float = 5.0) -> Message:
        """The bot's first message in the chat with an id above `after`, waiting for it."""

        def first() -> Message | None:
            return next((message for message in self.bot_messages(chat_id) if message.id > after), None)

        found: Message = await self.wait_until(first, timeout)
        return found


def _refusal(chat: Chat) -> ApiError | None:
    if chat.bot_status in ("member", "administrator"):
        return None
    if chat.is_private:
        if chat.bot_status == "kicked":
            return forbidden("bot was blocked by the user")
        return forbidden("bot can't initiate conversation with a user")
    if chat.bot_status == "kicked":
        return forbidden(f"bot was kicked from the {chat.kind} chat")
    if chat.bot_status == "left":
        return forbidden(f"bot is not a member of the {chat.kind} chat")
    return bad_request("chat not found")
