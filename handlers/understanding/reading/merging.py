"""One reading a fact: what agrees is one, what contradicts itself or is of several is not taken."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handlers.understanding.reading.found import Found
from handlers.understanding.reading.models import FactReading, Readings, Unsure
from handlers.understanding.reading.prepared import Prepared
from handlers.understanding.reading.scene import Scene
from rules.engine.situation import State
from rules.schemes import FACTS


def merged(prepared: Prepared, scene: Scene, found: Iterable[Found]) -> Readings:
    """The readings of a text in its order."""
    groups: dict[tuple[str, bool], list[Found]] = {}
    for each in sorted(found, key=lambda each: (each.start, each.end)):
        groups.setdefault((each.fact, each.assumed), []).append(each)
    stated = {fact for fact, assumed in groups if not assumed}
    chosen = [reading for group in groups.values() for reading in _one(scene, group)]
    kept = [each for each in chosen if not each.assumed or each.fact not in stated or _differs(each, groups)]
    kept.sort(key=lambda each: (each.start, each.end))
    return Readings(tuple(_reading(prepared, each) for each in kept))


def _one(scene: Scene, group: list[Found]) -> Iterator[Found]:
    """At most one reading of a fact among those that are said of it."""
    sure = [each for each in group if each.doubt is None and each.state is State.KNOWN]
    # On the line of the law is still said for certain: it counts against another value.
    said = [*sure, *(each for each in group if each.doubt is Unsure.ON_THRESHOLD)]
    values = {each.value for each in said}
    if len(values) > 1:
        doubt = Unsure.SEVERAL if scene.several else Unsure.CONTRADICTION
        yield _unread(said, doubt)
    elif said and scene.several and all(scene.is_of_one(each.start) for each in said):
        yield _unread(said, Unsure.SEVERAL)
    elif said:
        yield said[0]
    elif group:
        unknown = [each for each in group if each.state is State.UNKNOWN]
        doubtful = [each for each in group if each.doubt is not None]
        yield (doubtful or unknown or group)[0]


def _unread(said: list[Found], doubt: Unsure) -> Found:
    first = said[0]
    return replace(first, value=None, state=None, doubt=doubt)


def _differs(each: Found, groups: dict[tuple[str, bool], list[Found]]) -> bool:
    return any(stated.value != each.value for stated in groups[(each.fact, False)])


def _reading(prepared: Prepared, found: Found) -> FactReading:
    said, start, end = prepared.said(found.start, found.end)
    return FactReading(
        FACTS[found.fact],
        found.state,
        found.value,
        said,
        start,
        end,
        sure=found.doubt is None,
        assumed=found.assumed,
        doubt=found.doubt,
    )
