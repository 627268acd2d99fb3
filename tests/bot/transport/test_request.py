"""What goes over the wire, and what comes back."""

import asyncio
import io
from collections.abc import AsyncIterator

import orjson
import pytest
from telegram import Bot, InputFile, InputMediaPhoto
from telegram.error import BadRequest
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from bot.transport import AiohttpRequest, Timeouts
from tests.bot.transport.peer import TOKEN, Request, answer, listening

DONE = b'{"ok":true,"result":true}'


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(clock=SystemClock()) as running:
        yield running


def data(**parameters: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])


async def sent(request: AiohttpRequest, content: RequestData) -> Request:
    async with listening(answer(200, DONE)) as peer:
        assert await request.post(peer.url, content) is True
        return peer.requests[0]


async def test_parameters_go_out_as_json(request_: AiohttpRequest) -> None:
    seen = await sent(request_, data(chat_id=7, text="算力 & <b>", disable=True, keys=[["是", 1]], none=None))
    assert seen.line == f"POST /bot{TOKEN}/sendMessage HTTP/1.1"
    assert seen.headers["content-type"] == "application/json"
    assert "python-telegram-bot" in seen.headers["user-agent"]
    assert orjson.loads(seen.body) == {
        "chat_id": 7,
        "text": "算力 & <b>",
        "disable": True,
        "keys": [["是", 1]],
    }


async def test_half_a_surrogate_pair_is_left_to_the_bot_api(request_: AiohttpRequest) -> None:
    seen = await sent(request_, data(text="cut \ud83d"))
    assert b"\\ud83d" in seen.body


async def test_what_cannot_be_written_down_is_refused_and_not_retried(request_: AiohttpRequest) -> None:
    async with listening(answer(200, DONE)) as peer:
        with pytest.raises(BadRequest, match="cannot be written down"):
            await request_.post(peer.url, data(text=object()))
        assert peer.requests == []


async def test_files_go_out_as_a_form_with_their_names_in_utf8(request_: AiohttpRequest) -> None:
    seen = await sent(request_, data(chat_id=7, document=InputFile(b"\x00\xff", "我的数据.json")))
    assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert 'name="document"; filename="我的数据.json"'.encode() in seen.body
    assert b"Content-Type: application/json\r\n" in seen.body
    assert b"\r\n\r\n\x00\xff\r\n" in seen.body
    assert b'name="chat_id"\r\n\r\n7\r\n' in seen.body


async def test_an_open_file_is_sent_as_it_is_read(request_: AiohttpRequest) -> None:
    handle = io.BytesIO(b"from a handle" * 100_000)
    seen = await sent(request_, data(photo=InputFile(handle, "a.png", read_file_handle=False)))
    assert b"from a handle" * 100_000 in seen.body


async def test_attached_media_are_sent_beside_the_parameters(request_: AiohttpRequest) -> None:
    media = InputMediaPhoto(InputFile(b"PNG", "a.png", attach=True))
    seen = await sent(request_, data(media=[media]))
    assert b"attach://attached" in seen.body
    assert b"PNG" in seen.body


async def test_broken_utf8_in_an_answer_is_replaced(request_: AiohttpRequest) -> None:
    async with listening(answer(200, b'{"ok":true,"result":{"text":"a\xffb"}}')) as peer:
        assert await request_.post(peer.url) == {"text": "a\ufffdb"}


async def test_half_a_surrogate_pair_in_an_answer_stops_nothing(request_: AiohttpRequest) -> None:
    async with listening(answer(200, b'{"ok":true,"result":{"text":"a\\ud83d"}}')) as peer:
        assert await request_.post(peer.url) == {"text": "a\ud83d"}


async def test_a_file_is_fetched_whole(request_: AiohttpRequest) -> None:
    async with listening(answer(200, b"\x00" * 300_000)) as peer:
        assert await request_.retrieve(peer.url) == b"\x00" * 300_000
        assert peer.requests[0].line.startswith("GET ")


async def test_a_long_answer_may_take_longer_than_its_beginning(request_: AiohttpRequest) -> None:
    """The limits are for each piece that is read, not for all of them together."""

    async def trickle(writer: asyncio.StreamWriter, _request: Request) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n")
        for _ in range(40):
            await asyncio.sleep(0.02)
            writer.write(b"x")
            await writer.drain()

    async with listening(trickle) as peer:
        fetched = await request_.retrieve(peer.url, connect_timeout=0.1, write_timeout=0.1, read_timeout=0.4)
        assert fetched == b"x" * 40


async def test_connections_are_kept_and_never_more_than_the_pool(request_: AiohttpRequest) -> None:
    together = 0
    most = 0

    async def count(writer: asyncio.StreamWriter, request: Request) -> None:
        nonlocal together, most
        together += 1
        most = max(most, together)
        await asyncio.sleep(0)
        together -= 1
        await answer(200, DONE)(writer, request)

    async with listening(count) as peer:
        await asyncio.gather(*(request_.post(peer.url) for _ in range(30)))
        assert len(peer.requests) == 30
        assert peer.connections <= 2
        assert most <= 2


async def test_a_cancelled_call_gives_its_place_back(request_: AiohttpRequest) -> None:
    release = asyncio.Event()

    async def wait(writer: asyncio.StreamWriter, request: Request) -> None:
        if not release.is_set():
            await asyncio.Event().wait()
        await answer(200, DONE)(writer, request)

    async with listening(wait) as peer, AiohttpRequest(1, Timeouts()) as single:
        first = asyncio.create_task(single.post(peer.url))
        await peer.arrived.wait()
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        release.set()
        assert await single.post(peer.url) is True


async def test_the_session_can_be_opened_again_and_opening_twice_does_nothing() -> None:
    request = AiohttpRequest()
    async with listening(answer(200, DONE)) as peer:
        for _ in range(2):
            await request.initialize()
            await request.initialize()
            assert await request.post(peer.url) is True
            await request.shutdown()


def test_a_pool_has_a_place_at_least() -> None:
    with pytest.raises(ValueError, match="one connection"):
        AiohttpRequest(0)


def test_the_reading_time_is_told_to_the_library() -> None:
    """python-telegram-bot adds it to the time of a long poll."""
    assert AiohttpRequest(timeouts=Timeouts(read=7)).read_timeout == 7


async def test_a_bot_works_over_it_against_the_sandbox(sandbox: Sandbox) -> None:
    bot = Bot(
        sandbox.token,
        base_url=sandbox.api_base,
        base_file_url=sandbox.file_base,
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(1),
    )
    async with bot:
        assert (await bot.get_me()).is_bot
        assert await bot.get_updates(timeout=0) == ()
        with pytest.raises(BadRequest, match=r"[Cc]hat not found"):
            await bot.send_message(99, "nobody is there")
