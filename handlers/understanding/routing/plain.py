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
_WORD = re.compile(r"[a-zа-я0-9.%]+")


def plain(text: str) -> str:
    """The plain form of a question in Chinese. Total: every string has one."""
    tidy = _tidy(text[:LONGEST])
    simplified = _converter().convert(tidy) if any("一" <= character <= "鿿" for character in tidy) else tidy
    for said, meant in table("taiwanese").items():
        simplified = simplified.replace(said, meant)
    return simplified


def plain_from(text: str, language: str) -> str:
    """The plain form of a question in any of the languages: English and Russian through the glossary."""
    if language in ("en", "ru"):
        translated = _translated(_tidy(text[:LONGEST]).replace("ё", "е"), language)
        return f"{translated} {plain(_han_only(text))}".strip()
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
    """What the glossary knows of a text, in Chinese, in the order of the text; the longest entry wins."""
    words = " " + " ".join(_WORD.findall(text))
    found: list[str] = []
    position = 0
    keys = _by_first_letter(language)
    while position < len(words):
        entry = next(
            (key for key in keys.get(words[position : position + 2], ()) if words.startswith(key, position)),
            None,
        )
        if entry is None:
            following = words.find(" ", position + 1)
            end = following if following > 0 else len(words)
            found.append(words[position + 1 : end])
        else:
            found.append(_glossary(language)[entry])
            following = words.find(" ", position + len(entry))
            end = following if following > 0 else len(words)
        position = end
    return " ".join(found)


@cache
def _glossary(language: str) -> Mapping[str, str]:
    return {f" {said}": meant for said, meant in table("glossary", language).items()}


@cache
def _by_first_letter(language: str) -> Mapping[str, tuple[str, ...]]:
    """The entries by their first letter (behind the space that begins a word), the longest first."""
    grouped: dict[str, list[str]] = {}
    for key in sorted(_glossary(language), key=len, reverse=True):
        grouped.setdefault(key[:2], []).append(key)
    return {letter: tuple(keys) for letter, keys in grouped.items()}


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
