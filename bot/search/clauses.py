"""What the index holds: one row a clause, from the ledgers and the words that the routes lead there by."""

from collections.abc import Iterator
from dataclasses import dataclass

from handlers.ledgers import excerpts, ledger_of
from handlers.understanding.routing.instruments import Place, excerpt_routes, instruments
from rules.engine.citation import Citation
from rules.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Clause:
    """An article, section or item, and the text that it is found by (simplified Chinese)."""

    instrument: str
    citation: Citation
    text: str


def clauses() -> Iterator[Clause]:
    """Every clause of every instrument and excerpt, in the order of the texts."""
    for scheme, instrument in instruments().items():
        yield from _of(scheme, ledger_of(scheme), instrument.places)
    for name, excerpt in excerpt_routes().items():
        yield from _of(name, excerpts()[name], excerpt.places)


def _of(name: str, ledger: Ledger, places: tuple[Place, ...]) -> Iterator[Clause]:
    spoken = {place.citation: " ".join(_spoken(place)) for place in places}
    for article in ledger.articles:
        yield Clause(name, article.citation, f"{article.digest} {spoken.get(article.citation, '')}")


def _spoken(place: Place) -> Iterator[str]:
    """The words of a place's patterns, each once."""
    patterns = (*place.own, *place.words)
    yield from dict.fromkeys(word for each in patterns for group in each.groups for word in group)
