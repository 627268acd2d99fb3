"""Instants are in UTC; days begin at midnight in Shanghai."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
import time_machine

from bot.clock import ManualClock, SystemClock

JUST_BEFORE_MIDNIGHT = datetime(2026, 11, 22, 15, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(("after", "day"), [(0, date(2026, 11, 22)), (1, date(2026, 11, 23))])
def test_the_day_changes_at_midnight_in_shanghai(after: int, day: date) -> None:
    instant = JUST_BEFORE_MIDNIGHT + timedelta(seconds=after)
    with time_machine.travel(instant, tick=False):
        assert SystemClock().now() == instant
        assert SystemClock().now().tzinfo is UTC
        assert SystemClock().today() == day
    assert ManualClock(instant).today() == day


def test_another_zone_begins_its_days_elsewhere() -> None:
    assert ManualClock(JUST_BEFORE_MIDNIGHT, ZoneInfo("Asia/Kamchatka")).today() == date(2026, 11, 23)


def test_monotonic_time_never_goes_back() -> None:
    clock = SystemClock()
    readings = [clock.monotonic() for _ in range(100)]
    assert readings == sorted(readings)


def test_a_manual_clock_moves_only_when_it_is_moved() -> None:
    clock = ManualClock(datetime(2026, 1, 1, 8, tzinfo=timezone(timedelta(hours=8))))
    clock.advance(timedelta(minutes=1))
    assert clock.now() == datetime(2026, 1, 1, 0, 1, tzinfo=UTC)
    assert clock.monotonic() == 60
    clock.set(datetime(2025, 1, 1, tzinfo=UTC))
    assert clock.today() == date(2025, 1, 1)
    assert clock.monotonic() == 60


def test_a_manual_clock_refuses_what_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        ManualClock(datetime(2026, 1, 1))  # noqa: DTZ001 - this is what is refused
    with pytest.raises(ValueError, match="backwards"):
        ManualClock(JUST_BEFORE_MIDNIGHT).advance(timedelta(seconds=-1))
