"""python-telegram-bot's `BaseRequest` on aiohttp and orjson."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import cache
from typing import Any

import aiohttp
import certifi
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.transport.body import content, parsed
from bot.transport.errors import NeverSentError, translated
from bot.transport.patience import Timeouts, write_in_time

_CLOSED = "the request was made before initialize() or after shutdown()"
_POOL_FULL = "all connections are in use; the request was not sent"


class AiohttpRequest(BaseRequest):
    """Sends requests over at most `pool_size` connections of its own.

    Polling and sending get an instance each, so that a long poll never takes the place of a message. Whoever
    waits for a free place is served in the order of arrival. Nothing is repeated here, and no redirect is
    followed: it would carry the token elsewhere.
    """

    __slots__ = ("_places", "_pool_size", "_session", "_timeouts")

    def __init__(self, pool_size: int = 64, timeouts: Timeouts | None = None) -> None:
        if pool_size < 1:
            raise ValueError(f"a pool needs a place for one connection at least: {pool_size}")
        self._pool_size = pool_size
        self._timeouts = timeouts or Timeouts()
        self._places = asyncio.Semaphore(pool_size)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer where a call says nothing else."""
        return self._timeouts.read

    async def initialize(self) -> None:
        """Open the session; needs the running loop. Nothing happens where it is open."""
        if self._session is not None and not self._session.closed:
            return
        connector = aiohttp.TCPConnector(limit=self._pool_size, ssl=_trusted())
        self._session = aiohttp.ClientSession(
            connector=connector,
            headers={"User-Agent": self.USER_AGENT},
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        self._places = asyncio.Semaphore(self._pool_size)

    async def shutdown(self) -> None:
        """Close every connection. Nothing happens where they are closed."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer, whatever the status.

        Raises `NetworkError` or `TimedOut`, from which `was_sent` tells whether the request may have arrived.
        """
        given = {
            "read": read_timeout,
            "write": write_timeout,
            "upload": write_timeout,
            "connect": connect_timeout,
            "pool": pool_timeout,
        }
        chosen = {name: value for name, value in given.items() if not isinstance(value, DefaultValue)}
        timeouts = replace(self._timeouts, **chosen)
        failure: TelegramError
        body = content(request_data)
        has_files = request_data is not None and request_data.contains_files
        async with self._place(timeouts.pool):
            try:
                return await self._send(url, method, body, has_files, timeouts)
            except TelegramError:
                raise
            except Exception as error:
                failure = translated(error)
        # Outside of the handler: inside, the original, and the token in it, would hang on as the context.
        raise failure

    async def _send(
        self, url: str, method: str, body: dict[str, Any], has_files: bool, timeouts: Timeouts
    ) -> tuple[int, bytes]:
        session = self._session
        if session is None or session.closed:
            raise NetworkError(_CLOSED) from NeverSentError(_CLOSED)
        upload = aiohttp.UploadTracker() if has_files else None
        async with (
            write_in_time(timeouts, upload) as limit,
            session.request(
                method,
                url,
                **body,
                timeout=timeouts.for_connection(has_files=has_files),
                allow_redirects=False,
                upload_tracker=upload,
            ) as response,
        ):
            limit.reschedule(None)
            return response.status, await response.read()

    @asynccontextmanager
    async def _place(self, patience: float | None) -> AsyncIterator[None]:
        # Not left to aiohttp's connector, which counts the wait for a place as time for connecting.
        try:
            async with asyncio.timeout(patience):
                await self._places.acquire()
        except TimeoutError:
            raise TimedOut(_POOL_FULL) from NeverSentError(_POOL_FULL)
        try:
            yield
        finally:
            self._places.release()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON object of an answer. Raises `TelegramError`, and never logs the answer itself."""
        try:
            answer = parsed(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        return answer


@cache
def _trusted() -> ssl.SSLContext:
    # The system's authorities, or those of SSL_CERT_FILE; and certifi's, for a macOS Python that finds none.
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
