"""The clause index: SQLite's FTS5 in memory, over character unigrams and bigrams."""

import sqlite3
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from threading import Lock
from typing import Self

from bot.search.clauses import Clause, clauses
from handlers.understanding.routing import Hit, grams, pairs

# Contentless: a row's number is its clause. Positions are kept, for without them bm25 splits each row anew.
_TABLE = "CREATE VIRTUAL TABLE clause USING fts5(grams, content = '', tokenize = 'unicode61')"
_BEST = "SELECT rowid, rank FROM clause WHERE clause MATCH ? ORDER BY rank LIMIT ?"
_ROWS = 60
_MOST_TERMS = 200
# From so many pairs on, single characters match nearly every row and add more time than sense.
_ENOUGH_PAIRS = 8


class ClauseIndex:
    """An index in memory: built once, only read afterwards, safe to use from any thread."""

    def __init__(self, rows: Iterable[Clause]) -> None:
        self._clauses = tuple(rows)
        split = [grams(_folded(clause.text)) for clause in self._clauses]
        self._pairs = tuple(pairs(each) for each in split)
        self._lock = Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connection.execute(_TABLE)
        self._connection.executemany(
            "INSERT INTO clause (rowid, grams) VALUES (?, ?)",
            ((place, " ".join(each)) for place, each in enumerate(split)),
        )
        self._connection.commit()

    @classmethod
    def of_the_ledgers(cls) -> Self:
        """The index over everything that the product brings along."""
        return cls(clauses())

    def find(self, grams: Sequence[str], instruments: Collection[str] = (), limit: int = 12) -> Sequence[Hit]:
        """See `handlers.understanding.routing.ClauseSearch`."""
        known = tuple(gram for gram in dict.fromkeys(grams) if gram.isalnum())[:_MOST_TERMS]
        sought = pairs(known)
        wanted = tuple(gram for gram in known if gram in sought) if len(sought) >= _ENOUGH_PAIRS else known
        if not wanted:
            return ()
        hits: dict[tuple[str, str, str], Hit] = {}
        for place, score in self._matching(wanted):
            clause = self._clauses[place]
            if instruments and clause.instrument not in instruments:
                continue
            covered = len(sought & self._pairs[place]) / len(sought) if sought else 0.0
            key = (clause.instrument, clause.citation.chapter, clause.citation.article or clause.citation.key)
            hits.setdefault(key, Hit(clause.instrument, clause.citation, score, covered))
        return tuple(hits.values())[:limit]

    def close(self) -> None:
        """Give the memory back."""
        self._connection.close()

    def _matching(self, wanted: Sequence[str]) -> list[tuple[int, float]]:
        """Rows by relevance; bm25 is negative in SQLite, the better the lower."""
        expression = " OR ".join(f'"{gram}"' for gram in wanted)
        with self._lock:
            rows = self._connection.execute(_BEST, (expression, _ROWS)).fetchall()
        return [(int(place), -float(score)) for place, score in rows]


def _folded(text: str) -> str:
    """Widths and case only: the texts are simplified Chinese and are not converted."""
    return unicodedata.normalize("NFKC", text).lower()
