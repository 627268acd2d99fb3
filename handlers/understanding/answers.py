"""Reads what a person typed as the answer to the one question on the screen.

Every text has a considered outcome: taken, to be confirmed with the plausible values, or refused with a code
and the figures that a message needs. Nothing raises. What can be read in two ways is asked back, never
guessed.
"""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from handlers.understanding.choices import NO_LABELS, Labels, exact_choice, likely_choices, read_set
from handlers.understanding.date_answers import read_date_answer
from handlers.understanding.limits import LONGEST_TEXT
from handlers.understanding.number_answers import read_number_answer
from handlers.understanding.readings import Doubt, Question, Reading, Refusal
from handlers.understanding.yes_no import Word, says_never, sentence_answer, short_answer
from rules.engine.facts import Fact, Kind
from rules.engine.situation import State


def read_answer(
    fact: Fact,
    text: str,
    today: date,
    *,
    choices: Labels = NO_LABELS,
    thresholds: Collection[Decimal] = (),
) -> Reading:
    """The reading of a text as the answer to a fact.

    `choices` are the labels of the fact's choices in all languages, by choice id. `thresholds` are the
    figures that the rules compare this fact with: a value that sits exactly on one is asked back. `today` is
    the day from which relative dates count.
    """
    question = Question(fact, text)
    if len(text) > LONGEST_TEXT:
        return question.refused(Refusal.TOO_LONG, most=LONGEST_TEXT, length=len(text))
    if not text.strip():
        return question.refused(Refusal.EMPTY)
    return _read_state(question) or _read_value(question, today, choices, thresholds)


def _read_state(question: Question) -> Reading | None:
    """不知道 and 不适用; for a date that may never have been, 从未 as well, to be confirmed."""
    word = short_answer(question.text)
    if word is Word.UNKNOWN:
        return question.without_value(State.UNKNOWN)
    if word is Word.INAPPLICABLE:
        return question.without_value(State.NOT_APPLICABLE)
    if question.fact.inapplicable and says_never(question.text):
        return question.without_value(State.NOT_APPLICABLE, Doubt.MEANT_NONE)
    return None


def _read_value(question: Question, today: date, choices: Labels, thresholds: Collection[Decimal]) -> Reading:
    kind = question.fact.kind
    if kind is Kind.BOOL:
        return _read_bool(question)
    if kind is Kind.CHOICE:
        return _read_choice(question, choices)
    if kind is Kind.SET:
        return _read_set(question, choices)
    if kind is Kind.DATE:
        return read_date_answer(question, today)
    return read_number_answer(question, today, thresholds)


def _read_bool(question: Question) -> Reading:
    word = short_answer(question.text)
    if word in {Word.YES, Word.NO}:
        return question.taken(word is Word.YES)
    guessed = sentence_answer(question.text)
    if guessed is None:
        return question.refused(Refusal.NOT_YES_OR_NO)
    return question.taken(guessed is Word.YES, Doubt.IN_A_SENTENCE)


def _read_choice(question: Question, labels: Labels) -> Reading:
    fact = question.fact
    chosen = exact_choice(fact.choices, question.text, labels)
    if chosen is not None:
        return question.taken(chosen)
    likely = likely_choices(fact.choices, question.text, labels)
    if len(likely) == 1:
        return question.taken(likely[0], Doubt.IN_A_SENTENCE)
    if likely:
        return question.asked_back(Doubt.SEVERAL, *likely)
    return question.refused(Refusal.NOT_A_CHOICE, choices=fact.choices)


def _read_set(question: Question, labels: Labels) -> Reading:
    fact = question.fact
    members = read_set(fact.choices, question.text, labels)
    if members is None:
        return question.refused(Refusal.NOT_A_CHOICE, choices=fact.choices)
    return question.taken(members)
