"""What the articles say to a question: the place first, then the answer in short, then the digest."""

from collections.abc import Iterator

from handlers.ask.digests import digest, is_foreign
from handlers.ask.understood import Place, Understood
from handlers.ledgers import excerpts, ledger_of
from handlers.understanding.routing import Intent
from handlers.wording import terms
from handlers.wording.browse import procedure_card
from handlers.wording.catalogue import Translator
from handlers.wording.citations import place
from handlers.wording.html import Html, Piece, bold, html, lines, quote
from rules.engine.assess import assess
from rules.engine.citation import Citation
from rules.engine.scheme import Scheme
from rules.ledger import Article, Ledger
from rules.schemes import SCHEMES

_OF_CRITERIA = frozenset({Intent.ELIGIBILITY, Intent.CONDITIONS, Intent.OTHER})


def articles(understood: Understood, words: Translator) -> list[Html]:
    """The best article with what it says; a second one where nothing was assessed or listed."""
    found = understood.citations
    if not found:
        return []
    led = understood.route
    listed = led.intent is Intent.PROCEDURE and led.scheme is not None
    shown = found[: 1 if understood.assessment or listed else 2]
    blocks = [
        lines(_heading(words, where), *_directly(understood, words, where), *_digest(words, where))
        for where in shown
    ]
    note = words.text("ask.digest_in_chinese") if is_foreign(words) else ""
    return [block for block in (*blocks, _steps(understood, words), html(note)) if block]


def side_by_side(understood: Understood, words: Translator) -> list[Html]:
    """Several instruments, one below the other, each with what answers the question."""
    first: dict[str, Citation] = {}
    for name, where in understood.citations:
        first.setdefault(name, where)
    blocks = []
    for name in understood.route.candidates:
        scheme = SCHEMES[name]
        about = [terms.summary(words, scheme, understood.on)]
        at = (name, first[name]) if name in first else None
        cited: list[Piece] = [_heading(words, at, named=False), *_digest(words, at)] if at else []
        blocks.append(lines(bold(terms.title(words, scheme)), *about, *cited))
    note = words.text("ask.digest_in_chinese") if is_foreign(words) else ""
    return [block for block in (*blocks, html(note)) if block]


def _heading(words: Translator, where: Place, *, named: bool = True) -> Html:
    name, citation = where
    scheme = SCHEMES.get(name)
    title = terms.short_title(words, scheme) if scheme else words.text(f"excerpt.{name}.title")
    spot = place(words, citation)
    text = words.text("ask.article", scheme=title, place=spot) if named else spot
    return html("📖 ", bold(text))


def _directly(understood: Understood, words: Translator, where: Place) -> Iterator[Piece]:
    """The answer in a line or two of the reader's language, as far as the rules themselves know it."""
    name, citation = where
    scheme = SCHEMES.get(name)
    if scheme is None:
        yield words.text("ask.excerpt_only")
        return
    intent = understood.route.intent
    if is_foreign(words) and intent is Intent.AMOUNT:
        yield terms.summary(words, scheme, understood.on)
    elif is_foreign(words) and intent in _OF_CRITERIA:
        yield from _criteria(understood, words, scheme, citation)
    if intent is Intent.DEADLINE and where == understood.citations[0] and _is_of_validity(name, citation):
        state = assess(scheme, {}, understood.on).validity
        yield terms.validity(words, scheme, state, understood.on)


def _criteria(understood: Understood, words: Translator, scheme: Scheme, citation: Citation) -> Iterator[str]:
    """The criteria of an article by their names: these are there in every language."""
    for criterion in scheme.requirements:
        if _is_within(criterion.citation, citation):
            yield f"· {terms.requirement(words, scheme, criterion, understood.on)}"


def _is_within(inner: Citation, outer: Citation) -> bool:
    same = (inner.chapter, inner.section, inner.article) == (outer.chapter, outer.section, outer.article)
    return same and outer.item in ("", inner.item)


def _is_of_validity(name: str, citation: Citation) -> bool:
    found = ledger_of(name).find(citation)
    return found is not None and found.aspect == "validity"


def _digest(words: Translator, where: Place) -> Iterator[Piece]:
    found = _ledger(where[0]).find(where[1])
    if found is not None:
        yield quote(_text(words, found))


def _text(words: Translator, article: Article) -> str:
    return digest(words, article.digest)


def _ledger(name: str) -> Ledger:
    return ledger_of(name) if name in SCHEMES else excerpts()[name]


def _steps(understood: Understood, words: Translator) -> Html:
    """The procedure, for whoever asks how to go about it."""
    scheme = SCHEMES.get(understood.route.scheme or "")
    if scheme is None or not scheme.procedure or understood.route.intent is not Intent.PROCEDURE:
        return Html()
    _, steps = procedure_card(words, scheme)
    return lines(bold(words.text("browse.procedure")), steps)
