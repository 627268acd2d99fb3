"""Deadlines in chat: pick the scheme, pick what happened, say when; get what is due, with the counting.

A screen is named by all that it shows: `due` and `due:<scheme>` to pick, `due_date:<scheme> <event>` to say
when, `due_list:<scheme> <event> <when>` for what is due. `when` is a year, or a day as its ordinal. What a
name says that this release does not know leads one step back. No date is kept beyond the screen.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handlers.browsing import resume_rows
from handlers.flow import detail_of, kind_of
from handlers.keyboards import Verb
from handlers.screens import Button, Row, Screen, button, in_rows, screen
from handlers.session import State, Turn
from handlers.understanding.answers import read_answer
from handlers.understanding.limits import FIRST_YEAR, LAST_YEAR
from handlers.understanding.readings import Reading
from handlers.understanding.yes_no import Word, short_answer
from handlers.wording import terms
from handlers.wording.deadlines import deadlines_card, event_name, event_refusal, event_value
from handlers.wording.html import Html, bold, html, lines
from handlers.wording.people import shown
from rules.deadlines.due import EventValue, deadlines
from rules.deadlines.registry import DEADLINES, events_of
from rules.deadlines.rule import Event
from rules.engine.facts import Fact, Kind, Value
from rules.engine.situation import State as Given
from rules.schemes import SCHEMES

PICK, DATE, LIST = "due", "due_date", "due_list"
LONGEST_WORD = 40


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


def pick_screen(state: State) -> Screen:
    """The schemes under which something is due, or the events of one of them."""
    words, scheme = state.words, place_of(state.check.view).scheme
    if scheme:
        title = terms.short_title(words, SCHEMES[scheme])
        asked = lines(bold(title), words.text("deadlines.pick_event"))
        events = (_event(state, scheme, event) for event in events_of(scheme).values())
        return screen(asked, rows=[*((one,) for one in events), (_to_schemes(state),)])
    schemes = (
        button(terms.short_title(words, scheme), Verb.DUE, target=scheme.id)
        for scheme in SCHEMES.values()
        if has_deadlines(scheme.id)
    )
    asked = lines(bold(words.text("deadlines.title")), words.text("deadlines.pick_scheme"))
    return screen(asked, rows=[*in_rows(schemes), *resume_rows(state)])


def date_screen(state: State) -> Screen:
    """The question when it happened, or what was read of the answer, asked back."""
    place = place_of(state.check.view)
    if place.event is None:
        return pick_screen(state)
    words, back = state.words, (_back(state, place.scheme),)
    head = lines(
        terms.short_title(words, SCHEMES[place.scheme]),
        bold(question_of(state)),
        words.text(f"check.hint.{'year' if place.event.is_year else 'date'}"),
    )
    pending = _pending(state)
    if pending is None:
        return screen(head, rows=[back])
    reason, said, values = pending
    named = [event_value(words, _value(place.event, one)) for one in values]
    asked = words.text(f"askback.{reason}", said=shown(said), value=named[0] if named else "")
    takes = [_taking(place, label, one) for label, one in zip(named, values, strict=True)]
    if len(takes) == 1:
        takes = [_taking(place, words.text("button.yes_value", value=named[0]), values[0])]
    return screen(head, asked, rows=[*in_rows(takes), back])


def list_screen(state: State) -> Screen:
    """What is due after the event, the earliest first, with the counting shown."""
    place = place_of(state.check.view)
    if place.event is None or place.when is None:
        return date_screen(state)
    words, records = state.words, state.assessor.records
    found = deadlines(
        place.scheme,
        {place.event.id: place.when},
        calendars=records.calendars,
        convention=records.convention,
    )
    card = deadlines_card(words, SCHEMES[place.scheme], place.event, place.when, found, state.today)
    again = button(
        words.text("button.another_date"), Verb.DUE_DATE, target=place.scheme, event=place.event.id
    )
    several = len(events_of(place.scheme)) > 1
    other = button(words.text("button.another_event"), Verb.DUE, target=place.scheme)
    rows: list[Row] = [(other, again) if several else (again,), (_to_schemes(state),)]
    return screen(*card, rows=[*rows, *resume_rows(state)])


def is_open(state: State) -> bool:
    """Whether the screen asks for the date of an event."""
    return kind_of(state.check.view) == DATE and place_of(state.check.view).event is not None


def is_meant(state: State, text: str) -> bool:
    """Whether a text is to be read as a date: one is asked, or another one is given under a list."""
    if is_open(state):
        return True
    event = place_of(state.check.view).event
    if kind_of(state.check.view) != LIST or event is None:
        return False
    reading = _read(state, event, text)
    return reading.refusal is None and reading.state is not Given.UNKNOWN


def question_of(state: State) -> str:
    """The question that is open."""
    event = place_of(state.check.view).event
    if event is None:
        return ""
    name = event_name(state.words, event)
    return state.words.text("deadlines.which_year" if event.is_year else "deadlines.which_day", event=name)


def typed(state: State, text: str) -> Turn:
    """What was written while a date is asked: taken, asked back, or refused with what is expected."""
    place = place_of(state.check.view)
    event = place.event
    if event is None:
        return Turn(state, below=True)
    confirmed = _confirmed(state, place, text)
    if confirmed is not None:
        return confirmed
    reading = _read(state, event, text)
    here = asking(state, place.scheme, event.id)
    if reading.refusal is not None:
        code, found = str(reading.refusal), dict(reading.parameters)
        return Turn(here, below=True, notice=event_refusal(state.words, event, code, reading.said, **found))
    if reading.sure:
        return _taken(here, place, event, reading.value)
    return Turn(_asked_back(here, reading), below=True)


def _read(state: State, event: Event, text: str) -> Reading:
    fact = Fact(event.id, Kind.YEAR if event.is_year else Kind.DATE)
    return read_answer(fact, text if shown(text) else "", state.today)


def _taken(state: State, place: Place, event: Event, value: Value | None) -> Turn:
    """A date goes on to the list; of "do not know" nothing can be counted."""
    if value is None:
        return Turn(state, below=True, notice=html(state.words.text("deadlines.no_date")))
    after = listing(state, place.scheme, event.id, _number(value))
    return Turn(after, below=True, record=_record(state, event, value))


def _record(state: State, event: Event, value: Value) -> Html:
    named = event_value(state.words, _value(event, _number(value)))
    return state.words.html("check.recorded", label=event_name(state.words, event), value=bold(named))


def _confirmed(state: State, place: Place, text: str) -> Turn | None:
    """A yes or no to the one date that was asked back; `None` for any other words, which are read anew."""
    pending, word = _pending(state), short_answer(text[:LONGEST_WORD])
    if pending is None or place.event is None or len(pending[2]) != 1 or word not in (Word.YES, Word.NO):
        return None
    if word is Word.NO:
        return Turn(asking(state, place.scheme, place.event.id), below=True)
    return Turn(listing(state, place.scheme, place.event.id, pending[2][0]), below=True)


def _asked_back(state: State, reading: Reading) -> State:
    numbers = [_number(value) for value in reading.candidates]
    pending = json.dumps([str(reading.doubt), reading.said, numbers], ensure_ascii=False)
    return state.on_screen(state.check.view, pending=pending)


def _pending(state: State) -> tuple[str, str, list[int]] | None:
    """What waits for a word; `None` for nothing, and for what cannot be read any more."""
    try:
        reason, said, numbers = json.loads(state.check.pending)
        read = [int(number) for number in numbers]
    except (ValueError, TypeError):
        return None
    event = place_of(state.check.view).event
    known = event is not None and all(_unpacked(event, str(number)) is not None for number in read)
    return (str(reason), str(said), read) if known else None


def _number(value: Value) -> int:
    """A year, or a day as its ordinal, as buttons and the names of screens carry it."""
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, Decimal):
        return int(value)
    raise TypeError(f"neither a day nor a year: {value!r}")


def _value(event: Event, number: int) -> EventValue:
    return number if event.is_year else date.fromordinal(number)


def _unpacked(event: Event, text: str) -> EventValue | None:
    """The value of an event out of a screen's name; `None` for none, and for one beyond the calendar."""
    try:
        value = _value(event, int(text))
    except (ValueError, OverflowError):
        return None
    year = value.year if isinstance(value, date) else value
    return value if FIRST_YEAR <= year <= LAST_YEAR else None


def _event(state: State, scheme: str, event: Event) -> Button:
    return button(event_name(state.words, event), Verb.DUE_DATE, target=scheme, event=event.id)


def _taking(place: Place, label: str, number: int) -> Button:
    event = place.event.id if place.event else ""
    return button(label, Verb.DUE_LIST, target=place.scheme, event=event, number=number)


def _back(state: State, scheme: str) -> Button:
    """One step back: to the events where there are several, else to the schemes."""
    if len(events_of(scheme)) == 1:
        return _to_schemes(state)
    return button(state.words.text("button.back"), Verb.DUE, target=scheme)


def _to_schemes(state: State) -> Button:
    return button(state.words.text("button.other_deadlines"), Verb.DUES)


VIEWS: Mapping[str, Callable[[State], Screen]] = {PICK: pick_screen, DATE: date_screen, LIST: list_screen}


def deadline_row(state: State, scheme_id: str) -> Iterable[Row]:
    """The way from a result to the deadlines of its instrument, where it sets any."""
    instrument = scheme_id.partition("/")[0]
    if has_deadlines(instrument):
        yield (button(state.words.text("button.deadlines"), Verb.DUE, target=instrument),)
