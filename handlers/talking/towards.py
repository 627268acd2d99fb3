"""The same question, put to an instrument that the asker has chosen."""

from dataclasses import replace

from handlers.ledgers import ledger_of
from handlers.understanding.routing import ClauseSearch, Route, grams
from handlers.understanding.routing.plain import plain_from
from handlers.understanding.routing.ranking import rank


def towards(led: Route, text: str, scheme: str, search: ClauseSearch) -> Route:
    """The route to one of the candidates: its articles that answer the text best."""
    asked = plain_from(text, led.language)
    places = rank(scheme, asked, led.intent, search.find(grams(asked), (scheme,)))
    article = ledger_of(scheme).find(places[0]) if places else None
    return replace(
        led,
        scheme=scheme,
        candidates=(scheme,),
        citations=tuple((scheme, place) for place in places),
        aspect=article.aspect if article else None,
        certain=True,
        comparison=False,
        uncovered=None,
        meant=(),
        follows=False,
    )
