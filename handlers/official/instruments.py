"""Which instrument a text is: by its official title, by its document number, checked against the digests."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from handlers.official.matching import Placement
from handlers.wording.catalogue import SOURCE, wording_for
from rules.ledger import Ledger
from rules.schemes import SCHEMES

_LETTERS = re.compile(r"[\W_]+")
_NUMBER_PLACE = re.compile(r"[\s〔〕\[\]()（）【】]+")
_LINES_OF_A_TITLE = 3
_OPENING = 1500
"""Characters in which a title or a number that is only mentioned may tell what follows."""
LEAST_LIKENESS = 0.4
"""The least share of a digest's pairs of characters that its article has.

The instruments themselves have 0.48 and more, sister instruments 0.38 and less, other laws 0.2 and less.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file that begins with the title of one instrument."""

    scheme: str
    text: str


def official_title(scheme_id: str) -> str:
    """The title that an instrument was published under, without 《》."""
    return wording_for(SOURCE).text(f"official.{scheme_id}.title").strip("《》")


def document_number(scheme_id: str) -> str:
    """The number that an instrument was published under; empty where its text gives none."""
    key = f"official.{scheme_id}.number"
    words = wording_for(SOURCE)
    return words.text(key) if words.has(key) else ""


def parts_of(text: str) -> tuple[Part, ...]:
    """The instruments in a text, each from the line that is its title to the next such line."""
    starts = [*_titles(text), ("", len(text))]
    return tuple(Part(scheme, text[at:end]) for (scheme, at), (_, end) in pairwise(starts))


def mentioned(text: str) -> tuple[str, ...]:
    """The instruments whose title or number stands near the beginning, without a line of its own."""
    opening = text[:_OPENING]
    letters, numbers = _letters(opening), _NUMBER_PLACE.sub("", opening)
    return tuple(
        scheme
        for scheme in SCHEMES
        if _letters(official_title(scheme)) in letters
        or ((number := _NUMBER_PLACE.sub("", document_number(scheme))) and number in numbers)
    )


def likeness(placement: Placement, ledger: Ledger) -> float:
    """How much of what the digests say is in the articles at their places, from 0 to 1."""
    shares = [
        len(said & _pairs(text)) / len(said)
        for citation, text in placement.texts.items()
        if citation not in placement.bare
        and (entry := ledger.find(citation)) is not None
        and (said := _pairs(entry.digest))
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _titles(text: str) -> list[tuple[str, int]]:
    """Where each instrument's title fills a line, or the lines that it was broken into; the first of each."""
    titles: Mapping[str, str] = {_letters(official_title(scheme)): scheme for scheme in SCHEMES}
    longest = max(map(len, titles))
    found: dict[str, int] = {}
    lines = list(_lines(text))
    for first, (at, _) in enumerate(lines):
        joined = ""
        for _, letters in lines[first : first + _LINES_OF_A_TITLE]:
            joined += letters
            if len(joined) > longest:
                break
            if joined in titles:
                found.setdefault(titles[joined], at)
    return sorted(found.items(), key=lambda one: one[1])


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold letters, by where they begin."""
    at = 0
    for line in text.split("\n"):
        letters = _letters(line)
        if letters:
            yield at, letters
        at += len(line) + 1


def _letters(text: str) -> str:
    return _LETTERS.sub("", text)


def _pairs(text: str) -> set[str]:
    letters = _letters(text)
    return {letters[at : at + 2] for at in range(len(letters) - 1)}
