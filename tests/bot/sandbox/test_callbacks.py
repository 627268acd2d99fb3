"""A pressed button makes one callback query, which may be answered once and in time."""

from typing import Any

import pytest
from aiogram.types import Update

from bot.sandbox import SandboxError, World
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, Api, strict

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


async def question(api: Api) -> int:
    buttons: dict[str, Any] = {
        "inline_keyboard": [[{"text": "是", "callback_data": "y"}, {"text": "不知道", "callback_data": "u"}]]
    }
    sent = await api.ok("sendMessage", chat_id=APPLICANT, text="注册在本省？", reply_markup=buttons)
    return int(sent["message_id"])


async def test_a_press_reaches_the_bot_with_the_message_it_belongs_to(api: Api, world: World) -> None:
    number = await question(api)
    query_id = world.press(APPLICANT, number, label="不知道")
    [update] = strict(list[Update], await api.ok("getUpdates"))
    query = update.callback_query
    assert query is not None
    assert query.message is not None
    assert (query.id, query.data, query.from_user.id) == (query_id, "u", APPLICANT)
    assert query.message.message_id == number


async def test_an_answer_is_shown_to_the_person_who_pressed(api: Api, world: World) -> None:
    query_id = world.press(APPLICANT, await question(api), "y")
    listener = world.stream.open()
    answer = {"callback_query_id": query_id, "text": "已记录", "show_alert": True}
    assert await api.ok("answerCallbackQuery", **answer) is True
    event = listener.get_nowait()
    assert (event["user_id"], event["text"], event["show_alert"]) == (APPLICANT, "已记录", True)


async def test_a_query_is_answered_only_once(api: Api, world: World) -> None:
    query_id = world.press(APPLICANT, await question(api), "y")
    await api.ok("answerCallbackQuery", callback_query_id=query_id)
    assert await api.refused("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_a_query_gets_too_old(stand: Stand) -> None:
    query_id = stand.world.press(APPLICANT, await question(stand.api), "y")
    stand.clock.advance(16)
    assert await stand.api.refused("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_an_unknown_query_cannot_be_answered(api: Api) -> None:
    assert await api.refused("answerCallbackQuery", callback_query_id="12") == TOO_OLD
    assert await api.refused("answerCallbackQuery") == TOO_OLD


async def test_an_answer_has_at_most_200_characters_and_no_address(api: Api, world: World) -> None:
    query_id = world.press(APPLICANT, await question(api), "y")
    long = await api.refused("answerCallbackQuery", callback_query_id=query_id, text="x" * 201)
    assert long == "400 Bad Request: MESSAGE_TOO_LONG"
    address = await api.refused("answerCallbackQuery", callback_query_id=query_id, url="https://example.com")
    assert address == "400 Bad Request: URL_INVALID"
    assert await api.ok("answerCallbackQuery", callback_query_id=query_id, text="x" * 200)


async def test_a_button_that_is_gone_can_be_pressed_only_as_a_stale_one(api: Api, world: World) -> None:
    """Another device may not have caught up: that is what stale stands for."""
    number = await question(api)
    await api.ok("editMessageText", chat_id=APPLICANT, message_id=number, text="已回答")
    with pytest.raises(SandboxError, match="has no button with data 'y'"):
        world.press(APPLICANT, number, "y")
    assert world.press(APPLICANT, number, "y", stale=True)


async def test_a_label_that_is_not_there_names_those_that_are(api: Api, world: World) -> None:
    with pytest.raises(LookupError, match="不知道"):
        world.press(APPLICANT, await question(api), label="可能")
