"""Advice: the smallest changes of what the applicant can still act on that would change the answer.

Every advice is tried on the engine before it is given; what cannot be changed (a past award, where one is
registered) is never advised.
"""

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, Decimal

from rules.engine.amounts import AtMost
from rules.engine.cells import thresholds
from rules.engine.environment import environment
from rules.engine.facts import Fact, Value
from rules.engine.interval import as_interval
from rules.engine.recorded import NOTHING_RECORDED
from rules.engine.result import (
    Advice,
    Assessment,
    AwardResult,
    Change,
    Distance,
    RequirementResult,
    Status,
    Verdict,
)
from rules.engine.situation import Answer, Situation, Source, known

Trial = Callable[[dict[str, Answer]], Assessment]
WORSE = frozenset({Verdict.INELIGIBLE, Verdict.DOUBTFUL})


def advise(assessment: Assessment, situation: Situation, trial: Trial) -> tuple[Advice, ...]:
    """What would help: the way out of a failed verdict, or, where all is known, the way to a higher award."""
    if assessment.verdict in WORSE:
        return _mend(assessment, situation, trial)
    return tuple(_improve(assessment, situation, trial)) if not assessment.missing else ()


def _mend(assessment: Assessment, situation: Situation, trial: Trial) -> tuple[Advice, ...]:
    """The changes that, made together, lead out of a failed verdict; none where more stands in the way."""
    failed = [result for result in assessment.requirements if result.status is Status.FAILED]
    changes = [change for change in map(_change, failed) if change is not None]
    if not changes or len(changes) < len(failed):
        return ()
    changed = dict(situation)
    for change in changes:
        changed[change.fact.id] = known(change.need, Source.ASSUMED)
    result = trial(changed)
    if result.verdict is None or result.verdict in WORSE:
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


def _improve(assessment: Assessment, situation: Situation, trial: Trial) -> Iterator[Advice]:
    """For each figure behind the award: the least rise that pays more, up to the cap."""
    if assessment.award is None:
        return
    for fact in assessment.scheme.facts:
        answer = situation.get(fact.id)
        if not fact.changeable or answer is None or not isinstance(answer.value, Decimal):
            continue
        for value in _higher(assessment, situation, fact, answer.value):
            result = trial({**situation, fact.id: known(value, Source.ASSUMED)})
            if result.verdict is not None and result.verdict not in WORSE and _pays_more(result, assessment):
                yield Advice((Change(fact, answer.value, value, ">="),), result.verdict, result.award)
                break


def _higher(assessment: Assessment, situation: Situation, fact: Fact, have: Decimal) -> list[Decimal]:
    """Values above the present one at which the award can change: next grades, or where a cap counts."""
    if fact.is_finite:
        return [value for value in fact.members() if isinstance(value, Decimal) and value > have]
    amount = assessment.scheme.award.amount if assessment.scheme.award else None
    caps = [node.is_reached for node in amount.walk() if isinstance(node, AtMost)] if amount else []
    env = environment(assessment.scheme, situation, assessment.on, NOTHING_RECORDED)
    found = {_rounded_up(Decimal(point), fact) for point in thresholds(fact, caps, env)}
    return sorted(value for value in found if value > have)


def _rounded_up(value: Decimal, fact: Fact) -> Decimal:
    if fact.step is None:
        return value
    return (value / fact.step).to_integral_value(ROUND_CEILING) * fact.step


def _pays_more(result: Assessment, assessment: Assessment) -> bool:
    return _ends(result.award) > _ends(assessment.award)


def _ends(award: AwardResult | None) -> tuple[Decimal, Decimal]:
    """Both ends of an award; nothing where there is none."""
    span = as_interval(award.value) if award is not None else as_interval(Decimal(0))
    return Decimal(span.low or 0), Decimal(span.high or 0)
