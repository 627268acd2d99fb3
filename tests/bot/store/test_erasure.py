"""A person can have everything that is kept of them, and can have it erased for good."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from sqlalchemy import Table, select, text

from bot.clock import ManualClock
from bot.store import Store, StoreLockedError, open_store
from bot.store.personal import person_columns
from bot.store.tables import metadata, people
from handlers.ports import Check
from rules.engine.situation import Source, known

LI, WANG = 7_000_000_001, 42
TRACE = "绝密的一句话 unmistakable"

# A column named like this is about somebody: it must hang on `people`, or stand here with its reason.
ABOUT_SOMEBODY = ("person", "user", "owner", "author", "recipient", "staff", "_by", "account")
HARMLESS: dict[str, str] = {}


async def fill(store: Store, person: int) -> None:
    await store.people.set_language(person, "zh_Hant")
    await store.answers.save(person, {"fraud": known(False, Source.READ, TRACE), "tax_problem": known(True)})
    await store.checks.save(Check(person, person, "all", pending=orjson.dumps([TRACE]).decode()))
    await store.talks.save(person, person, orjson.dumps([TRACE]).decode())


def columns_about_somebody() -> Iterator[tuple[Table, str]]:
    for table in metadata.sorted_tables:
        for column in table.columns:
            if any(word in column.name for word in ABOUT_SOMEBODY):
                yield table, column.name


def test_every_column_about_somebody_is_followed_by_export_and_erasure() -> None:
    followed = {
        (table.name, column.name) for table, columns in person_columns().items() for column in columns
    }
    found = {(table.name, name) for table, name in columns_about_somebody()}
    assert found
    assert {pair for pair in found - followed if ".".join(pair) not in HARMLESS} == set()


async def test_filling_reaches_every_table_that_is_about_people(any_store: Store) -> None:
    """Otherwise the tests below would say nothing of a new table."""
    await fill(any_store, LI)
    assert set(await any_store.export_person(LI)) == {table.name for table in person_columns()}


async def test_the_export_holds_what_was_said_and_when_and_goes_into_json(any_store: Store) -> None:
    await fill(any_store, LI)
    exported = orjson.loads(orjson.dumps(await any_store.export_person(LI)))
    fraud, tax = sorted(exported["answers"], key=lambda row: row["fact_id"])
    assert (fraud["said"], fraud["value"], tax["value"]) == (TRACE, False, True)
    assert fraud["answered_at"] == "2026-11-22T02:30:15.123456+00:00"
    assert exported["people"] == [
        {"id": LI, "language": "zh_Hant", "created_at": "2026-11-22T02:30:15.123456+00:00"}
    ]
    assert exported["checks"][0]["pending"] == [TRACE]


async def test_what_should_be_json_and_is_not_is_exported_as_it_is(any_store: Store) -> None:
    await any_store.checks.save(Check(LI, LI, pending="not { json"))
    exported = orjson.loads(orjson.dumps(await any_store.export_person(LI)))
    assert exported["checks"][0]["pending"] == "not { json"


async def test_erasing_leaves_nothing_of_the_person_and_everything_of_others(any_store: Store) -> None:
    await fill(any_store, LI)
    await fill(any_store, WANG)
    others = await any_store.export_person(WANG)
    await any_store.erase_person(LI)
    assert await any_store.export_person(LI) == {}
    assert await any_store.export_person(WANG) == others
    async with any_store.transaction() as connection:
        for table, columns in person_columns().items():
            for column in columns:
                assert LI not in (await connection.scalars(select(column))).all(), table


async def test_erasing_somebody_unknown_or_twice_does_nothing(any_store: Store) -> None:
    await any_store.erase_person(LI)
    await fill(any_store, LI)
    await any_store.erase_person(LI)
    await any_store.erase_person(LI)


async def test_no_byte_of_what_was_said_stays_in_the_files(store: Store, file: Path) -> None:
    for person in range(1, 60):
        await fill(store, person)
    assert TRACE.encode() in all_bytes(file)
    for person in range(1, 60):
        await store.erase_person(person)
    left = all_bytes(file)
    assert len(left) > 4096, "the files are read"
    assert TRACE.encode() not in left
    assert "绝密".encode() not in left


async def test_an_answer_that_was_replaced_leaves_no_bytes_after_erasure(store: Store, file: Path) -> None:
    await fill(store, LI)
    await store.answers.save(LI, {"fraud": known(True, said="something else")})
    await store.checks.end(LI, LI)
    await store.erase_person(LI)
    assert TRACE.encode() not in all_bytes(file)


async def test_a_reader_from_outside_cannot_make_the_log_keep_erased_data_unnoticed(
    file: Path, clock: ManualClock
) -> None:
    async with await open_store(f"sqlite:///{file}", clock, patience=0.05) as store:
        await fill(store, LI)
        reader = sqlite3.connect(file, isolation_level=None)
        try:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM people").fetchone()
            with pytest.raises(StoreLockedError):
                await store.erase_person(LI)
        finally:
            reader.close()
        await store.erase_person(LI)
        assert TRACE.encode() not in all_bytes(file)


async def test_erasing_is_refused_inside_another_transaction(any_store: Store) -> None:
    with pytest.raises(RuntimeError, match="transaction of its own"):
        async with any_store.transaction():
            await any_store.erase_person(LI)


async def test_a_row_without_its_person_cannot_be_written(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        async with store.transaction() as connection:
            await connection.execute(
                text("INSERT INTO checks VALUES (99, 99, '', NULL, '', '', '[]', 0, '', 0)")
            )
    async with store.transaction() as connection:
        assert (await connection.execute(select(people.c.id).where(people.c.id == 99))).all() == []


def all_bytes(file: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(file.parent.iterdir()) if path.is_file())
