"""Reply markups: what is under a message or in place of the keyboard, checked as Telegram checks it.

Stricter than Telegram in two points, because both are always mistakes: a button with two actions is
refused (Telegram takes the first), and so is a button with an empty text (Telegram drops it).
"""

from typing import Any
from urllib.parse import urlsplit

from bot.sandbox import utf16
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.formatting import normal_url

Markup = dict[str, Any]

ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text",
    "callback_game", "pay",
)  # fmt: skip
INLINE_FIELDS = frozenset(ACTIONS) | {"text", "icon_custom_emoji_id", "style"}
KEY_FIELDS = frozenset(
    ("text", "request_users", "request_chat", "request_contact", "request_location", "request_poll",
     "web_app", "icon_custom_emoji_id", "style")
)  # fmt: skip
MAX_BUTTONS = 100
MAX_KEYS = 300
MAX_IN_ROW = 8
MAX_CALLBACK_BYTES = 64


def checked_markup(value: Any) -> Markup | None:
    """The markup as it will be stored, or None where none was given; 400 where it is faulty."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in value:
        rows = [[_inline_button(button) for button in row] for row in _rows(value, "inline_keyboard")]
        return {"inline_keyboard": _measured(rows, MAX_BUTTONS)}
    if "keyboard" in value:
        return _reply_keyboard(value)
    if "remove_keyboard" in value:
        if value["remove_keyboard"] is not True:
            raise bad_request("can't parse reply keyboard markup: remove_keyboard must be true")
        return {"remove_keyboard": True, "selective": bool(value.get("selective"))}
    if "force_reply" in value:
        return _force_reply(value)
    if not value:
        return {"inline_keyboard": []}
    raise bad_request("can't parse reply keyboard markup: unknown type of markup")


def checked_inline_markup(value: Any) -> Markup | None:
    """As checked_markup, for methods that take an inline keyboard only."""
    markup = checked_markup(value)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(value: Markup, name: str) -> list[list[Any]]:
    rows = value[name]
    if not isinstance(rows, list):
        raise bad_request(f'can\'t parse reply keyboard markup: Field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return rows


def _measured(rows: list[list[Markup]], most: int) -> list[list[Markup]]:
    rows = [row for row in rows if row]
    if any(len(row) > MAX_IN_ROW for row in rows) or sum(map(len, rows)) > most:
        raise bad_request("reply markup is too long")
    return rows


def _inline_fault(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _inline_button(given: Any) -> Markup:
    if not isinstance(given, dict):
        raise _inline_fault("InlineKeyboardButton must be an Object")
    button: Markup = {name: value for name, value in given.items() if value is not None}
    _check_text(button, _inline_fault)
    unknown = sorted(set(button) - INLINE_FIELDS)
    if unknown:
        raise _inline_fault(f'unknown field "{unknown[0]}"')
    actions = [name for name in ACTIONS if name in button]
    if not actions or button[actions[0]] == "":
        raise _inline_fault("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _inline_fault(f"exactly one action is allowed, found {' and '.join(actions)}")
    _check_action(actions[0], button[actions[0]])
    return button


def _check_text(button: Markup, fault: Any) -> None:
    text = button.get("text")
    if text is None:
        raise fault('Can\'t find field "text"')
    if not isinstance(text, str):
        raise fault('Field "text" must be of type String')
    if not text.strip():
        raise fault("button text must be non-empty")


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data":
        if not isinstance(value, str):
            raise _inline_fault('Field "callback_data" must be of type String')
        if len(value.encode()) > MAX_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "url":
        _check_url(value)
    elif action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 1 <= utf16.length(text) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif action == "web_app":
        url = value.get("url") if isinstance(value, dict) else None
        if not isinstance(url, str) or urlsplit(url).scheme != "https":
            raise bad_request(
                f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
            )


def _check_url(value: Any) -> None:
    if not isinstance(value, str):
        raise _inline_fault('Field "url" must be of type String')
    if normal_url(value) is None:
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")


def _reply_keyboard(value: Markup) -> Markup:
    rows = [[_key(button) for button in row] for row in _rows(value, "keyboard")]
    markup: Markup = {"keyboard": _measured(rows, MAX_KEYS)}
    for name in ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective"):
        markup[name] = bool(value.get(name))
    return markup | _placeholder(value)


def _key(given: Any) -> Markup:
    if isinstance(given, str):
        given = {"text": given}
    if not isinstance(given, dict):
        raise _key_fault("KeyboardButton must be a String or an Object")
    button: Markup = {name: value for name, value in given.items() if value is not None}
    _check_text(button, _key_fault)
    unknown = sorted(set(button) - KEY_FIELDS)
    if unknown:
        raise _key_fault(f'unknown field "{unknown[0]}"')
    return button


def _key_fault(reason: str) -> ApiError:
    return bad_request(f"can't parse keyboard button: {reason}")


def _force_reply(value: Markup) -> Markup:
    if value["force_reply"] is not True:
        raise bad_request("can't parse reply keyboard markup: force_reply must be true")
    return {"force_reply": True, "selective": bool(value.get("selective"))} | _placeholder(value)


def _placeholder(value: Markup) -> Markup:
    placeholder = value.get("input_field_placeholder")
    if placeholder is None:
        return {}
    if not isinstance(placeholder, str) or not 1 <= utf16.length(placeholder) <= 64:
        raise bad_request("reply keyboard placeholder must be a String of 1-64 characters")
    return {"input_field_placeholder": placeholder}
