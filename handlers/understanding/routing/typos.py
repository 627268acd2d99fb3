"""Words that sound like, or are jumbled forms of, the terms of the instruments.

A question is only mended where it names nothing as it stands; what was meant is handed on, so that the
person is asked ("您是指…?"). Nothing is changed silently.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from handlers.understanding.routing.instruments import instruments
from handlers.understanding.routing.plain import plain
from handlers.understanding.routing.tables import table

MOST = 3
LONGEST = 200
"""Characters in which misspellings are looked for."""

_FOLDED = (("zh", "z"), ("ch", "c"), ("sh", "s"))


@dataclass(frozen=True, slots=True)
class Repair:
    """A text with its misspelled terms replaced, and the terms that were meant."""

    text: str
    meant: tuple[str, ...]


def suggestions(text: str) -> tuple[str, ...]:
    """The terms, at most three, that misspelled words of a text may stand for, in the order of the text."""
    asked = plain(text)
    return tuple(dict.fromkeys(term for _, _, term in _misspelled(asked)))[:MOST]


def repair(text: str) -> Repair:
    """A plain text with the misspelled terms put right, for routing; no `meant` where there are none."""
    found = _misspelled(text)
    mended = text
    for start, end, term in reversed(found):
        mended = mended[:start] + term + mended[end:]
    return Repair(mended, tuple(dict.fromkeys(term for _, _, term in found))[:MOST])


def _misspelled(text: str) -> list[tuple[int, int, str]]:
    """Where terms stand misspelled: spans that do not overlap, in order, the longest term at each place."""
    found: list[tuple[int, int, str]] = []
    sounds = tuple(_sound(character) for character in text[:LONGEST])
    place = 0
    while place < len(sounds):
        term = _term_at(text, sounds, place)
        if term is None:
            place += 1
            continue
        if text[place : place + len(term)] != term:
            found.append((place, place + len(term), term))
        place += len(term)
    return found


def _term_at(text: str, sounds: tuple[str, ...], place: int) -> str | None:
    for length in _lengths():
        window = text[place : place + length]
        if len(window) < length or place + length > len(sounds):
            continue
        heard = _by_sound().get(sounds[place : place + length])
        if heard:
            return heard
        jumbled = _by_characters().get(tuple(sorted(window))) if length >= 4 else None
        if jumbled:
            return jumbled
    return None


@cache
def _terms() -> tuple[str, ...]:
    return tuple(sorted({term for each in instruments().values() for term in each.typos}))


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted(Counter(len(term) for term in _terms()), reverse=True))


@cache
def _by_sound() -> Mapping[tuple[str, ...], str]:
    return {tuple(_sound(character) for character in term): term for term in _terms()}


@cache
def _by_characters() -> Mapping[tuple[str, ...], str]:
    return {tuple(sorted(term)): term for term in _terms()}


def _sound(character: str) -> str:
    """The toneless syllable of a character as people mix them up (zh and z, in and ing), or itself."""
    return _syllables().get(character, character)


@cache
def _syllables() -> Mapping[str, str]:
    return {
        character: _folded(syllable)
        for syllable, characters in table("pinyin").items()
        for character in characters
    }


def _folded(syllable: str) -> str:
    for said, heard in _FOLDED:
        if syllable.startswith(said):
            syllable = heard + syllable[len(said) :]
    return syllable[:-1] if syllable.endswith(("ing", "eng", "ang")) else syllable
