"""Full-text search over the clauses of the instruments."""

from bot.search.clauses import Clause, clauses
from bot.search.index import ClauseIndex

__all__ = ["Clause", "ClauseIndex", "clauses"]
