"""Transactions: each call has one of its own, or joins the one that its task has opened."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.errors import StoreUnreachableError, explained


@dataclass(frozen=True, slots=True)
class _Open:
    """A transaction that is open, and the task that it belongs to."""

    task: asyncio.Task[Any] | None
    connection: AsyncConnection
    reads_only: bool


class Database:
    """Hands out transactions on one engine. `where` names the database in error messages."""

    def __init__(self, engine: AsyncEngine, where: str) -> None:
        self.engine = engine
        self.where = where
        self._open: ContextVar[_Open | None] = ContextVar("transaction", default=None)

    def write(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that may write; committed at the end, rolled back by an exception."""
        return self._transaction(reads_only=False)

    def read(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that sees one state of the database and writes nothing."""
        return self._transaction(reads_only=True)

    def is_open(self) -> bool:
        """Whether this task has a transaction open."""
        return self._joined() is not None

    async def truncate_log(self) -> bool:
        """Write SQLite's log back into the file and empty it; until then it holds what was deleted.

        False where another program reads it meanwhile, so that it stayed.
        """
        if self.engine.dialect.name != "sqlite":
            return True
        with explained(self.where):
            async with self._connection() as connection:
                return await connection.run_sync(_checkpoint)

    def _joined(self) -> _Open | None:
        # A child task inherits the variable, but must not share the connection: two tasks on one connection
        # would mix their statements, and the child may outlive the transaction.
        current = self._open.get()
        return current if current is not None and current.task is asyncio.current_task() else None

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[AsyncConnection]:
        connection = self.engine.connect()
        try:
            await connection.start()
        except OSError as error:
            raise StoreUnreachableError(self.where, error.strerror or type(error).__name__) from error
        except DBAPIError as error:
            if self.engine.dialect.name == "sqlite":
                raise
            # A server that refuses: no such database, a wrong password, too many connections.
            reason = str(error.orig).partition("\n")[0]
            raise StoreUnreachableError(self.where, reason) from error
        try:
            yield connection
        finally:
            await connection.close()

    @asynccontextmanager
    async def _transaction(self, *, reads_only: bool) -> AsyncIterator[AsyncConnection]:
        current = self._joined()
        if current is not None:
            if current.reads_only and not reads_only:
                raise RuntimeError("a transaction that only reads cannot be written in")
            yield current.connection
            return
        with explained(self.where):
            async with self._connection() as plain:
                connection = await plain.execution_options(reads_only=reads_only)
                async with connection.begin():
                    token = self._open.set(_Open(asyncio.current_task(), connection, reads_only))
                    try:
                        yield connection
                    finally:
                        self._open.reset(token)


def _checkpoint(connection: Connection) -> bool:
    # Below SQLAlchemy, which would begin a transaction: a checkpoint inside one is refused.
    cursor = connection.connection.cursor()
    try:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _, _ = cursor.fetchone() or (0, 0, 0)
        return not busy
    finally:
        cursor.close()


async def upsert(
    connection: AsyncConnection,
    table: Table,
    rows: Sequence[Mapping[str, object]],
    *,
    keep: Sequence[str] = (),
) -> None:
    """Insert rows, each in place of the one with the same primary key; `keep` are columns of it that stay.

    With every column kept, an existing row stays as it is.
    """
    if not rows:
        return
    is_sqlite = connection.dialect.name == "sqlite"
    insert = sqlite.insert(table) if is_sqlite else postgresql.insert(table)
    keys = [column.name for column in table.primary_key]
    changed = [name for name in rows[0] if name not in keys and name not in keep]
    fresh = {name: insert.excluded[name] for name in changed}
    statement = (
        insert.on_conflict_do_update(index_elements=keys, set_=fresh)
        if fresh
        else insert.on_conflict_do_nothing(index_elements=keys)
    )
    await connection.execute(statement, [dict(row) for row in rows])
