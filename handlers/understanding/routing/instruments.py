"""The instruments as the routing knows them: what names them, and which articles treat what."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from handlers.ledgers import excerpts, ledger_of
from handlers.understanding.routing.patterns import Pattern, pattern
from handlers.understanding.routing.tables import document, names_in
from rules.engine.citation import Citation
from rules.ledger import Aspect, Ledger


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter that people ask about whatever the instrument."""

    aspect: Aspect
    cues: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """An article and what leads to it: `own` tells the instrument as well, `words` only within it."""

    citation: Citation
    aspect: Aspect
    own: tuple[Pattern, ...]
    words: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument: `names` name it, `hints` speak for it, `leads` do where
    the question is one of subsidies, `weak` ones only tip a balance."""

    id: str
    home: frozenset[str]
    names: tuple[Pattern, ...]
    hints: tuple[Pattern, ...]
    leads: tuple[Pattern, ...]
    weak: tuple[Pattern, ...]
    topics: Mapping[str, tuple[Citation, ...]]
    places: tuple[Place, ...]
    typos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An instrument of which only an excerpt is at hand."""

    id: str
    names: tuple[Pattern, ...]
    places: tuple[Place, ...]


@cache
def topics() -> Mapping[str, Topic]:
    """The topics by their names."""
    return MappingProxyType(
        {
            name: Topic(Aspect(each["aspect"]), _patterns(each["cues"]))
            for name, each in document("topics").items()
        }
    )


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every instrument that has a table of routes, by its scheme id."""
    return MappingProxyType({name: _instrument(name) for name in names_in("routes")})


@cache
def excerpt_routes() -> Mapping[str, Excerpt]:
    """The excerpts by their ids."""
    return MappingProxyType({name: _excerpt(name, given) for name, given in document("excerpts").items()})


def citation_at(ledger: Ledger, written: str) -> Citation:
    """A place as the tables write it: 四(五); 五/九 where an article's number stands in two chapters.

    Raises `KeyError` for a place that the ledger does not have, or has twice.
    """
    chapter, _, key = written.rpartition("/")
    found = [
        article.citation
        for article in ledger.articles
        if article.citation.key == key and chapter in ("", article.citation.chapter)
    ]
    if len(found) != 1:
        raise KeyError(f"{written}: {len(found)} places in the ledger")
    return found[0]


def _instrument(name: str) -> Instrument:
    given = document("routes", name)
    ledger = ledger_of(name)
    return Instrument(
        id=name,
        home=frozenset(given["home"]),
        names=_patterns(given["names"]),
        hints=_patterns(given["hints"]),
        leads=_patterns(given["leads"]),
        weak=_patterns(given["weak"]),
        topics={
            topic: tuple(citation_at(ledger, written) for written in places)
            for topic, places in given["topics"].items()
        },
        places=tuple(_place(ledger, each) for each in given["article"]),
        typos=tuple(given["typos"]),
    )


def _place(ledger: Ledger, given: Mapping[str, Any]) -> Place:
    citation = citation_at(ledger, given["at"])
    return Place(
        citation,
        _aspect(ledger, citation),
        _patterns(given.get("own", ())),
        _patterns(given.get("words", ())),
    )


def _excerpt(name: str, given: Mapping[str, Any]) -> Excerpt:
    ledger = excerpts()[name]
    places = []
    for written, words in given["articles"].items():
        citation = citation_at(ledger, written)
        places.append(Place(citation, _aspect(ledger, citation), (), _patterns(words)))
    return Excerpt(name, _patterns(given["names"]), tuple(places))


def _aspect(ledger: Ledger, citation: Citation) -> Aspect:
    article = ledger.find(citation)
    if article is None:
        raise KeyError(citation.key)
    return article.aspect


def _patterns(written: Any) -> tuple[Pattern, ...]:
    return tuple(pattern(each) for each in written)
