"""The connection to the database: one engine for SQLite in a file, one for PostgreSQL."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store.errors import StoreDriverMissingError, StoreUnreachableError, StoreUnwritableError, explanation

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}

# The first versions in which several connections in WAL mode cannot corrupt the file, and the backports.
_SAFE_FROM = (3, 51, 3)
_SAFE_BACKPORTS = ((3, 50, 7), (3, 44, 6))
_SEVERAL = 4
_QUEUE = 6

_ALWAYS = {
    "journal_mode": "WAL",
    # FULL: what was committed is on the disk before anybody is told so.
    "synchronous": "FULL",
    # Erased means overwritten with zeros, not only unlinked; and no copy goes to a temporary file.
    "secure_delete": "ON",
    "temp_store": "MEMORY",
}


def address(url: str) -> URL:
    """The database's address with an asyncio driver. Raises `StoreUnreachableError`."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreUnreachableError("the database", "its address cannot be read") from None
    if parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", ":memory:"}:
        # Each connection would see an empty database of its own.
        raise StoreUnreachableError("the database", "SQLite needs the name of a file")
    return parsed.set(drivername=_DRIVERS.get(parsed.drivername, parsed.drivername))


def place(url: URL) -> str:
    """The database's name for people, without a password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def may_share(version: tuple[int, ...]) -> bool:
    """Whether this version of SQLite is safe with several connections in WAL mode."""
    return version >= _SAFE_FROM or any(
        version[:2] == backport[:2] and version >= backport for backport in _SAFE_BACKPORTS
    )


def old_sqlite() -> str | None:
    """The version of SQLite where it is safe with one connection only; `None` where it may have several."""
    return None if may_share(sqlite3.sqlite_version_info) else sqlite3.sqlite_version


def make_engine(url: URL, *, patience: float, foreign_keys: bool = True) -> AsyncEngine:
    """An engine; `patience` in seconds is how long a transaction waits for another. Opens nothing yet."""
    # Many short transactions may stand before this one: their queue gets more time than one lock.
    options: dict[str, Any] = {"pool_timeout": _QUEUE * patience, "hide_parameters": True}
    is_sqlite = url.get_backend_name() == "sqlite"
    if is_sqlite:
        size = 1 if old_sqlite() else _SEVERAL
        options |= {"pool_size": size, "max_overflow": 0, "connect_args": {"timeout": patience}}
    try:
        engine = create_async_engine(url, **options)
    except ModuleNotFoundError as error:
        raise StoreDriverMissingError(place(url), error.name or url.get_driver_name()) from error
    if is_sqlite:
        _prepare(engine, _ALWAYS | {"foreign_keys": "ON" if foreign_keys else "OFF"})
    return engine


def make_file(url: URL) -> None:
    """Make the folder and the file of an SQLite database, for this user only, and look whether it opens.

    Raises a `StoreError`. A first opening that fails inside aiosqlite would leave a thread behind, which
    complains at the end of the process.
    """
    if url.get_backend_name() != "sqlite":
        return
    name = url.database or ""
    is_uri = "uri" in url.query
    try:
        if not is_uri:
            file = Path(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(mode=0o600)
        with closing(sqlite3.connect(name, uri=is_uri)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
    except OSError as error:
        raise StoreUnwritableError(place(url), error.strerror or type(error).__name__) from error
    except sqlite3.Error as error:
        raise explanation(place(url), error) or StoreUnwritableError(place(url), str(error)) from error


def _prepare(engine: AsyncEngine, pragmas: Mapping[str, str]) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        # The driver begins no transaction of its own: `begin` below does.
        connection.isolation_level = None
        cursor = connection.cursor()
        try:
            for name, value in pragmas.items():
                cursor.execute(f"PRAGMA {name} = {value}")
            cursor.close()
        except BaseException:
            # The pool forgets a connection that fails here, and its thread with it.
            connection.close()
            raise

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader that becomes a writer gets "database is locked" at once, whatever the time-out: ask for the
        # lock at the start, unless the transaction has said that it only reads.
        reads = connection.get_execution_options().get("reads_only", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
