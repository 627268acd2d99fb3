"""The screen of an answer: what it says, and the buttons that go on from there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handlers.ask.answer import answer_blocks
from handlers.ask.understood import Understood, weighed
from handlers.codes import ALL
from handlers.keyboards import Verb
from handlers.official.places import name_of
from handlers.screens import Button, Row, Screen, button, in_rows, screen
from handlers.session import State
from handlers.talking.kept import Talk, load_talk
from handlers.timetable import deadline_row
from handlers.understanding.reading import FactReading
from handlers.understanding.routing import Intent
from handlers.wording import terms
from handlers.wording.citations import place
from handlers.wording.html import Piece
from rules.engine.situation import Answer
from rules.schemes import SCHEMES

ANSWER = "answer"
MOST_FIXES = 6


def answer_screen(state: State) -> Screen:
    """The answer to the last question; where it is not kept any more, what can be done instead."""
    talk = load_talk(state.talk)
    if talk is None:
        return ways_screen(state, state.words.text("talk.expired"))
    spoken = replace(state, language=talk.language)
    understood = understood_of(spoken, talk)
    return screen(*answer_blocks(understood, spoken.words), rows=_rows(spoken, talk, understood))


def ways_screen(state: State, said: Piece) -> Screen:
    """Something said, and the ways to begin without words."""
    return screen(said, rows=_ways(state))


def understood_of(state: State, talk: Talk) -> Understood:
    """What a talk comes to today, with the answers that are kept by now."""
    return weighed(
        talk.text,
        state.today,
        talk.route,
        talk.readings,
        earlier=talk.earlier,
        kept={} if state.visit.group else state.answers,
        recorded=state.assessor.records.recorded,
    )


def _ways(state: State) -> list[Row]:
    words = state.words
    return [
        (button(words.text("button.which"), Verb.CHECK, target=ALL),),
        (button(words.text("button.schemes"), Verb.SCHEMES),),
    ]


def _rows(state: State, talk: Talk, understood: Understood) -> Iterator[Row]:
    scheme = talk.route.scheme
    if scheme is not None and not talk.route.comparison:
        yield from in_rows(_readings(state, talk, understood))
        yield (
            button(state.words.text("button.talk_go"), Verb.TALK_GO, target=scheme, talk=talk.number),
            *_read_article(state, understood),
        )
        if talk.route.intent is Intent.DEADLINE:
            yield from deadline_row(state, scheme)
    elif scheme is None and talk.route.citations and not talk.route.candidates:
        yield tuple(_read_article(state, understood))
    yield from _others(state, talk)
    if scheme is None and not talk.route.citations:
        yield from _ways(state)
    elif scheme is None and talk.route.candidates:
        yield (button(state.words.text("button.schemes"), Verb.SCHEMES),)
    if not talk.rated:
        yield _rating(state, talk)


def _readings(state: State, talk: Talk, understood: Understood) -> Iterable[Button]:
    """What is doubtful, to be confirmed by a tap; what was taken, to be put right."""
    used = SCHEMES[talk.route.scheme or ""].fact_ids
    shown = [
        (number, reading)
        for number, reading in enumerate(understood.readings.readings)
        if reading.fact.id in used and not reading.assumed
    ]
    for number, reading in shown[:MOST_FIXES]:
        yield _reading(state, talk, number, reading)


def _reading(state: State, talk: Talk, number: int, reading: FactReading) -> Button:
    words = state.words
    fact = terms.label(words, reading.fact)
    if reading.state is not None:
        fact = terms.answered(words, reading.fact, Answer(reading.state, reading.value))
    if reading.state is not None and not reading.sure:
        label, verb = words.text("button.talk_sure", fact=fact), Verb.TALK_SURE
    else:
        label, verb = words.text("button.talk_fix", fact=fact), Verb.TALK_FIX
    return button(label, verb, talk=talk.number, number=number)


def _read_article(state: State, understood: Understood) -> Iterator[Button]:
    for name, where in understood.citations[:1]:
        label = state.words.text("button.talk_read", place=place(state.words, where))
        if name in SCHEMES:
            yield button(label, Verb.ARTICLE, instrument=name, place=name_of(where), number=0)
        else:
            yield button(label, Verb.INSTRUMENT, instrument=name)


def _others(state: State, talk: Talk) -> Iterator[Row]:
    """Other instruments that can be meant, and a way to say that nothing of it was."""
    words = state.words
    led = talk.route
    answered = None if led.comparison else led.scheme
    for name in led.candidates:
        if name != answered:
            label = words.text("button.talk_pick", scheme=terms.short_title(words, SCHEMES[name]))
            yield (button(label, Verb.TALK_PICK, talk=talk.number, target=name),)
    if led.meant:
        yield (button(words.text("button.talk_not"), Verb.TALK_NOT, talk=talk.number),)


def _rating(state: State, talk: Talk) -> Row:
    words = state.words
    return (
        button(words.text("button.useful"), Verb.TALK_RATE, talk=talk.number, number=1),
        button(words.text("button.useless"), Verb.TALK_RATE, talk=talk.number, number=0),
    )
