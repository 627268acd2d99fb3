"""What no command and no button brings: words, pictures, messages changed afterwards."""

from dataclasses import replace

from handlers import credit, dating, flow, timetable
from handlers.answering import typed
from handlers.codes import ALL
from handlers.commands import say
from handlers.keyboards import Verb
from handlers.screens import button, screen
from handlers.session import State, Turn
from handlers.talking.asking import aside, asked, is_aside
from handlers.wording.html import html
from handlers.wording.question import question_text
from rules.schemes import FACTS


def written(state: State, text: str) -> Turn:
    """Words: a credit code, an answer while a question is open, else a question of the person's own."""
    if credit.is_meant(state, text):
        return replace(credit.given(state, text), below=True)
    if flow.asked_fact(state):
        return aside(state, text) if is_aside(state, text) else typed(state, text)
    if dating.is_meant(state, text):
        return dating.typed(state, text)
    return asked(state, text)


def attached(state: State) -> Turn:
    """Something without words: what is expected instead, with the question once more where one is open."""
    fact = flow.asked_fact(state)
    if fact:
        question = question_text(state.words, FACTS[fact])
    elif timetable.is_open(state):
        question = timetable.question_of(state)
    else:
        return say(state, "media.no_question")
    notice = html(state.words.text("media.open_question", question=question))
    return Turn(state, below=True, notice=notice)


def edited(state: State) -> Turn:
    """A message that was changed after it was read: the answer stays as it was read, and how to change it."""
    if not state.answers:
        return Turn(state, quiet=True)
    words = state.words
    target = state.check.target if flow.knows(state.check.target) else ALL
    rows = [(button(words.text("button.change"), Verb.CHANGE, target=target),)]
    said = words.text("edited.message", change=words.text("button.change"))
    return Turn(state, quiet=True, messages=(screen(said, rows=rows),))
