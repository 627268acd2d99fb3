"""Placing the pieces of an official text in the ledger of its instrument, and saying what did not fit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from handlers.official.numerals import write_numeral
from handlers.official.splitting import Form, Kind, Piece, cut, items
from rules.engine.citation import Citation
from rules.ledger import Ledger

_HEADING_ALONE = re.compile(r"\W*(?:第[^条]{1,14}条|[一二三四五六七八九十]{1,3}、)\W*")


class Trouble(StrEnum):
    """Why a piece of the text has no place: the ledger has none such, or it is in the text already."""

    UNKNOWN = "unknown"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Stray:
    """A piece of the text that could not be placed."""

    citation: Citation
    trouble: Trouble
    text: str


@dataclass(frozen=True, slots=True)
class Placement:
    """What became of a text: whole articles by place (items within), and everything that does not fit.

    `items` are the places of numbered items that both sides have; `bare` are articles with a number and no
    words. `missing` are the places, items too, that the ledger has and the text lacks.
    """

    texts: Mapping[Citation, str]
    items: tuple[Citation, ...]
    bare: tuple[Citation, ...]
    strays: tuple[Stray, ...]
    missing: tuple[Citation, ...]


def form_of(ledger: Ledger) -> Form:
    """How an instrument numbers its text."""
    return Form.SECTIONS if ledger.articles[0].citation.section else Form.ARTICLES


def wholes(ledger: Ledger) -> tuple[Citation, ...]:
    """The places of whole articles or sections, in order."""
    return tuple(entry.citation for entry in ledger.articles if not entry.citation.item)


def place(text: str, ledger: Ledger) -> Placement:
    """The articles of a text at their places in a ledger."""
    pieces = cut(text, form_of(ledger))
    numbered = _by_chapter(pieces, ledger) if _has_chapters(pieces, ledger) else _by_order(pieces, ledger)
    found = _Found(ledger)
    for citation, piece in numbered:
        found.take(citation, piece.text.strip("\n"))
    here = {*found.texts, *found.items}
    order = [entry.citation for entry in ledger.articles]
    return Placement(
        texts={citation: found.texts[citation] for citation in order if citation in found.texts},
        items=tuple(citation for citation in order if citation in found.items),
        bare=tuple(citation for citation, text in found.texts.items() if _HEADING_ALONE.fullmatch(text)),
        strays=tuple(found.strays),
        missing=tuple(citation for citation in order if citation not in here),
    )


_Numbered = Iterator[tuple[Citation, Piece]]
_WHOLE = (Kind.ARTICLE, Kind.SECTION)


def _has_chapters(pieces: tuple[Piece, ...], ledger: Ledger) -> bool:
    return any(piece.kind is Kind.CHAPTER for piece in pieces) or not ledger.articles[0].citation.chapter


def _by_chapter(pieces: tuple[Piece, ...], ledger: Ledger) -> _Numbered:
    """Every article or section with its number, and that of the chapter it stands under."""
    chapters = bool(ledger.articles[0].citation.chapter)
    chapter = ""
    for piece in pieces:
        numeral = write_numeral(piece.number) if piece.number else ""
        if piece.kind is Kind.CHAPTER:
            chapter = numeral
        elif piece.kind is Kind.SECTION:
            yield Citation(section=numeral), piece
        elif piece.kind is Kind.ARTICLE:
            yield Citation(article=numeral, chapter=chapter if chapters else ""), piece


def _by_order(pieces: tuple[Piece, ...], ledger: Ledger) -> _Numbered:
    """A text that has lost the headings of its chapters: where a number repeats, the order tells."""
    waiting = list(wholes(ledger))
    for piece in pieces:
        if piece.kind not in _WHOLE:
            continue
        numeral = write_numeral(piece.number)
        here = next((known for known in waiting if known.article == numeral), None)
        if here is not None:
            waiting.remove(here)
        yield here or Citation(article=numeral), piece


@dataclass
class _Found:
    ledger: Ledger
    texts: dict[Citation, str] = field(default_factory=dict)
    items: set[Citation] = field(default_factory=set)
    strays: list[Stray] = field(default_factory=list)

    def take(self, citation: Citation, text: str) -> None:
        """Keep a text at its place, or say why it has none."""
        if citation in self.texts:
            self.strays.append(Stray(citation, Trouble.TWICE, text))
        elif not self.ledger.knows(citation):
            self.strays.append(Stray(citation, Trouble.UNKNOWN, text))
        else:
            self.texts[citation] = text
            self._take_items(citation, text)

    def _take_items(self, citation: Citation, text: str) -> None:
        """An item without an entry belongs to its article; where others have one, it is worth saying."""
        entry = self.ledger.find(citation)
        if entry is None or not self.ledger.items_of(entry):
            return
        for piece in items(text):
            if piece.kind is not Kind.ITEM:
                continue
            below = replace(citation, item=write_numeral(piece.number))
            if self.ledger.knows(below):
                self.items.add(below)
            else:
                self.strays.append(Stray(below, Trouble.UNKNOWN, piece.text))
