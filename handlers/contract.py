"""Assessments as JSON documents: the form that programs read from the command line.

Money and shares are decimal strings, dates ISO, sets lists; a range end that is unbounded is null.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from handlers.wording.advice import advice_result
from handlers.wording.amounts import step_text
from handlers.wording.catalogue import Translator
from rules.engine.facts import Fact, Kind, Value
from rules.engine.interval import Interval, Point, Quantity, as_interval
from rules.engine.result import (
    Advice,
    Assessment,
    AwardResult,
    Distance,
    RequirementResult,
    StepResult,
    Validity,
)
from rules.engine.rounding import to_fen
from rules.engine.scheme import Scheme

Document = dict[str, Any]


def scheme_document(scheme: Scheme, validity: Validity, words: Translator) -> Document:
    """What `shenbao schemes` says of one scheme; `facts` are in asking order."""
    return {
        "id": scheme.id,
        "title": words.text(f"scheme.{scheme.id}.title"),
        "authority": words.text(f"scheme.{scheme.id}.authority"),
        "nature": scheme.nature.value,
        "in_force_from": scheme.in_force_from.isoformat() if scheme.in_force_from else None,
        "validity": validity.value,
        "facts": [fact.id for fact in scheme.facts],
    }


def assessment_document(assessment: Assessment, words: Translator) -> Document:
    """What `shenbao assess` says of one scheme."""
    verdict = assessment.verdict
    return {
        "scheme": assessment.scheme.id,
        "on": assessment.on.isoformat(),
        "validity": assessment.validity.value,
        "verdict": verdict.value if verdict else None,
        "requirements": [_requirement(result) for result in assessment.requirements],
        "award": _award(assessment.award, words) if assessment.award else None,
        "missing": list(assessment.missing),
        "next": assessment.next,
        "findings": {name: _finding(found) for name, found in assessment.findings.items()},
        "advice": list(_advice(assessment.advice, words)),
    }


def value_document(fact: Fact, value: Value) -> Any:
    """A fact's value: money with two decimals, other numbers as they are, a set as a sorted list."""
    if isinstance(value, Decimal):
        return plain(to_fen(value)) if fact.kind is Kind.MONEY else plain(value)
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value


def plain(number: Decimal) -> str:
    """A number without an exponent."""
    return format(number, "f")


def ends(quantity: Quantity) -> tuple[str | None, str | None]:
    """Both ends in yuan, rounded to the fen; `None` where unbounded."""
    span = as_interval(quantity)
    return _money(span.low), _money(span.high)


def _money(point: Point | None) -> str | None:
    return None if point is None else plain(to_fen(point))


def _finding(found: object) -> Any:
    """A range as its two ends, a share or amount with its decimals; lists and groups member by member."""
    if isinstance(found, Interval):
        return {"low": _exact(found.low), "high": _exact(found.high)}
    if isinstance(found, Decimal):
        return plain(to_fen(found))
    if isinstance(found, Mapping):
        return {name: _finding(part) for name, part in found.items()}
    return [_finding(part) for part in found] if isinstance(found, list | tuple) else found


def _exact(point: Point | None) -> str | None:
    return None if point is None else plain(Decimal(point))


def _requirement(result: RequirementResult) -> Document:
    requirement = result.requirement
    return {
        "id": requirement.id,
        "strength": requirement.strength.value,
        "status": result.status.value,
        "citation": requirement.citation.as_dict(),
        "distance": _distance(result.distance) if result.distance else None,
    }


def _distance(distance: Distance) -> Document:
    return {
        "fact": distance.fact.id,
        "have": value_document(distance.fact, distance.have),
        "need": value_document(distance.fact, distance.need),
        "operator": distance.operator,
    }


def _award(award: AwardResult, words: Translator) -> Document:
    low, high = ends(award.value)
    return {
        "low": low,
        "high": high,
        "nature": award.nature.value,
        "per": award.per.value,
        "steps": [_step(step, words) for step in award.steps],
        "readings": [
            {
                "text": words.text(f"reading.{reading.id}"),
                "low": ends(reading.value)[0],
                "high": ends(reading.value)[1],
                "citation": reading.citation.as_dict(),
            }
            for reading in award.readings
        ],
    }


def _step(step: StepResult, words: Translator) -> Document:
    """One step; its value is null while it is still a range."""
    value = None if isinstance(step.value, Interval) else _money(step.value)
    return {"text": step_text(step, words), "value": value, "citation": step.citation.as_dict()}


def _advice(advice: Iterable[Advice], words: Translator) -> Iterable[Document]:
    for entry in advice:
        for change in entry.changes:
            yield {
                "fact": change.fact.id,
                "from": value_document(change.fact, change.have),
                "to": value_document(change.fact, change.need),
                "effect": advice_result(words, entry),
            }
