"""What a question wants to know."""

from collections.abc import Iterable, Mapping
from functools import cache

from handlers.understanding.routing.models import Intent
from handlers.understanding.routing.patterns import Pattern, pattern
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
    found = {intent: _weight(firm, loose, text) for intent, (firm, loose) in _cues().items()}
    best = max(found, key=lambda intent: found[intent])
    return best if found[best] else Intent.OTHER


def aspects_of(intent: Intent) -> tuple[Aspect, ...]:
    """The aspects of articles that answer an intent, the nearest first."""
    return _ASPECTS[intent]


def cue_words() -> frozenset[str]:
    """Every word of the cues."""
    patterns = (each for firm, loose in _cues().values() for each in (*firm, *loose))
    return frozenset(word for each in patterns for group in each.groups for word in group)


def _weight(firm: tuple[Pattern, ...], loose: tuple[Pattern, ...], text: str) -> float:
    """Firm cues weigh 2, loose ones 1, and longer words a little more."""
    if length := _longest(firm, text):
        return 2 + length / 20
    length = _longest(loose, text)
    return 1 + length / 20 if length else 0.0


def _longest(cues: tuple[Pattern, ...], text: str) -> int:
    return min(
        max((len(word) for each in cues if each.weight(text) for word in each.words(text)), default=0), 9
    )


@cache
def _cues() -> Mapping[Intent, tuple[tuple[Pattern, ...], tuple[Pattern, ...]]]:
    return {
        Intent(name): (_patterns(given["firm"]), _patterns(given["loose"]))
        for name, given in document("intents").items()
    }


def _patterns(written: Iterable[str]) -> tuple[Pattern, ...]:
    return tuple(pattern(each) for each in written)
