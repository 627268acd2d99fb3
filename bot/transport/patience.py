"""How long a request may take, phase by phase."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds for each phase of a request; `None` waits for ever.

    `pool` is for a free place among the connections, `connect` for a new connection, `write` for sending the
    request (`upload` takes its place where there are files, and bounds the time without progress), `read` for
    the beginning of the answer and for every further piece of it.
    """

    connect: float | None = 5.0
    read: float | None = 10.0
    write: float | None = 5.0
    upload: float | None = 20.0
    pool: float | None = 10.0

    def for_connection(self, *, has_files: bool) -> aiohttp.ClientTimeout:
        """The phases that aiohttp watches: connecting, with the name look-up, and reading."""
        read = self.read
        if has_files and read is not None and self.upload is not None:
            # Megabytes that count as written may still wait in the kernel's buffer.
            read += self.upload
        return aiohttp.ClientTimeout(
            total=None, connect=self.connect, sock_connect=self.connect, sock_read=read
        )

    def until_answer(self) -> float | None:
        """Connecting, writing and waiting for the answer together."""
        if self.connect is None or self.write is None or self.read is None:
            return None
        return self.connect + self.write + self.read


@asynccontextmanager
async def write_in_time(
    timeouts: Timeouts, upload: aiohttp.UploadTracker | None
) -> AsyncIterator[asyncio.Timeout]:
    """Watch over the writing, which aiohttp does not: its reading time begins only when all is written.

    A request without files is small: it has the time of all phases together. An upload has as long as it
    makes progress. Raises `TimeoutError`; end the watch with `reschedule(None)` when the answer begins.
    """
    async with asyncio.timeout(timeouts.until_answer() if upload is None else None) as limit:
        watch = None if upload is None else _Watch(limit, upload, timeouts)
        try:
            yield limit
        finally:
            if watch is not None:
                watch.stop()


class _Watch:
    """Looks at an upload now and then, and ends the limit when nothing was written in between."""

    def __init__(self, limit: asyncio.Timeout, upload: aiohttp.UploadTracker, timeouts: Timeouts) -> None:
        self._loop = asyncio.get_running_loop()
        self._limit = limit
        self._upload = upload
        self._pause = timeouts.upload
        self._timer: asyncio.TimerHandle | None = None
        if self._pause is not None and timeouts.connect is not None:
            # Nothing can be written before there is a connection.
            self._timer = self._loop.call_later(timeouts.connect + self._pause, self._look, 0)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _look(self, written_before: int) -> None:
        if self._upload.upload_complete.done():
            return
        written = self._upload.bytes_written
        if written == written_before:
            self._limit.reschedule(self._loop.time())
        elif self._pause is not None:
            self._timer = self._loop.call_later(self._pause, self._look, written)
