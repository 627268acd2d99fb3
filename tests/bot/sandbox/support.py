"""What the tests share: a clock that stands still, a bare client, a strict reader, a small picture."""

import struct
import zlib
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import aiohttp
from aiogram.types import TelegramObject
from pydantic import TypeAdapter

from bot.sandbox import Sandbox

APPLICANT = 501
OTHER = 502
GROUP = -700
T = TypeVar("T")


class ManualClock:
    """Both kinds of time stand still until advanced."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.instant

    def monotonic(self) -> float:
        return self.seconds

    def advance(self, seconds: float) -> None:
        self.instant += timedelta(seconds=seconds)
        self.seconds += seconds


class Api:
    """The Bot API over bare HTTP: neither of the client libraries decides what is sent."""

    def __init__(self, http: aiohttp.ClientSession, sandbox: Sandbox) -> None:
        self._http = http
        self._sandbox = sandbox

    async def call(self, method: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
        """Status code and body."""
        url = f"{self._sandbox.api_base}{self._sandbox.token}/{method}"
        async with self._http.post(url, json=parameters) as response:
            return response.status, await response.json()

    async def ok(self, method: str, **parameters: Any) -> Any:
        """The result of a call that must succeed."""
        status, body = await self.call(method, **parameters)
        assert (status, body.get("ok")) == (200, True), body
        return body["result"]

    async def refused(self, method: str, **parameters: Any) -> str:
        """'CODE description' of a call that must be refused, its form checked."""
        status, body = await self.call(method, **parameters)
        assert body["ok"] is False, body
        assert body["error_code"] == status
        assert set(body) <= {"ok", "error_code", "description", "parameters"}
        return f"{status} {body['description']}"

    async def form(self, method: str, form: aiohttp.FormData) -> tuple[int, dict[str, Any]]:
        """A call in multipart form."""
        url = f"{self._sandbox.api_base}{self._sandbox.token}/{method}"
        async with self._http.post(url, data=form) as response:
            return response.status, await response.json()


def strict(kind: type[T], data: Any) -> T:
    """Read data as an aiogram type; fails on a field that aiogram does not know, however deep."""
    value: T = TypeAdapter(kind).validate_python(data)
    _no_unknown_fields(value)
    return value


def _no_unknown_fields(value: Any) -> None:
    if isinstance(value, list):
        for item in value:
            _no_unknown_fields(item)
    if isinstance(value, TelegramObject):
        assert not value.model_extra, f"{type(value).__name__} has unknown fields {value.model_extra}"
        for name in value.model_fields_set:
            _no_unknown_fields(getattr(value, name))


def png(width: int, height: int) -> bytes:
    """A grey picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
