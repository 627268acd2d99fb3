"""Short names for schemes, facts and choices, for the 64 bytes of a button.

A code is a hash of the id: the same in every release, whatever is added, removed or reordered, so that a
button in an old chat never comes to mean something else. A removed id leaves a code that nobody knows. Two
ids with the same code fail loudly at import.
"""

import re
from base64 import b32encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2s

from handlers.ledgers import excerpts
from rules.deadlines.registry import DEADLINES, events_of
from rules.engine.facts import Fact
from rules.schemes import ASSESSMENTS, FACTS, SCHEMES

ALL = "all"
"""The target "which fit us?": every scheme together."""

NAME_LENGTH = 5
CHOICE_LENGTH = 4
_BITS = re.compile(r"[0-9a-f]{1,8}")


def code_of(name: str, length: int = NAME_LENGTH) -> str:
    """The code of an id: lower-case letters and digits."""
    return b32encode(blake2s(name.encode()).digest()).decode("ascii").lower()[:length]


def index(names: Iterable[str], length: int = NAME_LENGTH) -> dict[str, str]:
    """Ids by their codes. Raises `ValueError` where two ids share one."""
    found: dict[str, str] = {}
    for name in names:
        other = found.setdefault(code_of(name, length), name)
        if other != name:
            raise ValueError(f"{name} and {other} have the same code: rename one or lengthen the codes")
    return found


FACTS_BY_CODE: Mapping[str, str] = index(FACTS)
TARGETS_BY_CODE: Mapping[str, str] = index((ALL, *ASSESSMENTS))
INSTRUMENTS_BY_CODE: Mapping[str, str] = index((*SCHEMES, *excerpts()))
EVENTS_BY_CODE: Mapping[str, str] = index({event for scheme in DEADLINES for event in events_of(scheme)})


@cache
def choices_by_code(fact_id: str) -> Mapping[str, str]:
    """The choices of a fact by their codes."""
    return index(FACTS[fact_id].choices, CHOICE_LENGTH)


def pack_members(fact: Fact, members: Iterable[str]) -> str:
    """The members of a set as one text: a bit each, and a sign of the list that the bits count along."""
    chosen = set(members)
    bits = sum(1 << place for place, choice in enumerate(fact.choices) if choice in chosen)
    return f"{bits:x}-{_sign(fact)}"


def unpack_members(fact: Fact, packed: str) -> frozenset[str] | None:
    """The members again; `None` where the choices have changed since, or the text is no packing."""
    bits_text, _, sign = packed.partition("-")
    if sign != _sign(fact) or not _BITS.fullmatch(bits_text):
        return None
    bits = int(bits_text, 16)
    if bits >> len(fact.choices):
        return None
    return frozenset(choice for place, choice in enumerate(fact.choices) if bits >> place & 1)


def _sign(fact: Fact) -> str:
    return code_of(" ".join(fact.choices), 3)
