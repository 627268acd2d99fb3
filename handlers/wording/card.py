"""The result card of one assessment, to be read on a phone: what is decided first, what is in order last."""

from collections.abc import Iterator

from handlers.wording.advice import advice_heading, advice_lines
from handlers.wording.amounts import award_line, calculation
from handlers.wording.catalogue import Translator
from handlers.wording.citations import cited
from handlers.wording.findings import findings_lines
from handlers.wording.html import Html, Piece, bold, html, lines, quote
from handlers.wording.numbers import day
from handlers.wording.reasons import criterion, reason
from handlers.wording.splitting import split
from handlers.wording.terms import labels, note, own_key, title, validity
from rules.engine.result import Assessment, RequirementResult, Status, Verdict
from rules.engine.situation import Situation

VERDICT_ICONS = {
    Verdict.ELIGIBLE: "✅",
    Verdict.INELIGIBLE: "❌",
    Verdict.DOUBTFUL: "⚠️",
    Verdict.UNDETERMINED: "❔",
}
_MET, _FAILED, _UNKNOWN = "✓", "✗", "?"


def card(wording: Translator, assessment: Assessment, situation: Situation, receipt: str = "") -> list[Html]:
    """The whole answer as messages: one in the normal case. `receipt` is the short name of its ground."""
    return split(blocks(wording, assessment, situation, receipt))


def card_plain(wording: Translator, assessment: Assessment, situation: Situation, receipt: str = "") -> str:
    """The same as plain text, for copying and for a terminal."""
    return "\n\n".join(block.plain for block in blocks(wording, assessment, situation, receipt))


def blocks(
    wording: Translator, assessment: Assessment, situation: Situation, receipt: str = ""
) -> list[Html]:
    """The parts of the card, each a block of lines."""
    made = (
        _head(wording, assessment),
        _headed(wording, "findings.title", findings_lines(wording, assessment)),
        _open_criteria(wording, assessment, situation),
        _headed(wording, "card.calculation", calculation(wording, assessment)),
        _criteria_in_order(wording, assessment),
        _headed(wording, advice_heading(assessment), advice_lines(wording, assessment)),
        _headed(wording, "card.notes", _notes(wording, assessment)),
        _procedure(wording, assessment),
        _foot(wording, assessment, receipt),
    )
    return [block for block in made if block]


def verdict_line(wording: Translator, assessment: Assessment) -> Html:
    """The verdict with its icon; nothing for an assessment that has none."""
    if assessment.verdict is None:
        return Html()
    icon = VERDICT_ICONS[assessment.verdict]
    return html(icon, " ", bold(wording.text(f"verdict.{assessment.verdict}")))


def _head(wording: Translator, assessment: Assessment) -> Html:
    scheme = assessment.scheme
    concerned = assessment.verdict not in {None, Verdict.INELIGIBLE}
    nature = wording.text(f"nature.{scheme.nature}") if concerned else ""
    award = award_line(wording, assessment)
    missing = [scheme.fact(fact_id) for fact_id in assessment.missing]
    return lines(
        bold(title(wording, scheme)),
        verdict_line(wording, assessment),
        html("💰 ", bold(award)) if award else "",
        nature,
        wording.text("card.missing", facts=labels(wording, missing)) if missing else "",
    )


def _open_criteria(wording: Translator, assessment: Assessment, situation: Situation) -> Html:
    """Each criterion that fails or is open on a line of its own, with the reason.

    Once one fails, what else was not asked yet no longer matters and is only counted.
    """
    shown: list[Piece] = [
        _line(wording, _FAILED, assessment, result, situation) for result in _with(assessment, Status.FAILED)
    ]
    unknown = _with(assessment, Status.UNKNOWN)
    if assessment.verdict is Verdict.INELIGIBLE and unknown:
        shown.append(f"{_UNKNOWN} {wording.plural('card.unchecked', len(unknown))}")
    else:
        shown += [_line(wording, _UNKNOWN, assessment, result, situation) for result in unknown]
    return lines(*shown)


def _line(
    wording: Translator, mark: str, assessment: Assessment, result: RequirementResult, situation: Situation
) -> Html:
    """A missed threshold says it all by itself; otherwise the reason stands below the criterion."""
    why = reason(wording, assessment, result, situation)
    if result.distance is not None:
        return html(mark, " ", bold(cited(wording, why, result.requirement.citation)))
    name = criterion(wording, assessment, result)
    return html(mark, " ", bold(name), "\n    " if why else "", why)


def _criteria_in_order(wording: Translator, assessment: Assessment) -> Html:
    met = [result for result in _with(assessment, Status.MET) if not result.presumed]
    presumed = [result for result in _with(assessment, Status.MET) if result.presumed]
    excused = _with(assessment, Status.NOT_APPLICABLE)
    return lines(
        html(_MET, " ", wording.plural("card.met", len(met))) if met else "",
        quote(_criteria(wording, assessment, met), expandable=True) if met else "",
        _summed(wording, "card.presumed", assessment, presumed),
        _summed(wording, "card.not_applicable", assessment, excused),
    )


def _summed(wording: Translator, key: str, assessment: Assessment, results: list[RequirementResult]) -> str:
    if not results:
        return ""
    items = _criteria(wording, assessment, results)
    return f"{_MET} {wording.plural(key, len(results), items=items)}"


def _criteria(wording: Translator, assessment: Assessment, results: list[RequirementResult]) -> str:
    return wording.text("general.list_separator").join(
        criterion(wording, assessment, result) for result in results
    )


def _with(assessment: Assessment, status: Status) -> list[RequirementResult]:
    return [result for result in assessment.requirements if result.status is status]


def _notes(wording: Translator, assessment: Assessment) -> Iterator[str]:
    """What the text leaves open; it no longer matters to whoever is ruled out."""
    if assessment.verdict is Verdict.INELIGIBLE:
        return
    for note_id in assessment.scheme.notes:
        yield note(wording, assessment.scheme, note_id, assessment.on)


def _headed(wording: Translator, key: str, shown: Iterator[str]) -> Html:
    """A heading with its lines; nothing where there are none."""
    items = list(shown)
    if not items:
        return Html()
    return lines(bold(wording.text(key)), *(f"· {item}" for item in items))


def _procedure(wording: Translator, assessment: Assessment) -> Html:
    """What comes next, for whoever is not ruled out."""
    if assessment.verdict is Verdict.INELIGIBLE or not assessment.scheme.procedure:
        return Html()
    return html(bold(wording.text("card.next")), "\n", quote(procedure(wording, assessment), expandable=True))


def procedure(wording: Translator, assessment: Assessment) -> Html:
    """The steps of the procedure in the order of the instrument, with the body that acts."""
    scheme = assessment.scheme
    return lines(
        *(
            wording.text(
                "card.step",
                n=number,
                text=wording.text(own_key(wording, "procedure", scheme, step.id)),
                body=wording.text(f"body.{step.body}"),
            )
            for number, step in enumerate(scheme.procedure, 1)
        )
    )


def _foot(wording: Translator, assessment: Assessment, receipt: str) -> Html:
    return lines(
        f"ⓘ {validity(wording, assessment.scheme, assessment.validity, assessment.on)}",
        wording.text("card.as_of", date=day(wording, assessment.on)),
        wording.text("card.authority_decides"),
        wording.text("card.receipt", id=receipt) if receipt else "",
    )
