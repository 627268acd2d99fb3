"""One plain form for every question: simplified Chinese in lower case, whatever it was written in.

Only what people write goes through here in full. Taiwanese wording is looked for in questions alone: the
texts of the instruments are simplified Chinese already and stay as they are.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

import opencc

from handlers.understanding.routing.tables import table

LONGEST = 4_000
"""Characters that are read; what follows is left unread."""

_INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
_SPACES = re.compile(r"\s+")
_BETWEEN_HAN = re.compile(r"(?<=[一-鿿]) (?=[一-鿿])")
_WORD = re.compile(r"[a-zа-я0-9&%]+(?:[.-][a-zа-я0-9&]+)*")
_SHORT = 3


def plain(text: str) -> str:
    """The plain form of a question in Chinese. Total: every string has one."""
    tidy = _tidy(text[:LONGEST])
    simplified = _converter().convert(tidy) if any("一" <= character <= "鿿" for character in tidy) else tidy
    for name in ("taiwanese", "colloquial"):
        for said, meant in table(name).items():
            simplified = simplified.replace(said, meant)
    return simplified


def plain_from(text: str, language: str) -> str:
    """The plain form of a question in any of the languages: English and Russian through the glossary."""
    if language in ("en", "ru"):
        translated = _translated(_tidy(text[:LONGEST]).replace("ё", "е"), language)
        return _BETWEEN_HAN.sub("", f"{translated} {plain(_han_only(text))}").strip()
    return plain(text)


def _tidy(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text)[: 2 * LONGEST].lower()
    seen = "".join(
        " " if character.isspace() else character
        for character in composed
        if character.isspace() or unicodedata.category(character) not in _INVISIBLE
    )
    return _BETWEEN_HAN.sub("", _SPACES.sub(" ", seen)).strip()


def _han_only(text: str) -> str:
    return "".join(character for character in text[:LONGEST] if "一" <= character <= "鿿")


def _translated(text: str, language: str) -> str:
    """What the glossary knows of a text, in Chinese, in the order of the text; the longest entry wins.

    The words that it does not know stay as they are.
    """
    words = _WORD.findall(text)
    entries = _entries(language)
    found: list[str] = []
    place = 0
    while place < len(words):
        begun = entries.get(words[place][:2], ())
        said, meant = next((each for each in begun if _stands(each[0], words, place)), (("",), words[place]))
        found.append(meant)
        place += len(said)
    return " ".join(found)


def _stands(said: tuple[str, ...], words: list[str], place: int) -> bool:
    """Whether an entry stands at a place: each of its words begins one of the text, a short one is one."""
    there = words[place : place + len(said)]
    return len(there) == len(said) and all(
        word == stem if len(stem) <= _SHORT else word.startswith(stem)
        for stem, word in zip(said, there, strict=True)
    )


@cache
def _entries(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The entries by the two letters that they begin with, the longest first."""
    grouped: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for said, meant in sorted(table("glossary", language).items(), key=lambda each: -len(each[0])):
        grouped.setdefault(said[:2], []).append((tuple(said.split()), meant))
    return {begin: tuple(entries) for begin, entries in grouped.items()}


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
