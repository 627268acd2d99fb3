"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage."""

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import Formatted
from bot.sandbox.keyboards import Markup, checked_inline_markup
from bot.sandbox.messages import Message
from bot.sandbox.methods.sending import check_preview, read_caption, read_text
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
DELETABLE_SECONDS = 48 * 3600


def edit_message_text(world: World, parameters: Parameters) -> dict[str, Any]:
    """New words for a text message; without reply_markup its buttons go."""
    content = read_text(parameters)
    check_preview(parameters)
    message = _editable(world, parameters)
    if message.media or message.service:
        raise bad_request("there is no text in the message to edit")
    return _rewrite(world, message, content, parameters)


def edit_message_caption(world: World, parameters: Parameters) -> dict[str, Any]:
    """New words under a file or a picture."""
    content = read_caption(parameters)
    message = _editable(world, parameters)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return _rewrite(world, message, content, parameters)


def edit_message_reply_markup(world: World, parameters: Parameters) -> dict[str, Any]:
    """New buttons, or none, under a message."""
    message = _editable(world, parameters)
    return _rewrite(world, message, Formatted(message.text, message.entities), parameters)


def delete_message(world: World, parameters: Parameters) -> bool:
    """An own message, or one of the person in a private chat, not older than 48 hours."""
    chat = world.reachable_chat(parameters.chat_key())
    message = chat.messages.get(_message_id(parameters))
    if message is None:
        raise bad_request("message to delete not found")
    own = message.sender.id == world.bot.id
    allowed = own or chat.is_private or chat.bot_status == "administrator"
    if not allowed or world.now() - message.date > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted")
    world.delete_message(message)
    return True


def _message_id(parameters: Parameters) -> int:
    number = parameters.integer("message_id")
    if number <= 0:
        raise bad_request("message identifier is not specified")
    return number


def _editable(world: World, parameters: Parameters) -> Message:
    chat = world.reachable_chat(parameters.chat_key())
    message = chat.messages.get(_message_id(parameters))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender.id != world.bot.id or message.service:
        raise bad_request("message can't be edited")
    if message.markup is not None and "inline_keyboard" not in message.markup:
        raise bad_request("message can't be edited")
    return message


def _rewrite(world: World, message: Message, content: Formatted, parameters: Parameters) -> dict[str, Any]:
    markup = checked_inline_markup(parameters.structure("reply_markup"))
    same_words = (content.text, content.entities) == (message.text, message.entities)
    if same_words and _buttons(markup) == _buttons(message.markup):
        raise bad_request(NOT_MODIFIED)
    message.rewrite(content, markup, world.now())
    world.tell_message(message)
    return message.to_api()


def _buttons(markup: Markup | None) -> list[Any]:
    return markup.get("inline_keyboard", []) if markup else []
