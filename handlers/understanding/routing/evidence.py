"""Which instrument a question speaks of, by what it names."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.understanding.routing.instruments import Instrument, instruments
from handlers.understanding.routing.patterns import Pattern
from handlers.understanding.routing.tables import document

NAME = 3.0
OWN = 2.0
HINT = 1.6
LEAD = 1.1
POLICY = 0.5
WEAK = 0.6
FURTHER = 0.3
ENOUGH = 1.5
"""Evidence from which a question is one of an instrument's: a name, an article's own words, a hint, or a lead
in a question that speaks of subsidies."""
CLEAR = 0.8
"""By how much the first instrument must lead the second one not to be doubtful."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one instrument: `weight` in all; `named` where it is named outright."""

    instrument: str
    weight: float
    named: bool


def gather(text: str) -> tuple[Evidence, ...]:
    """The instruments that something speaks for, the strongest first (then in alphabetical order)."""
    found = [evidence for each in instruments().values() if (evidence := _of(each, text)).weight > 0]
    return tuple(sorted(found, key=lambda each: (-each.weight, each.instrument)))


def by_instrument(found: tuple[Evidence, ...]) -> Mapping[str, Evidence]:
    """The same by instrument."""
    return {each.instrument: each for each in found}


def _of(instrument: Instrument, text: str) -> Evidence:
    named = _holding(instrument.names, text)
    own = sum(1 for place in instrument.places if _holding(place.own, text))
    weight = (
        _graded(NAME, named)
        + _graded(OWN, own)
        + _graded(HINT, _holding(instrument.hints, text))
        + _lead(instrument, text)
        + _graded(WEAK, _holding(instrument.weak, text))
    )
    return Evidence(instrument.id, weight, named > 0)


def _holding(patterns: tuple[Pattern, ...], text: str) -> int:
    return sum(1 for each in patterns if each.weight(text))


def _lead(instrument: Instrument, text: str) -> float:
    """What leads weigh: more where the question speaks of subsidies at all."""
    led = _graded(LEAD, _holding(instrument.leads, text))
    return led + POLICY if led and any(word in text for word in document("common")["policy"]) else led


def _graded(weight: float, holding: int) -> float:
    return weight + FURTHER * min(holding - 1, 3) if holding else 0.0
