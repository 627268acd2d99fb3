"""The inquiry: findings explored over the cells of what is unknown, as the survey does for requirements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from rules.engine.cells import MOST_CELLS, Cell, CellLimitError, are_joined, cells, joined_points, pins
from rules.engine.deciding import Sample, deciding
from rules.engine.facts import Fact
from rules.engine.findings import Finding, widest
from rules.engine.scheme import Scheme
from rules.engine.survey import conditions_in
from rules.engine.tree import Condition, Env


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The findings by their ids, and the facts that can still change one of them."""

    results: dict[str, object]
    deciding: frozenset[str]


def inquire(scheme: Scheme, env: Env) -> Inquiry:
    """Explore every finding of a scheme."""
    results: dict[str, object] = {}
    open_facts: set[str] = set()
    for finding in scheme.findings:
        unknown = [
            fact
            for fact in scheme.all_facts
            if fact.id in finding.facts and fact.id not in env and not fact.optional
        ]
        found = _explore(scheme, finding, unknown, env) if finding.splits else [{}]
        here = [{**env, **cell} for cell in found]
        spans = [widest([term.quantity(place) for place in here]) for term in finding.terms()]
        results[finding.id] = finding.conclude([finding.truths(place) for place in here], spans)
        if finding.decides and unknown and not scheme.requirements:
            told = finding.open_facts(env)
            open_facts |= _tried(finding, unknown, found, env) if told is None else told
    return Inquiry(results, frozenset(open_facts))


def _explore(scheme: Scheme, finding: Finding, unknown: Sequence[Fact], env: Env) -> list[Cell]:
    """The cells that no constraint excludes; the undivided one where there are too many."""
    bounds = [rule.condition for rule in scheme.constraints if rule.condition.truth(env) is not False]
    conditions: list[Condition] = [*finding.conditions(), *bounds]
    for term in finding.terms():
        conditions += conditions_in(term)
    try:
        found = list(cells(unknown, conditions, env))
    except CellLimitError:
        return [{}]
    allowed = [cell for cell in found if all(rule.truth({**env, **cell}) is not False for rule in bounds)]
    return allowed or [{}]


def _tried(finding: Finding, unknown: Sequence[Fact], found: Sequence[Cell], env: Env) -> set[str]:
    """The facts in which two points differ alone and lead to different findings."""
    ids = [fact.id for fact in unknown]
    if not are_joined(unknown, finding.conditions()):
        return deciding(ids, _samples(finding, unknown, found, env))
    points = joined_points(unknown, finding.conditions(), env)
    if prod(len(points[fact_id]) for fact_id in ids) > MOST_CELLS:
        return set(ids)
    tried = product(*(points[fact_id] for fact_id in ids))
    return deciding(
        ids, [(point, _concluded(finding, {**env, **dict(zip(ids, point, strict=True))})) for point in tried]
    )


def _concluded(finding: Finding, place: Env) -> str:
    """What would be concluded at one point, in a form that can be compared."""
    quantities = [term.quantity(place) for term in finding.terms()]
    return repr(finding.conclude([finding.truths(place)], quantities))


def _samples(finding: Finding, unknown: Sequence[Fact], found: Sequence[Cell], env: Env) -> Iterator[Sample]:
    """Points of the cells with what would be concluded there."""
    measured = frozenset().union(*(term.facts for term in finding.terms()))
    for cell in found:
        pieces = [cell.get(fact.id, fact.domain) for fact in unknown]
        tried = [
            pins(piece) if fact.id in measured else [piece]
            for fact, piece in zip(unknown, pieces, strict=True)
        ]
        for point in product(*tried):
            place = {**env, **cell, **dict(zip((fact.id for fact in unknown), point, strict=True))}
            yield point, _concluded(finding, place)
