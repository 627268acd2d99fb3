"""Bringing a database up to the version of this program, at every start."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, inspect

from bot.store.database import Database
from bot.store.engine import make_engine, place
from bot.store.errors import StoreCorruptError, StoreForeignError, StoreNewerError

_SCRIPTS = "bot.store:migrations"


async def migrate(url: URL, patience: float) -> None:
    """Run the migrations that are missing, all or none. Raises a `StoreError`.

    Foreign keys are off meanwhile: SQLite changes a table by making it anew, which would delete what hangs on
    it. They are checked at the end.
    """
    engine = make_engine(url, patience=patience, foreign_keys=False)
    try:
        async with Database(engine, place(url)).write() as connection:
            await connection.run_sync(_upgrade, place(url))
    finally:
        await engine.dispose()


def head() -> str:
    """The revision that this program works with."""
    (revision,) = ScriptDirectory.from_config(_config()).get_heads()
    return revision


def _upgrade(connection: Connection, where: str) -> None:
    found = MigrationContext.configure(connection).get_current_heads()
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    strange = sorted(set(found) - known)
    if strange:
        raise StoreNewerError(where, strange[0])
    if found == (head(),):
        # Writes nothing new: a database that cannot be written is told now, not at the first answer.
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
        return
    if not found and inspect(connection).get_table_names():
        raise StoreForeignError(where)
    command.upgrade(_config(connection), "head")
    _check_foreign_keys(connection, where)


def _check_foreign_keys(connection: Connection, where: str) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise StoreCorruptError(where, f"a row of {broken[0]} hangs on nothing")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    config.attributes["connection"] = connection
    return config
