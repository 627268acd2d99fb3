"""A question asked in chat: on its own, or in the middle of a check."""

from collections.abc import Mapping
from dataclasses import replace

from handlers import flow
from handlers.answering import labels_of
from handlers.ask.digests import TRADITIONAL
from handlers.ask.interrogative import asks, asks_in_words
from handlers.ask.understood import NOTHING, Understood, understand
from handlers.intake import IntakeRefused
from handlers.ports import Note
from handlers.screens import screen
from handlers.session import State, Turn
from handlers.talking.kept import Talk, load_talk, talk_of
from handlers.talking.masking import masked
from handlers.talking.screens import ANSWER, answer_screen
from handlers.understanding.answers import read_answer
from handlers.understanding.language import guess_language
from handlers.understanding.routing import Context, Route, route
from handlers.wording.catalogue import SOURCE
from handlers.wording.html import html
from rules.engine.situation import Answer, Source
from rules.schemes import FACTS, SCHEMES

UNCLEAR = "unclear"
_SHORTEST = 3
_ON_SCHEME = flow.ASKING | flow.CONCLUDING
_CHINESE = (SOURCE, TRADITIONAL)


def asked(state: State, text: str) -> Turn:
    """The answer to a question, as the screen below it; the buttons of an open check give way to it."""
    talk = _answered(state, text)
    if isinstance(talk, Turn):
        return talk
    after = replace(state, talk=talk.dump()).on_screen(ANSWER)
    return Turn(after, below=True, notes=_notes(talk))


def aside(state: State, text: str) -> Turn:
    """The answer to a question that came while another was open; that one stands below it again."""
    talk = _answered(state, text)
    if isinstance(talk, Turn):
        return talk
    after = replace(state, talk=talk.dump())
    back = html(state.words.text("talk.back_to_check"))
    return Turn(after, below=True, notice=back, messages=(answer_screen(after),), notes=_notes(talk))


def is_aside(state: State, text: str) -> bool:
    """Whether what was written while a question is open asks something instead of answering.

    What can be read as the answer is one, unless its words ask. What cannot is a question where it asks or
    names an instrument, and leads somewhere.
    """
    if len(text.strip()) < _SHORTEST or state.check.fact not in FACTS:
        return False
    reading = read_answer(
        FACTS[state.check.fact], text, state.today, choices=labels_of(FACTS[state.check.fact])
    )
    in_words = asks_in_words(text)
    if reading.refusal is None and not in_words:
        return False
    context = context_of(state, load_talk(state.talk)) if in_words else None
    led = route(text, state.language, search=state.search, context=context)
    if not (led.scheme or led.candidates or led.citations or led.uncovered):
        return False
    return asks(text) or (led.certain and led.scheme is not None)


def spoken_language(state: State, led: Route, text: str) -> str:
    """The language of the answer: the one that was chosen, else that of the question.

    Of the two scripts of Chinese only the traditional one tells what its writer reads: what looks simplified
    may just hold no character that differs.
    """
    if state.language_chosen or guess_language(text) is None:
        return state.language
    both = led.language in _CHINESE and state.language in _CHINESE
    return state.language if both and led.language != TRADITIONAL else led.language


def _answered(state: State, text: str) -> Talk | Turn:
    try:
        understood = _understood(state, text)
    except IntakeRefused as refused:
        said = state.words.text(f"refusal.{refused.code}", **refused.params)
        return Turn(state, quiet=True, messages=(screen(said),))
    language = spoken_language(state, understood.route, text)
    return talk_of(understood, state.visit.message_id or 0, language, masked(text))


def _understood(state: State, text: str) -> Understood:
    before = load_talk(state.talk)
    return understand(
        text,
        state.today,
        state.search,
        language=state.language,
        context=context_of(state, before),
        earlier=_said_in(before) if before else NOTHING,
        kept=kept_answers(state),
        recorded=state.assessor.records.recorded,
    )


def context_of(state: State, before: Talk | None) -> Context | None:
    """What a follow-up is read for: the scheme on the screen, else the one that was last spoken of."""
    last = before.context if before else None
    target = state.check.target.partition("/")[0]
    if flow.kind_of(state.check.view) not in _ON_SCHEME or target not in SCHEMES:
        return last
    return last if last is not None and last.scheme == target else Context(target)


def kept_answers(state: State) -> Mapping[str, Answer]:
    """The answers from before that an answer may rest on: none in front of a group."""
    return {} if state.visit.group else state.answers


def _said_in(talk: Talk) -> dict[str, Answer]:
    """What was read in a question and those before it; what was only supposed is not carried on."""
    said: dict[str, Answer] = {
        reading.fact.id: Answer(reading.state, reading.value, Source.READ, reading.said)
        for reading in talk.readings.taken
        if reading.state is not None
    }
    return {**talk.earlier, **said}


def _notes(talk: Talk) -> tuple[Note, ...]:
    led = talk.route
    understood = led.scheme or led.candidates or led.citations
    return () if understood else (Note(UNCLEAR, talk.text),)
