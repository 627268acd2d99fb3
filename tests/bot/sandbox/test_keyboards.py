"""Buttons and keyboards: what Telegram accepts, and what it refuses."""

from typing import Any

import pytest
from aiogram.types import Message

from bot.sandbox import World
from tests.bot.sandbox.support import APPLICANT, Api, strict

DATA = {"callback_data": "x"}


async def refused(api: Api, markup: Any) -> str:
    answer = await api.refused("sendMessage", chat_id=APPLICANT, text="?", reply_markup=markup)
    return answer.removeprefix("400 Bad Request: ")


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


async def test_an_inline_keyboard_comes_back_with_the_message(api: Api) -> None:
    markup = inline({"text": "是", "callback_data": "y"}, {"text": "原文", "url": "https://example.com"})
    sent = await api.ok("sendMessage", chat_id=APPLICANT, text="?", reply_markup=markup)
    assert sent["reply_markup"] == markup
    assert strict(Message, sent).reply_markup is not None


@pytest.mark.parametrize(("size", "accepted"), [(1, True), (64, True), (65, False)])
async def test_callback_data_has_1_to_64_bytes(api: Api, size: int, accepted: bool) -> None:
    status, body = await api.call(
        "sendMessage",
        chat_id=APPLICANT,
        text="?",
        reply_markup=inline({"text": "a", "callback_data": "x" * size}),
    )
    assert (status == 200) is accepted
    assert accepted or body["description"] == "Bad Request: BUTTON_DATA_INVALID"


async def test_callback_data_is_measured_in_bytes(api: Api) -> None:
    assert await refused(api, inline({"text": "a", "callback_data": "中" * 22})) == "BUTTON_DATA_INVALID"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "a"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "a", "callback_data": ""}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "a", "callback_data": "x", "url": "https://a.cn"},
         "exactly one action is allowed, found url and callback_data"),
        ({"callback_data": "x"}, 'Can\'t find field "text"'),
        ({"text": 5, **DATA}, 'Field "text" must be of type String'),
        ({"text": "  ", **DATA}, "button text must be non-empty"),
        ({"text": "a", "callback_data": 5}, 'Field "callback_data" must be of type String'),
        ({"text": "a", "url": 5}, 'Field "url" must be of type String'),
        ({"text": "a", "colour": "red", **DATA}, 'unknown field "colour"'),
        ("a", "InlineKeyboardButton must be an Object"),
    ],
)  # fmt: skip
async def test_an_inline_button_needs_a_text_and_exactly_one_action(
    api: Api, button: Any, reason: str
) -> None:
    assert await refused(api, inline(button)) == f"can't parse inline keyboard button: {reason}"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"url": "a b"}, "inline keyboard button URL 'a b' is invalid: Wrong HTTP URL"),
        ({"url": "ftp://a.cn"}, "inline keyboard button URL 'ftp://a.cn' is invalid: Wrong HTTP URL"),
        ({"copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"copy_text": "x"}, "BUTTON_COPY_TEXT_INVALID"),
        ({"web_app": {"url": "http://a.cn"}},
         "inline keyboard button Web App URL 'http://a.cn' is invalid: Only HTTPS links are allowed"),
    ],
)  # fmt: skip
async def test_the_action_of_a_button_is_checked(api: Api, button: dict[str, Any], reason: str) -> None:
    assert await refused(api, inline({"text": "a", **button})) == reason


@pytest.mark.parametrize(("rows", "columns", "accepted"), [(12, 8, True), (1, 9, False), (13, 8, False)])
async def test_a_keyboard_has_at_most_100_buttons_8_in_a_row(
    api: Api, rows: int, columns: int, accepted: bool
) -> None:
    markup = {"inline_keyboard": [[{"text": "a", **DATA}] * columns] * rows}
    status, body = await api.call("sendMessage", chat_id=APPLICANT, text="?", reply_markup=markup)
    assert (status == 200) is accepted
    assert accepted or body["description"] == "Bad Request: reply markup is too long"


@pytest.mark.parametrize(
    "markup",
    [
        {"keyboard": [["是", {"text": "否"}]], "resize_keyboard": True, "input_field_placeholder": "请选择"},
        {"keyboard": [[{"text": "电话", "request_contact": True}]], "one_time_keyboard": True},
        {"remove_keyboard": True},
        {"force_reply": True, "input_field_placeholder": "金额"},
        {"inline_keyboard": []},
    ],
)
async def test_every_other_kind_of_markup_is_taken_and_not_echoed(api: Api, markup: dict[str, Any]) -> None:
    sent = await api.ok("sendMessage", chat_id=APPLICANT, text="?", reply_markup=markup)
    assert "reply_markup" not in sent


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ([], "object expected as reply markup"),
        ("{", "can't parse reply markup JSON object"),
        ({"buttons": []}, "can't parse reply keyboard markup: unknown type of markup"),
        ({"inline_keyboard": 5},
         'can\'t parse reply keyboard markup: Field "inline_keyboard" must be of type Array'),
        ({"inline_keyboard": [{"text": "a"}]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"keyboard": [[5]]}, "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ({"keyboard": [[""]]}, "can't parse keyboard button: button text must be non-empty"),
        ({"keyboard": [[{"text": "a", "url": "b"}]]}, 'can\'t parse keyboard button: unknown field "url"'),
        ({"remove_keyboard": False}, "can't parse reply keyboard markup: remove_keyboard must be true"),
        ({"force_reply": "yes"}, "can't parse reply keyboard markup: force_reply must be true"),
        ({"force_reply": True, "input_field_placeholder": "x" * 65},
         "reply keyboard placeholder must be a String of 1-64 characters"),
    ],
)  # fmt: skip
async def test_a_faulty_markup_is_refused(api: Api, markup: Any, reason: str) -> None:
    assert await refused(api, markup) == reason


async def test_a_person_sees_the_keys_of_a_reply_keyboard(api: Api, world: World) -> None:
    await api.ok(
        "sendMessage", chat_id=APPLICANT, text="?", reply_markup={"keyboard": [["是", "否"], ["取消"]]}
    )
    assert world.last_message(APPLICANT).keys == ["是", "否", "取消"]
