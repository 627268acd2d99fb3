"""The living checks: what is on the screen of one person in one chat."""

from sqlalchemy import delete, select

from bot.clock import Clock
from bot.store.database import Database, upsert
from bot.store.people import ensure_person
from bot.store.tables import checks
from handlers.ports import Check


class Checks:
    """At most one check a person and chat."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def load(self, person: int, chat: int) -> Check | None:
        """The check of this person in this chat."""
        query = select(checks).where(checks.c.person_id == person, checks.c.chat_id == chat)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        return Check(
            person=row.person_id,
            chat=row.chat_id,
            target=row.target,
            message_id=row.message_id,
            view=row.view,
            fact=row.fact_id,
            trail=row.trail,
            version=row.version,
            pending=row.pending,
        )

    async def save(self, check: Check) -> None:
        """Keep the check in place of the earlier one of the same person and chat."""
        row = {
            "person_id": check.person,
            "chat_id": check.chat,
            "target": check.target,
            "message_id": check.message_id,
            "view": check.view,
            "fact_id": check.fact,
            "trail": check.trail,
            "version": check.version,
            "pending": check.pending,
            "updated_at": self._clock.now(),
        }
        async with self._database.write() as connection:
            await ensure_person(connection, check.person, self._clock)
            await upsert(connection, checks, [row])

    async def end(self, person: int, chat: int) -> None:
        """Forget the check; the answers stay. Nothing happens where there is none."""
        statement = delete(checks).where(checks.c.person_id == person, checks.c.chat_id == chat)
        async with self._database.write() as connection:
            await connection.execute(statement)
