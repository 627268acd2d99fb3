"""Which articles of an instrument answer a question, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.understanding.routing.instruments import Instrument, instruments, topics
from handlers.understanding.routing.intents import aspects_of
from handlers.understanding.routing.models import Hit, Intent
from handlers.understanding.routing.patterns import strength
from rules.engine.citation import Citation
from rules.ledger import Aspect

MOST = 3
_BY_RANK = (1.0, 0.65, 0.45)
_WORDS = 1.1
_OWN = 1.5
_IN_KIND = 0.7
_TOPIC_IN_KIND = 0.9
_SEARCH = 1.2
# The award is named in most questions, also in those that ask for something else.
_NOT_OF_MONEY = frozenset(
    {Intent.ELIGIBILITY, Intent.CONDITIONS, Intent.DEADLINE, Intent.PROCEDURE, Intent.DEFINITION, Intent.DUTY}
)
_BESIDE = 0.5
# Topics that nearly every question touches; the others tell more.
_GENERAL = frozenset({"award", "condition", "procedure", "definition", "duties", "purpose", "validity"})
_PARTICULAR = 1.3
_STANDS_FOR = {"bare_award": "award"}
_BARE = 0.4
_STANDS_OUT = 0.6
_EXPECTED = (0.4, 0.2, 0.1)
_TOPICS_BY_INTENT = {
    Intent.AMOUNT: ("award", "condition"),
    Intent.ELIGIBILITY: ("condition", "award"),
    Intent.CONDITIONS: ("condition", "award"),
    Intent.DEADLINE: ("call", "validity", "procedure"),
    Intent.PROCEDURE: ("procedure",),
    Intent.DEFINITION: ("definition", "condition"),
    Intent.DUTY: ("duties", "fraud"),
    Intent.OTHER: ("award", "condition", "procedure"),
}


def rank(scheme: str, text: str, intent: Intent, hits: Sequence[Hit]) -> tuple[Citation, ...]:
    """At most three places of an instrument, best first, each of another article."""
    instrument = instruments()[scheme]
    scores: dict[Citation, float] = {}
    for citation, score in _scored(instrument, text, intent, hits):
        scores[citation] = scores.get(citation, 0.0) + score
    return _best(instrument, scores)


def _scored(
    instrument: Instrument, text: str, intent: Intent, hits: Sequence[Hit]
) -> Iterable[tuple[Citation, float]]:
    yield from _from_topics(instrument, text, intent)
    yield from _from_places(instrument, text, intent)
    yield from _from_search(instrument, hits)
    for expected, name in zip(_EXPECTED, _TOPICS_BY_INTENT[intent], strict=False):
        for rank_, citation in zip(_BY_RANK, instrument.topics.get(name, ()), strict=False):
            yield citation, expected * rank_


def _from_topics(instrument: Instrument, text: str, intent: Intent) -> Iterable[tuple[Citation, float]]:
    for name, topic in topics().items():
        citations = instrument.topics.get(_STANDS_FOR.get(name, name), ())
        weight = strength(topic.cues, text) * _weight_of(name)
        if weight:
            kind = _TOPIC_IN_KIND if topic.aspect in aspects_of(intent) else 0.0
            if topic.aspect is Aspect.AWARD and intent in _NOT_OF_MONEY:
                weight *= _BESIDE
            for rank_, citation in zip(_BY_RANK, citations, strict=False):
                yield citation, (weight + kind) * rank_


def _weight_of(name: str) -> float:
    if name in _STANDS_FOR:
        return _BARE
    return 1.0 if name in _GENERAL else _PARTICULAR


def _from_places(instrument: Instrument, text: str, intent: Intent) -> Iterable[tuple[Citation, float]]:
    for place in instrument.places:
        weight = _OWN * strength(place.own, text) + _WORDS * strength(place.words, text)
        if weight:
            yield place.citation, weight + (_IN_KIND if _answers(place.aspect, intent) else 0.0)


def _from_search(instrument: Instrument, hits: Sequence[Hit]) -> Iterable[tuple[Citation, float]]:
    own = [hit for hit in hits if hit.instrument == instrument.id]
    for hit in own[:4]:
        yield hit.citation, _SEARCH * hit.covered * hit.score / own[0].score if own[0].score else 0.0


def _answers(aspect: Aspect, intent: Intent) -> bool:
    return aspect in aspects_of(intent)[:2]


def _best(instrument: Instrument, scores: dict[Citation, float]) -> tuple[Citation, ...]:
    """The best articles: what speaks for its items counts for an article, the best item is cited."""
    together: dict[Citation, float] = {}
    for citation, score in scores.items():
        whole = _article_of(citation)
        together[whole] = together.get(whole, 0.0) + score
    ordered = sorted(together, key=lambda whole: -together[whole])[:MOST]
    return tuple(_cited(whole, scores) for whole in ordered)


def _cited(whole: Citation, scores: dict[Citation, float]) -> Citation:
    """The item that answers, where one stands out; else the article."""
    items = sorted(
        (each for each in scores if each.item and _article_of(each) == whole), key=lambda each: -scores[each]
    )
    if not items or scores[items[0]] < _STANDS_OUT * scores.get(whole, 0.0):
        return whole
    return items[0]


def _article_of(citation: Citation) -> Citation:
    """The article that an item is part of; in an instrument of sections an item stands for itself."""
    return citation if citation.section else replace(citation, item="")
