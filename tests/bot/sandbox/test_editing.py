"""Messages are edited in place and deleted as Telegram allows it."""

from typing import Any

import pytest
from aiogram.types import Message

from bot.sandbox import World
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, GROUP, Api, png, strict

PREFIX = "400 Bad Request: "
BUTTONS = {"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]}
NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


async def sent(api: Api, **parameters: Any) -> int:
    message = await api.ok("sendMessage", chat_id=APPLICANT, **{"text": "旧", **parameters})
    return int(message["message_id"])


async def edit(api: Api, method: str, number: int, **parameters: Any) -> Any:
    return await api.ok(method, chat_id=APPLICANT, message_id=number, **parameters)


async def refused(api: Api, method: str, number: int, **parameters: Any) -> str:
    return await api.refused(method, chat_id=APPLICANT, message_id=number, **parameters)


async def test_a_text_is_edited_in_place(stand: Stand) -> None:
    number = await sent(stand.api, reply_markup=BUTTONS)
    stand.clock.advance(5)
    message = strict(
        Message, await edit(stand.api, "editMessageText", number, text="<b>新</b>", parse_mode="HTML")
    )
    assert message.edit_date is not None
    assert (message.message_id, message.text, message.reply_markup) == (number, "新", None)
    assert message.edit_date - int(message.date.timestamp()) == 5
    assert [one.text for one in stand.world.messages(APPLICANT)] == ["新"]


async def test_an_edit_that_changes_nothing_is_refused(api: Api) -> None:
    number = await sent(api, reply_markup=BUTTONS)
    assert await refused(api, "editMessageText", number, text="旧", reply_markup=BUTTONS) == NOT_MODIFIED
    assert await refused(api, "editMessageReplyMarkup", number, reply_markup=BUTTONS) == NOT_MODIFIED


async def test_words_buttons_or_formatting_alone_are_a_change(api: Api) -> None:
    number = await sent(api, reply_markup=BUTTONS)
    assert await edit(api, "editMessageText", number, text="旧")
    assert await edit(api, "editMessageText", number, text="<b>旧</b>", parse_mode="HTML")
    assert await edit(api, "editMessageReplyMarkup", number, reply_markup=BUTTONS)
    assert "reply_markup" not in await edit(api, "editMessageReplyMarkup", number)


async def test_what_cannot_be_edited_is_refused_with_the_reason(stand: Stand) -> None:
    api, world = stand.api, stand.world
    theirs = world.send_text(APPLICANT, "我的话")
    keys = await sent(api, reply_markup={"keyboard": [["是"]]})
    assert await refused(api, "editMessageText", 7, text="x") == PREFIX + "message to edit not found"
    assert await refused(api, "editMessageText", theirs.id, text="x") == PREFIX + "message can't be edited"
    assert await refused(api, "editMessageText", keys, text="x") == PREFIX + "message can't be edited"
    assert (
        await refused(api, "editMessageText", 0, text="x") == PREFIX + "message identifier is not specified"
    )


async def test_an_edit_takes_inline_buttons_only(api: Api) -> None:
    number = await sent(api)
    markup = {"keyboard": [["是"]]}
    refusal = await refused(api, "editMessageText", number, text="x", reply_markup=markup)
    assert refusal == PREFIX + "inline keyboard expected"


async def test_text_and_caption_are_not_mixed_up(stand: Stand) -> None:
    api = stand.api
    stored = stand.world.files.add_photo(png(4, 4))
    photo = await api.ok("sendPhoto", chat_id=APPLICANT, photo=stored.file_id, caption="旧")
    number = photo["message_id"]
    changed = strict(Message, await edit(api, "editMessageCaption", number, caption="新"))
    assert changed.caption == "新"
    no_text, no_caption = (
        "there is no text in the message to edit",
        "there is no caption in the message to edit",
    )
    assert await refused(api, "editMessageText", number, text="x") == PREFIX + no_text
    assert await refused(api, "editMessageCaption", await sent(api), caption="x") == PREFIX + no_caption


async def test_own_messages_and_those_of_a_private_chat_can_be_deleted(stand: Stand) -> None:
    number, theirs = await sent(stand.api), stand.world.send_text(APPLICANT, "x").id
    assert await edit(stand.api, "deleteMessage", number) is True
    assert await edit(stand.api, "deleteMessage", theirs) is True
    assert stand.world.messages(APPLICANT) == []
    assert await refused(stand.api, "deleteMessage", number) == PREFIX + "message to delete not found"


async def test_a_message_older_than_48_hours_stays(stand: Stand) -> None:
    number = await sent(stand.api)
    stand.clock.advance(48 * 3600 + 1)
    assert await refused(stand.api, "deleteMessage", number) == PREFIX + "message can't be deleted"


@pytest.mark.parametrize(("status", "allowed"), [("member", False), ("administrator", True)])
async def test_in_a_group_only_an_administrator_deletes_what_others_wrote(
    api: Api, world: World, status: str, allowed: bool
) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    world.set_bot_status(GROUP, APPLICANT, status)
    theirs = world.send_text(APPLICANT, "x", GROUP).id
    code, _ = await api.call("deleteMessage", chat_id=GROUP, message_id=theirs)
    assert (code == 200) is allowed
