"""A failed call tells whether it may have reached Telegram, over real sockets."""

import asyncio
import socket
import traceback
from typing import Any

import pytest
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.transport import AiohttpRequest, Timeouts, was_sent
from tests.bot.transport.peer import (
    TOKEN,
    Behaviour,
    answer,
    deaf,
    hang_up,
    listening,
    never_answer,
    reset,
)


async def failure(request: AiohttpRequest, url: str) -> TelegramError:
    """The error of a call, which shows the token nowhere."""
    with pytest.raises(TelegramError) as caught:
        await request.post(url)
    error = caught.value
    assert TOKEN not in "".join(traceback.format_exception(error))
    seen: BaseException | None = error
    while seen is not None:
        assert TOKEN not in repr(seen) + repr(vars(seen))
        seen = seen.__cause__ or seen.__context__
    return error


async def failure_at(request: AiohttpRequest, behaviour: Behaviour) -> TelegramError:
    async with listening(behaviour) as peer:
        error = await failure(request, peer.url)
        assert len(peer.requests) == 1, "nothing is repeated"
        return error


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


async def test_a_refused_connection_was_not_sent(request_: AiohttpRequest) -> None:
    error = await failure(request_, f"http://127.0.0.1:{free_port()}/bot{TOKEN}/sendMessage")
    assert isinstance(error, NetworkError)
    assert was_sent(error) == "no"


async def test_a_name_that_cannot_be_found_was_not_sent(
    request_: AiohttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unknown(*_arguments: Any, **_options: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    error = await failure(request_, f"http://telegram.invalid/bot{TOKEN}/sendMessage")
    assert isinstance(error, NetworkError)
    assert was_sent(error) == "no"


async def test_a_name_look_up_that_takes_too_long_was_not_sent(
    request_: AiohttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(*_arguments: Any, **_options: Any) -> Any:
        await asyncio.Event().wait()

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", silent)
    error = await failure(request_, f"http://telegram.invalid/bot{TOKEN}/sendMessage")
    assert isinstance(error, TimedOut)
    assert was_sent(error) == "no"


async def test_a_handshake_that_takes_too_long_was_not_sent(request_: AiohttpRequest) -> None:
    async with deaf() as port:
        error = await failure(request_, f"https://127.0.0.1:{port}/bot{TOKEN}/sendMessage")
    assert isinstance(error, TimedOut)
    assert was_sent(error) == "no"


async def test_a_peer_that_speaks_no_tls_was_not_sent(request_: AiohttpRequest) -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        error = await failure(request_, f"https://127.0.0.1:{port}/bot{TOKEN}/sendMessage")
    assert was_sent(error) == "no"


@pytest.mark.parametrize("url", [f"http:///bot{TOKEN}/x", f"ftp://host/bot{TOKEN}/x", f"bot{TOKEN}/x"])
async def test_an_address_that_is_none_was_not_sent(request_: AiohttpRequest, url: str) -> None:
    assert was_sent(await failure(request_, url)) == "no"


async def test_a_call_that_found_no_free_connection_in_time_was_not_sent(request_: AiohttpRequest) -> None:
    patient = Timeouts(read=None)
    async with listening(never_answer) as peer, AiohttpRequest(1, patient) as busy:
        first = asyncio.create_task(busy.post(peer.url))
        await peer.arrived.wait()
        with pytest.raises(TimedOut, match="was not sent") as caught:
            await busy.post(peer.url, pool_timeout=0.01)
        assert was_sent(caught.value) == "no"
        assert len(peer.requests) == 1
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)


async def test_a_call_before_the_start_or_after_the_end_was_not_sent() -> None:
    request = AiohttpRequest()
    assert was_sent(await failure(request, f"http://127.0.0.1:9/bot{TOKEN}/x")) == "no"
    await request.initialize()
    await request.shutdown()
    await request.shutdown()
    assert was_sent(await failure(request, f"http://127.0.0.1:9/bot{TOKEN}/x")) == "no"


async def test_a_call_without_an_answer_may_have_been_sent(request_: AiohttpRequest) -> None:
    error = await failure_at(request_, never_answer)
    assert isinstance(error, TimedOut)
    assert was_sent(error) == "maybe"


@pytest.mark.parametrize("behaviour", [hang_up, reset])
async def test_a_connection_that_ends_after_the_request_may_have_been_sent(
    request_: AiohttpRequest, behaviour: Behaviour
) -> None:
    error = await failure_at(request_, behaviour)
    assert isinstance(error, NetworkError)
    assert not isinstance(error, TimedOut)
    assert was_sent(error) == "maybe"


async def test_a_connection_that_was_kept_and_then_lost_is_not_used_again_unnoticed(
    request_: AiohttpRequest,
) -> None:
    """On a kept connection too a lost request may have arrived: it is not repeated behind our back."""
    async with listening(answer(200, b'{"ok":true,"result":true}')) as peer:
        assert await request_.post(peer.url) is True
        assert await request_.post(peer.url) is True
        assert peer.connections == 1
    assert was_sent(await failure(request_, peer.url)) in {"no", "maybe"}
    assert len(peer.requests) == 2


async def test_an_answer_that_breaks_off_may_have_been_sent(request_: AiohttpRequest) -> None:
    async def break_off(writer: asyncio.StreamWriter, _request: Any) -> None:
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"ok":tr')
        await writer.drain()
        writer.close()

    assert was_sent(await failure_at(request_, break_off)) == "maybe"


async def test_an_answer_that_stops_half_way_may_have_been_sent(request_: AiohttpRequest) -> None:
    async def stop(writer: asyncio.StreamWriter, _request: Any) -> None:
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"ok":tr')
        await asyncio.Event().wait()

    error = await failure_at(request_, stop)
    assert isinstance(error, TimedOut)
    assert was_sent(error) == "maybe"


@pytest.mark.parametrize(
    "behaviour",
    [
        answer(502, b"<html>Bad Gateway</html>"),
        answer(500, b'{"ok":false,"error_code":500,"description":"Internal Server Error"}'),
        answer(504, b""),
        answer(200, b"<html>a captive portal</html>"),
        answer(200, b"[1, 2]"),
        answer(200, b""),
        answer(200, b"\xff\xfe\x00"),
        answer(302, b"", headers=b"Location: http://127.0.0.1:9/elsewhere\r\n"),
    ],
)
async def test_an_answer_that_does_not_say_what_was_done_may_have_been_sent(
    request_: AiohttpRequest, behaviour: Behaviour
) -> None:
    assert was_sent(await failure_at(request_, behaviour)) == "maybe"


@pytest.mark.filterwarnings("ignore:.*retry_after.*")
@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, b'{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}', BadRequest),
        (401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}', InvalidToken),
        (403, b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked"}', Forbidden),
        (404, b'{"ok":false,"error_code":404,"description":"Not Found"}', InvalidToken),
        (409, b'{"ok":false,"error_code":409,"description":"Conflict: terminated"}', Conflict),
        (429, b'{"ok":false,"error_code":429,"parameters":{"retry_after":10072}}', RetryAfter),
        (400, b'{"ok":false,"error_code":400,"parameters":{"migrate_to_chat_id":-100}}', ChatMigrated),
    ],
)
async def test_an_answer_that_refuses_was_not_sent(
    request_: AiohttpRequest, status: int, body: bytes, kind: type[TelegramError]
) -> None:
    error = await failure_at(request_, answer(status, body))
    assert isinstance(error, kind)
    assert was_sent(error) == "no"


def test_an_error_of_unknown_origin_may_have_been_sent() -> None:
    assert was_sent(NetworkError("?")) == "maybe"
    assert was_sent(RuntimeError("?")) == "maybe"


async def test_an_upload_that_nobody_takes_is_given_up(request_: AiohttpRequest) -> None:
    async with deaf() as port:
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{port}/bot", request=request_)
        with pytest.raises(TimedOut) as caught:
            await bot.send_document(1, InputFile(b"x" * 20_000_000, "big.bin"), write_timeout=0.1)
        assert was_sent(caught.value) == "maybe"
