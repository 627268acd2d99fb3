"""A database is made, brought up to date, or refused in one line that says what to do."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from bot.clock import ManualClock
from bot.store import (
    Store,
    StoreCorruptError,
    StoreDriverMissingError,
    StoreError,
    StoreForeignError,
    StoreFullError,
    StoreNewerError,
    StoreUnreachableError,
    StoreUnwritableError,
    open_store,
)
from bot.store.errors import explained
from bot.store.migrate import head
from bot.store.tables import metadata

LI = 7_000_000_001


def damage(file: Path) -> None:
    """Overwrite all but the first page with noise."""
    content = bytearray(file.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    file.write_bytes(content)


def content_of(file: Path) -> bytes:
    return file.read_bytes()


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    tmp_path.chmod(0o500)
    yield tmp_path
    tmp_path.chmod(0o700)


async def refusal(url: str | Path, clock: ManualClock, kind: type[StoreError]) -> str:
    """The message that opening is refused with: one line, and no password."""
    with pytest.raises(kind) as caught:
        await open_store(str(url) if "://" in str(url) else f"sqlite:///{url}", clock, patience=0.05)
    assert "\n" not in str(caught.value)
    return str(caught.value)


async def test_the_migrations_make_exactly_the_tables_that_the_code_uses(store: Store) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    async with store.transaction() as connection:
        assert await connection.run_sync(differences) == []


async def test_opening_again_changes_nothing(file: Path, clock: ManualClock) -> None:
    for _ in range(3):
        async with await open_store(f"sqlite:///{file}", clock) as store:
            await store.people.set_language(LI, "en")
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(head(),)]
        assert connection.execute("SELECT count(*) FROM people").fetchone() == (1,)


async def test_folders_are_made_and_only_this_user_can_read_the_file(
    tmp_path: Path, clock: ManualClock
) -> None:
    file = tmp_path / "a" / "b" / "shenbao.db"
    async with await open_store(f"sqlite:///{file}", clock) as store:
        await store.people.set_language(LI, "en")
        for path in file.parent.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
async def test_a_database_in_memory_is_refused_because_nothing_would_be_kept(
    url: str, clock: ManualClock
) -> None:
    assert "name of a file" in await refusal(url, clock, StoreUnreachableError)


async def test_a_database_of_a_newer_version_is_left_alone(file: Path, clock: ManualClock) -> None:
    async with await open_store(f"sqlite:///{file}", clock):
        pass
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = content_of(file)
    line = await refusal(file, clock, StoreNewerError)
    assert "newer version" in line
    assert "9999" in line
    assert content_of(file) == before


async def test_the_database_of_another_program_is_left_alone(tmp_path: Path, clock: ManualClock) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    assert "SHENBAO_DATABASE_URL" in await refusal(file, clock, StoreForeignError)
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, clock: ManualClock) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir or Madam, " * 500)
    assert "move it away" in await refusal(file, clock, StoreCorruptError)
    assert file.read_text().startswith("Dear Sir")


async def test_a_damaged_database_is_told(file: Path, clock: ManualClock) -> None:
    async with await open_store(f"sqlite:///{file}", clock) as store:
        await store.people.set_language(LI, "en")
    damage(file)
    assert "backup" in await refusal(file, clock, StoreCorruptError)


async def test_an_examination_names_what_is_damaged(store: Store) -> None:
    assert await store.problems() == ()


async def test_a_folder_below_a_file_cannot_be_written(tmp_path: Path, clock: ManualClock) -> None:
    (tmp_path / "file").touch()
    assert "SHENBAO_HOME" in await refusal(tmp_path / "file" / "shenbao.db", clock, StoreUnwritableError)


async def test_a_folder_in_the_place_of_the_file_cannot_be_written(
    tmp_path: Path, clock: ManualClock
) -> None:
    assert str(tmp_path) in await refusal(tmp_path, clock, StoreUnwritableError)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
async def test_a_folder_without_permission_cannot_be_written(closed_folder: Path, clock: ManualClock) -> None:
    assert "SHENBAO_HOME" in await refusal(closed_folder / "shenbao.db", clock, StoreUnwritableError)


async def test_a_read_only_database_is_told_at_the_start(file: Path, clock: ManualClock) -> None:
    async with await open_store(f"sqlite:///{file}", clock):
        pass
    read_only = f"sqlite+aiosqlite:///file:{file}?mode=ro&uri=true"
    assert "cannot be written" in await refusal(read_only, clock, StoreUnwritableError)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """SQLite's own limit on pages gives the same error as a disk without room."""
    engine = create_engine(f"sqlite:///{tmp_path / 'full.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 2")
        connection.exec_driver_sql("CREATE TABLE t (x)")
        with pytest.raises(StoreFullError, match="free some room"), explained("full.db"):
            connection.exec_driver_sql("INSERT INTO t VALUES (zeroblob(100000))")
    engine.dispose()


async def test_an_address_that_cannot_be_read_is_told_without_its_password(clock: ManualClock) -> None:
    line = await refusal("postgresql://user:hush@host:port/db", clock, StoreUnreachableError)
    assert "hush" not in line


async def test_a_database_server_needs_its_driver_or_must_answer(clock: ManualClock) -> None:
    url = "postgresql://user:hush@127.0.0.1:9/db"
    with pytest.raises((StoreDriverMissingError, StoreUnreachableError)) as caught:
        await open_store(url, clock, patience=0.05)
    assert "hush" not in str(caught.value)
    assert "\n" not in str(caught.value)
