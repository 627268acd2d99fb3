"""From a free-text question to an instrument, what is asked of it, and the articles that answer."""

from collections.abc import Iterable, Sequence

from handlers.ledgers import ledger_of
from handlers.understanding.language import guess_language
from handlers.understanding.routing import boundaries
from handlers.understanding.routing.evidence import CLEAR, ENOUGH, Evidence, gather
from handlers.understanding.routing.followups import follows
from handlers.understanding.routing.generic import asks_generally, comparing, without_filling
from handlers.understanding.routing.grams import grams, pairs
from handlers.understanding.routing.instruments import excerpt_routes, instruments
from handlers.understanding.routing.intents import aspects_of, read_intent
from handlers.understanding.routing.models import ClauseSearch, Context, Hit, Intent, Route
from handlers.understanding.routing.patterns import strength
from handlers.understanding.routing.plain import plain_from
from handlers.understanding.routing.ranking import MOST, rank
from handlers.understanding.routing.typos import Repair, repair
from rules.engine.citation import Citation
from rules.ledger import Aspect

FLOOR = 0.62
"""The share of a question's character pairs that one clause must hold, where nothing else tells."""
FEWEST = 4
"""Pairs that such a question must have besides the words of asking: fewer agree by chance."""
LEAD = 1.15
"""How much better than the best clause of any other instrument the best one must score."""


def route(text: str, language: str, *, search: ClauseSearch, context: Context | None = None) -> Route:
    """Where a question leads. Total: every text has a route, and the same text always the same one.

    `language` is that of the person; the text's own is read first, and the person's stands where the text has
    too little to tell. At most the first 4,000 characters are read.
    """
    spoken = guess_language(text) or language
    asked = plain_from(text, spoken)
    intent = read_intent(asked)
    if boundaries.elsewhere(asked):
        return _outside(spoken, intent)
    found = gather(asked)
    mended = Repair(asked, ())
    if not _enough(found):
        mended = repair(asked)
        found = gather(mended.text) if mended.meant else found
    question = _Question(spoken, mended.text, intent, found, mended.meant, search)
    return question.routed(context)


def _enough(found: Sequence[Evidence]) -> bool:
    return bool(found) and found[0].weight >= ENOUGH


def _outside(language: str, intent: Intent, uncovered: str | None = None) -> Route:
    return Route(language, intent, None, (), (), None, certain=True, uncovered=uncovered)


class _Question:
    """One question on its way; its methods are the ways it can go, tried in this order."""

    def __init__(
        self,
        language: str,
        text: str,
        intent: Intent,
        found: tuple[Evidence, ...],
        meant: tuple[str, ...],
        search: ClauseSearch,
    ) -> None:
        self.language = language
        self.text = text
        self.intent = intent
        self.found = found
        self.meant = meant
        self.search = search
        self.grams = grams(text)

    def routed(self, context: Context | None) -> Route:
        """The route; each way returns `None` where it does not apply."""
        return (
            self._to_excerpt()
            or self._to_comparison()
            or self._to_uncovered(context)
            or self._to_named(context)
            or self._to_context(context)
            or self._to_general()
            or self._to_found()
            or _outside(self.language, self.intent)
        )

    def _to_excerpt(self) -> Route | None:
        for excerpt in excerpt_routes().values():
            if not any(each.weight(self.text) for each in excerpt.names):
                continue
            if self._names_another():
                return None
            weights = [strength(place.words, self.text) for place in excerpt.places]
            ordered = sorted(range(len(weights)), key=lambda place: -weights[place])
            answering = [excerpt.places[place] for place in ordered if weights[place]] or list(
                excerpt.places[:1]
            )
            citations = tuple((excerpt.id, place.citation) for place in answering[:MOST])
            return Route(self.language, self.intent, None, (), citations, answering[0].aspect, certain=True)
        return None

    def _names_another(self) -> bool:
        """Whether an instrument other than that on IT projects is named: a place is merely mentioned then."""
        return any(each.named and each.instrument != "pj-it-projects" for each in self.found)

    def _to_comparison(self) -> Route | None:
        named = [each for each in self.found if each.named]
        if len(named) < 2 or not comparing(self.text):
            return None
        schemes = tuple(each.instrument for each in named[:MOST])
        first = [(scheme, place) for scheme in schemes for place in self._articles(scheme)[:1]]
        return Route(
            self.language,
            self.intent,
            schemes[0],
            schemes,
            tuple(first[:MOST]),
            self._aspect(schemes[0], first[0][1]),
            certain=False,
            comparison=True,
            meant=self.meant,
        )

    def _to_uncovered(self, context: Context | None) -> Route | None:
        scheme = self.found[0].instrument if _enough(self.found) else None
        if place := boundaries.uncovered_place(self.text, scheme):
            return _outside(self.language, self.intent, place)
        if scheme is not None:
            return None
        programme = boundaries.uncovered_programme(self.text, asked=context is not None)
        return _outside(self.language, self.intent, programme) if programme else None

    def _to_named(self, context: Context | None) -> Route | None:
        if not _enough(self.found):
            return None
        best = self.found[0]
        if context is not None and self._speaks_of(context.scheme):
            return self._continued(context)
        close = [
            each for each in self.found[1:] if each.weight >= ENOUGH and best.weight - each.weight < CLEAR
        ]
        certain = best.named and not close and not self.meant
        return self._answered(best.instrument, [each.instrument for each in close], certain=certain)

    def _to_context(self, context: Context | None) -> Route | None:
        if context is None or context.scheme not in instruments() or not follows(self.text, context.scheme):
            return None
        return self._continued(context)

    def _speaks_of(self, scheme: str) -> bool:
        """Whether an instrument is named about as much as the one that is named most."""
        weights = {each.instrument: each.weight for each in self.found}
        return weights.get(scheme, 0.0) > max(weights.values()) - CLEAR

    def _continued(self, context: Context) -> Route:
        """The answer for the instrument that was spoken of; the intent stays where nothing else is asked."""
        self.intent = context.intent if self.intent is Intent.OTHER else self.intent
        answered = self._answered(context.scheme, [], certain=True)
        return Route(
            answered.language,
            answered.intent,
            answered.scheme,
            answered.candidates,
            answered.citations,
            answered.aspect,
            certain=True,
            meant=self.meant,
            follows=True,
        )

    def _to_general(self) -> Route | None:
        """A question that any instrument could be asked: which one is meant is for the person to say."""
        if not asks_generally(self.text):
            return None
        weighed = [each.instrument for each in self.found]
        rest = [each for each in instruments() if each not in weighed]
        return self._among([*weighed, *rest])

    def _to_found(self) -> Route | None:
        """A question without a name: the clauses decide, if one of them holds enough of it."""
        hits = self.search.find(self.grams)
        content = pairs(grams(without_filling(self.text)))
        if not hits or hits[0].covered < FLOOR or len(content) < FEWEST:
            return None
        best = hits[0]
        others = [hit for hit in hits if hit.instrument != best.instrument]
        if best.instrument not in instruments():
            return Route(
                self.language, self.intent, None, (), ((best.instrument, best.citation),), None, certain=False
            )
        close = [hit.instrument for hit in others if best.score < LEAD * hit.score and hit.covered >= FLOOR]
        if close:
            return self._among(dict.fromkeys((best.instrument, *close)))
        return self._answered(best.instrument, (), certain=False)

    def _among(self, schemes: Iterable[str]) -> Route:
        """One of several, which one is for the person to say."""
        offered = tuple(each for each in schemes if each in instruments())[:MOST]
        citations = tuple((scheme, place) for scheme in offered for place in self._articles(scheme)[:1])
        return Route(
            self.language, self.intent, None, offered, citations, None, certain=False, meant=self.meant
        )

    def _answered(self, scheme: str, others: Sequence[str], *, certain: bool) -> Route:
        places = self._articles(scheme)
        known = [each for each in dict.fromkeys((scheme, *others)) if each in instruments()]
        return Route(
            self.language,
            self.intent,
            scheme,
            tuple(known[:MOST]),
            tuple((scheme, place) for place in places),
            self._aspect(scheme, places[0]) if places else None,
            certain=certain,
            meant=self.meant,
        )

    def _articles(self, scheme: str) -> tuple[Citation, ...]:
        return rank(scheme, self.text, self.intent, self._hits_in(scheme))

    def _hits_in(self, scheme: str) -> Sequence[Hit]:
        return self.search.find(self.grams, (scheme,))

    def _aspect(self, scheme: str, place: Citation) -> Aspect | None:
        """The aspect that the question asks for: that of the article found, or else the intent's own."""
        article = ledger_of(scheme).find(place)
        wanted = aspects_of(self.intent)
        return article.aspect if article else wanted[0] if wanted else None
