"""When a security incident was: within three years it is the one fact, at any time the other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from handlers.understanding.reading.figures import Placed
from handlers.understanding.reading.found import Found
from handlers.understanding.reading.scene import Scene
from handlers.understanding.units import Unit

_RECORD, _RECENT = "security_bad_record", "security_incident_3y"
_THREE_YEARS = re.compile(
    r"(?:近|最近|过去|这)(?:的)?(?:三|3|两|2|一)年(?:来|内|里|以内)?"
    r"|三年(?:以?内|之内)|(?:last|past) (?:three|3|two|2) years"
    r"|последни[а-я]+ (?:три|3) год"
)
_WITHIN = 3


def timed(scene: Scene, flags: Iterable[Found], numbers: list[Placed], today: date) -> Iterator[Found]:
    """The flags, with incidents told apart by when they were."""
    for found in flags:
        if found.fact != _RECORD or found.value is None:
            yield found
            continue
        recent = _is_recent(scene, found, numbers, today)
        if (found.value is True and recent is True) or (found.value is False and recent is True):
            yield replace(found, fact=_RECENT)
        else:
            yield found
            if found.value is False and recent is None:
                yield replace(found, fact=_RECENT)


def _is_recent(scene: Scene, found: Found, numbers: list[Placed], today: date) -> bool | None:
    """Whether the clause puts it within three years; `None` where it gives no time."""
    clause = scene.view(found.start).clause
    if _THREE_YEARS.search(clause.text):
        return True
    for number in numbers:
        if number.quantity.unit is Unit.DATE and clause.start <= number.start < clause.end:
            return _within(str(number.quantity.value), today)
    return None


def _within(said: str, today: date) -> bool:
    """Whether all of a year, a month or a day is less than three years ago."""
    if not said[:4].isdigit():
        return False
    earliest = f"{today.year - _WITHIN:04d}{today.isoformat()[4:]}"
    return said + "-01-01"[len(said) - 4 :] > earliest
