"""The Bot API methods that the sandbox knows: one visible table."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.methods import callbacks, chats, editing, profile, sending, updating
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World

Method = Callable[[World, Parameters], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "getUpdates": updating.get_updates,
    "setWebhook": updating.set_webhook,
    "deleteWebhook": updating.delete_webhook,
    "getWebhookInfo": updating.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    "getFile": sending.get_file,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "answerCallbackQuery": callbacks.answer_callback_query,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "leaveChat": chats.leave_chat,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyName": profile.set_my_name,
    "getMyName": profile.get_my_name,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
}

BY_SMALL_NAME = {name.lower(): name for name in METHODS}
