"""What is due when, after the events that happened."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from rules.calendar.calendars import Calendars
from rules.calendar.periods import Count, Counted, CountingConvention, count
from rules.calendar.published import PUBLISHED
from rules.calendar.year import FIRST_YEAR, LAST_YEAR, is_counted_in
from rules.deadlines.refusals import BadEvent, EventOutOfCalendar, UnknownEvent, UnknownScheme
from rules.deadlines.registry import DEADLINES, events_of
from rules.deadlines.rule import DeadlineRule, Event
from rules.engine.citation import Citation

EventValue = date | int
"""The day of an event, or its year where the event is one."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date: the rule that makes it, and the count that led to it."""

    rule: DeadlineRule
    explanation: Count

    @property
    def id(self) -> str:
        """The id of the rule, which names the wording."""
        return self.rule.id

    @property
    def due(self) -> date:
        """The last day on which it can be done in time."""
        return self.explanation.due

    @property
    def counted(self) -> Counted:
        """What was counted."""
        return self.explanation.counted

    @property
    def official(self) -> bool:
        """Whether no day without a published calendar was counted."""
        return self.explanation.official

    @property
    def day_off(self) -> bool | None:
        """Whether the due date is a day off; it is not moved for that. `None` beyond the published
        calendars.
        """
        return self.explanation.day_off

    @property
    def citation(self) -> Citation:
        """The article that sets the term."""
        return self.rule.citation

    @property
    def in_principle(self) -> bool:
        """Whether the text allows exceptions (原则上)."""
        return self.rule.in_principle


def deadlines(
    scheme_id: str,
    events: Mapping[str, EventValue],
    *,
    calendars: Calendars = PUBLISHED,
    convention: CountingConvention = CountingConvention.FROM_FIRST_DAY,
) -> tuple[Deadline, ...]:
    """Everything that these events make due, the earliest first.

    Raises `UnknownScheme`, `UnknownEvent` (naming the events that the scheme knows), `BadEvent` (a day
    for a year or the other way round) and `EventOutOfCalendar`.
    """
    if scheme_id not in DEADLINES:
        raise UnknownScheme(scheme_id, tuple(DEADLINES))
    days = dict(_days(scheme_id, events))
    found = (
        Deadline(rule, count(rule.term, days[rule.event.id], calendars, convention))
        for rule in DEADLINES[scheme_id]
        if rule.event.id in days
    )
    return tuple(sorted(found, key=lambda deadline: deadline.due))


def _days(scheme_id: str, events: Mapping[str, EventValue]) -> Iterator[tuple[str, date]]:
    known = events_of(scheme_id)
    for event_id, value in events.items():
        if event_id not in known:
            raise UnknownEvent(scheme_id, event_id, tuple(known))
        yield event_id, _day(known[event_id], value)


def _day(event: Event, value: EventValue) -> date:
    """The day of an event; of a year its first day stands for it."""
    if event.is_year:
        if isinstance(value, date | bool):
            raise BadEvent(event.id, value, "year")
        return date(_within(event, value, value), 1, 1)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise BadEvent(event.id, value, "day")
    _within(event, value, value.year)
    return value


def _within(event: Event, value: EventValue, year: int) -> int:
    if not is_counted_in(year):
        raise EventOutOfCalendar(event.id, value, FIRST_YEAR, LAST_YEAR)
    return year
