"""The interview: in which order the missing facts are best asked.

An answer that can end the matter comes first. How likely that is, nobody knows, so two pictures of the
applicant are weighed. In the one every cell of a fact is as likely as any other. In the other people come
because they think that the scheme fits them: a figure may still miss its threshold, another condition
seldom fails, an exclusion hardly ever holds. Every requirement that an answer has met speaks for the second.
What can only change the amount comes last; ties go by the order of the scheme.
"""

from collections.abc import Sequence

from rules.engine.facts import Fact, Flag, Kind
from rules.engine.interval import Interval
from rules.engine.result import Status
from rules.engine.scheme import Requirement, Scheme
from rules.engine.survey import Component, Survey

# How often somebody who thinks to qualify fails: orders of magnitude that are assumed, not measured.
_THRESHOLD_MISSED = 1 / 3
_CONDITION_FAILED = 0.1
_EXCLUSION_HOLDS = 0.02


def order(scheme: Scheme, found: Survey, missing: Sequence[str]) -> list[str]:
    """The missing facts, the best question first."""
    if len(missing) < 2:
        return list(missing)
    chance = _chance(scheme, found)
    worth: dict[str, float] = {}
    for component in found.components:
        for fact in component.facts:
            worth[fact.id] = _worth(component, fact, chance)
    waiting = sorted(missing, key=lambda fact_id: -worth.get(fact_id, 0.0))
    ordered: list[str] = []
    while waiting:
        ready = next(
            (name for name in waiting if not set(scheme.fact(name).after) & set(waiting)), waiting[0]
        )
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def _chance(scheme: Scheme, found: Survey) -> float:
    """The weight of the picture in which every cell is as likely: halved by each requirement that was met."""
    presumed = {fact.id for fact in scheme.presumed_facts}
    met = sum(
        found.statuses[requirement.id] is Status.MET and not requirement.facts <= presumed
        for requirement in scheme.requirements
    )
    weight = 0.5**met
    return weight / (1 + weight)


def _worth(component: Component, fact: Fact, chance: float) -> float:
    """How likely asking this fact is to end the matter.

    Where only several answers together can lose it, they share the worth of their component.
    """
    if not component.exact or not component.requirements:
        return 0.0
    lost: dict[object, bool] = {}
    for outcome in component.outcomes:
        value = outcome.cell[fact.id]
        lost[value] = lost.get(value, True) and outcome.fails is True
    weights = {value: _weight(fact, value) for value in lost}
    alone = sum(weights[value] for value in lost if lost[value]) / (sum(weights.values()) or 1.0)
    if alone:
        return chance * alone + (1 - chance) * _usual(component.requirements, fact)
    together = sum(outcome.fails is True for outcome in component.outcomes) / len(component.outcomes)
    usual = _usual(component.requirements, fact) if together else 0.0
    return (chance * together + (1 - chance) * usual) / len(component.facts)


def _usual(requirements: Sequence[Requirement], fact: Fact) -> float:
    """How likely the fact is to end the matter for somebody who thinks to qualify."""
    if fact.is_ordered:
        return _THRESHOLD_MISSED
    return _EXCLUSION_HOLDS if _is_exclusion(requirements, fact) else _CONDITION_FAILED


def _is_exclusion(requirements: Sequence[Requirement], fact: Fact) -> bool:
    """Whether the law asks that this be not so."""
    if fact.kind is not Kind.BOOL:
        return False
    nodes = (node for rule in requirements for node in rule.condition.walk())
    return any(isinstance(node, Flag) and node.fact is fact and not node.wanted for node in nodes)


def _weight(fact: Fact, value: object) -> float:
    """A single point on a line weighs nothing beside the intervals around it."""
    return 0.0 if fact.is_ordered and not fact.is_finite and not isinstance(value, Interval) else 1.0
