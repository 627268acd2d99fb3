"""Assessment: verdict, award, what is missing and what to ask next, from one scheme and one situation."""

from dataclasses import replace
from datetime import date

from rules.engine.advice import advise
from rules.engine.deciding import deciding_facts
from rules.engine.environment import environment
from rules.engine.explain import award_readings, award_steps, distance_of, visits
from rules.engine.inquiry import Inquiry, inquire
from rules.engine.interview import order
from rules.engine.recorded import NOTHING_RECORDED, Recorded
from rules.engine.refusals import InapplicableRefused
from rules.engine.result import (
    Assessment,
    AwardResult,
    RequirementResult,
    Status,
    Validity,
    Verdict,
)
from rules.engine.scheme import Scheme
from rules.engine.situation import Situation, State
from rules.engine.survey import Survey, award_range, paid_environments, survey


def assess(
    scheme: Scheme, situation: Situation, on: date, recorded: Recorded = NOTHING_RECORDED
) -> Assessment:
    """The whole answer for one scheme.

    Raises `BadValue`, `Contradiction` or `InapplicableRefused`, all of them a `Refusal`.
    """
    plain = assess_plainly(scheme, situation, on, recorded)
    _refuse_inapplicable(scheme, situation, plain.missing)
    advice = advise(plain, situation, lambda changed: assess_plainly(scheme, changed, on, recorded))
    return replace(plain, advice=advice) if advice else plain


def assess_plainly(scheme: Scheme, situation: Situation, on: date, recorded: Recorded) -> Assessment:
    """The assessment without advice, on which advice is tried out: there an answer of n/a is merely open."""
    env = environment(scheme, situation, on, recorded)
    found = survey(scheme, env)
    verdict = verdict_of(found) if scheme.requirements else None
    inquiry = inquire(scheme, env)
    missing = missing_facts(scheme, found, verdict, inquiry)
    to_ask = [fact_id for fact_id in order(scheme, found, missing) if fact_id not in situation]
    return Assessment(
        scheme=scheme,
        on=on,
        validity=validity_of(scheme, on, recorded),
        verdict=verdict,
        requirements=_results(scheme, found, situation),
        award=None if verdict is Verdict.INELIGIBLE else _award(scheme, found),
        missing=missing,
        next=to_ask[0] if to_ask else None,
        questions_left=len(to_ask),
        findings=inquiry.results,
    )


def verdict_of(found: Survey) -> Verdict:
    """What every completion agrees on."""
    if found.fails is True or any(component.always_fails for component in found.components):
        return Verdict.INELIGIBLE
    if found.fails is None or any(component.may_fail for component in found.components):
        return Verdict.UNDETERMINED
    if found.doubts is True or any(component.always_doubts for component in found.components):
        return Verdict.DOUBTFUL
    if found.doubts is None or any(component.may_doubt for component in found.components):
        return Verdict.UNDETERMINED
    return Verdict.ELIGIBLE


def missing_facts(
    scheme: Scheme, found: Survey, verdict: Verdict | None, inquiry: Inquiry
) -> tuple[str, ...]:
    """The facts whose answers could still change the verdict or the award, in asking order.

    Where an assessment has no verdict, its findings are what can change.
    """
    if verdict is Verdict.INELIGIBLE:
        return ()
    deciding: set[str] = set(inquiry.deciding) if verdict is None else set()
    doubted = sum(component.always_doubts for component in found.components) + (found.doubts is True)
    for component in found.components:
        doubt_matters = doubted == component.always_doubts
        deciding |= deciding_facts(component, found.env, doubt_matters=doubt_matters)
    return tuple(fact.id for fact in scheme.facts if fact.id in deciding)


def _refuse_inapplicable(scheme: Scheme, situation: Situation, missing: tuple[str, ...]) -> None:
    for fact_id in missing:
        answer = situation.get(fact_id)
        if answer is not None and answer.state is State.NOT_APPLICABLE:
            raise InapplicableRefused(scheme.fact(fact_id))


def _results(scheme: Scheme, found: Survey, situation: Situation) -> tuple[RequirementResult, ...]:
    presumed = {fact.id for fact in scheme.presumed_facts if not _is_stated(situation, fact.id)}
    results = []
    for requirement in scheme.requirements:
        status = found.statuses[requirement.id]
        distance = distance_of(requirement, found.env) if status is Status.FAILED else None
        by_presumption = not presumed.isdisjoint(requirement.facts)
        results.append(RequirementResult(requirement, status, distance, by_presumption))
    return tuple(results)


def _is_stated(situation: Situation, fact_id: str) -> bool:
    answer = situation.get(fact_id)
    return answer is not None and answer.state is not State.UNKNOWN


def _award(scheme: Scheme, found: Survey) -> AwardResult | None:
    if scheme.award is None:
        return None
    value = award_range(found)
    if value is None:
        return None
    visited = visits(scheme.award.amount, paid_environments(found))
    return AwardResult(value, scheme.award, scheme.nature, award_steps(visited), award_readings(visited))


def validity_of(scheme: Scheme, on: date, recorded: Recorded) -> Validity:
    """Whether the instrument is in force: an end that nobody has recorded leaves it unverified."""
    start = scheme.in_force_from or scheme.not_before
    if start is not None and on < start:
        return Validity.NOT_YET
    end = recorded.valid_until.get(scheme.policy)
    if end is None:
        return Validity.UNVERIFIED
    return Validity.IN_FORCE if on <= end else Validity.EXPIRED
