"""Faults on demand: what they do to a call, which calls they hit, and what the receipt says."""

import asyncio
from collections import Counter

import aiohttp
import pytest

from bot.sandbox import Fault, Receipt, World
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, OTHER, Api


async def send(api: Api, chat_id: int = APPLICANT) -> int:
    status, _ = await api.call("sendMessage", chat_id=chat_id, text="通知")
    return status


def last_receipt(world: World) -> Receipt:
    return world.receipts[len(world.receipts) - 1]


async def test_a_withheld_reply_leaves_the_message_sent(stand: Stand) -> None:
    """The heart of every delivery test: the call took effect, and the caller does not know."""
    stand.world.faults.add(Fault("withhold", method="sendMessage", times=1))
    with pytest.raises(aiohttp.ClientError):
        await send(stand.api)
    assert len(stand.world.bot_messages(APPLICANT)) == 1
    receipt = last_receipt(stand.world)
    assert (receipt.effect, receipt.code, receipt.reply) == (True, 200, "closed")
    assert receipt.message_id == stand.world.last_message(APPLICANT).id
    assert await send(stand.api) == 200


async def test_a_reply_may_never_come_at_all(stand: Stand) -> None:
    stand.world.faults.add(Fault("withhold", reply="silent", times=1))
    call = asyncio.create_task(send(stand.api))
    await stand.world.wait_until(lambda: len(stand.world.receipts) == 1)
    assert len(stand.world.bot_messages(APPLICANT)) == 1
    assert last_receipt(stand.world).reply == "silent"
    assert not call.done()
    call.cancel()


async def test_a_lost_connection_leaves_no_effect(stand: Stand) -> None:
    stand.world.faults.add(Fault("lost", times=1))
    with pytest.raises(aiohttp.ClientError):
        await send(stand.api)
    assert stand.world.bot_messages(APPLICANT) == []
    receipt = last_receipt(stand.world)
    assert (receipt.effect, receipt.reply, receipt.fault) == (False, "closed", "lost")


@pytest.mark.parametrize("status", [500, 502, 503, 504])
@pytest.mark.parametrize("after", [False, True])
async def test_a_server_error_comes_before_or_after_the_effect(
    api: Api, world: World, status: int, after: bool
) -> None:
    world.faults.add(Fault("server_error", status=status, after=after, times=1))
    assert await send(api) == status
    assert len(world.bot_messages(APPLICANT)) == int(after)
    assert last_receipt(world).effect is after


async def test_a_flood_refusal_carries_retry_after(api: Api, world: World) -> None:
    world.faults.add(Fault("flood", retry_after=10_072, times=1))
    status, body = await api.call("sendMessage", chat_id=APPLICANT, text="x")
    assert (status, body["parameters"]) == (429, {"retry_after": 10_072})
    assert last_receipt(world).retry_after == 10_072


async def test_calls_inside_a_halt_are_marked(stand: Stand) -> None:
    """After a 429 nothing should be called until retry_after has passed; the receipts show who did."""
    stand.world.faults.add(Fault("flood", retry_after=30, times=1))
    await send(stand.api)
    stand.clock.advance(29)
    await send(stand.api)
    stand.clock.advance(1)
    await send(stand.api)
    assert [receipt.inside_halt for receipt in stand.world.receipts] == [False, True, False]


async def test_retry_after_can_be_drawn_from_a_range(api: Api, world: World) -> None:
    world.faults.add(Fault("flood", retry_after=1, retry_after_to=10_072, seed=7))
    for _ in range(20):
        await send(api)
    drawn = [receipt.retry_after for receipt in world.receipts if receipt.retry_after]
    assert len(set(drawn)) > 10
    assert all(1 <= seconds <= 10_072 for seconds in drawn)


@pytest.mark.parametrize(
    ("kind", "description", "expected"),
    [
        ("forbidden", "", "403 Forbidden: bot was blocked by the user"),
        ("forbidden", "user is deactivated", "403 Forbidden: user is deactivated"),
        ("bad_request", "", "400 Bad Request: chat not found"),
        ("bad_request", "PEER_ID_INVALID", "400 Bad Request: PEER_ID_INVALID"),
    ],
)
async def test_a_refusal_can_be_ordered(
    api: Api, world: World, kind: str, description: str, expected: str
) -> None:
    world.faults.add(Fault(kind, description=description, times=1))
    assert await api.refused("sendMessage", chat_id=APPLICANT, text="x") == expected
    assert world.bot_messages(APPLICANT) == []


async def test_a_delay_holds_the_call_before_it_takes_effect(api: Api, world: World) -> None:
    world.faults.add(Fault("delay", seconds=0.2, times=1))
    call = asyncio.create_task(send(api))
    await world.wait_until(lambda: world.faults.laid[0].struck)
    assert world.bot_messages(APPLICANT) == []
    assert await call == 200
    assert len(world.bot_messages(APPLICANT)) == 1


async def test_a_fault_hits_only_the_method_and_chat_it_names(api: Api, world: World) -> None:
    world.create_user(OTHER, "陈经理", started=True)
    world.faults.add(Fault("forbidden", method="sendMessage", chat_id=OTHER))
    assert await send(api) == 200
    assert await send(api, OTHER) == 403
    assert (await api.call("sendChatAction", chat_id=OTHER, action="typing"))[0] == 200


async def test_a_fault_strikes_as_often_as_it_may(api: Api, world: World) -> None:
    fault = world.faults.add(Fault("server_error", times=2))
    assert [await send(api) for _ in range(3)] == [500, 500, 200]
    assert fault.spent


async def test_a_share_of_the_calls_is_drawn_with_a_seed(api: Api, world: World) -> None:
    async def run(seed: int) -> list[int]:
        world.faults.clear()
        world.faults.add(Fault("server_error", share=0.2, seed=seed))
        return [await send(api) for _ in range(100)]

    first = await run(1)
    assert first == await run(1)
    assert first != await run(2)
    assert 8 <= Counter(first)[500] <= 35


async def test_delays_add_up_with_another_fault(api: Api, world: World) -> None:
    world.faults.add(Fault("delay", seconds=0.001))
    world.faults.add(Fault("delay", seconds=0.002))
    world.faults.add(Fault("forbidden", times=1))
    assert world.faults.on("sendMessage", 1)[0] == 0.003
    assert await send(api) == 200


@pytest.mark.parametrize("fields", [{"kind": "gremlin"}, {"kind": "withhold", "reply": "maybe"},
                                    {"kind": "delay", "share": 1.5}])  # fmt: skip
def test_an_impossible_fault_cannot_be_laid(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"unknown kind|reply must be|share must be"):
        Fault(**fields)  # type: ignore[arg-type]
