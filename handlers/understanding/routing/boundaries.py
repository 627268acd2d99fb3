"""Where the instruments end: places and programmes that none covers, and questions of something else."""

import re
from collections.abc import Mapping
from functools import cache

from handlers.understanding.routing.instruments import instruments
from handlers.understanding.routing.patterns import Pattern, pattern
from handlers.understanding.routing.tables import document

_SOUGHT = ("补贴", "补助", "奖励", "奖", "认定", "政策", "怎么申")
_PREPOSITIONS = (" in ", " for ", " of ", " at ", " в ", " по ", " для ")
_AFTER = 5
_POLICY_WITHIN = 12
_OPENING = re.compile(r"^(请问|想问|问下|问一下|咨询|咨询下|你好|您好|麻烦问下|那|在|关于|[,， 。?？!！])*$")
_AREA = re.compile("^(省|市|自治区)?(这边|那边)?")
_OURS = re.compile("我们|我司|我公司|我所|我院|本公司|本单位|我单位|我这|企业在|公司在|厂")


def elsewhere(text: str) -> bool:
    """Whether a question is one of something else altogether: the weather, a poem, a share."""
    return any(each.weight(text) for each in _elsewhere())


def uncovered_programme(text: str, *, asked: bool = False) -> str | None:
    """A programme that a text names and no instrument covers, the longest such name.

    `asked`: only where the text asks for it, and does not merely say what the applicant is.
    """
    found = [
        name
        for name in document("uncovered")["programmes"]
        if name in text and (not asked or any(word in text.partition(name)[2] for word in _SOUGHT))
    ]
    return max(found, key=len, default=None)


def uncovered_place(text: str, scheme: str | None) -> str | None:
    """A place whose policy is asked for and the instrument is not of; `None` where it is merely mentioned."""
    home = instruments()[scheme].home if scheme else frozenset()
    at_home = any(name in text for part in home for name in _places()[part])
    for part, names in _places().items():
        if part in home:
            continue
        for name in names:
            if name in text and _asks_for(text, name, at_home=at_home):
                return name
    return None


def _asks_for(text: str, name: str, *, at_home: bool) -> bool:
    """Whether a place stands where a policy is asked of it, not where something stands or comes from."""
    before, _, after = text.partition(name)
    beside = _AREA.sub("", after)
    if _merely_mentioned(before, beside):
        return False
    if beside[:_AFTER].lstrip("的有对给 ").startswith(_words("policy")):
        return not at_home or beside.startswith("的")
    if at_home or _OURS.search(text):
        return False
    if before.endswith(_PREPOSITIONS) and any(word in before for word in _words("policy")):
        return True
    return bool(_OPENING.match(before)) or any(word in beside[:_POLICY_WITHIN] for word in _words("policy"))


def _merely_mentioned(before: str, beside: str) -> bool:
    """Whether the words around a place say that something stands there or comes from there."""
    stands = before.endswith(_words("standing")) or before.rstrip("的了自从于在 ").endswith(
        _words("standing")
    )
    belonging = tuple(word.removeprefix("的") for word in _words("belonging"))
    return stands or beside.removeprefix("的").startswith(belonging)


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(document("uncovered")[name])


@cache
def _places() -> Mapping[str, tuple[str, ...]]:
    return {part: tuple(names) for part, names in document("uncovered")["places"].items()}


@cache
def _elsewhere() -> tuple[Pattern, ...]:
    return tuple(pattern(each) for each in document("uncovered")["elsewhere"])
