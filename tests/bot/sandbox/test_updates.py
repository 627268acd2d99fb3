"""getUpdates: offsets confirm, polls wait, and there is one poller."""

import asyncio

import pytest
from aiogram.types import Update

from bot.sandbox import World
from bot.sandbox.updates import UpdateQueue
from tests.bot.sandbox.support import APPLICANT, Api, strict


async def texts(api: Api, **parameters: object) -> list[str | None]:
    updates = strict(list[Update], await api.ok("getUpdates", **parameters))
    return [update.message.text if update.message else None for update in updates]


async def test_updates_come_in_order_and_stay_until_an_offset_confirms_them(api: Api, world: World) -> None:
    for text in ("一", "二", "三"):
        world.send_text(APPLICANT, text)
    assert await texts(api) == ["一", "二", "三"]
    first = world.updates.pending[0]["update_id"]
    assert await texts(api, offset=first) == ["一", "二", "三"]
    assert await texts(api, offset=first + 2) == ["三"]
    assert await texts(api) == ["三"]


async def test_ids_grow_by_one_and_also_over_a_reset(world: World) -> None:
    world.send_text(APPLICANT, "一")
    before, message = world.updates.next_id, world.messages(APPLICANT)[-1].id
    world.reset()
    world.create_user(APPLICANT, "李经理", started=True)
    assert world.send_text(APPLICANT, "二").id > message
    assert world.updates.pending[0]["update_id"] == before


async def test_limit_bounds_the_answer(api: Api, world: World) -> None:
    for number in range(120):
        world.send_text(APPLICANT, str(number))
    assert len(await texts(api, limit=7)) == 7
    assert len(await texts(api)) == 100
    assert len(await texts(api, limit=500)) == 100


async def test_a_negative_offset_keeps_the_last_ones_only(api: Api, world: World) -> None:
    for text in ("一", "二", "三"):
        world.send_text(APPLICANT, text)
    assert await texts(api, offset=-2) == ["二", "三"]


async def test_a_poll_ends_as_soon_as_something_comes(api: Api, world: World) -> None:
    poll = asyncio.create_task(api.ok("getUpdates", timeout=50))
    await world.wait_until(lambda: world.updates.is_polled)
    world.send_text(APPLICANT, "你好")
    assert (await asyncio.wait_for(poll, 5))[0]["message"]["text"] == "你好"


async def test_a_poll_without_updates_ends_empty_after_its_timeout() -> None:
    assert await UpdateQueue(1).poll(0, 100, 0.01) == []


async def test_a_second_poller_ends_the_first_with_409(api: Api, world: World) -> None:
    first = asyncio.create_task(api.refused("getUpdates", timeout=50))
    await world.wait_until(lambda: world.updates.is_polled)
    second = asyncio.create_task(api.ok("getUpdates", timeout=50))
    assert await asyncio.wait_for(first, 5) == (
        "409 Conflict: terminated by other getUpdates request; make sure that only one bot "
        "instance is running"
    )
    world.send_text(APPLICANT, "你好")
    assert len(await asyncio.wait_for(second, 5)) == 1


async def test_allowed_updates_hold_from_then_on_until_changed(api: Api, world: World) -> None:
    await api.ok("getUpdates", allowed_updates=["message"])
    world.block(APPLICANT)
    world.unblock(APPLICANT)
    world.send_text(APPLICANT, "你好")
    assert await texts(api) == ["你好"]
    await api.ok("getUpdates", allowed_updates=[], offset=world.updates.next_id)
    world.block(APPLICANT)
    [update] = strict(list[Update], await api.ok("getUpdates"))
    assert update.my_chat_member is not None


@pytest.mark.parametrize("kinds", ["message", [5], {"a": 1}])
async def test_faulty_allowed_updates_are_refused(api: Api, kinds: object) -> None:
    assert "allowed_updates" in (await api.refused("getUpdates", allowed_updates=kinds)).replace(" ", "_")


async def test_unknown_kinds_are_ignored_as_telegram_ignores_them(api: Api, world: World) -> None:
    await api.ok("getUpdates", allowed_updates=["message", "telepathy"])
    assert world.updates.allowed == ["message"]
