"""Reads every fact that a text states."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from handlers.understanding.reading.choices import read_choices, read_places
from handlers.understanding.reading.flags import Flags
from handlers.understanding.reading.found import Found
from handlers.understanding.reading.history import read_awards, read_grades
from handlers.understanding.reading.incidents import timed
from handlers.understanding.reading.measures import Numbers, Thresholds, place
from handlers.understanding.reading.merging import merged
from handlers.understanding.reading.models import Readings
from handlers.understanding.reading.prepared import prepare
from handlers.understanding.reading.scene import Scene
from handlers.understanding.reading.silence import read_unknown
from handlers.understanding.reading.tables import document, pattern

_PURCHASE, _CENTRE = "hlj-compute-purchase", "hlj-computing-centre"
_BOUGHT = re.compile(
    r"(?:买|购买|租用?|租赁|采购)(?:了|的)?[^,。;]{0,12}(?:算力|gpu|云)|算力(?:服务)?(?:采购|租赁|购买)"
    r"|(?:rent|buy|bought|purchas)[^.]{0,30}(?:comput|gpu|cloud)|(?:куп|аренд)[^.]{0,30}(?:вычислит|gpu)"
)


def read_facts(
    text: str, today: date, *, language: str, scheme: str | None = None, thresholds: Thresholds
) -> Readings:
    """What a text says of the asker. Never raises; reads the first 4,000 characters, in linear time.

    `scheme` is the scheme that is spoken of, where that is known: it settles which award 「拿过奖励」 means
    and what a bare 「花了80万」 was spent on. `thresholds` gives the figures of the law for a fact. The words
    of all four languages are read whatever `language` is, since people mix them.
    """
    del language
    prepared = prepare(text)
    scene = Scene(prepared.text)
    spoken_of = contexts(prepared.text, scheme)
    purchase = _PURCHASE in spoken_of
    numbers = place(prepared, text, today)
    found: list[Found] = [
        *Numbers(scene, numbers, spoken_of, purchase, thresholds).read(),
        *timed(scene, Flags(scene, spoken_of).read(), numbers, today),
        *read_choices(scene, spoken_of),
        *read_places(scene),
        *read_grades(scene, spoken_of),
        *read_awards(scene, spoken_of),
        *read_unknown(scene),
    ]
    return merged(prepared, scene, found)


def contexts(text: str, scheme: str | None) -> Collection[str]:
    """The schemes that a prepared text speaks of: the one that is known, else all that its words point to."""
    if scheme is not None:
        return frozenset({scheme.split("/")[0]})
    found = frozenset(_pointed_to(text))
    # A centre costs money as well: there, money was spent on computing only where it was bought or rented.
    if _CENTRE in found and not _BOUGHT.search(text):
        return found - {_PURCHASE}
    return found


def _pointed_to(text: str) -> Iterator[str]:
    for scheme, words in _patterns():
        if words.search(text):
            yield scheme


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = document("scopes")
    named = tuple((scheme, pattern(words)) for scheme, words in rows["contexts"].items())
    return (*named, (_PURCHASE, pattern(rows["words"]["purchase"])))
