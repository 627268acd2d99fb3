"""Folds a text to the one form that the grammar is written for, and remembers where each character came from.

NFKC, lower case, digits of any script as 0-9, simplified forms of the characters that the grammar knows, no
invisible characters. Superscripts, fractions and circled numbers stay what they are: 10⁶ is not 106.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_TRADITIONAL = (
    "萬億兩圓圆塊點個來幾餘過於達間號後約貳叄陸數從為爲總週內將電當僅滿幣這張臺項無沒"
    "還對時額歐鎊盧韓應錢級類條屆"
)
_SIMPLIFIED = (
    "万亿两元元块点个来几余过于达间号后约贰叁陆数从为为总周内将电当仅满币这张台项无没"
    "还对时额欧镑卢韩应钱级类条届"
)
_SAME = {
    **dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("～〜∼˜", "~"),
    **dict.fromkeys("〇○", "零"),
    **dict.fromkeys("’‘`´", "'"),
    "ё": "е",
    "円": "日元",
}
# NFKC would make digits or letters of these that are no part of a number.
_KEPT = frozenset({"<super>", "<sub>", "<circle>", "<fraction>"})


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `starts[i]` and `ends[i]` span what became its character i in `original`."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original of a non-empty span of the folded text."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The folded form of a text. Total: every string has one."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        for character in _fold_cluster(text, start, end):
            pieces.append(character)
            starts.append(start)
            ends.append(end)
    return Folded(text, "".join(pieces), tuple(starts), tuple(ends))


def folded_text(text: str) -> str:
    """The folded form alone."""
    return fold(text).text


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Spans of a character with the marks that combine with it."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or not _joins(text[position]):
            yield start, position
            start = position


def _joins(character: str) -> bool:
    return character >= "\u0300" and unicodedata.combining(character) > 0


def _fold_cluster(text: str, start: int, end: int) -> str:
    if text[start] == "，" and not _between_wide_digits(text, start):
        return "，"
    return _folded(text[start:end])


@lru_cache(maxsize=8_192)
def _folded(cluster: str) -> str:
    character = cluster[0]
    if unicodedata.category(character) in {"Cf", "Cs"}:
        return ""
    if unicodedata.decomposition(character).split(" ")[0] in _KEPT:
        return character
    return "".join(_fold_character(each) for each in unicodedata.normalize("NFKC", cluster).lower())


def _fold_character(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return _SAME.get(character, character) if digit is None else str(digit)


def _between_wide_digits(text: str, position: int) -> bool:
    """A full-width comma groups digits only among full-width digits: elsewhere it ends a clause."""
    around = text[max(position - 1, 0) : position] + text[position + 1 : position + 2]
    return len(around) == 2 and all("０" <= character <= "９" for character in around)
