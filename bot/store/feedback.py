"""Notes for staff: what was not understood, what was of use or of none. Of nobody, day by day, counted."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import delete, func, insert, select, update

from bot.clock import Clock
from bot.store.database import Database
from bot.store.tables import SAID_LENGTH, feedback
from handlers.ports import Note, Noted

MOST = 2_000
"""Notes that are kept; the oldest go first."""


class Feedback:
    """The notes. The clock gives the day, in the time zone of the rules."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def add(self, note: Note) -> None:
        """Note this for today; the same note of the same day is counted."""
        row = {
            "day": self._clock.today().isoformat(),
            "kind": note.kind,
            "text": _storable(note.text)[:SAID_LENGTH],
        }
        same = [feedback.c[name] == value for name, value in row.items()]
        async with self._database.write() as connection:
            again = await connection.execute(update(feedback).where(*same).values(count=feedback.c.count + 1))
            if again.rowcount:
                return
            await connection.execute(insert(feedback).values(**row, count=1))
            oldest_kept = select(feedback.c.id).order_by(feedback.c.id.desc()).offset(MOST - 1).limit(1)
            await connection.execute(delete(feedback).where(feedback.c.id < oldest_kept.scalar_subquery()))

    async def latest(self, most: int) -> Sequence[Noted]:
        """The latest notes that have a text, newest first."""
        query = select(feedback).where(feedback.c.text != "").order_by(feedback.c.id.desc()).limit(most)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [
            Noted(date.fromisoformat(row.day), Note(row.kind, row.text), row._mapping["count"])
            for row in rows
        ]

    async def counts(self, since: date) -> Mapping[str, int]:
        """How often each kind was noted from this day on."""
        query = (
            select(feedback.c.kind, func.sum(feedback.c.count))
            .where(feedback.c.day >= since.isoformat())
            .group_by(feedback.c.kind)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return {kind: int(count) for kind, count in rows}


def _storable(text: str) -> str:
    # PostgreSQL takes no NUL, and neither database half of a surrogate pair.
    return text.replace("\0", "").encode("utf-8", "replace").decode()
