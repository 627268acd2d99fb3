"""The clause ledger: every article of an instrument, digested in our own words, and what became of it here.

A ledger is a TOML text. `[headings]` names the chapters (or sections) in our words. Each `[[article]]` is one
article, section or numbered item: its place (`chapter` and `article`, or `section`; `item`), its `digest`,
`aspect` and `treatment`, and a `note` of what is not modelled. An item stands after the article that it is
part of. This module parses the text that it is given; where the text lies is the caller's business.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from rules.engine.citation import Citation


class Aspect(StrEnum):
    """What an article is about. Validity holds entry into force, term, precedence and interpretation."""

    PURPOSE = "purpose"
    DEFINITION = "definition"
    CONDITION = "condition"
    AWARD = "award"
    PROCEDURE = "procedure"
    DEADLINE = "deadline"
    DUTY = "duty"
    USE_OF_MONEY = "use_of_money"
    SUPERVISION = "supervision"
    CONSEQUENCE = "consequence"
    VALIDITY = "validity"


class Treatment(StrEnum):
    """What became of an article: a rule, the authority's judgement, text to read, or what the source lacks.

    An article with items is encoded where one of its items is.
    """

    ENCODED = "encoded"
    JUDGEMENT = "judgement"
    INFORMATION = "information"
    NO_DATA = "no_data"


class LedgerError(ValueError):
    """A ledger text breaks the form; the message names the entry, what was given and what is expected."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, section or item. `digest` and `note` are zh_CN; an empty `note` leaves nothing to say.

    `heading` is that of the chapter or section, in our words; empty where the instrument has none.
    """

    citation: Citation
    heading: str
    digest: str
    aspect: Aspect
    treatment: Treatment
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The articles of one instrument in the order of its text, and the headings they stand under."""

    articles: tuple[Article, ...]
    headings: Mapping[str, str]
    _by_place: Mapping[Citation, Article]

    def find(self, citation: Citation) -> Article | None:
        """The entry at a place. An item without an entry of its own falls back on its article."""
        exact = self._by_place.get(citation)
        return exact or self._by_place.get(_whole(citation))

    def knows(self, citation: Citation) -> bool:
        """Whether exactly this place is in the ledger: an item that the text does not have is not known."""
        return citation in self._by_place

    def items_of(self, article: Article) -> tuple[Article, ...]:
        """The numbered items below an article or section, in order; an item has none."""
        whole = article.citation
        return tuple(
            entry
            for entry in self.articles
            if entry.citation.item and not whole.item and _whole(entry.citation) == whole
        )


def parse_ledger(text: str) -> Ledger:
    """The ledger that a TOML text holds. Raises `LedgerError` for anything that breaks its form."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LedgerError(f"the ledger is not TOML: {error}") from error
    _refuse_unknown(document, ("headings", "article"), "the ledger")
    headings = _headings(document.get("headings", {}))
    by_place: dict[Citation, Article] = {}
    for number, entry in enumerate(_entries(document.get("article", [])), 1):
        article = _article(entry, headings, number)
        _refuse_misplaced(article.citation, by_place)
        by_place[article.citation] = article
    _refuse_unused(headings, by_place)
    return Ledger(tuple(by_place.values()), MappingProxyType(headings), MappingProxyType(by_place))


LEVELS = ("chapter", "section", "article", "item")
FIELDS = (*LEVELS, "digest", "aspect", "treatment", "note")
NUMERAL = frozenset("一二三四五六七八九十百")
Named = TypeVar("Named", Aspect, Treatment)


def _whole(citation: Citation) -> Citation:
    return replace(citation, item="")


def _headings(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        raise LedgerError("headings: expected a table of chapter or section numbers and their headings")
    for number, heading in given.items():
        if not isinstance(heading, str) or not heading.strip():
            raise LedgerError(f"headings.{number}: expected a text, got {heading!r}")
    return dict(given)


def _entries(given: Any) -> Iterator[Mapping[str, Any]]:
    if not isinstance(given, list) or not given:
        raise LedgerError("article: expected at least one [[article]]")
    for number, entry in enumerate(given, 1):
        if not isinstance(entry, dict):
            raise LedgerError(f"[[article]] number {number}: expected a table, got {entry!r}")
        yield entry


def _article(entry: Mapping[str, Any], headings: Mapping[str, str], number: int) -> Article:
    citation = _citation(entry, f"[[article]] number {number}")
    name = _place_of(citation)
    _refuse_unknown(entry, FIELDS, name)
    above = citation.chapter or citation.section
    if headings and not above:
        raise LedgerError(f"{name}: chapter is missing, [headings] has some")
    if above and above not in headings:
        raise LedgerError(f"{name}: [headings] has no {above}")
    return Article(
        citation=citation,
        heading=headings.get(above, ""),
        digest=_text(entry, "digest", name, needed=True),
        aspect=_named(Aspect, entry, "aspect", name),
        treatment=_named(Treatment, entry, "treatment", name),
        note=_text(entry, "note", name),
    )


def _citation(entry: Mapping[str, Any], name: str) -> Citation:
    levels = {level: _text(entry, level, name) for level in LEVELS}
    for level, numeral in levels.items():
        if not NUMERAL.issuperset(numeral):
            raise LedgerError(f"{name}: {level} {numeral!r} is no Chinese numeral")
    if bool(levels["article"]) == bool(levels["section"]):
        raise LedgerError(f"{name}: expected either an article or a section")
    if levels["section"] and levels["chapter"]:
        raise LedgerError(f"{name}: a section stands in no chapter")
    return Citation(**levels)


def _text(entry: Mapping[str, Any], field: str, name: str, *, needed: bool = False) -> str:
    given = entry.get(field, "")
    if not isinstance(given, str):
        raise LedgerError(f"{name}: {field} must be a text, got {given!r}")
    text = given.strip()
    if not text and (needed or field in entry):
        raise LedgerError(f"{name}: {field} is {'empty' if field in entry else 'missing'}")
    return text


def _named(names: type[Named], entry: Mapping[str, Any], field: str, name: str) -> Named:
    given = _text(entry, field, name, needed=True)
    if given not in set(names):
        raise LedgerError(f"{name}: unknown {field} {given!r}, expected one of {', '.join(names)}")
    return names(given)


def _refuse_unknown(given: Mapping[str, Any], known: Sequence[str], name: str) -> None:
    unknown = sorted(given.keys() - set(known))
    if unknown:
        raise LedgerError(f"{name}: unknown field {', '.join(unknown)}, expected {', '.join(known)}")


def _refuse_misplaced(citation: Citation, earlier: Mapping[Citation, Article]) -> None:
    name = _place_of(citation)
    if citation in earlier:
        raise LedgerError(f"{name}: is in the ledger twice")
    if citation.item and _whole(citation) not in earlier:
        raise LedgerError(f"{name}: an item must stand after its article or section")


def _refuse_unused(headings: Mapping[str, str], articles: Mapping[Citation, Article]) -> None:
    used = {citation.chapter or citation.section for citation in articles}
    unused = [number for number in headings if number not in used]
    if unused:
        raise LedgerError(f"headings: no article stands under {', '.join(unused)}")


def _place_of(citation: Citation) -> str:
    """A place for messages to maintainers: the levels that are there, such as chapter 五, article 九."""
    return ", ".join(f"{level} {numeral}" for level, numeral in citation.as_dict().items())
