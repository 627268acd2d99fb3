"""Starting, stopping and everything that keeps the bot from running: one line that says what to do."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from io import BytesIO

import aiohttp
import pytest
from pydantic import SecretStr

from bot.app import file_base, run, sandboxed, started, webhook
from bot.refusals import PortInUseError, SecondPollerError, WrongTokenError
from bot.sandbox import PortTakenError
from bot.settings import Listen, Settings
from bot.store.store import open_store
from bot.webhook import BIGGEST_BODY, SECRET_HEADER
from tests.journeys.conftest import APPLICANT, Stand

SECRET = "a-webhook-secret"


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def status(request: AbstractAsyncContextManager[aiohttp.ClientResponse]) -> int:
    """What a request is answered with."""
    async with request as response:
        return response.status


@asynccontextmanager
async def running(
    stand: Stand, settings: Settings
) -> AsyncIterator[tuple["asyncio.Task[None]", asyncio.Event]]:
    """`run` as the command starts it, until the context ends."""
    stop, announced = asyncio.Event(), asyncio.Event()
    task = asyncio.create_task(
        run(settings, clock=stand.clock, stop=stop, announce=lambda _: announced.set())
    )
    waiting = asyncio.create_task(announced.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
    waiting.cancel()
    try:
        yield task, stop
    finally:
        stop.set()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_wrong_token_is_one_line_that_says_what_to_do(stand: Stand) -> None:
    """Telegram does not know it; the line does not show it."""
    wrong = "4242:" + "x" * 35
    settings = stand.settings.model_copy(update={"token": SecretStr(wrong)})
    with pytest.raises(WrongTokenError) as refusal:
        await run(settings, clock=stand.clock)
    assert "SHENBAO_TOKEN" in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert wrong not in str(refusal.value)


async def test_a_second_program_with_the_same_token_ends_the_first_loudly(stand: Stand) -> None:
    """Telegram ends the older poll with 409; that one stops and says why."""
    async with running(stand, stand.settings) as (first, _):
        await stand.world.wait_until(lambda: stand.world.updates.is_polled)
        async with aiohttp.ClientSession() as other:
            address = f"{stand.sandbox.api_base}{stand.sandbox.token}/getUpdates"
            intruder = asyncio.create_task(status(other.post(address, json={"timeout": 5})))
            with pytest.raises(SecondPollerError, match="another program"):
                await asyncio.wait_for(asyncio.shield(first), 20)
            intruder.cancel()
            await asyncio.gather(intruder, return_exceptions=True)


async def test_a_telegram_that_cannot_be_reached_is_waited_for_and_the_bot_can_be_stopped(
    stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    """It says that it cannot reach it, without the token, and ends when told to."""
    nowhere = f"http://127.0.0.1:{free_port()}/bot"
    stop = asyncio.Event()
    settings = stand.settings.model_copy(update={"api_base": nowhere})

    class StopAtFirstWarning(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "cannot be reached" in record.getMessage():
                stop.set()

    logging.getLogger("bot.app").addHandler(handler := StopAtFirstWarning())
    try:
        await asyncio.wait_for(run(settings, clock=stand.clock, stop=stop), 20)
    finally:
        logging.getLogger("bot.app").removeHandler(handler)
    assert stand.sandbox.token not in caplog.text


async def test_without_a_token_the_bot_runs_on_its_own_sandbox_and_says_where_the_page_is(
    stand: Stand,
) -> None:
    """The address of the chat page is announced; a taken port is one line."""
    said: list[str] = []
    stop = asyncio.Event()
    settings = Settings(home=stand.settings.home / "alone")

    def announce(line: str) -> None:
        said.append(line)
        if "listening" in line:
            stop.set()

    await asyncio.wait_for(
        run(settings, sandbox_port=free_port(), clock=stand.clock, stop=stop, announce=announce), 20
    )
    assert any("http://127.0.0.1:" in line for line in said)
    with pytest.raises(PortTakenError):
        await run(settings, sandbox_port=stand.sandbox.port, clock=stand.clock)


async def test_updates_come_by_webhook_where_one_is_set(stand: Stand) -> None:
    """The same conversation, delivered to our own server; only with the secret, and nothing too large."""
    port = free_port()
    settings = sandboxed(Settings(home=stand.settings.home), stand.sandbox).model_copy(
        update={
            "webhook_url": f"http://127.0.0.1:{port}/hook/here",
            "webhook_listen": Listen("127.0.0.1", port),
            "webhook_secret": SecretStr(SECRET),
        }
    )
    token = stand.sandbox.token
    async with (
        await open_store(settings.database, stand.clock) as store,
        started(settings, token, store, stand.clock) as application,
        webhook(application, settings),
        aiohttp.ClientSession() as stranger,
    ):
        stand.application = application
        person = stand.person(APPLICANT)
        await person.start("hlj-compute-purchase")
        await person.press("黑龙江")
        assert person.question() == "compute_spend"

        address, right = settings.webhook_url or "", {SECRET_HEADER: SECRET}
        too_large = BytesIO(b"x" * (BIGGEST_BODY + 1))
        assert await status(stranger.post(address, json={"update_id": 1})) == 401
        assert await status(stranger.post(address, json={}, headers={SECRET_HEADER: "guess"})) == 401
        assert await status(stranger.post(address, data=b"no json", headers=right)) == 400
        assert await status(stranger.post(address, data=b"[]", headers=right)) == 400
        assert await status(stranger.post(address, data=too_large, headers=right)) == 413
        assert await status(stranger.get(address, headers=right)) == 405
        assert await status(stranger.post(f"http://127.0.0.1:{port}/", headers=right)) == 404
        with pytest.raises(PortInUseError, match="SHENBAO_WEBHOOK_LISTEN"):
            async with webhook(application, settings):
                pass
        stand.application = None


async def test_the_commands_and_the_description_are_told_in_every_language(bot_on_sandbox: Stand) -> None:
    """The menu in the default language and in each that Telegram can keep apart."""
    receipts = bot_on_sandbox.world.receipts
    assert len(receipts.of("setMyCommands")) == len(receipts.of("setMyDescription")) == 4
    assert all(receipt.effect for receipt in receipts)


async def test_an_error_of_ours_is_apologised_for_in_the_persons_language_and_logged_without_their_words(
    bot_on_sandbox: Stand, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The button stops spinning, a kind word is said; the log keeps where it happened, not what was said."""
    person = bot_on_sandbox.person(APPLICANT)
    await person.start("hlj-compute-purchase")

    def broken(*_: object) -> None:
        raise RuntimeError("金额是 4711万")

    monkeypatch.setattr("handlers.dispatch.written", broken)
    monkeypatch.setattr("handlers.dispatch.pressed", broken)
    await person.say("我们公司的秘密是 4711")
    assert "抱歉" in person.last.text
    await person.press("黑龙江")
    assert "抱歉" in person.last.text
    assert "RuntimeError" in caplog.text
    assert "4711" not in caplog.text
    monkeypatch.undo()
    await person.press("黑龙江")
    assert "实际支出了多少" in person.everything()


@pytest.mark.parametrize(
    ("base", "files"),
    [
        ("https://api.telegram.org/bot", "https://api.telegram.org/file/bot"),
        ("http://bottle.example/bot", "http://bottle.example/file/bot"),
        ("http://127.0.0.1:8081/bot{token}/test", "http://127.0.0.1:8081/file/bot{token}/test"),
    ],
)
def test_files_are_fetched_from_beside_the_methods(base: str, files: str) -> None:
    """Only the last /bot of the address counts."""
    assert file_base(base) == files
