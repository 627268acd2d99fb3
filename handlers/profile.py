"""The screens of what a person has answered: the list, one answer, forgetting all of them."""

from handlers.flow import detail_of
from handlers.keyboards import Verb
from handlers.results import PAGE, pages
from handlers.screens import Row, Screen, button, screen
from handlers.session import State
from handlers.wording.profile import answer_card, profile_button, profile_card
from rules.schemes import FACTS


def profile_screen(state: State) -> Screen:
    """Every answer, with a button each to see, change or remove it."""
    words = state.words
    facts = [fact for fact in FACTS.values() if fact.id in state.answers]
    detail = detail_of(state.check.view)
    number = min(int(detail) if detail.isdecimal() else 0, max(len(facts) - 1, 0) // PAGE)
    rows: list[Row] = []
    for fact in facts[number * PAGE : (number + 1) * PAGE]:
        label = profile_button(words, fact, state.answers[fact.id])
        rows.append((button(label, Verb.FACT, fact=fact.id),))
    rows.append(pages(state, len(facts), number, Verb.PROFILE))
    rows.append((button(words.text("button.uscc"), Verb.CREDIT),))
    if facts:
        rows.append((button(words.text("button.remove_all"), Verb.CLEAR),))
    rows.append((button(words.text("button.start"), Verb.TARGETS),))
    return screen(*profile_card(words, state.answers), rows=rows)


def fact_screen(state: State) -> Screen:
    """One answer with its provenance."""
    fact = FACTS[state.check.fact]
    words = state.words
    rows = [
        (
            button(words.text("button.answer_again"), Verb.EDIT, fact=fact.id),
            button(words.text("button.remove"), Verb.FORGET, fact=fact.id),
        ),
        (button(words.text("button.back"), Verb.PROFILE),),
    ]
    return screen(answer_card(words, fact, state.answers[fact.id]), rows=rows)


def clear_screen(state: State) -> Screen:
    """The question before every answer is forgotten."""
    words = state.words
    rows = [
        (
            button(words.text("button.remove_all"), Verb.CLEAR_NOW),
            button(words.text("button.keep"), Verb.PROFILE),
        )
    ]
    return screen(words.plural("profile.remove_all_question", len(state.answers)), rows=rows)
