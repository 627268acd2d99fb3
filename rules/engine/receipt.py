"""The receipt: what an answer rests on, so that it can be given again or told apart from a later one.

A receipt holds the digest of the rules, the day, what an operator had recorded, and the facts with their
provenance. The same ground gives the same id, in any process and on any machine.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256

from rules.engine.recorded import NOTHING_RECORDED, Recorded
from rules.engine.scheme import Scheme
from rules.engine.situation import Answer, Situation

ID_LENGTH = 12
"""Characters of a receipt's id: 48 bits, enough to tell the answers of one office apart."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The ground of one answer. `rules` is the digest of the scheme as it was read."""

    scheme: str
    rules: str
    on: date
    facts: tuple[tuple[str, Answer], ...]
    recorded: Recorded

    @property
    def id(self) -> str:
        """The short name of this ground."""
        return _digest(_canonical(self))[:ID_LENGTH]


def receipt_for(
    scheme: Scheme, situation: Situation, on: date, recorded: Recorded = NOTHING_RECORDED
) -> Receipt:
    """The receipt of an assessment with these arguments; facts that the scheme does not read are left out."""
    used = {fact.id for fact in scheme.all_facts}
    facts = tuple(sorted((name, answer) for name, answer in situation.items() if name in used))
    return Receipt(scheme.id, rules_digest(scheme), on, facts, recorded)


@cache
def rules_digest(scheme: Scheme) -> str:
    """The digest of everything that a scheme says; any change to a rule, figure or citation changes it."""
    return _digest(_canonical(scheme))


def _digest(document: object) -> str:
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _canonical(value: object) -> object:
    """A value as JSON knows it, in an order that depends on nothing but the value."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: _canonical(getattr(value, field.name)) for field in fields(value)}
        return {"": type(value).__name__, **named}
    if isinstance(value, Mapping):
        return {str(key): _canonical(part) for key, part in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    if isinstance(value, tuple | list):
        return [_canonical(part) for part in value]
    return _plain(value)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value
