"""What the readers hand on before it is weighed against the rest of the text."""

from dataclasses import dataclass

from handlers.understanding.reading.models import Unsure
from rules.engine.facts import Value
from rules.engine.situation import State


@dataclass(frozen=True, slots=True)
class Found:
    """A fact at a span of the prepared text. Without a doubt it is certain."""

    fact: str
    value: Value | None
    start: int
    end: int
    doubt: Unsure | None = None
    assumed: bool = False
    state: State | None = State.KNOWN
    amends: bool = False
