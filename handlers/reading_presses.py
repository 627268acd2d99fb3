"""Buttons for reading: the instruments, and what is due under them."""

from collections.abc import Mapping

from handlers import bookshelf, timetable
from handlers.cases import Case, Honoured, Pressing, shows
from handlers.keyboards import Verb
from handlers.session import Turn


def _instrument(case: Case) -> Honoured:
    return Turn(case.state.on_screen(f"{bookshelf.LIST}:{case.press.instrument}"))


def _aspect(case: Case) -> Honoured:
    press = case.press
    return Turn(case.state.on_screen(f"{bookshelf.ASPECT}:{press.instrument} {press.aspect} {press.number}"))


def _article(case: Case) -> Honoured:
    press = case.press
    return Turn(case.state.on_screen(f"{bookshelf.ARTICLE}:{press.instrument} {press.place} {press.number}"))


def _awards(case: Case) -> Honoured:
    return Turn(case.state.on_screen(f"{bookshelf.AWARDS}:{case.press.instrument}"))


def _steps(case: Case) -> Honoured:
    return Turn(case.state.on_screen(f"{bookshelf.STEPS}:{case.press.instrument}"))


def _due(case: Case) -> Honoured:
    return Turn(timetable.picking(case.state, case.press.target))


def _due_date(case: Case) -> Honoured:
    return Turn(timetable.asking(case.state, case.press.target, case.press.event))


def _due_list(case: Case) -> Honoured:
    press = case.press
    return Turn(timetable.listing(case.state, press.target, press.event, press.number))


VERBS: Mapping[Verb, Pressing] = {
    Verb.BROWSE: shows(bookshelf.LIST),
    Verb.INSTRUMENT: _instrument,
    Verb.ASPECT: _aspect,
    Verb.ARTICLE: _article,
    Verb.AWARDS: _awards,
    Verb.STEPS: _steps,
    Verb.DUES: shows(timetable.PICK),
    Verb.DUE: _due,
    Verb.DUE_DATE: _due_date,
    Verb.DUE_LIST: _due_list,
}
