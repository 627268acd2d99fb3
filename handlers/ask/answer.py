"""The answer to a free-text question in words: short, with the citation first."""

from collections.abc import Iterator

from handlers.ask.understood import Understood
from handlers.ledgers import excerpts, ledger_of
from handlers.wording import terms
from handlers.wording.amounts import award_line
from handlers.wording.card import verdict_line
from handlers.wording.catalogue import Translator
from handlers.wording.citations import place
from handlers.wording.html import Html, Piece, bold, html, lines, quote
from handlers.wording.people import shown
from handlers.wording.question import question_text
from handlers.wording.reasons import reason
from rules.engine.citation import Citation
from rules.engine.result import Status, Verdict
from rules.ledger import Article
from rules.schemes import SCHEMES


def answer_text(understood: Understood, words: Translator) -> Html:
    """The whole answer: what was read, what the rules and the articles say, what is asked next."""
    led = understood.route
    if not understood.citations and led.scheme is None:
        return _outside(understood, words)
    blocks = [
        _read(understood, words),
        _verdict(understood, words) if understood.assessment else Html(),
        _articles(understood, words),
        _next(understood, words),
    ]
    return lines(*(block for block in blocks if block))


def _outside(understood: Understood, words: Translator) -> Html:
    """Not covered, or not clear which instrument: what can be asked instead."""
    led = understood.route
    if led.candidates:
        names = words.listed(terms.short_title(words, SCHEMES[name]) for name in led.candidates)
        return html(words.text("ask.which", schemes=names))
    what = (
        words.text("ask.uncovered", place=shown(led.uncovered))
        if led.uncovered
        else words.text("ask.outside")
    )
    offered = words.listed(terms.short_title(words, scheme) for scheme in SCHEMES.values())
    return lines(what, words.text("ask.offer", schemes=offered))


def _read(understood: Understood, words: Translator) -> Html:
    """Each reading with its value, the doubtful ones to be confirmed."""
    taken = {**understood.facts, **understood.assumed}
    known = [
        terms.answered(words, reading.fact, taken[reading.fact.id])
        for reading in understood.readings.readings
        if reading.sure and reading.fact.id in taken
    ]
    doubtful = [
        words.text("ask.doubtful", label=terms.label(words, reading.fact), said=shown(reading.said))
        for reading in understood.readings.doubtful
    ]
    rows: list[Piece] = (
        [words.text("ask.read", facts=words.text("general.list_separator").join(known))] if known else []
    )
    return lines(*rows, *doubtful)


def _verdict(understood: Understood, words: Translator) -> Html:
    assessment = understood.assessment
    if assessment is None:
        return Html()
    award = award_line(words, assessment)
    situation = {**understood.facts, **understood.assumed}
    failed = [
        html(
            "✗ ",
            reason(words, assessment, result, situation)
            or terms.requirement(words, assessment.scheme, result.requirement, assessment.on),
        )
        for result in assessment.requirements
        if result.status is Status.FAILED
    ]
    return lines(
        bold(terms.title(words, assessment.scheme)),
        verdict_line(words, assessment),
        *failed,
        html("💰 ", bold(award)) if award else "",
    )


def _articles(understood: Understood, words: Translator) -> Html:
    """The best article; the second only where nothing was assessed."""
    most = 1 if understood.assessment else 2
    return lines(*(_article(words, name, where) for name, where in understood.citations[:most]))


def _article(words: Translator, name: str, where: Citation) -> Html:
    scheme = SCHEMES.get(name)
    title = terms.short_title(words, scheme) if scheme else words.text(f"excerpt.{name}.title")
    found = (ledger_of(name) if scheme else excerpts()[name]).find(where)
    head = words.text("ask.article", scheme=title, place=place(words, where))
    partial = "" if scheme else words.text("ask.excerpt_only")
    return lines(html("📖 ", head), quote(_digest(found)) if found else "", partial)


def _digest(article: Article) -> str:
    return article.digest


def _next(understood: Understood, words: Translator) -> Html:
    """The question that matters next, and that only the authority decides."""
    assessment = understood.assessment
    rows: list[Piece] = []
    if (
        assessment is not None
        and assessment.verdict is not Verdict.INELIGIBLE
        and assessment.next is not None
    ):
        asked = question_text(words, assessment.scheme.fact(assessment.next))
        rows.append(words.text("ask.next", question=asked))
    return lines(*rows, *_follows(understood, words))


def _follows(understood: Understood, words: Translator) -> Iterator[Piece]:
    scheme = understood.route.scheme
    if understood.route.follows and scheme is not None:
        yield words.text("ask.follows", scheme=terms.short_title(words, SCHEMES[scheme]))
