"""Deadlines in chat: where a conversation about them stands.

A screen is named by all that it shows: `due` and `due:<scheme>` to pick, `due_date:<scheme> <event>` to say
when, `due_list:<scheme> <event> <when>` for what is due. `when` is a year, or a day as its ordinal. What a
name says that this release does not know leads one step back. No date is kept beyond the screen.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handlers.flow import detail_of, kind_of
from handlers.keyboards import Verb
from handlers.screens import Row, button
from handlers.session import State
from handlers.understanding.limits import FIRST_YEAR, LAST_YEAR
from handlers.wording.deadlines import event_name
from rules.deadlines.due import EventValue
from rules.deadlines.registry import DEADLINES, events_of
from rules.deadlines.rule import Event
from rules.engine.facts import Value

PICK, DATE, LIST = "due", "due_date", "due_list"


@dataclass(frozen=True, slots=True)
class Place:
    """What the name of a screen says: a scheme, an event of it, when that was; unknown ones are empty."""

    scheme: str = ""
    event: Event | None = None
    when: EventValue | None = None


def has_deadlines(scheme_id: str) -> bool:
    """Whether anything is due under a scheme."""
    return bool(DEADLINES.get(scheme_id))


def place_of(view: str) -> Place:
    """What a screen is about."""
    scheme, event_id, when = [*detail_of(view).split(" "), "", "", ""][:3]
    if not has_deadlines(scheme):
        return Place()
    event = events_of(scheme).get(event_id)
    return Place(scheme, event, _unpacked(event, when) if event else None)


def picking(state: State, scheme: str = "") -> State:
    """On to the events of a scheme; one that knows a single event asks for its date at once."""
    if not has_deadlines(scheme):
        return state.on_screen(PICK)
    events = [*events_of(scheme)]
    return asking(state, scheme, events[0]) if len(events) == 1 else state.on_screen(f"{PICK}:{scheme}")


def asking(state: State, scheme: str, event: str) -> State:
    """On to the question when an event happened."""
    return state.on_screen(f"{DATE}:{scheme} {event}")


def listing(state: State, scheme: str, event: str, when: int) -> State:
    """On to what is due after an event; `when` is a year, or a day as its ordinal."""
    found = place_of(f"{LIST}:{scheme} {event} {when}")
    if found.when is None:
        return asking(state, scheme, event) if found.event else picking(state, scheme)
    return state.on_screen(f"{LIST}:{scheme} {event} {when}")


def is_open(state: State) -> bool:
    """Whether the screen asks for the date of an event."""
    return kind_of(state.check.view) == DATE and place_of(state.check.view).event is not None


def question_of(state: State) -> str:
    """The question that is open."""
    event = place_of(state.check.view).event
    if event is None:
        return ""
    name = event_name(state.words, event)
    return state.words.text("deadlines.which_year" if event.is_year else "deadlines.which_day", event=name)


def value_of(event: Event, number: int) -> EventValue:
    return number if event.is_year else date.fromordinal(number)


def number_of(value: Value) -> int:
    """A year, or a day as its ordinal, as buttons and the names of screens carry it."""
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, Decimal):
        return int(value)
    raise TypeError(f"neither a day nor a year: {value!r}")


def _unpacked(event: Event, text: str) -> EventValue | None:
    """The value of an event out of a screen's name; `None` for none, and for one beyond the calendar."""
    try:
        value = value_of(event, int(text))
    except (ValueError, OverflowError):
        return None
    year = value.year if isinstance(value, date) else value
    return value if FIRST_YEAR <= year <= LAST_YEAR else None


def pending_of(state: State) -> tuple[str, str, list[int]] | None:
    """What waits for a word; `None` for nothing, and for what cannot be read any more."""
    try:
        reason, said, numbers = json.loads(state.check.pending)
        read = [int(number) for number in numbers]
    except (ValueError, TypeError):
        return None
    event = place_of(state.check.view).event
    known = event is not None and all(_unpacked(event, str(number)) is not None for number in read)
    return (str(reason), str(said), read) if known else None


def deadline_row(state: State, scheme_id: str) -> Iterable[Row]:
    """The way from a result to the deadlines of its instrument, where it sets any."""
    instrument = scheme_id.partition("/")[0]
    if has_deadlines(instrument):
        yield (button(state.words.text("button.deadlines"), Verb.DUE, target=instrument),)
