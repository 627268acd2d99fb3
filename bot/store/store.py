"""The store: all that is kept, opened once, by one address."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from types import TracebackType

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.store import personal
from bot.store.answers import Answers
from bot.store.checks import Checks
from bot.store.database import Database
from bot.store.engine import address, make_engine, make_file, place
from bot.store.errors import StoreLockedError
from bot.store.feedback import Feedback
from bot.store.migrate import migrate
from bot.store.people import People
from bot.store.talks import Talks
from bot.store.texts import Texts
from rules.engine.facts import Fact
from rules.schemes import FACTS

PATIENCE = 5.0
"""Seconds that a transaction waits for another before `StoreLockedError`."""


class Store:
    """People, answers, checks, official texts. A method is a transaction, or joins that of `transaction`."""

    def __init__(self, database: Database, clock: Clock, facts: Mapping[str, Fact] = FACTS) -> None:
        self._database = database
        self.people = People(database, clock)
        self.answers = Answers(database, clock, facts)
        self.checks = Checks(database, clock)
        self.texts = Texts(database, clock)
        self.talks = Talks(database, clock)
        self.feedback = Feedback(database, clock)

    @property
    def where(self) -> str:
        """The database's name for people, without a password."""
        return self._database.where

    def transaction(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """Make several calls of this task one: all are kept, or, after an exception, none.

        No network call belongs inside: the database waits for it.
        """
        return self._database.write()

    async def export_person(self, person: int) -> Mapping[str, object]:
        """All that is kept of the person, ready for JSON: rows by table."""
        async with self._database.read() as connection:
            return await personal.export(connection, person)

    async def erase_person(self, person: int) -> None:
        """Remove all that is kept of the person, from the database and from its log of changes.

        A transaction of its own, since the log is emptied after the commit. Raises `StoreLockedError` where
        another program reads the log meanwhile; erasing again then finishes it.
        """
        if self._database.is_open():
            raise RuntimeError("erase_person is a transaction of its own")
        async with self._database.write() as connection:
            await personal.erase(connection, person)
        if not await self._database.truncate_log():
            raise StoreLockedError(self.where)

    async def problems(self) -> tuple[str, ...]:
        """What an examination of the whole database finds wrong; slow for a large one."""
        async with self._database.read() as connection:
            if connection.dialect.name != "sqlite":
                return ()
            found = (await connection.execute(text("PRAGMA quick_check(10)"))).scalars().all()
        return tuple(line for line in found if line != "ok")

    async def close(self) -> None:
        """Close every connection; the last one of SQLite writes its log back into the file."""
        await self._database.engine.dispose()

    async def __aenter__(self) -> "Store":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


async def open_store(
    url: str, clock: Clock, *, facts: Mapping[str, Fact] = FACTS, patience: float = PATIENCE
) -> Store:
    """Open the store at this address, made or brought up to date first.

    Raises a `StoreError` whose message is one line that says what to do.
    """
    where = address(url)
    make_file(where)
    await migrate(where, patience)
    return Store(Database(make_engine(where, patience=patience), place(where)), clock, facts)
