"""The unified social credit code (统一社会信用代码): what it tells is proposed, and kept when confirmed.

The code itself is not kept: neither in the answers nor while it waits for the confirmation.
"""

from dataclasses import replace

from handlers import flow
from handlers.keyboards import Verb
from handlers.pending import dump_proposals, load_proposals
from handlers.screens import Screen, button, screen
from handlers.session import State, Turn
from handlers.understanding.uscc import (
    CodeReading,
    CreditCode,
    looks_like_credit_code,
    read_credit_code,
)
from handlers.wording import terms
from handlers.wording.html import Html, code, html, lines
from handlers.wording.people import shown
from rules.engine.situation import Source, known
from rules.schemes import FACTS

KIND = "credit"
CONFIRM = "confirm"


def is_meant(state: State, text: str) -> bool:
    """Whether a text is to be read as a code: one was asked for, or it can be nothing else."""
    return flow.kind_of(state.check.view) == KIND or looks_like_credit_code(text)


def credit_screen(state: State) -> Screen:
    """Asks for the code, or for a word on what it tells."""
    words = state.words
    proposals = load_proposals(state.check.pending)
    if not proposals:
        back = (button(words.text("button.back"), Verb.PROFILE),)
        return screen(words.text("uscc.ask"), rows=[back])
    found = (f"· {terms.answered(words, FACTS[fact], answer)}" for fact, answer in proposals.items())
    rows = [
        (button(words.text("button.adopt"), Verb.CREDIT_TAKE),),
        (button(words.text("button.cancel"), Verb.CREDIT_LEAVE),),
    ]
    return screen(lines(words.text("uscc.valid"), *found), words.text("uscc.adopt"), rows=rows)


def given(state: State, text: str) -> Turn:
    """Somebody wrote a code: what follows from it, what was probably meant, or what is wrong with it."""
    reading = read_credit_code(text)
    meant = reading.code or reading.did_you_mean
    if meant is None:
        again = state if flow.asked_fact(state) else state.on_screen(KIND)
        return Turn(again, below=True, notice=_problem(state, reading))
    notice = Html() if reading.code else state.words.html("uscc.did_you_mean", code=code(meant.code))
    return replace(_proposed(state, meant, notice), below=True)


def _proposed(state: State, meant: CreditCode, notice: Html) -> Turn:
    words = state.words
    central = html(words.text("uscc.no_province")) if meant.is_central else Html()
    answers = {fact: known(value, Source.DERIVED) for fact, value in meant.proposals.items()}
    if not answers:
        return Turn(_onward(state), notice=lines(notice, central, words.text("uscc.nothing")))
    origin = flow.CHECK if flow.kind_of(state.check.view) == flow.CHECK else flow.detail_of(state.check.view)
    proposing = state.on_screen(f"{KIND}:{origin}", pending=dump_proposals(answers))
    return Turn(proposing, notice=lines(notice, central))


def _problem(state: State, reading: CodeReading) -> Html:
    params = {name: shown(str(value)) for name, value in reading.parameters.items()}
    return state.words.html(f"uscc.problem.{reading.problem}", **params)


def take(state: State) -> Turn | None:
    """What the code tells is right: keep it, and go on where the code was given."""
    proposals = load_proposals(state.check.pending)
    if not proposals:
        return None
    return Turn(_onward(state.answering(proposals)), notice=html(state.words.text("uscc.adopted")))


def leave(state: State) -> Turn:
    """Keep nothing of it, and go on where the code was given."""
    return Turn(_onward(state))


def _onward(state: State) -> State:
    """Back to the check that the code was given in, else to the profile."""
    within_check = flow.CHECK in (flow.kind_of(state.check.view), flow.detail_of(state.check.view))
    if within_check:
        return flow.advance(state)
    return state.on_screen("targets" if state.visit.group else "profile")
