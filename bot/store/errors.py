"""What can be wrong with the store, each with one line that says what to do."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoFreeConnection


class StoreError(Exception):
    """The store cannot be used; the message says why and what to do, and holds no secret."""


class StoreNewerError(StoreError):
    """The database was made by a newer version of the program."""

    def __init__(self, where: str, revision: str) -> None:
        super().__init__(
            f"{where} comes from a newer version of shenbao (its revision {revision} is not known here): "
            "install that version, or set SHENBAO_DATABASE_URL to another database"
        )


class StoreForeignError(StoreError):
    """The database belongs to another program."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} has tables of another program: set SHENBAO_DATABASE_URL to an empty database"
        )


class StoreUnwritableError(StoreError):
    """The file or its folder cannot be written."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where} cannot be written ({reason}): make the file and its folder writable for this user, "
            "or set SHENBAO_HOME to another folder"
        )


class StoreCorruptError(StoreError):
    """The file is damaged, or no database at all."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where} is damaged or no database ({reason}): restore it from a backup, "
            "or move it away to begin with an empty one"
        )


class StoreLockedError(StoreError):
    """Another process, or another transaction of this one, holds the database for too long."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"{where} stays locked: end the other program that uses it (a second bot, a database browser), "
            "then try again"
        )


class StoreFullError(StoreError):
    """There is no room left on the disk."""

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} cannot grow, the disk is full: free some room, then try again")


class StoreUnreachableError(StoreError):
    """The database server does not answer, or refuses."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where} cannot be reached ({reason}): check SHENBAO_DATABASE_URL and that the server runs"
        )


class StoreDriverMissingError(StoreError):
    """The driver for this kind of database is not installed."""

    def __init__(self, where: str, driver: str) -> None:
        super().__init__(
            f"{where} needs the Python package {driver}: install it, or leave SHENBAO_DATABASE_URL out"
        )


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn what a driver raises about the database as a whole into a `StoreError`; let the rest pass."""
    try:
        yield
    except NoFreeConnection as error:
        raise StoreLockedError(where) from error
    except DBAPIError as error:
        told = explanation(where, error.orig)
        if told is None:
            raise
        raise told from error


def explanation(where: str, error: BaseException | None) -> StoreError | None:
    """What an error of SQLite means for the database as a whole; `None` where it is about one statement."""
    # The extended codes of SQLite hold the primary one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", None)
    make = _BY_CODE.get(code & 0xFF) if isinstance(code, int) else None
    return make(where, str(error)) if make else None


_BY_CODE: dict[int, Callable[[str, str], StoreError]] = {
    sqlite3.SQLITE_BUSY: lambda where, _: StoreLockedError(where),
    sqlite3.SQLITE_LOCKED: lambda where, _: StoreLockedError(where),
    sqlite3.SQLITE_FULL: lambda where, _: StoreFullError(where),
    sqlite3.SQLITE_PERM: StoreUnwritableError,
    sqlite3.SQLITE_READONLY: StoreUnwritableError,
    sqlite3.SQLITE_CANTOPEN: StoreUnwritableError,
    sqlite3.SQLITE_IOERR: StoreUnwritableError,
    sqlite3.SQLITE_CORRUPT: StoreCorruptError,
    sqlite3.SQLITE_NOTADB: StoreCorruptError,
}
