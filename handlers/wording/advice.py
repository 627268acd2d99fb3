"""What would change the answer, as the engine has tried it out: an if, never a promise."""

from collections.abc import Iterator
from decimal import Decimal

from handlers.wording.amounts import amount
from handlers.wording.catalogue import Translator
from handlers.wording.terms import label, requirement, value
from rules.engine.result import Advice, Assessment, Change, RequirementResult, Status, Verdict

_FAILED = frozenset({Verdict.INELIGIBLE, Verdict.DOUBTFUL})


def advice_heading(assessment: Assessment) -> str:
    """The key of what the advice is for: to qualify at all, or to get more."""
    return "card.advice" if assessment.verdict in _FAILED else "card.advice_more"


def advice_lines(wording: Translator, assessment: Assessment) -> Iterator[str]:
    """One sentence an advice."""
    for advice in assessment.advice:
        changes = wording.text("advice.and").join(_change(wording, change) for change in advice.changes)
        result = advice_result(wording, advice)
        if assessment.verdict not in _FAILED and advice.award is not None:
            result = wording.text("advice.more", award=amount(wording, advice.award))
        yield wording.text("advice.if", changes=changes, result=result)
    fixed = [result for result in assessment.requirements if _is_fixed(result)]
    if fixed and not assessment.advice:
        criteria = wording.listed(
            requirement(wording, assessment.scheme, result.requirement, assessment.on) for result in fixed
        )
        yield wording.text("advice.cannot", criteria=criteria)


def _is_fixed(result: RequirementResult) -> bool:
    """A failed criterion that no change of a figure can mend."""
    return result.status is Status.FAILED and not (result.distance and result.distance.fact.changeable)


def _change(wording: Translator, change: Change) -> str:
    key = "advice.becomes"
    if isinstance(change.have, Decimal) and isinstance(change.need, Decimal):
        key = "advice.rises" if change.need > change.have else "advice.falls"
    have, need = value(wording, change.fact, change.have), value(wording, change.fact, change.need)
    return wording.text(key, label=label(wording, change.fact), have=have, need=need)


def advice_result(wording: Translator, advice: Advice) -> str:
    """What the changes of an advice lead to."""
    result = wording.text(f"advice.result.{advice.verdict}")
    if advice.award is None:
        return result
    return wording.text("advice.with_award", result=result, award=amount(wording, advice.award))
