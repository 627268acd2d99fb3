"""Buttons under an answer. They hold as long as the question is remembered; after that they say so."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers import flow
from handlers.beginning import chosen
from handlers.cases import Case, Honoured, Pressing
from handlers.keyboards import Verb
from handlers.ports import Note
from handlers.session import State, Turn
from handlers.talking.asking import UNCLEAR
from handlers.talking.kept import Talk, load_talk
from handlers.talking.screens import ANSWER, understood_of, ways_screen
from handlers.talking.towards import towards
from handlers.understanding.reading import Readings
from handlers.wording.html import Html, html
from rules.engine.situation import Answer
from rules.schemes import SCHEMES

USEFUL, USELESS = "useful", "useless"


def _talk(case: Case) -> Talk | None:
    """The question that the button belongs to, if it is still the last one."""
    talk = load_talk(case.state.talk)
    return talk if talk is not None and talk.number == case.press.talk else None


def _expired(case: Case) -> Turn:
    words = case.state.words
    return Turn(case.state, quiet=True, messages=(ways_screen(case.state, words.text("talk.expired")),))


def _remembered(verb: Callable[[Case, Talk], Honoured]) -> Pressing:
    """A button that needs the question it belongs to."""

    def press(case: Case) -> Honoured:
        talk = _talk(case)
        return _expired(case) if talk is None else verb(case, talk)

    return press


def _said(state: State, talk: Talk) -> dict[str, Answer]:
    """What the asker has said as a fact, now and in the questions before; nothing that was supposed."""
    understood = understood_of(state, talk)
    return {**understood.earlier, **understood.facts}


def _taken(state: State, talk: Talk) -> tuple[State, Html]:
    """The state with what was said kept as answers, and the words that tell so.

    From then on the answers count, which can be changed, and no longer what was said.
    """
    said = _said(state, talk)
    told = html(state.words.plural("talk.taken", len(said))) if said else Html()
    over = replace(talk, readings=Readings(()), earlier={})
    return replace(state.answering(said), talk=over.dump()), told


def _go(case: Case) -> Honoured:
    target = case.press.target
    talk = _talk(case)
    if talk is None:
        return replace(chosen(case.state, target), notice=html(case.state.words.text("talk.expired")))
    after, told = _taken(case.state, talk)
    if not told:
        return chosen(after, target)
    own = SCHEMES[target].fact_ids if target in SCHEMES else frozenset()
    if own & after.answers.keys():
        return Turn(flow.advance(after.checking(target)), notice=told)
    return replace(chosen(after, target), notice=told)


def _fix(case: Case, talk: Talk) -> Honoured:
    scheme, readings = talk.route.scheme, talk.readings.readings
    if scheme is None or case.press.number >= len(readings):
        return None
    after, told = _taken(case.state, talk)
    fact = readings[case.press.number].fact.id
    return Turn(after.checking(scheme).on_screen(flow.CHECK, fact=fact), notice=told)


def _sure(case: Case, talk: Talk) -> Honoured:
    readings, number = talk.readings.readings, case.press.number
    if number >= len(readings) or readings[number].state is None:
        return None
    confirmed = replace(readings[number], sure=True, doubt=None)
    fact = confirmed.fact.id
    others = tuple(
        confirmed if place == number else reading
        for place, reading in enumerate(readings)
        if place == number or reading.fact.id != fact
    )
    return _shown(case, replace(talk, readings=Readings(others)))


def _pick(case: Case, talk: Talk) -> Honoured:
    if case.press.target not in SCHEMES:
        return None
    return _shown(
        case, replace(talk, route=towards(talk.route, talk.text, case.press.target, case.state.search))
    )


def _shown(case: Case, talk: Talk) -> Turn:
    return Turn(replace(case.state, talk=talk.dump()).on_screen(ANSWER))


def _not_meant(case: Case, talk: Talk) -> Honoured:
    said = case.state.words.text("talk.not_meant")
    note = Note(UNCLEAR, talk.text)
    return Turn(case.state, quiet=True, messages=(ways_screen(case.state, said),), notes=(note,))


def _rate(case: Case) -> Honoured:
    """Told once a question; of one that is not remembered any more only the number counts."""
    useful = case.press.number == 1
    talk = _talk(case)
    toast = case.state.words.text("talk.thanks_useful" if useful else "talk.thanks_useless")
    if talk is not None and talk.rated:
        return Turn(case.state, quiet=True, toast=toast)
    note = Note(USEFUL) if useful else Note(USELESS, talk.text if talk else "")
    if talk is None:
        return Turn(case.state, quiet=True, toast=toast, notes=(note,))
    after = replace(case.state, talk=replace(talk, rated=True).dump())
    shows_it = case.current and flow.kind_of(after.check.view) == ANSWER
    return Turn(after, quiet=not shows_it, toast=toast, notes=(note,))


VERBS: Mapping[Verb, Pressing] = {
    Verb.TALK_GO: _go,
    Verb.TALK_FIX: _remembered(_fix),
    Verb.TALK_SURE: _remembered(_sure),
    Verb.TALK_PICK: _remembered(_pick),
    Verb.TALK_NOT: _remembered(_not_meant),
    Verb.TALK_RATE: _rate,
}
