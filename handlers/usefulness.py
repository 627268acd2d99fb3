"""Which question is best asked next when several schemes are checked together.

Among the questions that single schemes would ask now, each of them its own best one, that is chosen for which
most is at stake for the effort of answering it. A scheme for which the answer still matters counts by the
digits of what it may pay: twenty million count more than four hundred thousand, but not fifty times as much,
or the largest scheme would be asked to its end before the others began. Nothing is asked any more once no
answer can change anything.
"""

from collections.abc import Iterable
from decimal import Decimal

from rules.engine.facts import Fact, Kind
from rules.engine.interval import as_interval
from rules.engine.result import Assessment

UNBOUNDED = 9
"""Digits at which the money of a scheme without a cap is put."""

_TYPED = frozenset({Kind.MONEY, Kind.NUMBER, Kind.DATE, Kind.YEAR})
PRESSING, TYPING = Decimal(1), Decimal("1.25")


def most_useful(results: Iterable[Assessment]) -> str | None:
    """The question to ask now; `None` where none can change anything. The scheme that stands first wins
    ties.
    """
    listed = list(results)
    asked = dict.fromkeys(result.next for result in listed if result.next is not None)
    return max(asked, key=lambda fact_id: use(fact_id, listed), default=None)


def use(fact_id: str, results: Iterable[Assessment]) -> Decimal:
    """What is at stake in an answer, for the effort of giving it."""
    touched = [result for result in results if fact_id in result.missing]
    fact = touched[0].scheme.fact(fact_id) if touched else None
    return sum((stake(result) for result in touched), Decimal(0)) / (effort(fact) if fact else PRESSING)


def stake(result: Assessment) -> int:
    """How much a scheme may still pay, in digits; one for a scheme that pays nothing by itself."""
    if result.award is None:
        return 1
    most = as_interval(result.award.value).high
    return UNBOUNDED if most is None else max(len(str(int(most))), 1)


def effort(fact: Fact) -> Decimal:
    """Pressing a button is the least; a figure or a date has to be looked up and typed."""
    return TYPING if fact.kind in _TYPED and not fact.is_finite else PRESSING
