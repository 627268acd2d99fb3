"""The interview: in which order the missing facts are best asked.

An answer that can end the matter comes first. With every cell of a fact taken as equally likely, a fact
is worth the share of its cells in which the scheme is lost at once; where only several answers together
can lose it, they share the worth of their component. What can only change the amount comes last; ties go
by the order of the scheme.
"""

from collections.abc import Sequence

from rules.engine.facts import Fact
from rules.engine.interval import Interval
from rules.engine.scheme import Scheme
from rules.engine.survey import Component, Survey


def order(scheme: Scheme, found: Survey, missing: Sequence[str]) -> list[str]:
    """The missing facts, the best question first."""
    worth = {fact.id: _worth(component, fact) for component in found.components for fact in component.facts}
    waiting = sorted(missing, key=lambda fact_id: -worth.get(fact_id, 0.0))
    ordered: list[str] = []
    while waiting:
        ready = next(
            (name for name in waiting if not set(scheme.fact(name).after) & set(waiting)), waiting[0]
        )
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def _worth(component: Component, fact: Fact) -> float:
    """How likely asking this fact is to end the matter, for one question."""
    if not component.exact or not component.requirements:
        return 0.0
    lost: dict[int, list[bool]] = {}
    values: list[object] = []
    for outcome in component.outcomes:
        value = outcome.cell[fact.id]
        if value not in values:
            values.append(value)
        lost.setdefault(values.index(value), []).append(outcome.fails is True)
    weights = [_weight(fact, value) for value in values]
    total = sum(weights) or 1.0
    alone = sum(weight for index, weight in enumerate(weights) if all(lost[index])) / total
    together = sum(outcome.fails is True for outcome in component.outcomes) / len(component.outcomes)
    return max(alone, together / len(component.facts))


def _weight(fact: Fact, value: object) -> float:
    """A single point on a line weighs nothing beside the intervals around it."""
    return 0.0 if fact.is_ordered and not fact.is_finite and not isinstance(value, Interval) else 1.0
