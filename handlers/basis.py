"""The basis of a result: every criterion with the place in the instrument that it stands on."""

from collections.abc import Iterator

from handlers.flow import detail_of
from handlers.keyboards import Verb
from handlers.ledgers import ledger_of
from handlers.screens import Screen, button, screen
from handlers.session import State
from handlers.wording import terms
from handlers.wording.catalogue import SOURCE, Translator
from handlers.wording.citations import place_with_chapter
from handlers.wording.html import Html, bold, html, italic, lines
from rules.engine.citation import Citation
from rules.engine.result import Assessment, RequirementResult, Status

MARKS = {Status.MET: "✓", Status.FAILED: "✗", Status.UNKNOWN: "?", Status.NOT_APPLICABLE: "–"}


def basis_screen(state: State) -> Screen:
    """Where each criterion and the amount stand, with what the place says in our own words.

    The digests are in the language of the instruments; other languages get the places alone.
    """
    target = detail_of(state.check.view)
    assessment = state.overview(target).assessments[0]
    words = state.words
    head = lines(bold(terms.title(words, assessment.scheme)), words.text("basis.intro"))
    back = (button(words.text("button.back"), Verb.RESULT, target=target),)
    return screen(head, *_criteria(words, assessment), _award(words, assessment), rows=[back])


def _criteria(words: Translator, assessment: Assessment) -> Iterator[Html]:
    for result in assessment.requirements:
        name = terms.requirement(words, assessment.scheme, result.requirement, assessment.on)
        yield lines(html(MARKS[result.status], " ", bold(name)), *_places(words, assessment, result))


def _places(words: Translator, assessment: Assessment, result: RequirementResult) -> Iterator[Html]:
    for citation in (result.requirement.citation, *result.requirement.further):
        yield _place(words, assessment, citation)


def _award(words: Translator, assessment: Assessment) -> Html:
    award = assessment.scheme.award
    if award is None:
        return Html()
    return lines(bold("💰 ", words.text("card.calculation")), _place(words, assessment, award.citation))


def _place(words: Translator, assessment: Assessment, citation: Citation) -> Html:
    place = place_with_chapter(words, citation)
    found = ledger_of(assessment.scheme.id).find(citation) if words.language == SOURCE else None
    return words.html("general.colon", label=place, value=italic(found.digest)) if found else html(place)
