"""The figures of the law that a fact is compared with: a number that sits exactly on one is asked back."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from rules.engine.facts import Fact
from rules.engine.figures import ON
from rules.engine.interval import Interval
from rules.engine.scheme import Scheme
from rules.engine.tree import Comparison, Condition


def thresholds(fact: Fact, schemes: Iterable[Scheme], on: date) -> frozenset[Decimal]:
    """Every fixed number that a requirement of these schemes sets for the fact, as it holds on a day."""
    env = {ON: on.toordinal()}
    found: set[Decimal] = set()
    for comparison in _comparisons(schemes):
        sides = (comparison.left, comparison.right)
        if fact in sides:
            other = sides[1] if sides[0] is fact else sides[0]
            quantity = other.quantity(env)
            if not other.facts and not isinstance(quantity, Interval):
                found.add(Decimal(quantity))
    return frozenset(found)


def _comparisons(schemes: Iterable[Scheme]) -> Iterator[Comparison]:
    for scheme in schemes:
        for requirement in scheme.requirements:
            for condition in (requirement.condition, requirement.applies):
                if condition is not None:
                    yield from _below(condition)


def _below(condition: Condition) -> Iterator[Comparison]:
    for node in condition.walk():
        if isinstance(node, Comparison):
            yield node
