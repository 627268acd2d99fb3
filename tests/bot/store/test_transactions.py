"""Several calls are one, or none; tasks do not disturb one another."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.clock import ManualClock
from bot.store import Store, StoreLockedError, open_store
from bot.store.engine import may_share
from handlers.ports import Check
from rules.engine.situation import UNKNOWN, known

LI, WANG = 7_000_000_001, 42


async def test_calls_in_a_transaction_are_kept_together(store: Store) -> None:
    async with store.transaction():
        await store.people.set_language(LI, "en")
        await store.answers.save(LI, {"fraud": UNKNOWN})
        assert await store.people.language(LI) == "en"
    assert set(await store.answers.load(LI)) == {"fraud"}


async def test_an_exception_undoes_the_whole_transaction(store: Store) -> None:
    await store.people.set_language(LI, "en")

    async def fail_late() -> None:
        async with store.transaction():
            await store.people.set_language(LI, "ru")
            async with store.transaction():
                await store.checks.save(Check(LI, LI))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_late()
    assert await store.people.language(LI) == "en"
    assert await store.checks.load(LI, LI) is None


async def test_a_task_that_is_cancelled_inside_a_transaction_leaves_nothing_and_blocks_nobody(
    store: Store,
) -> None:
    inside = asyncio.Event()

    async def write_and_wait() -> None:
        async with store.transaction():
            await store.people.set_language(LI, "ru")
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write_and_wait())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await store.people.language(LI) is None
    await store.people.set_language(LI, "en")


async def test_another_task_neither_sees_nor_joins_what_is_not_committed(store: Store) -> None:
    """A child task inherits the context of its parent: it must wait for its own transaction all the same."""
    async with store.transaction():
        await store.people.set_language(LI, "ru")
        child = asyncio.create_task(store.people.set_language(LI, "en"))
        await asyncio.sleep(0)
        assert await store.people.language(LI) == "ru"
    await child
    assert await store.people.language(LI) == "en"


async def test_many_tasks_at_once_lose_no_write(store: Store) -> None:
    async def count_up() -> None:
        async with store.transaction() as connection:
            await store.checks.save(Check(WANG, WANG)) if await store.checks.load(
                WANG, WANG
            ) is None else None
            await connection.execute(text("UPDATE checks SET version = version + 1"))

    await asyncio.gather(*(count_up() for _ in range(50)))
    check = await store.checks.load(WANG, WANG)
    assert check is not None
    assert check.version == 50


async def test_reading_then_writing_waits_for_another_writer_instead_of_failing(
    file: Path, clock: ManualClock
) -> None:
    """A plain BEGIN would read first and be told "database is locked" at the write, at once."""
    url = f"sqlite:///{file}"
    async with await open_store(url, clock) as one, await open_store(url, clock) as other:

        async def add(store: Store, fact_id: str) -> None:
            async with store.transaction():
                before = dict(await store.answers.load(LI))
                await store.answers.save(LI, {**before, fact_id: known(True)})

        facts = ("fraud", "tax_problem", "safety_blacklist", "dishonest_debtor")
        await asyncio.gather(*(add(store, fact) for store in (one, other) for fact in facts))
        assert set(await one.answers.load(LI)) == set(facts)


async def test_a_database_that_stays_locked_is_told_in_one_line(file: Path, clock: ManualClock) -> None:
    async with await open_store(f"sqlite:///{file}", clock, patience=0.05) as store:
        rival = sqlite3.connect(file, isolation_level=None)
        try:
            rival.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreLockedError, match="end the other program"):
                await store.people.set_language(LI, "en")
        finally:
            rival.close()
        await store.people.set_language(LI, "en")


async def test_a_transaction_that_never_ends_does_not_hang_the_others_for_good(
    file: Path, clock: ManualClock
) -> None:
    async with await open_store(f"sqlite:///{file}", clock, patience=0.05) as store:
        async with store.transaction():
            with pytest.raises(StoreLockedError):
                await asyncio.create_task(store.people.set_language(LI, "en"))
        await store.people.set_language(LI, "en")


async def test_commits_are_on_the_disk_and_foreign_keys_hold(store: Store) -> None:
    async with store.transaction() as connection:
        pragmas = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_several_connections_are_used_only_where_sqlite_is_safe_with_them(
    version: tuple[int, ...], safe: bool
) -> None:
    assert may_share(version) is safe


async def test_an_old_sqlite_gets_exactly_one_connection(
    file: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 2))
    async with await open_store(f"sqlite:///{file}", clock, patience=0.05) as store, store.transaction():
        with pytest.raises(StoreLockedError):
            await asyncio.create_task(store.export_person(LI))


async def test_a_safe_sqlite_lets_readers_in_beside_a_writer(
    file: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    async with await open_store(f"sqlite:///{file}", clock) as store, store.transaction():
        await store.people.set_language(LI, "en")
        assert await asyncio.create_task(store.people.language(LI)) is None
