"""The outlet on Telegram: python-telegram-bot's methods, and which of their refusals are no fault.

Messages go out as HTML without link previews. A message that is gone, too old or unchanged is ordinary life;
every other refusal passes to the error handler.
"""

import logging
from collections.abc import Mapping
from io import BytesIO

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.outlet import Key, Keys
from handlers.wording.catalogue import SOURCE, wording_for
from handlers.wording.help import COMMANDS
from handlers.wording.html import Html

logger = logging.getLogger(__name__)

MENU_CODES: Mapping[str, str] = {"": SOURCE, "zh": SOURCE, "en": "en", "ru": "ru"}
"""Telegram's two-letter codes of a client's language; it knows one code for all of Chinese."""

_UNCHANGED = "message is not modified"
_GONE = (
    "message to edit not found",
    "message to delete not found",
    "message can't be edited",
    "message can't be deleted",
    "message identifier is not specified",
    "message_id_invalid",
)
_TOO_LATE = ("query is too old", "query id is invalid")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Messenger:
    """Everything that is said to people goes through here."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, chat: int, text: Html, keys: Keys = ()) -> int:
        """Send a message and give its id."""
        message = await self._bot.send_message(
            chat,
            text.markup,
            parse_mode=ParseMode.HTML,
            reply_markup=_markup(keys),
            link_preview_options=_NO_PREVIEW,
        )
        return message.message_id

    async def edit(self, chat: int, message_id: int, text: Html, keys: Keys = ()) -> bool:
        """Change a message; true also where it already says just this, false where it cannot be changed."""
        try:
            await self._bot.edit_message_text(
                text.markup,
                chat,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=_markup(keys),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as refusal:
            if _says(refusal, _UNCHANGED):
                return True
            if not _says(refusal, *_GONE):
                raise
            return False
        return True

    async def strip(self, chat: int, message_id: int) -> None:
        """Take the buttons off a message."""
        try:
            await self._bot.edit_message_reply_markup(chat, message_id, reply_markup=None)
        except BadRequest as refusal:
            if not _says(refusal, _UNCHANGED, *_GONE):
                raise

    async def remove(self, chat: int, message_id: int) -> None:
        """Delete a message, or take its buttons off where it can no longer be deleted."""
        try:
            await self._bot.delete_message(chat, message_id)
        except BadRequest as refusal:
            if not _says(refusal, *_GONE):
                raise
            await self.strip(chat, message_id)

    async def answer(self, query_id: str, text: str = "", *, alert: bool = False) -> None:
        """Answer a pressed button; Telegram shows 200 characters."""
        try:
            await self._bot.answer_callback_query(query_id, text[:200] or None, show_alert=alert or None)
        except BadRequest as refusal:
            if not _says(refusal, *_TOO_LATE):
                raise

    async def document(self, chat: int, name: str, content: bytes, caption: Html) -> None:
        """Send a file."""
        await self._bot.send_document(
            chat, BytesIO(content), filename=name, caption=caption.markup, parse_mode=ParseMode.HTML
        )

    async def commands(self, chat: int, language: str) -> None:
        """Show the command menu of one chat in this language."""
        await self._bot.set_my_commands(menu(language), BotCommandScopeChat(chat))

    async def introduce(self) -> None:
        """Tell Telegram the command menu and what the bot is, in every language that it can keep apart."""
        for code, language in MENU_CODES.items():
            words = wording_for(language)
            await self._bot.set_my_commands(menu(language), language_code=code or None)
            await self._bot.set_my_short_description(
                words.text("bot.short_description"), language_code=code or None
            )
            await self._bot.set_my_description(words.text("bot.description"), language_code=code or None)


def menu(language: str) -> list[BotCommand]:
    """The command menu in a language."""
    words = wording_for(language)
    return [BotCommand(name, words.text(f"command.{name}")) for name in COMMANDS]


def _says(refusal: BadRequest, *phrases: str) -> bool:
    said = refusal.message.lower()
    return any(phrase in said for phrase in phrases)


def _markup(keys: Keys) -> InlineKeyboardMarkup | None:
    rows = [[_button(key) for key in row] for row in keys]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(key: Key) -> InlineKeyboardButton:
    if key.url:
        return InlineKeyboardButton(key.label, url=key.url)
    return InlineKeyboardButton(key.label, callback_data=key.data)
