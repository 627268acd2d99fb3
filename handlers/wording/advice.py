"""What would change the answer, as the engine has tried it out: an if, never a promise."""

from collections.abc import Iterator
from decimal import Decimal

from handlers.wording.amounts import amount
from handlers.wording.catalogue import Translator
from handlers.wording.terms import label, value
from rules.engine.result import Advice, Assessment, Change


def advice_lines(wording: Translator, assessment: Assessment) -> Iterator[str]:
    """One sentence an advice."""
    for advice in assessment.advice:
        changes = wording.text("advice.and").join(_change(wording, change) for change in advice.changes)
        yield wording.text("advice.if", changes=changes, result=_result(wording, advice))


def _change(wording: Translator, change: Change) -> str:
    key = "advice.becomes"
    if isinstance(change.have, Decimal) and isinstance(change.need, Decimal):
        key = "advice.rises" if change.need > change.have else "advice.falls"
    have, need = value(wording, change.fact, change.have), value(wording, change.fact, change.need)
    return wording.text(key, label=label(wording, change.fact), have=have, need=need)


def _result(wording: Translator, advice: Advice) -> str:
    result = wording.text(f"advice.result.{advice.verdict}")
    if advice.award is None:
        return result
    return wording.text("advice.with_award", result=result, award=amount(wording, advice.award))
