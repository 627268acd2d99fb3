"""What `shenbao doctor` says of one thing that it looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from handlers.wording.catalogue import Translator


class Health(StrEnum):
    """How one thing stands."""

    FINE = "✓"
    WARNING = "!"
    FAULT = "✗"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `what` names it, `found` says how it stands and what to do."""

    health: Health
    what: str
    found: str


Examination = Callable[[Translator], Iterator[Finding]]
