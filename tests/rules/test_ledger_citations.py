"""The ledgers against the rules: what a scheme cites is known and encoded, and what is encoded is cited."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from handlers.ledgers import ledger_of
from rules.deadlines.registry import DEADLINES
from rules.engine.citation import Citation, cite
from rules.ledger import Ledger, Treatment
from rules.schemes import SCHEMES


def test_the_walk_finds_the_citations_of_every_part_of_a_scheme() -> None:
    """A requirement, a further place, a figure in a condition, the award with its steps, the procedure."""
    found = set(citations_in(SCHEMES["hlj-compute-purchase"]))
    assert found >= {cite("二", "五", "一"), cite("一", "二"), cite("三", "七"), cite("四", "八", "七")}
    figure = next(
        requirement.condition
        for requirement in SCHEMES["hlj-computing-centre"].requirements
        if requirement.id == "enough_pflops"
    )
    assert set(citations_in(figure)) == {cite("二", "四", "五")}


@pytest.mark.parametrize("scheme_id", SCHEMES)
def test_every_citation_of_a_scheme_is_known_to_its_ledger(scheme_id: str) -> None:
    cited, ledger = cited_by(scheme_id), ledger_of(scheme_id)
    assert cited, f"{scheme_id} cites nothing"
    assert [place for place in cited if not ledger.knows(place)] == []


@pytest.mark.parametrize("scheme_id", SCHEMES)
def test_every_citation_of_a_scheme_is_encoded_in_its_ledger(scheme_id: str) -> None:
    ledger = ledger_of(scheme_id)
    assert [
        f"{place.chapter} {place.key} is {entry.treatment}"
        for place in cited_by(scheme_id)
        if (entry := ledger.find(place)) and entry.treatment is not Treatment.ENCODED
    ] == []


@pytest.mark.parametrize("scheme_id", SCHEMES)
def test_every_encoded_entry_is_cited_by_its_scheme(scheme_id: str) -> None:
    """An article with items is cited where an item of it is."""
    ledger = ledger_of(scheme_id)
    assert forgotten(ledger, cited_by(scheme_id)) == []


def test_an_encoded_entry_that_no_rule_cites_is_seen() -> None:
    ledger = ledger_of("hlj-compute-purchase")
    cited = set(citations_in(SCHEMES["hlj-compute-purchase"])) - {cite("四", "八", "二")}
    assert forgotten(ledger, cited) == ["四 八(二)"]
    assert "四 八" in forgotten(ledger, {place for place in cited if place.article != "八"})


def cited_by(scheme_id: str) -> set[Citation]:
    """Every place that the scheme or one of its deadlines cites."""
    return set(citations_in(SCHEMES[scheme_id])) | set(citations_in(DEADLINES[scheme_id]))


def forgotten(ledger: Ledger, cited: set[Citation]) -> list[str]:
    """The encoded entries of which neither the place nor an item is cited."""
    return [
        f"{article.citation.chapter} {article.citation.key}"
        for article in ledger.articles
        if article.treatment is Treatment.ENCODED
        and cited.isdisjoint({article.citation, *(item.citation for item in ledger.items_of(article))})
    ]


def citations_in(thing: object) -> Iterator[Citation]:
    """Every citation in a value object, however deep; one place may come more than once."""
    if isinstance(thing, Citation):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from citations_in(getattr(thing, field.name))
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from citations_in(value)
    elif isinstance(thing, tuple | list | frozenset):
        for part in thing:
            yield from citations_in(part)
