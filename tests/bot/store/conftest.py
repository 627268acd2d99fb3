"""A store in a temporary folder, with a clock that stands still."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.clock import ManualClock
from bot.store import Store, open_store

# A server on which databases may be made and dropped; asyncpg must be installed then.
SERVER = os.environ.get("TEST_POSTGRESQL_URL", "")
DATABASES = ("sqlite", "postgresql") if SERVER else ("sqlite",)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 11, 22, 2, 30, 15, 123456, tzinfo=UTC))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "shenbao.db"


@pytest.fixture(params=DATABASES)
async def url(request: pytest.FixtureRequest, file: Path) -> AsyncIterator[str]:
    """An empty database of each kind, the second on the server that TEST_POSTGRESQL_URL names."""
    if request.param == "sqlite":
        yield f"sqlite:///{file}"
        return
    name = f"shenbao_test_{uuid4().hex}"
    await _administer(f"CREATE DATABASE {name}")
    yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    await _administer(f"DROP DATABASE {name}")


@pytest.fixture
async def any_store(url: str, clock: ManualClock) -> AsyncIterator[Store]:
    """A store on each kind of database."""
    async with await open_store(url, clock) as opened:
        yield opened


async def _administer(statement: str) -> None:
    engine = create_async_engine(
        make_url(SERVER).set(drivername="postgresql+asyncpg"), isolation_level="AUTOCOMMIT"
    )
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture
async def store(file: Path, clock: ManualClock) -> AsyncIterator[Store]:
    async with await open_store(f"sqlite:///{file}", clock) as opened:
        yield opened
