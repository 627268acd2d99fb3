"""All that is kept of a person: found by the foreign keys to `people`, so that no table can be forgotten."""

from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Column, Row, Table, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.tables import metadata, people


def person_columns() -> dict[Table, tuple[Column[int], ...]]:
    """The columns that point to a person, by table; `people` itself comes last, by its key."""
    found = {
        table: tuple(
            column
            for column in table.columns
            if any(key.column.table is people for key in column.foreign_keys)
        )
        for table in reversed(metadata.sorted_tables)
    }
    return {table: columns for table, columns in found.items() if columns} | {people: (people.c.id,)}


async def export(connection: AsyncConnection, person: int) -> dict[str, object]:
    """Every row of the person by table, ready for JSON; instants in ISO form, in UTC."""
    exported: dict[str, object] = {}
    for table, columns in person_columns().items():
        query = select(table).where(or_(*(column == person for column in columns)))
        rows = (await connection.execute(query.order_by(*table.primary_key))).all()
        if rows:
            exported[str(table.name)] = [_record(table, row) for row in rows]
    return exported


async def erase(connection: AsyncConnection, person: int) -> None:
    """Delete every row of the person."""
    for table, columns in person_columns().items():
        await connection.execute(delete(table).where(or_(*(column == person for column in columns))))


def _record(table: Table, row: Row[Any]) -> dict[str, object]:
    return {str(column.name): _plain(column, value) for column, value in zip(table.columns, row, strict=True)}


def _plain(column: Column[Any], value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, str) and column.info.get("json"):
        return _json(value)
    return value


def _json(text: str) -> object:
    try:
        return orjson.loads(text) if text else None
    except orjson.JSONDecodeError:
        return text
