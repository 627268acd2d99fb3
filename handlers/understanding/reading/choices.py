"""Facts with named values: the kind of applicant, of enterprise, of project; where it is registered."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from handlers.understanding.reading.found import Found
from handlers.understanding.reading.models import Unsure
from handlers.understanding.reading.negation import is_denied
from handlers.understanding.reading.scene import Scene, Stance
from handlers.understanding.reading.tables import document, pattern
from rules.engine.situation import State

_PILOT_ZONE = frozenset({"project_kind", "progress", "change_kind"})
_READ = frozenset({Stance.STATED, Stance.ASSUMED})
_NEAR = 12
_DENIED_INSIDE = re.compile(r"(?<![а-я])не(?![а-я])|\bnot\b|n't\b")


@cache
def _kinds() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (fact, value, pattern(words))
        for fact, rows in document("choices").items()
        for value, words in rows.items()
    )


def read_choices(scene: Scene, contexts: Collection[str]) -> Iterator[Found]:
    """Every choice that is named of the asker; one that is denied is not read."""
    for fact, value, words in _kinds():
        if fact in _PILOT_ZONE and "zj-future-industry" not in contexts:
            continue
        for match in words.finditer(scene.text):
            stance = scene.stance(match.start())
            before = scene.text[scene.view(match.start()).clause.start : match.start()]
            denied = is_denied(before) or _DENIED_INSIDE.search(match.group())
            if stance in _READ and (value == "none" or not denied):
                yield _found(fact, value, match, stance)


def _found(fact: str, value: str, match: re.Match[str], stance: Stance) -> Found:
    return Found(fact, value, match.start(), match.end(), assumed=stance is Stance.ASSUMED)


@cache
def _place_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = document("places")
    return tuple(
        (province, pattern((*table["provinces"][province], *table["cities"][province])))
        for province in table["provinces"]
    )


@cache
def _cues(name: str) -> re.Pattern[str]:
    return pattern(document("places")[name])


def read_places(scene: Scene) -> Iterator[Found]:
    """Where the applicant is registered, and where the project stands, each by its own words."""
    for province, names in _place_names():
        for match in names.finditer(scene.text):
            yield from _place(scene, province, match)


def _place(scene: Scene, province: str, match: re.Match[str]) -> Iterator[Found]:
    clause = scene.view(match.start()).clause
    before = scene.text[clause.start : match.start()]
    behind = scene.text[match.end() : clause.end]
    fact, doubt = _meant(before, behind)
    if not fact:
        return
    stance = scene.stance(match.start())
    if stance is Stance.UNKNOWN:
        yield Found(fact, None, match.start(), match.end(), state=State.UNKNOWN)
    if stance in _READ and not is_denied(before):
        yield Found(fact, province, match.start(), match.end(), doubt=doubt, assumed=stance is Stance.ASSUMED)


def _meant(before: str, behind: str) -> tuple[str, Unsure | None]:
    """The fact that a place belongs to, by the nearest cue; the seat alone is asked back."""
    distances = [
        (len(before) - match.end(), fact, None)
        for fact, cue in (("registration_province", "registered"), ("project_province", "project"))
        for match in _cues(cue).finditer(before)
        if len(before) - match.end() <= _NEAR
    ]
    registered = _cues("registered").search(behind[:_NEAR])
    if registered and not is_denied(behind[: registered.start()]):
        distances.append((registered.start(), "registration_province", None))
    if _cues("project_behind").search(behind):
        distances.append((0, "project_province", None))
    if distances:
        return min(distances)[1], None
    if _cues("seat").search(before[-_NEAR:]):
        return "registration_province", Unsure.PLACE_SUPPOSED
    return "", None
