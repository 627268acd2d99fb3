"""Chats do not wait for one another; within a chat the order of arrival holds."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User
from telegram.ext import ApplicationBuilder, ContextTypes, TypeHandler

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from bot.transport import AiohttpRequest
from bot.updates import InOrderWithinChat, conversation

LI = User(7, "Li", is_bot=False)
GROUP = -100


def message_in(chat: int, number: int = 1) -> Update:
    return Update(number, message=Message(number, datetime(2026, 11, 22, tzinfo=UTC), Chat(chat, "group")))


class Bench:
    """Handlers that run until they are told how to end, and a record of what happened."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.processor = InOrderWithinChat(at_once)
        self.arrived: dict[int, list[int]] = {}
        self.started: dict[int, list[int]] = {}
        self.running: dict[int, asyncio.Future[None]] = {}
        self.chat_of: dict[int, int] = {}
        self.tasks: dict[int, asyncio.Task[None]] = {}

    def arrive(self, chat: int) -> int:
        number = len(self.tasks)
        self.chat_of[number] = chat
        self.arrived.setdefault(chat, []).append(number)
        work = self.processor.process_update(message_in(chat, number), self._handle(chat, number))
        self.tasks[number] = asyncio.create_task(work)
        return number

    async def _handle(self, chat: int, number: int) -> None:
        self.started.setdefault(chat, []).append(number)
        self.running[number] = asyncio.get_running_loop().create_future()
        try:
            await self.running[number]
        finally:
            del self.running[number]

    async def settle(self) -> None:
        for _ in range(8):
            await asyncio.sleep(0)

    def outstanding(self) -> set[int]:
        return {number for number, task in self.tasks.items() if not task.done()}

    def check(self) -> None:
        chats_running = [self.chat_of[number] for number in self.running]
        assert len(chats_running) == len(set(chats_running)), "one update a chat at a time"
        waiting_chats = {self.chat_of[number] for number in self.outstanding()}
        assert len(self.running) == min(self.at_once, len(waiting_chats)), "no place stays empty"
        assert self.processor.running == len(self.running)
        assert self.processor.chats == len(waiting_chats)
        assert self.processor.waiting == len(self.outstanding())
        for chat, numbers in self.started.items():
            assert numbers == sorted(numbers), f"chat {chat} is out of order"


End = Callable[[asyncio.Future[None]], Any]
ENDS: dict[str, End] = {
    "return": lambda gate: gate.set_result(None),
    "raise": lambda gate: gate.set_exception(ZeroDivisionError()),
    "cancel": lambda gate: gate.cancel(),
}
STEPS = st.one_of(
    st.tuples(st.just("arrive"), st.integers(1, 4)),
    st.tuples(st.sampled_from(sorted(ENDS)), st.integers(0, 9)),
    st.tuples(st.just("abandon"), st.integers(0, 9)),
)


@given(st.integers(1, 3), st.lists(STEPS, max_size=40))
def test_whatever_happens_the_order_the_bound_and_the_progress_hold(
    at_once: int, steps: list[tuple[str, int]]
) -> None:
    """Updates arrive, end well or badly, or are cancelled while they wait, in any order."""

    async def play() -> None:
        bench = Bench(at_once)
        for act, number in steps:
            if act == "arrive":
                bench.arrive(number)
            elif act == "abandon" and (left := sorted(bench.outstanding())):
                bench.tasks[left[number % len(left)]].cancel()
            elif act in ENDS and bench.running:
                ENDS[act](bench.running[sorted(bench.running)[number % len(bench.running)]])
            await bench.settle()
            bench.check()
        while bench.running:
            ENDS["return"](bench.running[min(bench.running)])
            await bench.settle()
            bench.check()
        await asyncio.gather(*bench.tasks.values(), return_exceptions=True)
        assert bench.processor.chats == bench.processor.running == 0, "nothing is remembered"

    asyncio.run(play())


async def test_updates_of_one_chat_are_handled_one_after_the_other() -> None:
    bench = Bench(at_once=10)
    first, second = bench.arrive(GROUP), bench.arrive(GROUP)
    await bench.settle()
    assert set(bench.running) == {first}
    bench.running[first].set_result(None)
    await bench.settle()
    assert set(bench.running) == {second}
    bench.running[second].set_result(None)
    await asyncio.gather(*bench.tasks.values())


async def test_a_flood_in_one_chat_leaves_the_places_to_others() -> None:
    bench = Bench(at_once=2)
    flood = [bench.arrive(1) for _ in range(500)]
    quiet = bench.arrive(2)
    await bench.settle()
    assert set(bench.running) == {flood[0], quiet}
    for task in bench.tasks.values():
        task.cancel()
    await asyncio.gather(*bench.tasks.values(), return_exceptions=True)
    assert bench.processor.chats == 0


async def test_with_one_place_chats_take_turns() -> None:
    bench = Bench(at_once=1)
    for chat in (1, 1, 1, 2, 3):
        bench.arrive(chat)
    order: list[int] = []
    for _ in range(5):
        await bench.settle()
        (number,) = bench.running
        order.append(bench.chat_of[number])
        bench.running[number].set_result(None)
    await asyncio.gather(*bench.tasks.values())
    assert order == [1, 2, 3, 1, 1]


async def test_an_exception_reaches_the_caller_and_the_next_update_runs() -> None:
    processor = InOrderWithinChat()

    async def fail() -> None:
        raise ZeroDivisionError

    async def work() -> None:
        done.set()

    done = asyncio.Event()
    with pytest.raises(ZeroDivisionError):
        await processor.process_update(message_in(1), fail())
    await processor.process_update(message_in(1), work())
    assert done.is_set()


async def test_an_update_without_a_chat_or_a_person_waits_for_nobody() -> None:
    bench = Bench(at_once=10)
    bench.arrive(1)
    await bench.settle()
    done = asyncio.Event()

    async def work() -> None:
        done.set()

    await bench.processor.process_update(Update(1), work())
    assert done.is_set()
    for task in bench.tasks.values():
        task.cancel()
    await asyncio.gather(*bench.tasks.values(), return_exceptions=True)


def test_there_is_a_place_at_least() -> None:
    with pytest.raises(ValueError, match="at least one"):
        InOrderWithinChat(0)


def test_a_button_belongs_to_the_chat_of_its_message() -> None:
    query = CallbackQuery("1", LI, "x", message=message_in(GROUP).message)
    assert conversation(Update(1, callback_query=query)) == GROUP


def test_what_has_no_chat_belongs_to_the_person() -> None:
    assert conversation(Update(1, callback_query=CallbackQuery("1", LI, "x", inline_message_id="i"))) == LI.id
    assert conversation(Update(1, inline_query=InlineQuery("1", LI, "text", ""))) == LI.id


def test_what_is_no_update_belongs_to_nobody() -> None:
    assert conversation("stop") is None


async def test_the_application_handles_chats_at_once_and_each_in_order() -> None:
    """With the library's own Application, over its queue of updates."""
    seen: list[int] = []
    first_waits, second_chat_done = asyncio.Event(), asyncio.Event()

    async def handle(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.update_id == 1:
            first_waits.set()
            await second_chat_done.wait()
        seen.append(update.update_id)
        if update.update_id == 3:
            second_chat_done.set()

    async with Sandbox(clock=SystemClock()) as sandbox:
        builder = ApplicationBuilder().token(sandbox.token).base_url(sandbox.api_base)
        builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest(1))
        application = builder.concurrent_updates(InOrderWithinChat()).updater(None).build()
        application.add_handler(TypeHandler(Update, handle))
        async with application:
            await application.start()
            for update in (message_in(1, 1), message_in(1, 2), message_in(2, 3)):
                await application.update_queue.put(update)
            await first_waits.wait()
            await application.stop()
    assert seen == [3, 1, 2]
