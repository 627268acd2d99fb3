"""The answer to "which fit us?": several assessments, from the most to the least promising."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from handlers.wording.amounts import award_line
from handlers.wording.card import VERDICT_ICONS
from handlers.wording.catalogue import Translator
from handlers.wording.html import Html, bold, html, join, lines
from handlers.wording.numbers import day
from handlers.wording.reasons import criterion
from handlers.wording.splitting import split
from handlers.wording.terms import labels, short_title
from rules.engine.interval import as_interval
from rules.engine.result import Assessment, Status, Verdict

_PROMISE = (Verdict.ELIGIBLE, Verdict.UNDETERMINED, Verdict.DOUBTFUL, None, Verdict.INELIGIBLE)
_MOST_FAILED = 3


def ranked(assessments: Iterable[Assessment]) -> list[Assessment]:
    """From the most to the least promising: by verdict, then by the most that can be paid."""
    return sorted(assessments, key=_promise)


def list_card(wording: Translator, assessments: Sequence[Assessment]) -> list[Html]:
    """Every scheme with its verdict, what it may pay and what is missing, the most promising first."""
    order = ranked(assessments)
    count = wording.plural("list.count", len(order))
    head = lines(bold(wording.text("list.title")), count)
    foot = [wording.text("list.more")]
    if order:
        foot.append(wording.text("card.as_of", date=day(wording, order[0].on)))
    foot.append(wording.text("card.authority_decides"))
    return split([head, *(_entry(wording, assessment) for assessment in order), lines(*foot)])


def _promise(assessment: Assessment) -> tuple[int, Decimal, int]:
    award = assessment.award
    most = as_interval(award.value).high if award else Decimal(0)
    highest = Decimal("Infinity") if most is None else Decimal(most)
    return (_PROMISE.index(assessment.verdict), -highest, assessment.scheme.position)


def _entry(wording: Translator, assessment: Assessment) -> Html:
    scheme, verdict = assessment.scheme, assessment.verdict
    icon = "▫️" if verdict is None else VERDICT_ICONS[verdict]
    nature = wording.text(f"nature.short.{scheme.nature}")
    said = "" if verdict is None else wording.text(f"verdict.short.{verdict}")
    if verdict is Verdict.INELIGIBLE:
        details = [_failed(wording, assessment)]
    else:
        award = award_line(wording, assessment)
        details = [f"💰 {award}" if award else "", _missing(wording, assessment)]
    heading = join(" · ", (bold(short_title(wording, scheme)), said, nature))
    return lines(html(icon, " ", heading), *details)


def _missing(wording: Translator, assessment: Assessment) -> str:
    if not assessment.missing:
        return ""
    facts = [assessment.scheme.fact(fact_id) for fact_id in assessment.missing]
    return wording.text("card.missing", facts=labels(wording, facts, most=3))


def _failed(wording: Translator, assessment: Assessment) -> str:
    failed = [result for result in assessment.requirements if result.status is Status.FAILED]
    named = [criterion(wording, assessment, result) for result in failed[:_MOST_FAILED]]
    text = wording.text("general.list_separator").join(named)
    if len(failed) > _MOST_FAILED:
        text = wording.plural("general.and_more", len(failed), items=text)
    return wording.text("list.failed", items=text)
