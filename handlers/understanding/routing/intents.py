"""What a question wants to know."""

from collections.abc import Mapping
from functools import cache

from handlers.understanding.routing.models import Intent
from handlers.understanding.routing.patterns import Pattern, pattern, strength
from handlers.understanding.routing.tables import document
from rules.ledger import Aspect

_ASPECTS: Mapping[Intent, tuple[Aspect, ...]] = {
    Intent.DEADLINE: (Aspect.DEADLINE, Aspect.PROCEDURE, Aspect.VALIDITY),
    Intent.AMOUNT: (Aspect.AWARD,),
    Intent.PROCEDURE: (Aspect.PROCEDURE,),
    Intent.DEFINITION: (Aspect.DEFINITION,),
    Intent.CONDITIONS: (Aspect.CONDITION,),
    Intent.ELIGIBILITY: (Aspect.CONDITION,),
    Intent.DUTY: (Aspect.DUTY, Aspect.CONSEQUENCE, Aspect.SUPERVISION),
    Intent.OTHER: (),
}


def read_intent(text: str) -> Intent:
    """The intent of a plain text; `OTHER` where nothing asks."""
    found = {intent: strength(cues, text) for intent, cues in _cues().items()}
    best = max(found, key=lambda intent: found[intent])
    return best if found[best] else Intent.OTHER


def aspects_of(intent: Intent) -> tuple[Aspect, ...]:
    """The aspects of articles that answer an intent, the nearest first."""
    return _ASPECTS[intent]


@cache
def _cues() -> Mapping[Intent, tuple[Pattern, ...]]:
    return {
        Intent(name): tuple(pattern(each) for each in given["cues"])
        for name, given in document("intents").items()
    }
