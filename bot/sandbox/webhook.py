"""Delivery of updates to the bot's own HTTP server, one after the other, tried again until taken."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import orjson

from bot.sandbox.errors import bad_request
from bot.sandbox.updates import UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LOCAL_HOSTS = frozenset(("127.0.0.1", "localhost", "::1"))


@dataclass(slots=True)
class Webhook:
    """The webhook that is set, if any; the sandbox delivers to this machine only."""

    updates: UpdateQueue
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    first_retry: float = 0.1
    longest_retry: float = 60.0
    last_error: str = ""
    failures: int = 0
    _task: asyncio.Task[None] | None = field(default=None, repr=False)

    def set(self, url: str, secret: str, max_connections: int) -> None:
        """Start delivering to url; 400 where it is not on this machine."""
        host = urlsplit(url).hostname
        if urlsplit(url).scheme not in ("http", "https") or host not in LOCAL_HOSTS:
            raise bad_request("bad webhook: the sandbox delivers to 127.0.0.1 or localhost only")
        self._stop()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self.last_error, self.failures = "", 0
        self.updates.interrupt()
        self._task = asyncio.create_task(self._deliver())

    def unset(self) -> None:
        """Stop delivering."""
        self._stop()
        self.url = self.secret = ""

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _deliver(self) -> None:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers[SECRET_HEADER] = self.secret
        async with aiohttp.ClientSession(headers=headers) as session:
            while True:
                update = await self.updates.head()
                await self._until_taken(session, update)
                self.updates.confirm(update["update_id"] + 1)

    async def _until_taken(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> None:
        pause = self.first_retry
        while error := await self._attempt(session, orjson.dumps(update)):
            self.last_error = error
            self.failures += 1
            self.updates.changed()
            await asyncio.sleep(pause)
            pause = min(pause * 2, self.longest_retry)

    async def _attempt(self, session: aiohttp.ClientSession, body: bytes) -> str:
        try:
            async with session.post(self.url, data=body) as response:
                if response.status // 100 == 2:
                    return ""
                return f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            return f"Connection failed: {type(error).__name__}"
