"""sendMessage, sendDocument, sendPhoto, sendChatAction, getFile."""

from typing import Any

from bot.sandbox import utf16
from bot.sandbox.entities import formatted
from bot.sandbox.errors import bad_request
from bot.sandbox.files import MAX_DOWNLOAD, StoredFile
from bot.sandbox.formatting import Formatted
from bot.sandbox.keyboards import checked_markup
from bot.sandbox.messages import Message
from bot.sandbox.parameters import Parameters
from bot.sandbox.people import Chat
from bot.sandbox.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
ACTIONS = frozenset(
    (
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
        "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    )
)  # fmt: skip
PREVIEW_FIELDS = {
    "is_disabled": bool, "url": str, "prefer_small_media": bool, "prefer_large_media": bool,
    "show_above_text": bool,
}  # fmt: skip


def send_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """A text of 1-4,096 units after entity parsing."""
    content = read_text(parameters)
    check_preview(parameters)
    return _post(world, parameters, content, {})


def send_document(world: World, parameters: Parameters) -> dict[str, Any]:
    """A file: uploaded, or known by its file_id."""
    content = read_caption(parameters)
    upload = parameters.upload("document")
    if upload is not None:
        stored = world.files.add_document(upload.name, upload.mime_type, upload.content)
    else:
        stored = _known_file(world, parameters, "document")
    return _post(world, parameters, content, {"document": stored.as_document()})


def send_photo(world: World, parameters: Parameters) -> dict[str, Any]:
    """A picture: uploaded, or known by its file_id."""
    content = read_caption(parameters)
    upload = parameters.upload("photo")
    stored = world.files.add_photo(upload.content) if upload else _known_file(world, parameters, "photo")
    if stored.size is None:
        raise bad_request("can't use file of type Document as Photo")
    return _post(world, parameters, content, {"photo": stored.as_photo()})


def send_chat_action(world: World, parameters: Parameters) -> bool:
    """Show that the bot is typing."""
    chat = world.reachable_chat(parameters.chat_key())
    action = parameters.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.stream.tell(lambda: {"type": "action", "chat_id": chat.id, "action": action})
    return True


def get_file(world: World, parameters: Parameters) -> dict[str, Any]:
    """Where a file of up to 20 MB can be downloaded."""
    file_id = parameters.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = world.files.find(file_id)
    if len(stored.content) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return stored.as_file()


def read_text(parameters: Parameters) -> Formatted:
    """The text of a call, parsed and measured."""
    text = parameters.text("text")
    if not text:
        raise bad_request("message text is empty")
    content = formatted(text, parameters.optional_text("parse_mode"), parameters.structure("entities"))
    if not content.text:
        raise bad_request("text must be non-empty")
    if utf16.length(content.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return content


def read_caption(parameters: Parameters) -> Formatted:
    """The caption of a call, parsed and measured; empty where there is none."""
    mode, entities = parameters.optional_text("parse_mode"), parameters.structure("caption_entities")
    content = formatted(parameters.text("caption"), mode, entities)
    if utf16.length(content.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return content


def check_preview(parameters: Parameters) -> None:
    """400 where link_preview_options is not what it should be."""
    options = parameters.structure("link_preview_options")
    if options is None:
        return
    if not isinstance(options, dict):
        raise bad_request("can't parse link preview options: expected an Object")
    for name, value in options.items():
        if name not in PREVIEW_FIELDS or not isinstance(value, PREVIEW_FIELDS[name]):
            raise bad_request(f'can\'t parse link preview options: wrong field "{name}"')


def _known_file(world: World, parameters: Parameters, name: str) -> StoredFile:
    value = parameters.text(name)
    if not value:
        raise bad_request(f"there is no {name} in the request")
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return world.files.find(value)


def _post(world: World, parameters: Parameters, content: Formatted, media: dict[str, Any]) -> dict[str, Any]:
    chat = world.reachable_chat(parameters.chat_key())
    markup = checked_markup(parameters.structure("reply_markup"))
    reply_to = _answered(chat, parameters)
    extras: dict[str, Any] = {"has_protected_content": True} if parameters.boolean("protect_content") else {}
    options = parameters.structure("link_preview_options")
    if options and not media:
        extras["link_preview_options"] = options
    message = world.add_message(
        chat, world.bot, content, media=media, markup=markup, reply_to=reply_to, extras=extras
    )
    return message.to_api()


def _answered(chat: Chat, parameters: Parameters) -> Message | None:
    """The message that this one replies to; 400 where it is gone, unless that is allowed."""
    reply = parameters.structure("reply_parameters")
    if reply is None:
        return None
    if not isinstance(reply, dict) or not isinstance(reply.get("message_id"), int):
        raise bad_request("can't parse reply parameters: message_id must be of type Number")
    if reply.get("chat_id") not in (None, chat.id):
        raise bad_request("the sandbox replies within the chat only")
    answered = chat.messages.get(reply["message_id"])
    if answered is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return answered
