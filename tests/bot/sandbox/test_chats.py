"""Who can be written to, who is in a chat, and what happens when a group changes."""

import pytest
from aiogram.types import (
    ChatFullInfo,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberOwner,
    Message,
    Update,
)

from bot.sandbox import World
from tests.bot.sandbox.support import APPLICANT, GROUP, OTHER, Api, strict

ME = 424242


async def refused(api: Api, chat_id: object) -> str:
    return await api.refused("sendMessage", chat_id=chat_id, text="x")


async def test_an_unknown_chat_is_not_found(api: Api) -> None:
    for chat_id in (999, -999, "@nobody_here", "12x"):
        assert await refused(api, chat_id) == "400 Bad Request: chat not found"
    assert await refused(api, None) == "400 Bad Request: chat_id is empty"
    assert await refused(api, "") == "400 Bad Request: chat_id is empty"


async def test_a_chat_can_be_named_by_number_text_or_username(api: Api) -> None:
    for chat_id in (APPLICANT, str(APPLICANT), "@li_jingli"):
        assert (await api.ok("sendMessage", chat_id=chat_id, text="x"))["chat"]["id"] == APPLICANT


async def test_the_bot_cannot_write_first(api: Api, world: World) -> None:
    world.create_user(OTHER, "陈经理")
    assert await refused(api, OTHER) == "403 Forbidden: bot can't initiate conversation with a user"
    world.press_start(OTHER)
    assert await api.ok("sendMessage", chat_id=OTHER, text="x")


async def test_a_bot_that_is_blocked_cannot_write_until_it_is_unblocked(api: Api, world: World) -> None:
    world.block(APPLICANT)
    assert await refused(api, APPLICANT) == "403 Forbidden: bot was blocked by the user"
    world.unblock(APPLICANT)
    assert await api.ok("sendMessage", chat_id=APPLICANT, text="x")


async def test_the_bot_hears_that_it_is_blocked_and_unblocked(api: Api, world: World) -> None:
    world.block(APPLICANT)
    world.press_start(APPLICANT)
    blocked, unblocked, start = strict(list[Update], await api.ok("getUpdates"))
    assert blocked.my_chat_member is not None
    assert isinstance(blocked.my_chat_member.new_chat_member, ChatMemberBanned)
    assert unblocked.my_chat_member is not None
    assert isinstance(unblocked.my_chat_member.new_chat_member, ChatMemberMember)
    assert start.message is not None
    assert start.message.text == "/start"


async def test_a_group_that_became_a_supergroup_says_where_it_went(api: Api, world: World) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    new_id = world.migrate(GROUP)
    status, body = await api.call("sendMessage", chat_id=GROUP, text="x")
    assert (status, body["description"]) == (400, "Bad Request: group chat was upgraded to a supergroup chat")
    assert body["parameters"] == {"migrate_to_chat_id": new_id}
    sent = strict(Message, await api.ok("sendMessage", chat_id=new_id, text="x"))
    assert (sent.chat.id, sent.chat.type) == (new_id, "supergroup")


async def test_the_bot_is_told_of_the_move_from_both_sides(api: Api, world: World) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    await api.ok("getUpdates", offset=-1)
    new_id = world.migrate(GROUP)
    updates = strict(list[Update], await api.ok("getUpdates", offset=0))
    messages = [update.message for update in updates[-2:]]
    assert messages[0] is not None
    assert messages[1] is not None
    assert (messages[0].chat.id, messages[0].migrate_to_chat_id) == (GROUP, new_id)
    assert (messages[1].chat.id, messages[1].migrate_from_chat_id) == (new_id, GROUP)


async def test_a_new_group_tells_the_bot_that_it_is_in(api: Api, world: World) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    change, welcome = strict(list[Update], await api.ok("getUpdates"))
    assert change.my_chat_member is not None
    assert isinstance(change.my_chat_member.old_chat_member, ChatMemberLeft)
    assert welcome.message is not None
    assert welcome.message.new_chat_members is not None
    assert welcome.message.new_chat_members[0].id == ME


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("kicked", "403 Forbidden: bot was kicked from the group chat"),
        ("left", "403 Forbidden: bot is not a member of the group chat"),
    ],
)
async def test_outside_of_a_group_the_bot_cannot_write(
    api: Api, world: World, status: str, reason: str
) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    world.set_bot_status(GROUP, APPLICANT, status)
    assert await refused(api, GROUP) == reason


async def test_a_group_without_the_bot_is_unknown_to_it(api: Api, world: World) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP, with_bot=False)
    assert await refused(api, GROUP) == "400 Bad Request: chat not found"
    assert await api.refused("getChat", chat_id=GROUP) == "400 Bad Request: chat not found"


async def test_the_bot_can_leave_a_group_but_no_person(api: Api, world: World) -> None:
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    assert await api.ok("leaveChat", chat_id=GROUP) is True
    assert await refused(api, GROUP) == "403 Forbidden: bot is not a member of the group chat"
    reason = await api.refused("leaveChat", chat_id=APPLICANT)
    assert reason == "400 Bad Request: chat member status can't be changed in private chats"


async def test_get_chat_tells_what_is_known(api: Api, world: World) -> None:
    world.create_group("交流群", [APPLICANT], chat_id=GROUP)
    person = strict(ChatFullInfo, await api.ok("getChat", chat_id=APPLICANT))
    group = strict(ChatFullInfo, await api.ok("getChat", chat_id=GROUP))
    assert (person.type, person.first_name, person.username) == ("private", "李经理", "li_jingli")
    assert (group.type, group.title) == ("group", "交流群")


async def test_get_chat_member_tells_who_is_what(api: Api, world: World) -> None:
    world.create_user(OTHER, "陈经理")
    world.create_group("群", [APPLICANT], chat_id=GROUP)
    world.set_bot_status(GROUP, APPLICANT, "administrator")

    async def member(chat_id: int, user_id: int) -> object:
        return await api.ok("getChatMember", chat_id=chat_id, user_id=user_id)

    assert strict(ChatMemberOwner, await member(GROUP, APPLICANT)).user.id == APPLICANT
    assert strict(ChatMemberLeft, await member(GROUP, OTHER)).user.id == OTHER
    assert strict(ChatMemberAdministrator, await member(GROUP, ME)).user.is_bot
    assert strict(ChatMemberMember, await member(APPLICANT, APPLICANT)).user.id == APPLICANT
    unknown = await api.refused("getChatMember", chat_id=GROUP, user_id=12)
    assert unknown == "400 Bad Request: invalid user_id specified"
    stranger = await api.refused("getChatMember", chat_id=APPLICANT, user_id=OTHER)
    assert stranger == "400 Bad Request: member not found"
