"""The figures of the law that a fact is compared with: a number that sits exactly on one is asked back."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from rules.engine.facts import Fact, Kind
from rules.engine.figures import ON, Figure
from rules.engine.interval import Interval
from rules.engine.scheme import Scheme
from rules.engine.tree import Comparison, Condition


def thresholds(fact: Fact, schemes: Iterable[Scheme], on: date) -> frozenset[Decimal]:
    """Every fixed number that these schemes compare the fact with, as it holds on a day.

    Of findings only figures of the law count that lie between the values of a measure: a count is exact, and
    nothing at all is no near miss.
    """
    env = {ON: on.toordinal()}
    found: set[Decimal] = set()
    for comparison in _comparisons(fact, schemes):
        sides = (comparison.left, comparison.right)
        if fact in sides:
            other = sides[1] if sides[0] is fact else sides[0]
            quantity = other.quantity(env)
            if not other.facts and not isinstance(quantity, Interval):
                found.add(Decimal(quantity))
    return frozenset(found)


def _comparisons(fact: Fact, schemes: Iterable[Scheme]) -> Iterator[Comparison]:
    for scheme in schemes:
        if fact.id in scheme.fact_ids and fact.kind is not Kind.INTEGER:
            yield from _of_findings(scheme)
        for requirement in scheme.requirements:
            for condition in (requirement.condition, requirement.applies):
                if condition is not None:
                    yield from _below(condition)


def _of_findings(scheme: Scheme) -> Iterator[Comparison]:
    for finding in scheme.findings:
        for condition in finding.conditions():
            yield from (one for one in _below(condition) if _has_figure(one))


def _has_figure(comparison: Comparison) -> bool:
    sides = (comparison.left, comparison.right)
    return any(isinstance(node, Figure) for side in sides for node in side.walk())


def _below(condition: Condition) -> Iterator[Comparison]:
    for node in condition.walk():
        if isinstance(node, Comparison):
            yield node
