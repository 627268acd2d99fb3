"""Whether a question carries on what was spoken of before."""

from collections.abc import Iterable
from functools import cache

from handlers.understanding.routing.instruments import instruments, topics
from handlers.understanding.routing.intents import cue_words
from handlers.understanding.routing.patterns import Pattern
from handlers.understanding.routing.tables import document

_SHORT = 30
_LEFT = 1
_SHARE = 4


def follows(text: str, scheme: str) -> bool:
    """Whether a plain text reads like a follow-up: short, and made of what people ask about the instrument.

    One character of something else may be left over, or one in four.
    """
    if not text or len(text) > _SHORT:
        return False
    left = text
    known = False
    for word in _known(scheme):
        if word in left:
            known = known or word not in _filling()
            left = left.replace(word, " ")
    unread = sum(character.isalpha() for character in left)
    return known and unread <= max(_LEFT, len(text) // _SHARE)


@cache
def _known(scheme: str) -> tuple[str, ...]:
    """What may stand in a follow-up on an instrument, the longest first."""
    common = document("common")
    instrument = instruments()[scheme]
    patterns = [
        *(cue for topic in topics().values() for cue in topic.cues),
        *(each for place in instrument.places for each in (*place.own, *place.words)),
        *instrument.names,
        *instrument.hints,
        *instrument.leads,
        *instrument.weak,
    ]
    words = {*_words(patterns), *cue_words(), *common["telling"], *common["words"], *common["carrying"]}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _filling() -> frozenset[str]:
    """Words that say nothing by themselves."""
    return frozenset(document("common")["words"]) - cue_words()


def _words(patterns: Iterable[Pattern]) -> Iterable[str]:
    return (word for each in patterns for group in each.groups for word in group)
