"""The screens of deadlines: pick the scheme, pick what happened, say when; what is due, with the counting."""

from collections.abc import Callable, Mapping

from handlers.browsing import resume_rows
from handlers.keyboards import Verb
from handlers.screens import Button, Row, Screen, button, in_rows, screen
from handlers.session import State
from handlers.timetable import (
    DATE,
    LIST,
    PICK,
    Place,
    has_deadlines,
    pending_of,
    place_of,
    question_of,
    value_of,
)
from handlers.wording import terms
from handlers.wording.deadlines import deadlines_card, event_name, event_value
from handlers.wording.html import bold, lines
from handlers.wording.people import shown
from rules.deadlines.due import deadlines
from rules.deadlines.registry import events_of
from rules.deadlines.rule import Event
from rules.schemes import SCHEMES


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
    pending = pending_of(state)
    if pending is None:
        return screen(head, rows=[back])
    reason, said, values = pending
    named = [event_value(words, value_of(place.event, one)) for one in values]
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
