"""Updates can be delivered to a local address instead, with the secret, until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram.types import Update, WebhookInfo
from aiohttp import web

from bot.sandbox import World
from bot.sandbox.webhook import SECRET_HEADER
from tests.bot.sandbox.support import APPLICANT, Api, strict


@dataclass
class Receiver:
    """A bot's own server; it answers with the statuses given, then with 200."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get(SECRET_HEADER, ""))
        self.got.append(await request.json())
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_an_update_is_delivered_with_the_secret_and_confirmed(
    api: Api, world: World, receiver: Receiver
) -> None:
    assert await api.ok("setWebhook", url=receiver.url, secret_token="s3cret_-") is True
    world.send_text(APPLICANT, "你好")
    await _empty(world)
    assert receiver.secrets == ["s3cret_-"]
    [update] = strict(list[Update], receiver.got)
    assert update.message is not None
    assert update.message.text == "你好"


async def test_an_update_that_is_not_taken_comes_again_before_the_next(
    api: Api, world: World, receiver: Receiver
) -> None:
    world.webhook.first_retry = 0.001
    receiver.statuses = [500, 404]
    await api.ok("setWebhook", url=receiver.url)
    world.send_text(APPLICANT, "一")
    world.send_text(APPLICANT, "二")
    await _empty(world)
    assert [update["message"]["text"] for update in receiver.got] == ["一", "一", "一", "二"]
    info = strict(WebhookInfo, await api.ok("getWebhookInfo"))
    assert info.last_error_message == "Wrong response from the webhook: 404 Not Found"


async def test_an_address_that_nobody_serves_is_reported(api: Api, world: World) -> None:
    await api.ok("setWebhook", url="http://127.0.0.1:9/hook")
    world.send_text(APPLICANT, "你好")
    await world.wait_until(lambda: world.webhook.failures)
    info = strict(WebhookInfo, await api.ok("getWebhookInfo"))
    assert info.pending_update_count == 1
    assert info.last_error_message is not None
    assert info.last_error_message.startswith("Connection failed")


async def test_polling_and_webhook_exclude_each_other(api: Api, receiver: Receiver) -> None:
    await api.ok("setWebhook", url=receiver.url)
    assert await api.refused("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
        "webhook first"
    )
    assert strict(WebhookInfo, await api.ok("getWebhookInfo")).url == receiver.url
    await api.ok("deleteWebhook")
    assert await api.ok("getUpdates") == []
    assert strict(WebhookInfo, await api.ok("getWebhookInfo")).url == ""


async def test_a_webhook_ends_a_waiting_poll(api: Api, world: World, receiver: Receiver) -> None:
    poll = asyncio.create_task(api.refused("getUpdates", timeout=50))
    await world.wait_until(lambda: world.updates.is_polled)
    await api.ok("setWebhook", url=receiver.url)
    assert await asyncio.wait_for(poll, 5) == "409 Conflict: terminated by setWebhook request"
    await api.ok("setWebhook", url="")
    assert await api.ok("getUpdates") == []


async def test_pending_updates_can_be_dropped(api: Api, world: World) -> None:
    world.send_text(APPLICANT, "你好")
    await api.ok("deleteWebhook", drop_pending_updates=True)
    assert len(world.updates) == 0


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        (
            {"url": "https://example.com/hook"},
            "bad webhook: the sandbox delivers to 127.0.0.1 or localhost only",
        ),
        ({"url": "nonsense"}, "bad webhook: the sandbox delivers to 127.0.0.1 or localhost only"),
        (
            {"url": "http://127.0.0.1:1/", "secret_token": "没有"},
            "secret token contains unallowed characters",
        ),
        ({"url": "http://127.0.0.1:1/", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_a_faulty_webhook_is_refused(api: Api, parameters: dict[str, str], reason: str) -> None:
    assert await api.refused("setWebhook", **parameters) == f"400 Bad Request: {reason}"


async def _empty(world: World) -> None:
    await world.wait_until(lambda: not len(world.updates))
