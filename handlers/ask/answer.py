"""The answer to a question in words: what was read, what the rules and the articles say, what is next."""

from collections.abc import Iterable, Iterator, Mapping

from handlers.ask.interrogative import asks
from handlers.ask.places import articles, side_by_side
from handlers.ask.understood import Understood
from handlers.understanding.reading import FactReading
from handlers.wording import terms
from handlers.wording.amounts import award_line
from handlers.wording.card import verdict_line
from handlers.wording.catalogue import Translator
from handlers.wording.html import Html, Piece, bold, html, italic, join, lines
from handlers.wording.people import shown
from handlers.wording.question import question_text
from handlers.wording.reasons import reason
from rules.engine.result import Assessment, Status, Verdict
from rules.engine.situation import Answer
from rules.schemes import SCHEMES


def answer_text(understood: Understood, words: Translator) -> Html:
    """The whole answer."""
    return join("\n\n", answer_blocks(understood, words))


def answer_blocks(understood: Understood, words: Translator) -> list[Html]:
    """The answer in its parts, none of them empty."""
    led = understood.route
    if led.scheme is None and not understood.citations:
        return _outside(understood, words)
    if led.scheme is None and led.candidates:
        found = _which(understood, words)
    elif led.comparison:
        found = side_by_side(understood, words)
    else:
        found = [_verdict(understood, words), *articles(understood, words), _next(understood, words)]
    blocks = [_how_it_was_taken(understood, words), _read(understood, words), *found]
    return [block for block in blocks if block]


def _outside(understood: Understood, words: Translator) -> list[Html]:
    """Not covered: what can be asked instead."""
    uncovered = understood.route.uncovered
    if uncovered:
        what = words.text("ask.uncovered", place=shown(uncovered))
    else:
        what = words.text("ask.outside" if asks(understood.text) else "ask.unclear")
    offered = _titles(words, SCHEMES)
    return [html(what), lines(words.text("ask.offer", schemes=offered), words.text("ask.example"))]


def _titles(words: Translator, names: Iterable[str]) -> str:
    """Short titles in a row; some hold a comma of their own."""
    separator = words.text("general.list_separator")
    return separator.join(terms.short_title(words, SCHEMES[name]) for name in names)


def _which(understood: Understood, words: Translator) -> list[Html]:
    """It is not clear which instrument is meant."""
    names = _titles(words, understood.route.candidates)
    return [html(words.text("ask.which", schemes=names))]


def _how_it_was_taken(understood: Understood, words: Translator) -> Html:
    """What was taken for meant without having been said: a misspelled term, the scheme spoken of before."""
    led = understood.route
    rows: list[Piece] = []
    if led.meant:
        rows.append(italic(words.text("ask.meant", terms=words.listed(shown(term) for term in led.meant))))
    if led.follows and led.scheme is not None:
        rows.append(italic(words.text("ask.follows", scheme=terms.short_title(words, SCHEMES[led.scheme]))))
    return lines(*rows)


def _read(understood: Understood, words: Translator) -> Html:
    """Each reading with its value and its words, the doubtful ones to be confirmed."""
    rows: list[Piece] = [
        *_listed(words, "ask.read", _said(understood, words, understood.facts)),
        *_listed(words, "ask.supposed", _said(understood, words, understood.assumed)),
        *_listed(words, "ask.read_before", _known(words, understood.earlier)),
    ]
    if understood.kept and understood.assessment:
        rows.append(words.plural("ask.kept", len(understood.kept)))
    rows += [doubt(words, reading) for reading in understood.readings.doubtful]
    return lines(*rows)


def _listed(words: Translator, key: str, facts: list[str]) -> Iterator[Piece]:
    if facts:
        yield words.text(key, facts=words.text("general.list_separator").join(facts))


def _said(understood: Understood, words: Translator, taken: Mapping[str, Answer]) -> list[str]:
    """Facts with their values and the words they were read from."""
    return [
        words.text(
            "ask.reading",
            fact=terms.answered(words, reading.fact, taken[reading.fact.id]),
            said=shown(reading.said),
        )
        for reading in understood.readings.readings
        if reading.sure and reading.fact.id in taken
    ]


def _known(words: Translator, taken: Mapping[str, Answer]) -> list[str]:
    facts = {fact.id: fact for scheme in SCHEMES.values() for fact in scheme.facts}
    return [terms.answered(words, facts[name], answer) for name, answer in taken.items() if name in facts]


def doubt(words: Translator, reading: FactReading) -> str:
    """Why a reading was not taken: it is asked whether it is so, or for an exact figure."""
    label, said = terms.label(words, reading.fact), shown(reading.said)
    if reading.value is None:
        return words.text("ask.doubtful", label=label, said=said)
    value = terms.value(words, reading.fact, reading.value)
    return words.text("ask.confirm", label=label, said=said, value=value)


def _verdict(understood: Understood, words: Translator) -> Html:
    """Verdict and award as they are so far, and what rules the asker out."""
    assessment = understood.assessment
    if assessment is None:
        return Html()
    award = award_line(words, assessment)
    return lines(
        bold(terms.title(words, assessment.scheme)),
        verdict_line(words, assessment),
        *_failed(understood, words, assessment),
        html("💰 ", bold(award)) if award else "",
    )


def _failed(understood: Understood, words: Translator, assessment: Assessment) -> Iterator[Html]:
    for result in assessment.requirements:
        if result.status is Status.FAILED:
            name = terms.requirement(words, assessment.scheme, result.requirement, assessment.on)
            yield html("✗ ", reason(words, assessment, result, understood.situation) or name)


def _next(understood: Understood, words: Translator) -> Html:
    """The question that matters next, and that only the authority decides."""
    assessment = understood.assessment
    if assessment is None:
        return Html()
    following = None if assessment.verdict is Verdict.INELIGIBLE else assessment.next
    asked = question_text(words, assessment.scheme.fact(following)) if following else ""
    return lines(
        words.text("ask.next", question=asked) if asked else "",
        html("ⓘ ", words.text("card.authority_decides")),
    )
