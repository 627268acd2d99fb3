"""The one place that reads the clock; everybody else is handed one."""

import time
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Clock(Protocol):
    """The time, from outside."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""

    def today(self) -> date:
        """The calendar date in the zone that the rules are read in."""

    def monotonic(self) -> float:
        """Seconds on a clock that never goes back; its zero means nothing."""


class SystemClock:
    """The machine's own clocks. `zone` decides when a day begins."""

    def __init__(self, zone: ZoneInfo = SHANGHAI) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The present calendar date in the zone."""
        return datetime.now(self._zone).date()

    def monotonic(self) -> float:
        """Seconds on a clock that never goes back."""
        return time.monotonic()


class ManualClock:
    """A clock that stands still until it is moved: for rehearsals and tests.

    Wall time and monotonic time move together with `advance`; `set` moves the wall time alone, as an
    administrator or a time server does.
    """

    def __init__(self, start: datetime, zone: ZoneInfo = SHANGHAI) -> None:
        self._now = _in_utc(start)
        self._zone = zone
        self._elapsed = 0.0

    def now(self) -> datetime:
        """The instant that was set, in UTC."""
        return self._now

    def today(self) -> date:
        """The calendar date of that instant in the zone."""
        return self._now.astimezone(self._zone).date()

    def monotonic(self) -> float:
        """Seconds that have been advanced in all."""
        return self._elapsed

    def advance(self, by: timedelta) -> None:
        """Let time pass; it never runs backwards."""
        if by < timedelta(0):
            raise ValueError(f"time cannot pass backwards: {by}")
        self._now += by
        self._elapsed += by.total_seconds()

    def set(self, to: datetime) -> None:
        """Correct the wall time, forwards or backwards; monotonic time does not notice."""
        self._now = _in_utc(to)


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError(f"an instant without a zone is ambiguous: {instant}")
    return instant.astimezone(UTC)
