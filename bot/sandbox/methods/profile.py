"""getMe and what the bot tells of itself: commands, name, descriptions, menu button."""

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.parameters import Parameters
from bot.sandbox.profile import Command, check_language, checked_commands, scope_key
from bot.sandbox.world import World

MENU_BUTTONS = frozenset(("default", "commands", "web_app"))


def get_me(world: World, parameters: Parameters) -> dict[str, Any]:
    """The bot itself."""
    return world.bot.to_api() | {
        "can_join_groups": True,
        "can_read_all_group_messages": world.reads_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, parameters: Parameters) -> bool:
    """The command menu for a scope and a language."""
    key = scope_key(parameters.structure("scope")), _language(parameters)
    world.profile.commands[key] = checked_commands(parameters.structure("commands"))
    world.stream.tell(lambda: {"type": "commands"})
    return True


def get_my_commands(world: World, parameters: Parameters) -> list[Command]:
    """The commands of exactly this scope and language."""
    key = scope_key(parameters.structure("scope")), _language(parameters)
    return world.profile.commands.get(key, [])


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    """Remove the commands of a scope and a language."""
    key = scope_key(parameters.structure("scope")), _language(parameters)
    world.profile.commands.pop(key, None)
    world.stream.tell(lambda: {"type": "commands"})
    return True


def set_my_name(world: World, parameters: Parameters) -> bool:
    """The name by language."""
    return _set_text(world, parameters, "name")


def get_my_name(world: World, parameters: Parameters) -> dict[str, str]:
    """The name for a language, else the bot's first name."""
    return {"name": world.profile.text("name", _language(parameters)) or world.bot.first_name}


def set_my_description(world: World, parameters: Parameters) -> bool:
    """What an empty chat with the bot shows."""
    return _set_text(world, parameters, "description")


def get_my_description(world: World, parameters: Parameters) -> dict[str, str]:
    """The description for a language."""
    return {"description": world.profile.text("description", _language(parameters))}


def set_my_short_description(world: World, parameters: Parameters) -> bool:
    """What the bot's profile page shows."""
    return _set_text(world, parameters, "short_description")


def get_my_short_description(world: World, parameters: Parameters) -> dict[str, str]:
    """The short description for a language."""
    return {"short_description": world.profile.text("short_description", _language(parameters))}


def set_chat_menu_button(world: World, parameters: Parameters) -> bool:
    """What the button beside the input field does."""
    button = parameters.structure("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in MENU_BUTTONS:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    world.profile.menu_buttons[_menu_chat(world, parameters)] = button
    return True


def get_chat_menu_button(world: World, parameters: Parameters) -> dict[str, Any]:
    """What the button beside the input field does now."""
    buttons = world.profile.menu_buttons
    default = buttons.get(None, {"type": "commands"})
    return buttons.get(_menu_chat(world, parameters), default)


def _menu_chat(world: World, parameters: Parameters) -> int | None:
    key = parameters.chat_key()
    return None if key is None else world.reachable_chat(key).id


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code")
    check_language(language)
    return language


def _set_text(world: World, parameters: Parameters, kind: str) -> bool:
    world.profile.set_text(kind, parameters.text(kind), parameters.text("language_code"))
    world.stream.tell(lambda: {"type": "commands"})
    return True
