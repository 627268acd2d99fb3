"""Advice: the smallest changes of what the applicant can still act on that would change the answer.

Every advice is tried on the engine before it is given; what cannot be changed (a past award, where one is
registered) is never advised.
"""

from collections.abc import Callable
from decimal import Decimal

from rules.engine.facts import Value
from rules.engine.result import Advice, Assessment, Change, Distance, RequirementResult, Status, Verdict
from rules.engine.situation import Answer, Situation, Source, known

Trial = Callable[[dict[str, Answer]], Assessment]
_WORSE = (Verdict.INELIGIBLE, Verdict.DOUBTFUL)


def advise(assessment: Assessment, situation: Situation, trial: Trial) -> tuple[Advice, ...]:
    """The changes that, made together, lead out of a failed verdict; none where more stands in the way."""
    failed = [result for result in assessment.requirements if result.status is Status.FAILED]
    changes = [change for change in map(_change, failed) if change is not None]
    if not changes or len(changes) < len(failed):
        return ()
    changed = dict(situation)
    for change in changes:
        changed[change.fact.id] = known(change.need, Source.ASSUMED)
    result = trial(changed)
    if result.verdict is None or result.verdict in _WORSE:
        return ()
    return (Advice(tuple(changes), result.verdict, result.award),)


def _change(result: RequirementResult) -> Change | None:
    distance = result.distance
    if distance is None or not distance.fact.changeable:
        return None
    return Change(distance.fact, distance.have, _target(distance), distance.operator)


def _target(distance: Distance) -> Value:
    """The nearest value that meets the threshold: the figure, or one step beyond where it is excluded."""
    need, step = distance.need, distance.fact.step
    if isinstance(need, Decimal) and step is not None:
        if distance.operator == ">":
            return need + step
        if distance.operator == "<":
            return need - step
    return need
