"""What is known of one applicant: answers by fact id, each with the way it came to be known."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.engine.facts import Value


class State(StrEnum):
    """The states of an answer; a fact without an answer has not been asked yet."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "n/a"


class Source(StrEnum):
    """The provenance of an answer."""

    STATED = "stated"
    CHOSEN = "chosen"
    READ = "read"
    DERIVED = "derived"
    ASSUMED = "assumed"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `value` is there exactly when the state is known; `said` are the words it was read from."""

    state: State
    value: Value | None = None
    source: Source = Source.STATED
    said: str = ""


UNKNOWN = Answer(State.UNKNOWN)
INAPPLICABLE = Answer(State.NOT_APPLICABLE)


def known(value: Value, source: Source = Source.STATED, said: str = "") -> Answer:
    """An answer with a value."""
    return Answer(State.KNOWN, value, source, said)


Situation = Mapping[str, Answer]
"""Answers by fact id. Facts that a scheme does not use are ignored by it."""
