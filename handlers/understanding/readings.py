"""What became of an answer: taken, to be confirmed, or refused; with codes and the figures that a message
needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rules.engine.facts import Fact, Value
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Answer, Source, State, known

MOST_SAID = 60
"""Characters of a person's words that a reading keeps."""

Parameters = Mapping[str, object]


class Doubt(StrEnum):
    """Why a value is shown and asked back before it is taken."""

    RANGE = "range"
    BOUND = "bound"
    APPROXIMATE = "approximate"
    ON_THRESHOLD = "on_threshold"
    UNIT_UNCLEAR = "unit_unclear"
    UNIT_SUPPOSED = "unit_supposed"
    SEPARATOR_UNCLEAR = "separator_unclear"
    FOREIGN_CURRENCY = "foreign_currency"
    SEVERAL = "several"
    YEAR_SUPPOSED = "year_supposed"
    RELATIVE_DATE = "relative_date"
    DATE_INCOMPLETE = "date_incomplete"
    FINER_THAN_FEN = "finer_than_fen"
    MEANT_NONE = "meant_none"
    IN_A_SENTENCE = "in_a_sentence"


class Refusal(StrEnum):
    """Why a text cannot be the answer."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_NUMBER = "not_a_number"
    NOT_FINITE = "not_finite"
    NOT_WHOLE = "not_whole"
    NEGATIVE = "negative"
    BELOW_MINIMUM = "below_minimum"
    ABOVE_MAXIMUM = "above_maximum"
    TOO_PRECISE = "too_precise"
    WRONG_UNIT = "wrong_unit"
    NOT_A_DATE = "not_a_date"
    OUT_OF_CALENDAR = "out_of_calendar"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says as the answer to one fact.

    Taken: `state` is there and `sure` holds. To confirm: `doubt` says why, and `candidates` are the plausible
    values, the likeliest first (none where only the person can say: a foreign currency, half a date).
    Refused: `refusal` says why and there is no state. `parameters` hold what a message needs: minimum,
    maximum, unit, expected, month … `said` are the person's words, bounded.
    """

    fact: Fact
    said: str
    state: State | None = None
    value: Value | None = None
    doubt: Doubt | None = None
    candidates: tuple[Value, ...] = ()
    refusal: Refusal | None = None
    parameters: Parameters = field(default_factory=dict)

    @property
    def sure(self) -> bool:
        """Whether it can be taken without asking back."""
        return self.state is not None and self.doubt is None

    @property
    def answer(self) -> Answer | None:
        """The answer to store once it is sure or confirmed; `None` where there is none yet."""
        if self.state is State.UNKNOWN:
            return UNKNOWN
        if self.state is State.NOT_APPLICABLE:
            return INAPPLICABLE
        if self.state is State.KNOWN and self.value is not None:
            return known(self.value, Source.STATED, self.said)
        return None


def bounded(text: str, most: int = MOST_SAID) -> str:
    """At most so many characters of what was given, on one line, with … where some were left out."""
    line = " ".join(text[: most * 4].split())
    return line if len(line) <= most else line[: most - 1] + "…"


@dataclass(frozen=True, slots=True)
class Question:
    """The fact that is asked and the text that was typed: makes the readings of it."""

    fact: Fact
    text: str

    def taken(
        self, value: Value, doubt: Doubt | None = None, *others: Value, **parameters: object
    ) -> Reading:
        """A value, sure where there is no doubt; with a doubt the candidates are it and the others."""
        candidates = (value, *others) if doubt else ()
        return Reading(
            self.fact, bounded(self.text), State.KNOWN, value, doubt, candidates, parameters=parameters
        )

    def asked_back(self, doubt: Doubt, *candidates: Value, **parameters: object) -> Reading:
        """No value yet: the person chooses among candidates, or says more."""
        return Reading(self.fact, bounded(self.text), None, None, doubt, candidates, parameters=parameters)

    def refused(self, refusal: Refusal, **parameters: object) -> Reading:
        """No answer to this question."""
        return Reading(self.fact, bounded(self.text), refusal=refusal, parameters=parameters)

    def without_value(self, state: State, doubt: Doubt | None = None) -> Reading:
        """The person does not know, or it does not apply."""
        return Reading(self.fact, bounded(self.text), state, doubt=doubt)
