"""The import of an official text in words: what was found, what did not fit, what would change."""

from collections.abc import Iterator, Mapping, Sequence

from handlers.official.difference import Difference, changed_sentences
from handlers.official.receiving import Received, TextRefused
from handlers.official.texts import OfficialText
from handlers.wording.catalogue import Translator
from handlers.wording.citations import place_with_chapter
from handlers.wording.numbers import day
from handlers.wording.people import shown
from rules.engine.citation import Citation

MOST_PLACES = 12
MOST_SENTENCES = 12
LONGEST_SENTENCE = 160
LONGEST_STRAY = 40


def report_lines(wording: Translator, received: Received) -> Iterator[str]:
    """What the text is, how much of it has its place, and what has not."""
    placement = received.placement
    yield official_name(wording, received.scheme)
    yield wording.text("import.placed", articles=len(placement.texts), items=len(placement.items))
    if placement.bare:
        yield wording.text("import.bare", places=places(wording, placement.bare))
    for stray in placement.strays:
        text = shown(" ".join(stray.text.split()), LONGEST_STRAY)
        where = place_with_chapter(wording, stray.citation)
        yield wording.text(f"import.stray.{stray.trouble}", place=where, text=text)
    if placement.missing:
        yield wording.text("import.missing", places=places(wording, placement.missing))


def difference_lines(
    wording: Translator, difference: Difference, before: OfficialText, after: Mapping[Citation, str]
) -> Iterator[str]:
    """What the import changes in the text that is kept, sentence by sentence."""
    when = day(wording, before.imported_on)
    yield wording.text("import.kept", file=shown(before.source), date=when)
    groups = {"added": difference.added, "removed": difference.removed, "changed": difference.changed}
    for name, citations in groups.items():
        if citations:
            yield wording.text(f"import.{name}", places=places(wording, citations))
    for citation in difference.changed:
        yield f"{place_with_chapter(wording, citation)}:"
        yield from _sentences(wording, before.at(citation), after[citation])


def document_refusal(wording: Translator, code: str, params: Mapping[str, object]) -> str:
    """Why a file is not read."""
    safe = {name: shown(value) if isinstance(value, str) else value for name, value in params.items()}
    return wording.text(f"import.file.{code}", **safe)


def text_refusal(wording: Translator, error: TextRefused) -> str:
    """Why a text is not taken."""
    given = error.params.get("given")
    if given is not None:
        choices = wording.listed(error.schemes)
        return wording.text("refusal.unknown_scheme", given=shown(str(given)), choices=choices)
    params = dict(error.params)
    if "expected" in params and isinstance(params["expected"], str):
        params["expected"] = official_name(wording, params["expected"])
    names = "\n".join(official_name(wording, scheme) for scheme in error.schemes)
    return wording.text(f"import.text.{error.code}", schemes=names, **params)


def official_name(wording: Translator, scheme: str) -> str:
    """An instrument by its official title and its id."""
    title = wording.text(f"official.{scheme}.title")
    return wording.text("import.instrument", title=title, scheme=scheme)


def places(wording: Translator, citations: Sequence[Citation]) -> str:
    """Several places in a row; of very many, the first ones and how many there are."""
    named = wording.listed(place_with_chapter(wording, citation) for citation in citations[:MOST_PLACES])
    if len(citations) <= MOST_PLACES:
        return named
    return wording.plural("general.and_more", len(citations), items=named)


def _sentences(wording: Translator, before: str, after: str) -> Iterator[str]:
    changes = list(changed_sentences(before, after))
    for mark, sentence in changes[:MOST_SENTENCES]:
        yield f"  {mark} {shown(sentence, LONGEST_SENTENCE)}"
    if len(changes) > MOST_SENTENCES:
        yield wording.text("import.more_changes", count=len(changes) - MOST_SENTENCES)
