"""An upload has as long as it makes progress; everything else has a fixed time."""

import asyncio
from typing import cast

import aiohttp
import pytest

from bot.transport.patience import Timeouts, write_in_time

MOMENT = 0.001


class Upload:
    """An upload that goes on whenever it is looked at, until `stuck_at` bytes are written."""

    def __init__(self, stuck_at: int) -> None:
        self.upload_complete: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.stuck = asyncio.Event()
        self._stuck_at = stuck_at
        self._written = 0

    @property
    def bytes_written(self) -> int:
        if self._written == self._stuck_at:
            self.stuck.set()
        else:
            self._written += 1
        return self._written

    def tracker(self) -> aiohttp.UploadTracker:
        return cast("aiohttp.UploadTracker", self)


async def test_an_upload_goes_on_for_many_times_its_limit() -> None:
    upload = Upload(stuck_at=20)
    with pytest.raises(TimeoutError):
        async with write_in_time(Timeouts(connect=0, upload=MOMENT), upload.tracker()):
            await asyncio.Event().wait()
    assert upload.stuck.is_set(), "it was given up only after it had stopped"


async def test_an_upload_that_never_begins_is_given_up() -> None:
    upload = Upload(stuck_at=0)
    with pytest.raises(TimeoutError):
        async with write_in_time(Timeouts(connect=MOMENT, upload=MOMENT), upload.tracker()):
            await asyncio.Event().wait()


async def test_what_follows_a_complete_upload_is_no_longer_watched() -> None:
    upload = Upload(stuck_at=0)
    upload.upload_complete.set_result(None)
    async with write_in_time(Timeouts(connect=0, upload=MOMENT), upload.tracker()):
        await asyncio.sleep(10 * MOMENT)


async def test_a_call_without_files_has_the_time_of_all_its_phases() -> None:
    with pytest.raises(TimeoutError):
        async with write_in_time(Timeouts(connect=MOMENT, write=MOMENT, read=MOMENT), None):
            await asyncio.Event().wait()


async def test_the_limit_ends_when_the_answer_begins() -> None:
    async with write_in_time(Timeouts(connect=MOMENT, write=MOMENT, read=MOMENT), None) as limit:
        limit.reschedule(None)
        await asyncio.sleep(10 * MOMENT)


@pytest.mark.parametrize("phase", ["connect", "write", "read"])
def test_one_phase_without_end_makes_the_whole_endless(phase: str) -> None:
    assert Timeouts(**{phase: None}).until_answer() is None
    assert Timeouts(connect=1, write=2, read=4).until_answer() == 7


def test_an_answer_to_an_upload_may_take_longer() -> None:
    timeouts = Timeouts(read=10, upload=20)
    assert timeouts.for_connection(has_files=False).sock_read == 10
    assert timeouts.for_connection(has_files=True).sock_read == 30
