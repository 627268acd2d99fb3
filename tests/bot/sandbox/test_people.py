"""What people do, and which of it reaches the bot."""

from collections.abc import Callable

import pytest
from aiogram.types import Message, Update

from bot.sandbox import SandboxError, World
from bot.sandbox.cast import seat_cast
from tests.bot.sandbox.support import APPLICANT, GROUP, OTHER, Api, png, strict


async def heard(api: Api, world: World) -> list[str]:
    """The texts of the messages that wait for the bot; they are confirmed."""
    updates = strict(list[Update], await api.ok("getUpdates"))
    await api.ok("getUpdates", offset=world.updates.next_id)
    return [update.message.text or "" for update in updates if update.message and update.message.text]


async def test_start_opens_the_chat_and_a_deep_link_carries_its_parameter(api: Api, world: World) -> None:
    world.create_user(OTHER, "陈经理", language_code="en")
    with pytest.raises(SandboxError, match="has to press start"):
        world.send_text(OTHER, "你好")
    world.press_start(OTHER, "hlj-compute-purchase")
    [update] = strict(list[Update], await api.ok("getUpdates"))
    assert update.message is not None
    assert update.message.text == "/start hlj-compute-purchase"
    assert update.message.entities is not None
    assert update.message.entities[0].type == "bot_command"
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "en"


async def test_a_long_text_is_sent_in_parts_as_telegrams_programs_do(api: Api, world: World) -> None:
    world.send_text(APPLICANT, "中" * 10_000)
    assert [len(text) for text in await heard(api, world)] == [4096, 4096, 1808]


async def test_parts_are_measured_in_utf16_units(api: Api, world: World) -> None:
    world.send_text(APPLICANT, "x" + "🏟" * 2048)
    assert [len(text) for text in await heard(api, world)] == [2048, 1]


@pytest.mark.parametrize("text", ["", "  \n", "\r"])
async def test_an_empty_text_cannot_be_sent(world: World, text: str) -> None:
    with pytest.raises(SandboxError, match="needs a text"):
        world.send_text(APPLICANT, text)


async def test_an_edited_message_reaches_the_bot_as_edited(api: Api, world: World) -> None:
    message = world.send_text(APPLICANT, "80万")
    world.edit_text(APPLICANT, message.id, "90万")
    update = strict(list[Update], await api.ok("getUpdates"))[-1]
    assert update.edited_message is not None
    assert update.edited_message.text == "90万"
    assert update.edited_message.edit_date is not None


async def test_nobody_edits_what_another_wrote(api: Api, world: World) -> None:
    sent = await api.ok("sendMessage", chat_id=APPLICANT, text="x")
    with pytest.raises(SandboxError, match="is not by user"):
        world.edit_text(APPLICANT, sent["message_id"], "y")
    with pytest.raises(SandboxError, match="has no message 3"):
        world.edit_text(APPLICANT, 3, "y")


async def test_a_person_sends_files_and_pictures(api: Api, world: World) -> None:
    world.send_document(APPLICANT, "名单.csv", b"a,b", caption="名单")
    world.send_photo(APPLICANT, png(8, 6))
    document, photo = strict(list[Update], await api.ok("getUpdates"))
    assert document.message is not None
    assert document.message.document is not None
    assert (document.message.document.mime_type, document.message.caption) == ("text/csv", "名单")
    assert photo.message is not None
    assert photo.message.photo is not None
    assert photo.message.photo[0].width == 8
    with pytest.raises(SandboxError, match="IMAGE_PROCESS_FAILED"):
        world.send_photo(APPLICANT, b"no picture")


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(api: Api, world: World) -> None:
    """Telegram's privacy mode."""
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    sent = await api.ok("sendMessage", chat_id=GROUP, text="大家好")
    for text in (
        "大家好",
        "/check",
        "/check@other_bot",
        "/check@shenbao_sandbox_bot",
        "@shenbao_sandbox_bot 80万",
    ):
        world.send_text(APPLICANT, text, GROUP)
    world.send_text(APPLICANT, "回复机器人", GROUP, reply_to=sent["message_id"])
    expected = ["/check", "/check@shenbao_sandbox_bot", "@shenbao_sandbox_bot 80万", "回复机器人"]
    assert await heard(api, world) == expected


@pytest.mark.parametrize("change", ["administrator", "no privacy"])
async def test_without_privacy_the_bot_hears_all(api: Api, world: World, change: str) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    if change == "administrator":
        world.set_bot_status(GROUP, APPLICANT, "administrator")
    else:
        world.reads_all_group_messages = True
    world.send_text(APPLICANT, "大家好", GROUP)
    assert await heard(api, world) == ["大家好"]


async def test_a_bot_outside_of_the_group_hears_nothing(api: Api, world: World) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP, with_bot=False)
    world.send_text(APPLICANT, "/check", GROUP)
    assert await heard(api, world) == []


async def test_what_is_impossible_is_said(world: World) -> None:
    world.create_user(OTHER, "陈经理", started=True)
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    impossible: list[tuple[Callable[[], object], str]] = [
        (lambda: world.create_user(APPLICANT, "李"), "is taken"),
        (lambda: world.create_user(-5, "李"), "is taken or not positive"),
        (lambda: world.create_group("群", []), "needs at least one member"),
        (lambda: world.create_group("群", [APPLICANT], chat_id=GROUP), "is taken or not negative"),
        (lambda: world.create_group("群", [APPLICANT], kind="channel"), "group or supergroup"),
        (lambda: world.send_text(OTHER, "x", APPLICANT), "belongs to another person"),
        (lambda: world.send_text(OTHER, "x", GROUP), "is no member"),
        (lambda: world.send_text(99, "x"), "there is no user 99"),
        (lambda: world.send_text(APPLICANT, "x", -99), "there is no chat -99"),
        (lambda: world.migrate(APPLICANT), "no group that could migrate"),
        (lambda: world.last_message(OTHER), "has written nothing"),
    ]
    for act, reason in impossible:
        with pytest.raises(SandboxError, match=reason):
            act()


async def test_waiting_for_a_message_ends_when_it_comes_or_in_time(api: Api, world: World) -> None:
    await api.ok("sendMessage", chat_id=APPLICANT, text="好")
    assert (await world.next_message(APPLICANT)).text == "好"
    with pytest.raises(TimeoutError):
        await world.next_message(APPLICANT, after=world.last_message(APPLICANT).id, timeout=0.01)


async def test_the_cast_is_one_applicant_two_staff_and_a_group(api: Api, world: World) -> None:
    cast = seat_cast(world)
    names = [world.user(user_id).full_name for user_id in (cast.applicant, *cast.staff)]
    assert names == ["李经理", "王主任", "赵科长"]
    assert cast.applicant in world.chat(cast.group).members
    assert (
        strict(Message, await api.ok("sendMessage", chat_id=cast.group, text="好")).chat.title == "申报交流群"
    )


async def test_a_group_that_migrated_is_found_under_its_old_id_by_people(api: Api, world: World) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    new_id = world.migrate(GROUP)
    assert world.chat(GROUP).id == new_id
    world.send_text(APPLICANT, "/check", GROUP)
    update = strict(list[Update], await api.ok("getUpdates"))[-1]
    assert update.message is not None
    assert update.message.chat.id == new_id
