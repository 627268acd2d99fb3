"""What a question is routed to, and the clause search that the routing asks for help."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from rules.engine.citation import Citation
from rules.ledger import Aspect


class Intent(StrEnum):
    """What the person wants to know."""

    ELIGIBILITY = "eligibility"
    AMOUNT = "amount"
    CONDITIONS = "conditions"
    DEADLINE = "deadline"
    PROCEDURE = "procedure"
    DEFINITION = "definition"
    DUTY = "duty"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that the clause search found.

    `instrument` is a scheme id or the id of an excerpt. `score` grows with relevance and compares within one
    search only. `covered` is the share of the question's character pairs that the article holds, 0 to 1.
    """

    instrument: str
    citation: Citation
    score: float
    covered: float


class ClauseSearch(Protocol):
    """Full-text search over the clauses of every instrument; `bot.search` implements it."""

    def find(self, grams: Sequence[str], instruments: Collection[str] = (), limit: int = 12) -> Sequence[Hit]:
        """The articles nearest to the grams (see `grams`), best first, the best clause of each.

        `instruments` narrows the search; none means all. No grams, no hits; never raises
        for any text.
        """


class NoSearch:
    """Finds nothing: where there is no index, the curated routes alone answer."""

    def find(self, grams: Sequence[str], instruments: Collection[str] = (), limit: int = 12) -> Sequence[Hit]:
        """No hits."""
        return ()


NO_SEARCH = NoSearch()


@dataclass(frozen=True, slots=True)
class Context:
    """What the conversation was about when the question came: follow-ups are read for it."""

    scheme: str
    intent: Intent = Intent.OTHER
    aspect: Aspect | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Where a question leads.

    `scheme` is `None` outside the instruments, where only an excerpt answers, and where nothing tells which
    of the `candidates` (at most three, best first) is meant. `citations` are pairs of a scheme or excerpt id
    and a place in it, at most three, best first. `certain` is false for anything that ought to be confirmed.
    `uncovered` is the place or programme named that no instrument covers, as the person wrote it in the
    common form. `comparison` asks for several instruments side by side. `meant` are the terms that a
    misspelled text was read as: an offer ("您是指…?"), never a silent change. `follows` says that the scheme
    was taken from the context.
    """

    language: str
    intent: Intent
    scheme: str | None
    candidates: tuple[str, ...]
    citations: tuple[tuple[str, Citation], ...]
    aspect: Aspect | None
    certain: bool
    uncovered: str | None = None
    comparison: bool = False
    meant: tuple[str, ...] = ()
    follows: bool = False
