"""Commands by scope and language, descriptions, and the menu button."""

from typing import Any

import pytest
from aiogram.types import BotCommand, BotDescription, BotName, BotShortDescription, MenuButtonCommands, User

from bot.sandbox import World
from bot.sandbox.views import menu
from tests.bot.sandbox.support import APPLICANT, GROUP, Api, strict

START = [{"command": "start", "description": "开始"}]
PREFIX = "400 Bad Request: "


def shown(world: World, chat_id: int = APPLICANT) -> list[str]:
    return [command["description"] for command in menu(world, APPLICANT, chat_id)["commands"]]


async def test_get_me_is_the_bot(api: Api) -> None:
    me = strict(User, await api.ok("getMe"))
    assert (me.id, me.is_bot, me.can_read_all_group_messages) == (424242, True, False)


async def test_commands_are_kept_by_scope_and_language(api: Api) -> None:
    english = [{"command": "start", "description": "Begin"}]
    await api.ok("setMyCommands", commands=START)
    await api.ok("setMyCommands", commands=english, language_code="en", scope={"type": "all_private_chats"})
    assert strict(list[BotCommand], await api.ok("getMyCommands"))[0].description == "开始"
    assert await api.ok("getMyCommands", language_code="en") == []
    scoped = await api.ok("getMyCommands", language_code="en", scope={"type": "all_private_chats"})
    assert scoped == english
    await api.ok("deleteMyCommands")
    assert await api.ok("getMyCommands") == []


async def test_a_person_sees_the_narrowest_scope_in_the_own_language(api: Api, world: World) -> None:
    async def put(description: str, language: str = "", **scope: Any) -> None:
        commands = [{"command": "start", "description": description}]
        await api.ok("setMyCommands", commands=commands, language_code=language, scope=scope or None)

    world.create_group("群", [APPLICANT], chat_id=GROUP)
    assert shown(world) == []
    await put("for all")
    assert shown(world) == ["for all"]
    await put("私聊", type="all_private_chats")
    await put("群聊", type="all_group_chats")
    assert (shown(world), shown(world, GROUP)) == (["私聊"], ["群聊"])
    await put("Privat", language="en", type="all_private_chats")
    world.set_language(APPLICANT, "en")
    assert shown(world) == ["Privat"]
    await put("just you", type="chat", chat_id=APPLICANT)
    assert shown(world) == ["just you"]
    await put("you here", type="chat_member", chat_id=GROUP, user_id=APPLICANT)
    assert shown(world, GROUP) == ["you here"]


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "开始", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "start", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "start", "description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": START * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": "no"}, "can't parse commands JSON object"),
        ({"commands": {}}, "can't parse commands: Expected an Array of BotCommand"),
        ({"commands": [1]}, "can't parse BotCommand: expected an Object"),
        ({"commands": START, "language_code": "zh-hans"}, "LANG_CODE_INVALID"),
        ({"commands": START, "scope": {"type": "moon"}},
         "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": START, "scope": [1]},
         "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ({"commands": START, "scope": {"type": "chat_member", "chat_id": 1}},
         "can't parse BotCommandScope: chat_id and user_id must be given"),
    ],
)  # fmt: skip
async def test_faulty_commands_are_refused(api: Api, parameters: dict[str, Any], reason: str) -> None:
    assert await api.refused("setMyCommands", **parameters) == PREFIX + reason


async def test_descriptions_and_name_are_kept_by_language(api: Api, world: World) -> None:
    await api.ok("setMyDescription", description="帮助企业申报")
    await api.ok("setMyDescription", description="Helps to apply", language_code="en")
    await api.ok("setMyShortDescription", short_description="申报助手")
    await api.ok("setMyName", name="申报通（试用）")
    in_english = strict(BotDescription, await api.ok("getMyDescription", language_code="en"))
    in_russian = strict(BotDescription, await api.ok("getMyDescription", language_code="ru"))
    assert (in_english.description, in_russian.description) == ("Helps to apply", "帮助企业申报")
    short = strict(BotShortDescription, await api.ok("getMyShortDescription"))
    assert short.short_description == "申报助手"
    assert strict(BotName, await api.ok("getMyName")).name == "申报通（试用）"
    assert menu(world, APPLICANT, APPLICANT)["description"] == "帮助企业申报"
    await api.ok("setMyDescription", description="", language_code="en")
    assert (await api.ok("getMyDescription", language_code="en"))["description"] == "帮助企业申报"


@pytest.mark.parametrize(
    ("method", "field", "most"),
    [("setMyDescription", "description", 512), ("setMyShortDescription", "short_description", 120),
     ("setMyName", "name", 64)],
)  # fmt: skip
async def test_descriptions_have_a_longest_length(api: Api, method: str, field: str, most: int) -> None:
    assert await api.ok(method, **{field: "x" * most}) is True
    assert "is too long" in await api.refused(method, **{field: "x" * (most + 1)})


async def test_the_menu_button_can_be_set_for_all_and_for_one_chat(api: Api) -> None:
    commands = {"type": "commands"}
    assert (
        strict(MenuButtonCommands, await api.ok("getChatMenuButton")).model_dump(exclude_none=True)
        == commands
    )
    await api.ok("setChatMenuButton", chat_id=APPLICANT, menu_button={"type": "default"})
    assert await api.ok("getChatMenuButton", chat_id=APPLICANT) == {"type": "default"}
    await api.ok("setChatMenuButton", menu_button=commands)
    assert await api.ok("getChatMenuButton") == commands
    refusal = await api.refused("setChatMenuButton", menu_button={"type": "cat"})
    assert refusal == PREFIX + "can't parse menu button: MenuButton has unsupported type"
