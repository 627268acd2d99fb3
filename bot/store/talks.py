"""What the last question of a person in a chat came to, for half an hour."""

from datetime import timedelta

from sqlalchemy import delete, select

from bot.clock import Clock
from bot.store.database import Database, upsert
from bot.store.people import ensure_person
from bot.store.tables import talks

LASTING = timedelta(minutes=30)
"""How long a question is remembered: as long as a follow-up can be expected."""


class Talks:
    """At most one talk a person and chat. What has run out is not given, and goes with the next one kept."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def load(self, person: int, chat: int) -> str:
        """What was kept of this person in this chat; "" where nothing is, or not any more."""
        query = select(talks.c.document).where(
            talks.c.person_id == person,
            talks.c.chat_id == chat,
            talks.c.kept_at > self._clock.now() - LASTING,
        )
        async with self._database.read() as connection:
            return await connection.scalar(query) or ""

    async def save(self, person: int, chat: int, document: str) -> None:
        """Keep this in place of the earlier one, and forget everybody's that has run out."""
        now = self._clock.now()
        row = {"person_id": person, "chat_id": chat, "document": document, "kept_at": now}
        async with self._database.write() as connection:
            await ensure_person(connection, person, self._clock)
            await connection.execute(delete(talks).where(talks.c.kept_at <= now - LASTING))
            await upsert(connection, talks, [row])
