"""Why one criterion fails or is still open: the distance to a threshold, the answers, what is missing."""

from datetime import date
from decimal import Decimal

from handlers.wording.catalogue import Translator
from handlers.wording.citations import cited
from handlers.wording.numbers import measured
from handlers.wording.terms import answered, label, labels, requirement, value
from rules.engine.facts import Fact
from rules.engine.result import Assessment, Distance, RequirementResult, Status
from rules.engine.scheme import Strength
from rules.engine.situation import Situation, State

_OPERATORS = {">=": "ge", ">": "gt", "<=": "le", "<": "lt", "==": "eq"}


def criterion(wording: Translator, assessment: Assessment, result: RequirementResult) -> str:
    """The short name of a criterion with its article."""
    text = requirement(wording, assessment.scheme, result.requirement, assessment.on)
    if result.requirement.strength is Strength.IN_PRINCIPLE:
        text += wording.text("card.in_principle")
    return cited(wording, text, result.requirement.citation)


def reason(
    wording: Translator, assessment: Assessment, result: RequirementResult, situation: Situation
) -> str:
    """Why a criterion is failed or unknown, in numbers where there are any."""
    if result.distance is not None:
        return distance(wording, result.distance)
    facts = [fact for fact in assessment.scheme.facts if fact.id in result.requirement.facts]
    if result.status is Status.FAILED:
        return _given(wording, facts, situation)
    return _open(wording, facts, situation)


def distance(wording: Translator, far: Distance) -> str:
    """How far a figure is from its threshold: what is given, what is needed, and the difference."""
    name = _OPERATORS[far.operator]
    words = {"label": label(wording, far.fact), "have": value(wording, far.fact, far.have)}
    words["need"] = value(wording, far.fact, far.need)
    if isinstance(far.have, date):
        return wording.text(f"distance.date.{name}", **words)
    if isinstance(far.have, Decimal) and isinstance(far.need, Decimal):
        if far.have == far.need:
            return wording.text(f"distance.{name}_equal", **words)
        words["gap"] = measured(wording, far.fact.unit, abs(far.have - far.need))
    return wording.text(f"distance.{name}", **words)


def _given(wording: Translator, facts: list[Fact], situation: Situation) -> str:
    known = [fact for fact in facts if fact.id in situation and situation[fact.id].state is State.KNOWN]
    given = (answered(wording, fact, situation[fact.id]) for fact in known)
    return wording.text("general.list_separator").join(given)


def _open(wording: Translator, facts: list[Fact], situation: Situation) -> str:
    """What the applicant does not know, what else is needed, or that the text itself leaves it open.

    Nothing where no answer has been given at all: the card says elsewhere what is missing.
    """
    asked = [fact for fact in facts if fact.presumed is None]
    missing = [fact for fact in asked if fact.id not in situation]
    unknown = [fact for fact in asked if fact.id in situation and situation[fact.id].state is State.UNKNOWN]
    if asked == missing:
        return ""
    if not missing and not unknown:
        return wording.text("card.reason_open", answers=_given(wording, asked, situation))
    parts = (("card.reason_said_unknown", unknown), ("card.reason_missing", missing))
    named = [wording.text(key, facts=labels(wording, some)) for key, some in parts if some]
    return wording.text("general.list_separator").join(named)
