"""A store in a temporary folder, with a clock that stands still."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import ManualClock
from bot.store import Store, open_store


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 11, 22, 2, 30, 15, 123456, tzinfo=UTC))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "shenbao.db"


@pytest.fixture
async def store(file: Path, clock: ManualClock) -> AsyncIterator[Store]:
    async with await open_store(f"sqlite:///{file}", clock) as opened:
        yield opened
