"""What the bot tells of itself: commands by scope and language, descriptions, menu buttons."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox import utf16
from bot.sandbox.errors import bad_request

Command = dict[str, str]
ScopeKey = tuple[str | int, ...]

COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE_CODE = re.compile(r"([a-z]{2})?")
PLAIN_SCOPES = frozenset(("default", "all_private_chats", "all_group_chats", "all_chat_administrators"))
CHAT_SCOPES = frozenset(("chat", "chat_administrators", "chat_member"))
LONGEST_DESCRIPTION = {"name": 64, "description": 512, "short_description": 120}


@dataclass(slots=True)
class Profile:
    """The bot's public face, as the chat page shows it."""

    commands: dict[tuple[ScopeKey, str], list[Command]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)

    def set_text(self, kind: str, text: str, language: str) -> None:
        """Set name, description or short_description in a language; an empty text removes it."""
        check_language(language)
        if utf16.length(text) > LONGEST_DESCRIPTION[kind]:
            raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
        if text:
            self.texts[kind, language] = text
        else:
            self.texts.pop((kind, language), None)

    def text(self, kind: str, language: str) -> str:
        """The text in exactly this language, else the one for all languages."""
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def menu_for(self, chat_id: int, kind: str, user_id: int, language: str) -> list[Command]:
        """The commands that this person sees in this chat: narrowest scope first, own language first."""
        scopes: list[ScopeKey] = [("chat_member", chat_id, user_id), ("chat", chat_id)]
        scopes += [("all_private_chats" if kind == "private" else "all_group_chats",), ("default",)]
        for scope in scopes:
            for code in (language[:2], ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []


def check_language(language: str) -> None:
    """400 unless the code is empty or two small letters."""
    if not LANGUAGE_CODE.fullmatch(language):
        raise bad_request("LANG_CODE_INVALID")


def scope_key(scope: Any) -> ScopeKey:
    """A BotCommandScope as a dictionary key; 400 where it is none."""
    if scope is None:
        return ("default",)
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind in PLAIN_SCOPES:
        return (kind,)
    if kind not in CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    names = ("chat_id", "user_id") if kind == "chat_member" else ("chat_id",)
    try:
        return (kind, *(int(scope[name]) for name in names))
    except (KeyError, TypeError, ValueError):
        raise bad_request(f"can't parse BotCommandScope: {' and '.join(names)} must be given") from None


def checked_commands(commands: Any) -> list[Command]:
    """A list of BotCommand; 400 where one is faulty."""
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: Expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_checked_command(command) for command in commands]


def _checked_command(command: Any) -> Command:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, description = command.get("command"), command.get("description")
    if not isinstance(name, str) or not COMMAND_NAME.fullmatch(name.removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not isinstance(description, str) or not 1 <= utf16.length(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name.removeprefix("/"), "description": description.strip()}
