"""A bare figure in a follow-up ("那50万呢？"): put in the place of the one that was spoken of before."""

from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal

from handlers.understanding.bounds import Bound
from handlers.understanding.quantities import Quantity, read_quantities
from handlers.understanding.reading import FactReading, Readings, Unsure
from handlers.understanding.units import Unit
from rules.engine.facts import Fact, Kind
from rules.engine.situation import Situation, State
from rules.schemes import FACTS

_FIGURES = frozenset({Kind.NUMBER, Kind.MONEY})
_LIKELY = {
    "yuan": (Decimal(1_000), Decimal(10) ** 12),
    "ratio": (Decimal(1), Decimal(3)),
    "pflops": (Decimal(5), Decimal(100_000)),
}
"""Between what a figure without a unit can be meant in a unit."""

Thresholds = Callable[[Fact], Collection[Decimal]]


def carried(text: str, on: date, readings: Readings, earlier: Situation, thresholds: Thresholds) -> Readings:
    """The readings, or where there are none, the one figure as a supposition about the one fact it fits.

    Several figures, or several facts that one could belong to, are left unread: they are asked, not guessed.
    """
    if readings.readings:
        return readings
    found = [each for each in read_quantities(text, on) if isinstance(each.value, Decimal)]
    facts = [FACTS[name] for name in earlier if len(found) == 1 and _fits(FACTS[name], found[0])]
    return Readings((_supposed(found[0], facts[0], thresholds),)) if len(facts) == 1 else readings


def _fits(fact: Fact, quantity: Quantity) -> bool:
    if fact.kind not in _FIGURES or not isinstance(quantity.value, Decimal):
        return False
    low, high = _LIKELY.get(fact.unit, (Decimal(0), Decimal(0)))
    bare = quantity.unit is Unit.NONE and low <= quantity.value <= high
    return (bare or fact.unit == quantity.unit) and fact.problem(quantity.value) is None


def _supposed(quantity: Quantity, fact: Fact, thresholds: Thresholds) -> FactReading:
    value = Decimal(quantity.value)
    doubt = Unsure.APPROXIMATE if quantity.bound is not Bound.EQ or quantity.doubt else None
    doubt = Unsure.ON_THRESHOLD if doubt is None and value in thresholds(fact) else doubt
    return FactReading(
        fact,
        State.KNOWN,
        value,
        quantity.said,
        quantity.start,
        quantity.end,
        sure=doubt is None,
        assumed=True,
        doubt=doubt,
    )
