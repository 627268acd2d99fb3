"""One question as a card: what is asked and why, how it can be answered, how far the check is."""

from collections.abc import Sequence

from handlers.wording.amounts import amount
from handlers.wording.catalogue import Translator
from handlers.wording.citations import cited, place_with_chapter, short
from handlers.wording.findings import finding_name, finding_place
from handlers.wording.html import Html, Piece, bold, html, join, lines, quote
from handlers.wording.terms import answer_form, requirement, short_title
from rules.engine.citation import Citation
from rules.engine.facts import Fact, Kind
from rules.engine.result import Assessment, Status, Verdict

_MOST_REASONS = 3


def question_card(
    wording: Translator,
    fact: Fact,
    assessments: Sequence[Assessment],
    questions_left: int,
    *,
    why: bool = False,
) -> Html:
    """The question for a fact within a check of one scheme or of several.

    `questions_left` is how many remain at most, this one included. `why` unfolds every article that needs the
    fact; without it the first ones stand on one line.
    """
    blocks: list[Piece] = [
        lines(_heading(wording, assessments, questions_left), progress(wording, assessments)),
        question(wording, fact),
        why_asked(wording, fact, assessments) if why else _why_line(wording, fact, assessments),
    ]
    return join("\n\n", blocks)


def question(wording: Translator, fact: Fact) -> Html:
    """The question itself with its help and how it can be answered."""
    return lines(
        bold(question_text(wording, fact)),
        wording.text(f"fact.{fact.id}.help"),
        hint(wording, fact),
    )


def question_text(wording: Translator, fact: Fact) -> str:
    """The question on one line."""
    return wording.text(f"fact.{fact.id}.question")


def hint(wording: Translator, fact: Fact) -> str:
    """How the question can be answered: by a button, or what to type."""
    if fact.kind is Kind.SET:
        return wording.text("check.hint.set", done=wording.text("button.done"))
    return wording.text(f"check.hint.{answer_form(fact)}")


def progress(wording: Translator, assessments: Sequence[Assessment]) -> str:
    """What is certain so far: of one scheme criteria and money, of several how many are still possible."""
    if len(assessments) != 1:
        impossible = sum(one.verdict is Verdict.INELIGIBLE for one in assessments)
        possible = len(assessments) - impossible
        key = "check.so_far_schemes" if impossible else "check.so_far_no_scheme_out"
        return wording.text(key, possible=possible, impossible=impossible)
    assessment = assessments[0]
    met = sum(one.status is Status.MET and not one.presumed for one in assessment.requirements)
    parts = [wording.plural("check.so_far_met", met)] if met else []
    if assessment.award is not None:
        key = "check.so_far_award" if parts else "award.if_met"
        parts.append(wording.text(key, award=amount(wording, assessment.award)))
    return wording.text("general.list_separator").join(parts)


def why_asked(wording: Translator, fact: Fact, assessments: Sequence[Assessment]) -> Html:
    """Every criterion and award that needs the fact, with its article in full."""
    found = [
        wording.text(
            "check.why_detail",
            scheme=short_title(wording, assessment.scheme),
            place=place_with_chapter(wording, citation),
            text=text,
        )
        for assessment, text, citation in _uses(wording, fact, assessments)
    ]
    found = found or [_why_without_place(wording, fact, assessments)]
    return html(bold(wording.text("check.why_title")), "\n", quote(lines(*found)))


def _heading(wording: Translator, assessments: Sequence[Assessment], questions_left: int) -> Html:
    name = short_title(wording, assessments[0].scheme) if len(assessments) == 1 else wording.text("check.all")
    if questions_left <= 1:
        remaining = wording.text("check.last")
    else:
        remaining = wording.plural("check.remaining", questions_left)
    return wording.html("check.heading", title=bold(name), remaining=remaining)


def _why_line(wording: Translator, fact: Fact, assessments: Sequence[Assessment]) -> str:
    uses = _uses(wording, fact, assessments)
    if not uses:
        return wording.text("check.why_line", items=_why_without_place(wording, fact, assessments))
    if len(assessments) == 1:
        named = [cited(wording, text, citation) for _, text, citation in uses[:_MOST_REASONS]]
    else:
        named = [
            f"{short_title(wording, one.scheme)} {short(wording, citation)}"
            for one, _, citation in uses[:_MOST_REASONS]
        ]
    return wording.text("check.why_line", items=wording.text("general.list_separator").join(named))


def _why_without_place(wording: Translator, fact: Fact, assessments: Sequence[Assessment]) -> str:
    """A fact that no criterion and no award names enters a finding, or only explains other answers."""
    findings = (finding for one in assessments for finding in one.scheme.findings)
    entered = any(finding.decides and fact.id in finding.facts for finding in findings)
    return wording.text("check.why_finding" if entered else "check.why_wording")


def _uses(
    wording: Translator, fact: Fact, assessments: Sequence[Assessment]
) -> list[tuple[Assessment, str, Citation]]:
    """Every place that needs the fact: the criteria in the order of the law, the award, the findings."""
    found: list[tuple[Assessment, str, Citation]] = []
    for assessment in assessments:
        scheme = assessment.scheme
        for criterion in scheme.requirements:
            if fact.id in criterion.facts:
                text = requirement(wording, scheme, criterion, assessment.on)
                found.append((assessment, text, criterion.citation))
        if scheme.award is not None and fact.id in scheme.award.amount.facts:
            found.append((assessment, wording.text("check.why_award"), scheme.award.citation))
        for finding in scheme.findings:
            place = finding_place(finding)
            if finding.decides and place is not None and fact.id in finding.facts:
                found.append((assessment, finding_name(wording, finding), place))
    return found
