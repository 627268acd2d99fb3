"""What Telegram brings, as events: who did what where, and whether it is meant for the bot at all."""

import re

from telegram import Message, Update, User
from telegram.constants import ChatType, MessageEntityType

from handlers.events import Attachment, Command, Edited, Event, Joined, Tap, Text, Visit
from handlers.wording.help import COMMANDS

_COMMAND = re.compile(r"[/／]([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)
_ATTACHMENTS = (
    "animation",
    "audio",
    "checklist",
    "contact",
    "dice",
    "document",
    "game",
    "location",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
)

Heard = tuple[Visit, Event]


def hear(update: Update, bot: User) -> Heard | None:
    """The event of an update; `None` where there is nothing to say.

    That is so for other bots, service messages, and what people in a group say to each other.
    """
    person = update.effective_user
    if person is None or person.is_bot:
        return None
    if update.callback_query is not None:
        return _tapped(update, person)
    message = update.message or update.edited_message
    if message is None or message.chat.type == ChatType.CHANNEL:
        return None
    event = _event(message, bot, edited=update.edited_message is not None)
    return None if event is None else (_visit(message, person), event)


def _visit(message: Message, person: User) -> Visit:
    group = message.chat.type != ChatType.PRIVATE
    return Visit(person.id, message.chat.id, group, person.language_code, message.message_id)


def _tapped(update: Update, person: User) -> Heard | None:
    query = update.callback_query
    if query is None or query.message is None:
        return None
    chat = query.message.chat
    group = chat.type != ChatType.PRIVATE
    visit = Visit(person.id, chat.id, group, person.language_code, query.message.message_id)
    return visit, Tap(query.data or "", query.id)


def _event(message: Message, bot: User, *, edited: bool) -> Event | None:
    if any(member.id == bot.id for member in message.new_chat_members):
        return Joined()
    words = message.text if message.text is not None else message.caption
    kind = next((name for name in _ATTACHMENTS if getattr(message, name, None)), "")
    if words is None and not kind:
        return None
    if message.chat.type != ChatType.PRIVATE and not _is_meant(message, words or "", bot):
        return None
    if edited:
        return Edited(_without_name(words or "", bot))
    if words is None or (kind and not words.strip()):
        return Attachment(kind)
    return _command(words, bot) or Text(_without_name(words, bot))


def _is_meant(message: Message, words: str, bot: User) -> bool:
    """In a group: a command for this bot, its name, or an answer to one of its messages.

    A command without a bot's name is for all bots there; it is ours where we have one of that name.
    """
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == bot.id:
        return True
    match = _COMMAND.fullmatch(words)
    if match is None:
        return _names(message, bot)
    if match[2] is None:
        return match[1].lower() in COMMANDS
    return match[2].lower() == (bot.username or "").lower()


def _names(message: Message, bot: User) -> bool:
    entities = {**message.parse_entities(), **message.parse_caption_entities()}
    mention = f"@{bot.username}".lower()
    for entity, said in entities.items():
        if entity.type == MessageEntityType.MENTION and said.lower() == mention:
            return True
        if entity.type == MessageEntityType.TEXT_MENTION and entity.user and entity.user.id == bot.id:
            return True
    return False


def _command(words: str, bot: User) -> Command | None:
    match = _COMMAND.fullmatch(_without_name(words, bot))
    if match is None or match[2]:
        return None
    return Command(match[1].lower(), (match[3] or "").strip())


def _without_name(words: str, bot: User) -> str:
    return re.sub(rf"@{re.escape(bot.username or '')}\b", "", words, flags=re.IGNORECASE).strip()
