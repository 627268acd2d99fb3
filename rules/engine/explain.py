"""Explanations from the same tree: steps of the calculation, readings, distance to a threshold."""

from collections.abc import Iterable, Iterator

from rules.engine.amounts import Cases, Reading, Readings, Stated, Step
from rules.engine.environment import value_of
from rules.engine.facts import Fact
from rules.engine.figures import Figure
from rules.engine.interval import Interval, Point, Quantity, hull
from rules.engine.result import Distance, ReadingResult, StepResult
from rules.engine.scheme import Requirement
from rules.engine.tree import AllOf, AnyOf, Comparison, Condition, Env, Term


def reached(amount: Term, env: Env) -> list[Term]:
    """The nodes of an amount that this environment can reach, inner ones first."""
    nodes = [node for part in _reachable_parts(amount, env) for node in reached(part, env)]
    return [*nodes, amount]


def _reachable_parts(amount: Term, env: Env) -> tuple[Term, ...]:
    if isinstance(amount, Stated):
        return (amount.fact,) if amount.fact.id in env else amount.parts()
    if not isinstance(amount, Cases):
        return amount.parts()
    found = []
    for condition, term in amount.cases:
        truth = condition.truth(env)
        if truth is not False:
            found.append(term)
        if truth is True:
            return tuple(found)
    return (*found, amount.otherwise)


Visit = tuple[Term, Env]
"""A node that an environment reaches."""


def visits(amount: Term, envs: Iterable[Env]) -> list[Visit]:
    """The nodes that each environment reaches, inner ones first."""
    return [(node, env) for env in envs for node in reached(amount, env)]


def award_steps(visited: Iterable[Visit]) -> tuple[StepResult, ...]:
    """The named steps in the order in which they are computed, each over all that reach it."""
    values: dict[Step, Quantity] = {}
    inputs: dict[Step, dict[str, Quantity]] = {}
    for node, env in visited:
        if isinstance(node, Step):
            values[node] = hull(values.get(node), node.quantity(env))
            known = inputs.setdefault(node, {})
            for name, quantity in _inputs(node.amount, env):
                known[name] = hull(known.get(name), quantity)
    return tuple(StepResult(step.id, step.citation, values[step], inputs[step]) for step in values)


def _inputs(term: Term, env: Env) -> Iterator[tuple[str, Quantity]]:
    """The facts, figures and earlier steps that a step is computed from."""
    if isinstance(term, Fact | Figure | Step):
        yield term.id, term.quantity(env)
        return
    for part in _reachable_parts(term, env):
        yield from _inputs(part, env)


def award_readings(visited: Iterable[Visit]) -> tuple[ReadingResult, ...]:
    """The readings of the ambiguous passages that are reached, each over all that reach it."""
    values: dict[Reading, Quantity] = {}
    for node, env in visited:
        if isinstance(node, Readings):
            for reading in node.readings:
                values[reading] = hull(values.get(reading), reading.amount.quantity(env))
    return tuple(ReadingResult(reading.id, reading.citation, value) for reading, value in values.items())


def distance_of(requirement: Requirement, env: Env) -> Distance | None:
    """How far the first missed threshold of a failed requirement is from the figure that was given."""
    for node in _missed(requirement.condition, env):
        left, right = node.left, node.right.quantity(env)
        if isinstance(left, Fact) and left.id in env and not isinstance(right, Interval):
            return _distance(left, env[left.id], node, right)
    return None


def _distance(fact: Fact, have: object, node: Comparison, need: Point) -> Distance:
    return Distance(fact, value_of(fact, have), value_of(fact, need), node.operator)


def _missed(condition: Condition, env: Env) -> Iterator[Comparison]:
    """The comparisons whose failure makes a condition fail."""
    if isinstance(condition, Comparison):
        if condition.truth(env) is False:
            yield condition
    elif isinstance(condition, AllOf | AnyOf):
        for child in condition.children():
            yield from _missed(child, env)
