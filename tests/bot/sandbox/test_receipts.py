"""The receipt log: every call once, in order, with what became of it."""

import json
from pathlib import Path

import pytest

from bot.sandbox import Receipt, Sandbox, World
from bot.sandbox.receipts import ReceiptLog
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, Api, ManualClock


async def test_every_call_leaves_one_receipt(stand: Stand) -> None:
    stand.clock.advance(2.5)
    sent = await stand.api.ok("sendMessage", chat_id=APPLICANT, text="<b>好</b>", parse_mode="HTML")
    await stand.api.call("sendMessage", chat_id=12, text="x")
    await stand.api.call("nonsense")
    first, second, third = stand.world.receipts
    assert (first.sequence, first.method, first.chat_id, first.text) == (
        1,
        "sendMessage",
        APPLICANT,
        "<b>好</b>",
    )
    assert (first.effect, first.code, first.reply, first.message_id) == (
        True,
        200,
        "sent",
        sent["message_id"],
    )
    assert (first.at, first.arrived) == (stand.clock.instant.timestamp(), stand.clock.seconds)
    assert (second.effect, second.code, second.description) == (False, 400, "Bad Request: chat not found")
    assert (third.sequence, third.method, third.code) == (3, "nonsense", 404)


async def test_the_digest_tells_equal_calls_from_different_ones(api: Api, world: World) -> None:
    for text in ("a", "a", "b"):
        await api.ok("sendMessage", chat_id=APPLICANT, text=text)
    one, same, other = [receipt.digest for receipt in world.receipts]
    assert one == same != other


async def test_receipts_can_be_chosen_by_method_chat_and_number(api: Api, world: World) -> None:
    await api.ok("getMe")
    await api.ok("sendMessage", chat_id=APPLICANT, text="a")
    await api.call("sendMessage", chat_id=12, text="b")
    assert [receipt.text for receipt in world.receipts.of("sendMessage")] == ["a", "b"]
    assert [receipt.text for receipt in world.receipts.of("sendMessage", APPLICANT)] == ["a"]
    assert [receipt.sequence for receipt in world.receipts.since(1)] == [2, 3]


async def test_the_file_has_one_line_a_call_and_each_is_there_at_once(
    clock: ManualClock, tmp_path: Path
) -> None:
    path = tmp_path / "receipts.jsonl"
    async with Sandbox(clock, receipt_file=path) as sandbox:
        for sequence in (1, 2):
            sandbox.world.receipts.append(a_receipt(sequence))
            lines = [json.loads(line) for line in path.read_text().splitlines()]
            assert [line["sequence"] for line in lines] == list(range(1, sequence + 1))


def test_nothing_can_be_slipped_in_out_of_order() -> None:
    log = ReceiptLog()
    log.append(a_receipt(1))
    for sequence in (1, 3):
        with pytest.raises(ValueError, match="out of order"):
            log.append(a_receipt(sequence))


def test_numbers_go_on_after_the_log_was_emptied() -> None:
    log = ReceiptLog()
    log.append(a_receipt(1))
    log.forget()
    assert len(log) == 0
    log.append(a_receipt(2))
    assert log[0].sequence == 2


def a_receipt(sequence: int) -> Receipt:
    return Receipt(
        sequence=sequence, at=0.0, arrived=0.0, done=0.0, method="getMe", chat_id=None, digest="", text=None,
        effect=True, code=200, description="ok", reply="sent",
    )  # fmt: skip
