"""Which unknown facts can still change anything while the others stay as they are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod

from rules.engine.cells import MOST_CELLS, are_joined, joined_points, pins
from rules.engine.survey import Component, outcome_at
from rules.engine.tree import Env

Sample = tuple[tuple[object, ...], object]
"""A point (one value a fact) and what comes out there."""


def deciding(ids: Sequence[str], samples: Iterable[Sample]) -> set[str]:
    """The facts in which two samples differ alone and yet come out differently."""
    waiting: dict[int, dict[tuple[object, ...], object]] = {index: {} for index in range(len(ids))}
    for point, effect in samples:
        for index, seen in tuple(waiting.items()):
            if seen.setdefault(point[:index] + point[index + 1 :], effect) != effect:
                del waiting[index]
        if not waiting:
            break
    return {fact_id for index, fact_id in enumerate(ids) if index not in waiting}


def deciding_facts(component: Component, env: Env, *, doubt_matters: bool) -> set[str]:
    """The facts of a component whose answer could change the verdict or the award."""
    ids = [fact.id for fact in component.facts]
    if not component.exact:
        return set(ids)
    if are_joined(component.facts, component.conditions):
        return _deciding_jointly(component, ids, env, doubt_matters=doubt_matters)
    return deciding(ids, _samples(component, ids, env, doubt_matters=doubt_matters))


def _deciding_jointly(component: Component, ids: Sequence[str], env: Env, *, doubt_matters: bool) -> set[str]:
    points = joined_points(component.facts, component.conditions, env)
    if prod(len(points[fact_id]) for fact_id in ids) > MOST_CELLS:
        return set(ids)
    samples: list[Sample] = []
    for point in product(*(points[fact_id] for fact_id in ids)):
        outcome = outcome_at(component, dict(zip(ids, point, strict=True)), env)
        if outcome is not None:
            doubts = outcome.doubts if doubt_matters and outcome.fails is not True else None
            samples.append((point, (outcome.fails, doubts, outcome.award)))
    return deciding(ids, samples)


def _samples(component: Component, ids: Sequence[str], env: Env, *, doubt_matters: bool) -> Iterator[Sample]:
    """Points of the component's cells, each with its outcome."""
    measured = component.award.facts if component.award is not None else frozenset()
    for outcome in component.outcomes:
        doubts = outcome.doubts if doubt_matters and outcome.fails is not True else None
        pieces = [outcome.cell[fact_id] for fact_id in ids]
        # Where nothing is paid the same points are tried, so that they meet those where something is.
        tried = [
            pins(piece) if name in measured else [piece] for name, piece in zip(ids, pieces, strict=True)
        ]
        for point in product(*tried):
            paid = None
            if component.award is not None and outcome.award is not None:
                paid = component.award.quantity({**env, **outcome.cell, **dict(zip(ids, point, strict=True))})
            yield point, (outcome.fails, doubts, paid)
