"""Deadlines from what a person states of events: EVENT=DATE pairs read, the documents that programs read."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from handlers.intake import IntakeRefused
from handlers.understanding.facts_file import BadFactValue, parse_value
from handlers.understanding.limits import FIRST_YEAR, LAST_YEAR
from handlers.understanding.readings import Refusal
from handlers.wording.catalogue import Translator
from handlers.wording.deadlines import deadline_text
from handlers.wording.people import shown
from rules.calendar.calendars import Calendars
from rules.calendar.periods import CountingConvention
from rules.calendar.published import PUBLISHED
from rules.deadlines.due import Deadline, EventValue, deadlines
from rules.deadlines.registry import DEADLINES, events_of
from rules.deadlines.rule import Event
from rules.engine.facts import Fact, Kind

Document = dict[str, Any]


def stated_deadlines(
    scheme_id: str,
    pairs: Iterable[str],
    *,
    calendars: Calendars = PUBLISHED,
    convention: CountingConvention = CountingConvention.FROM_FIRST_DAY,
) -> tuple[Deadline, ...]:
    """What the EVENT=DATE pairs of a person make due, the earliest first. Raises `IntakeRefused`."""
    return deadlines(scheme_id, read_events(scheme_id, pairs), calendars=calendars, convention=convention)


def read_events(scheme_id: str, pairs: Iterable[str]) -> dict[str, EventValue]:
    """The events of a scheme that EVENT=DATE pairs state; a year for an event that is one.

    Raises `IntakeRefused`: unknown_scheme, event_missing (no pair at all), event_not_a_pair,
    event_unknown, event_twice, event_not_a_date, event_not_a_year, event_out_of_calendar.
    """
    if scheme_id not in DEADLINES:
        raise IntakeRefused("unknown_scheme", given=shown(scheme_id), choices=", ".join(DEADLINES))
    known, events = events_of(scheme_id), dict[str, EventValue]()
    for pair in pairs:
        name, separator, value = (part.strip() for part in pair.partition("="))
        if not separator or not name:
            raise IntakeRefused("event_not_a_pair", given=shown(pair), choices=", ".join(known))
        if name not in known:
            raise IntakeRefused("event_unknown", given=shown(name), choices=", ".join(known))
        if name in events:
            raise IntakeRefused("event_twice", event=name)
        events[name] = read_event(known[name], value)
    if not events:
        raise IntakeRefused("event_missing", choices=", ".join(known))
    return events


def read_event(event: Event, text: str) -> EventValue:
    """The day of an event, or its year where the event is one; read as strictly as a fact of a file.

    Raises `IntakeRefused`.
    """
    fact = Fact(event.id, Kind.YEAR if event.is_year else Kind.DATE)
    try:
        value = parse_value(fact, text).value
    except BadFactValue as error:
        raise _refused(event, text, error.problem) from None
    if isinstance(value, Decimal):
        return int(value)
    if isinstance(value, date):
        return value
    raise _refused(event, text, Refusal.EMPTY)


def _refused(event: Event, text: str, problem: Refusal) -> IntakeRefused:
    if problem is Refusal.OUT_OF_CALENDAR:
        years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
        return IntakeRefused("event_out_of_calendar", event=event.id, given=shown(text), **years)
    code = "event_not_a_year" if event.is_year else "event_not_a_date"
    return IntakeRefused(code, event=event.id, given=shown(text))


def deadline_document(deadline: Deadline, words: Translator) -> Document:
    """What `shenbao deadlines` says of one deadline."""
    return {
        "id": deadline.id,
        "due": deadline.due.isoformat(),
        "counted": deadline.counted.value,
        "official": deadline.official,
        "day_off": deadline.day_off,
        "citation": deadline.citation.as_dict(),
        "text": deadline_text(words, deadline),
    }
