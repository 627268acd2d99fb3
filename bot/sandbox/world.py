"""What people do in the sandbox; each act changes the state and queues the update that the bot gets."""

from typing import Any

from bot.sandbox import utf16
from bot.sandbox.entities import formatted
from bot.sandbox.errors import ApiError, SandboxError
from bot.sandbox.formatting import Formatted
from bot.sandbox.members import chat_member
from bot.sandbox.messages import Message
from bot.sandbox.people import Chat, User
from bot.sandbox.state import State

NOTHING = Formatted("", [])
MAX_TEXT = 4096
FIRST_GROUP = -1001
FIRST_SUPERGROUP = -1_001_000_000_001


class World(State):
    """The state together with the acts of people; the control API offers the same acts over HTTP."""

    def create_user(
        self,
        user_id: int,
        first_name: str,
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "zh-hans",
        role: str = "",
        started: bool = False,
    ) -> User:
        """A new person with a private chat; started=True as if start had been pressed long ago."""
        if user_id in self.users or user_id <= 0:
            raise SandboxError(f"user id {user_id} is taken or not positive")
        user = User(user_id, first_name, last_name, username, language_code, role=role)
        self.users[user_id] = user
        status = "member" if started else "absent"
        self.chats[user_id] = Chat(user_id, "private", person=user, bot_status=status)
        self.stream.tell(lambda: {"type": "people"})
        return user

    def create_group(
        self,
        title: str,
        members: list[int],
        *,
        chat_id: int | None = None,
        kind: str = "group",
        with_bot: bool = True,
    ) -> Chat:
        """A new group of these people (the first is its creator); the bot is told when it is in it."""
        if kind not in ("group", "supergroup"):
            raise SandboxError(f"a group is of kind group or supergroup, not {kind}")
        people = [self.user(user_id) for user_id in members]
        if not people:
            raise SandboxError("a group needs at least one member")
        new_id = chat_id or self._free_id(FIRST_GROUP if kind == "group" else FIRST_SUPERGROUP)
        if new_id in self.chats or new_id >= 0:
            raise SandboxError(f"chat id {new_id} is taken or not negative")
        chat = Chat(new_id, kind, title=title, members={user.id: "member" for user in people})
        chat.members[people[0].id] = "creator"
        self.chats[new_id] = chat
        self.stream.tell(lambda: {"type": "people"})
        if with_bot:
            self.set_bot_status(new_id, people[0].id, "member")
        return chat

    def _free_id(self, start: int) -> int:
        while start in self.chats:
            start -= 1
        return start

    def set_language(self, user_id: int, language_code: str) -> None:
        """A person sets the language of the program, which the bot sees as language_code."""
        self.user(user_id).language_code = language_code
        self.stream.tell(lambda: {"type": "people"})

    def press_start(self, user_id: int, payload: str = "") -> Message:
        """The start button of a new chat or a deep link with a payload."""
        user, chat = self.user(user_id), self.chat(user_id)
        if chat.bot_status == "kicked":
            self.unblock(user_id)
        chat.bot_status = "member"
        self.stream.tell(lambda: {"type": "people"})
        return self._say(chat, user, f"/start {payload}".strip())

    def send_text(
        self, user_id: int, text: str, chat_id: int | None = None, *, reply_to: int | None = None
    ) -> Message:
        """A person writes; the bot gets it if it may (privacy mode in groups).

        As Telegram's own programs do, a text above 4,096 units is sent in parts; the last one is returned.
        """
        user, chat = self._writer(user_id, chat_id)
        *parts, last = _parts(text)
        for part in parts:
            self._say(chat, user, part, reply_to=reply_to)
        return self._say(chat, user, last, reply_to=reply_to)

    def send_document(
        self, user_id: int, name: str, content: bytes, *, chat_id: int | None = None, caption: str = "",
        mime_type: str = "",
    ) -> Message:  # fmt: skip
        """A person sends a file."""
        user, chat = self._writer(user_id, chat_id)
        stored = self._kept(lambda: self.files.add_document(name, mime_type, content))
        return self._say(chat, user, caption, media={"document": stored.as_document()})

    def send_photo(
        self, user_id: int, content: bytes, *, chat_id: int | None = None, caption: str = ""
    ) -> Message:
        """A person sends a picture."""
        user, chat = self._writer(user_id, chat_id)
        stored = self._kept(lambda: self.files.add_photo(content))
        return self._say(chat, user, caption, media={"photo": stored.as_photo()})

    def edit_text(self, user_id: int, message_id: int, text: str, chat_id: int | None = None) -> Message:
        """A person changes an own message."""
        user, chat = self._writer(user_id, chat_id)
        message = self._message(chat, message_id)
        if message.sender.id != user.id:
            raise SandboxError(f"message {message_id} is not by user {user_id}")
        content = formatted(text, None, None)
        if not content.text and not message.media:
            raise SandboxError("a message needs a text")
        message.rewrite(content, message.markup, self.now())
        self.tell_message(message)
        if self._reaches_bot(message):
            self.updates.push("edited_message", message.to_api())
        return message

    def press(
        self, user_id: int, message_id: int, data: str | None = None, *, label: str = "",
        chat_id: int | None = None, stale: bool = False,
    ) -> str:  # fmt: skip
        """Press an inline button by its data or its label; gives the id of the callback query.

        stale=True presses a button that is no longer there (another device had not caught up).
        """
        user, chat = self._writer(user_id, chat_id)
        message = self._message(chat, message_id)
        if data is None:
            data = str(message.button(label).get("callback_data", ""))
        if not stale and data not in [button.get("callback_data") for button in message.buttons]:
            raise SandboxError(f"message {message_id} has no button with data {data!r}")
        press = self.callbacks.add(user, chat.id, message_id, data)
        query = {
            "id": press.id,
            "from": user.to_api(),
            "message": message.to_api(),
            "chat_instance": str(abs(chat.id) * 1_000_003),
            "data": data,
        }
        self.updates.push("callback_query", query)
        return press.id

    def block(self, user_id: int) -> None:
        """A person blocks the bot."""
        self.set_bot_status(user_id, user_id, "kicked")

    def unblock(self, user_id: int) -> None:
        """A person unblocks the bot."""
        self.set_bot_status(user_id, user_id, "member")

    def set_bot_status(self, chat_id: int, by_user_id: int, status: str) -> None:
        """Somebody adds the bot to a chat, promotes, removes or blocks it."""
        chat, user = self.chat(chat_id), self.user(by_user_id)
        old, chat.bot_status = chat.bot_status, status
        if old == status:
            return
        change = {
            "chat": chat.to_api(),
            "from": user.to_api(),
            "date": self.now(),
            "old_chat_member": self.member("left" if old == "absent" else old, self.bot),
            "new_chat_member": self.member(status, self.bot),
        }
        self.updates.push("my_chat_member", change)
        joined = old in ("absent", "left", "kicked") and status in ("member", "administrator")
        if joined and not chat.is_private:
            self._service(chat, user, {"new_chat_members": [self.bot.to_api()]})
        self.stream.tell(lambda: {"type": "people"})

    def migrate(self, chat_id: int) -> int:
        """A group becomes a supergroup; gives the new chat id."""
        old = self.chat(chat_id)
        if old.kind != "group":
            raise SandboxError(f"chat {chat_id} is no group that could migrate")
        new = Chat(self._free_id(FIRST_SUPERGROUP), "supergroup", old.title)
        new.members, new.bot_status = dict(old.members), old.bot_status
        self.chats[new.id] = new
        creator = self.user(next(iter(old.members)))
        self._service(old, creator, {"migrate_to_chat_id": new.id})
        old.migrated_to = new.id
        self._service(new, creator, {"migrate_from_chat_id": old.id})
        self.stream.tell(lambda: {"type": "people"})
        return new.id

    def member(self, status: str, user: User) -> dict[str, Any]:
        """A ChatMember object of the Bot API."""
        return chat_member(status, user)

    def _writer(self, user_id: int, chat_id: int | None) -> tuple[User, Chat]:
        user = self.user(user_id)
        chat = self.chat(user_id if chat_id is None else chat_id)
        if chat.is_private and chat.id != user_id:
            raise SandboxError(f"chat {chat.id} belongs to another person")
        if chat.is_private and chat.bot_status != "member":
            raise SandboxError(f"user {user_id} has to press start (or unblock) first")
        if not chat.is_private and user_id not in chat.members:
            raise SandboxError(f"user {user_id} is no member of chat {chat.id}")
        return user, chat

    def _message(self, chat: Chat, message_id: int) -> Message:
        if message_id not in chat.messages:
            raise SandboxError(f"chat {chat.id} has no message {message_id}")
        return chat.messages[message_id]

    def _say(
        self, chat: Chat, user: User, text: str, *, media: dict[str, Any] | None = None,
        reply_to: int | None = None,
    ) -> Message:  # fmt: skip
        content = formatted(text, None, None)
        if not content.text and not media:
            raise SandboxError("a message needs a text")
        answered = self._message(chat, reply_to) if reply_to is not None else None
        message = self.add_message(chat, user, content, media=media, reply_to=answered)
        if self._reaches_bot(message):
            self.updates.push("message", message.to_api())
        return message

    def _service(self, chat: Chat, user: User, service: dict[str, Any]) -> None:
        message = self.add_message(chat, user, NOTHING, service=service)
        self.updates.push("message", message.to_api())

    def _reaches_bot(self, message: Message) -> bool:
        """Telegram's privacy mode: in a group a bot hears what is meant for it."""
        chat = message.chat
        if chat.bot_status not in ("member", "administrator"):
            return False
        if chat.is_private or self.reads_all_group_messages or chat.bot_status == "administrator":
            return True
        if message.reply_to is not None and message.reply_to.sender.id == self.bot.id:
            return True
        name = f"@{self.bot.username}".lower()
        if name in message.text.lower():
            return True
        is_command = any(entity["type"] == "bot_command" for entity in message.entities[:1])
        return is_command and "@" not in message.text.split()[0]

    @staticmethod
    def _kept(keep: Any) -> Any:
        try:
            return keep()
        except ApiError as refusal:
            raise SandboxError(refusal.description) from None


def _parts(text: str) -> list[str]:
    parts, part, size = [], "", 0
    for character in text:
        width = utf16.length(character)
        if size + width > MAX_TEXT:
            parts.append(part)
            part, size = "", 0
        part += character
        size += width
    return [*parts, part]
