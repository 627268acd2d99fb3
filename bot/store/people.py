"""People: an id of Telegram and the language they chose."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.store.database import Database, upsert
from bot.store.tables import people


class People:
    """What is kept of a person besides answers and checks."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def language(self, person: int) -> str | None:
        """The language that the person chose; `None` for somebody who chose none or is not known."""
        async with self._database.read() as connection:
            return await connection.scalar(select(people.c.language).where(people.c.id == person))

    async def set_language(self, person: int, language: str) -> None:
        """Keep the chosen language."""
        row = {"id": person, "language": language, "created_at": self._clock.now()}
        async with self._database.write() as connection:
            await upsert(connection, people, [row], keep=["created_at"])


async def ensure_person(connection: AsyncConnection, person: int, clock: Clock) -> None:
    """Make sure that the person has a row, on which everything else that is kept of them hangs."""
    row = {"id": person, "created_at": clock.now()}
    await upsert(connection, people, [row], keep=["created_at"])
