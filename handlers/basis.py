"""The basis of a result: every place in the instrument that it rests on, with what follows from it."""

from collections.abc import Iterator

from handlers.flow import detail_of
from handlers.keyboards import Verb
from handlers.ledgers import ledger_of
from handlers.official.texts import OfficialText
from handlers.screens import Screen, button, screen
from handlers.session import State
from handlers.wording import terms
from handlers.wording.browse import official_quote
from handlers.wording.catalogue import SOURCE, Translator
from handlers.wording.citations import place_with_chapter
from handlers.wording.findings import finding_name, finding_place
from handlers.wording.html import Html, bold, lines
from rules.engine.citation import Citation
from rules.engine.result import Assessment, Status

WORDING = 400
"""UTF-16 units of official wording that are shown of a place."""
MARKS = {Status.MET: "✓", Status.FAILED: "✗", Status.UNKNOWN: "?", Status.NOT_APPLICABLE: "–"}


def basis_screen(state: State) -> Screen:
    """Every place that the result rests on, once: what it says in our own words, what follows from it.

    The digests are in the language of the instruments; other languages get the places alone. The official
    wording stands below where it was imported.
    """
    target = detail_of(state.check.view)
    assessment = state.overview(target)[0]
    words = state.words
    head = lines(bold(terms.title(words, assessment.scheme)), words.text("basis.intro"))
    back = (button(words.text("button.back"), Verb.RESULT, target=target),)
    return screen(head, *_places(words, assessment, state.official), rows=[back])


def _places(words: Translator, assessment: Assessment, official: OfficialText | None) -> Iterator[Html]:
    follows: dict[Citation, list[str]] = {}
    for result in assessment.requirements:
        name = terms.requirement(words, assessment.scheme, result.requirement, assessment.on)
        for citation in (result.requirement.citation, *result.requirement.further):
            follows.setdefault(citation, []).append(f"{MARKS[result.status]} {name}")
    award = assessment.scheme.award
    if award is not None:
        follows.setdefault(award.citation, []).append(f"💰 {words.text('card.calculation')}")
    for finding in assessment.scheme.findings:
        place = finding_place(finding, assessment.findings.get(finding.id))
        if place is not None:
            follows.setdefault(place, []).append(f"· {finding_name(words, finding)}")
    for citation, named in follows.items():
        wording = official_quote(words, official, citation, WORDING)
        digest = _digest(words, assessment, citation)
        yield lines(bold(place_with_chapter(words, citation)), digest, wording, *named)


def _digest(words: Translator, assessment: Assessment, citation: Citation) -> str:
    found = ledger_of(assessment.scheme.id).find(citation) if words.language == SOURCE else None
    return found.digest if found else ""
