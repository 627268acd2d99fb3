"""Which instrument a free-text question speaks of, what it asks, and the articles that answer."""

from handlers.understanding.routing.grams import grams, pairs
from handlers.understanding.routing.models import NO_SEARCH, ClauseSearch, Context, Hit, Intent, Route
from handlers.understanding.routing.plain import plain
from handlers.understanding.routing.routing import route
from handlers.understanding.routing.typos import suggestions

__all__ = [
    "NO_SEARCH",
    "ClauseSearch",
    "Context",
    "Hit",
    "Intent",
    "Route",
    "grams",
    "pairs",
    "plain",
    "route",
    "suggestions",
]
