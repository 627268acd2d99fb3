"""The text in the one form that the tables are written for, with the way back to the person's own words."""

from dataclasses import dataclass
from functools import cache, lru_cache

import opencc

from handlers.understanding.folding import Folded, fold
from handlers.understanding.reading.tables import document

LONGEST = 4_000
"""Characters that are read. Whoever takes longer texts refuses them before."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """`text` is lower case, simplified, in mainland wording, and aligned with the folded original."""

    folded: Folded
    text: str

    def said(self, start: int, end: int) -> tuple[str, int, int]:
        """The person's own words for a span, and where they stand."""
        first, last = self.folded.span(start, end)
        return self.folded.original[first:last], first, last


def prepare(text: str) -> Prepared:
    """The prepared form of a text. Total: every string has one, of the length of its folded form."""
    folded = fold(text[:LONGEST])
    taiwanese: dict[str, str] = document("scopes")["taiwanese"]
    worded = folded.text
    for said, meant in taiwanese.items():
        worded = worded.replace(said, meant)
    return Prepared(folded, "".join(map(_simplified, worded)))


@lru_cache(maxsize=8_192)
def _simplified(character: str) -> str:
    if not "一" <= character <= "鿿":
        return " " if character.isspace() and character != "\n" else character
    simple = str(_converter().convert(character))
    return simple if len(simple) == 1 else character


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
