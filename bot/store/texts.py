"""Official texts by instrument and article, as an operator imported them."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from bot.clock import Clock
from bot.store.database import Database
from bot.store.tables import SOURCE_LENGTH, texts
from handlers.official.texts import OfficialText


class Texts:
    """The official texts. An instrument's articles are kept, and replaced, all together."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def load(self, scheme: str) -> OfficialText | None:
        """The official text of an instrument; `None` where none was imported."""
        query = select(texts).where(texts.c.scheme_id == scheme).order_by(texts.c.position)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        if not rows:
            return None
        articles = {row.place: row.text for row in rows}
        return OfficialText(articles, rows[0].source, rows[0].imported_at)

    async def replace(self, scheme: str, articles: Mapping[str, str], source: str) -> None:
        """Keep these articles, in this order, in place of all that were kept of the instrument."""
        now = self._clock.now()
        rows = [
            {
                "scheme_id": scheme,
                "place": place,
                "position": position,
                "text": text,
                "source": source[:SOURCE_LENGTH],
                "imported_at": now,
            }
            for position, (place, text) in enumerate(articles.items())
        ]
        async with self._database.write() as connection:
            await connection.execute(delete(texts).where(texts.c.scheme_id == scheme))
            if rows:
                await connection.execute(insert(texts), rows)
