"""What the sandbox needs from outside."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Wall time and monotonic time; injected so that tests decide what time it is."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def monotonic(self) -> float:
        """Seconds on a clock that never goes back."""
