"""What is written while the date of an event is asked: taken, asked back, or refused."""

import json

from handlers.flow import kind_of
from handlers.session import State, Turn
from handlers.timetable import (
    LIST,
    Place,
    asking,
    is_open,
    listing,
    number_of,
    pending_of,
    place_of,
    value_of,
)
from handlers.understanding.answers import read_answer
from handlers.understanding.readings import Reading
from handlers.understanding.yes_no import Word, short_answer
from handlers.wording.deadlines import event_name, event_refusal, event_value
from handlers.wording.html import Html, bold, html
from handlers.wording.people import shown
from rules.deadlines.rule import Event
from rules.engine.facts import Fact, Kind, Value
from rules.engine.situation import State as Given

LONGEST_WORD = 40


def is_meant(state: State, text: str) -> bool:
    """Whether a text is to be read as a date: one is asked, or another one is given under a list."""
    if is_open(state):
        return True
    event = place_of(state.check.view).event
    if kind_of(state.check.view) != LIST or event is None:
        return False
    reading = _read(state, event, text)
    return reading.refusal is None and reading.state is not Given.UNKNOWN


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
    after = listing(state, place.scheme, event.id, number_of(value))
    return Turn(after, below=True, record=_record(state, event, value))


def _record(state: State, event: Event, value: Value) -> Html:
    named = event_value(state.words, value_of(event, number_of(value)))
    return state.words.html("check.recorded", label=event_name(state.words, event), value=bold(named))


def _confirmed(state: State, place: Place, text: str) -> Turn | None:
    """A yes or no to the one date that was asked back; `None` for any other words, which are read anew."""
    pending, word = pending_of(state), short_answer(text[:LONGEST_WORD])
    if pending is None or place.event is None or len(pending[2]) != 1 or word not in (Word.YES, Word.NO):
        return None
    if word is Word.NO:
        return Turn(asking(state, place.scheme, place.event.id), below=True)
    return Turn(listing(state, place.scheme, place.event.id, pending[2][0]), below=True)


def _asked_back(state: State, reading: Reading) -> State:
    numbers = [number_of(value) for value in reading.candidates]
    pending = json.dumps([str(reading.doubt), reading.said, numbers], ensure_ascii=False)
    return state.on_screen(state.check.view, pending=pending)
