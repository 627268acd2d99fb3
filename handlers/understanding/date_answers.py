"""A typed date as the answer to the one question on the screen."""

import re
from datetime import date

from handlers.understanding.bounds import Bound
from handlers.understanding.folding import folded_text
from handlers.understanding.limits import FIRST_YEAR, LAST_YEAR, in_calendar
from handlers.understanding.quantities import Quantity, read_quantities
from handlers.understanding.readings import Doubt, Question, Reading, Refusal
from handlers.understanding.units import Unit

_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*", re.ASCII)
_SPACED = re.compile(r"\s*(\d{4})[\s,，、年/.-]+(\d{1,2})[\s,，、月/.-]+(\d{1,2})\s*[日号]?\s*", re.ASCII)
_DOUBTS = {
    "no_year": Doubt.YEAR_SUPPOSED,
    "two_digit_year": Doubt.YEAR_SUPPOSED,
    "relative": Doubt.RELATIVE_DATE,
}
_AROUND = frozenset(" \t\r\n.,。，!！的了是在:：于")


def read_date_answer(question: Question, today: date) -> Reading:
    """A full date is taken; a part of one, a supposed year or a relative date is asked back."""
    folded = folded_text(question.text)
    parts = _COMPACT.fullmatch(folded) or _SPACED.fullmatch(folded)
    if parts:
        return _from_numbers(question, *(int(part) for part in parts.groups()))
    found = read_quantities(question.text, today, alone=True)
    dates = [quantity for quantity in found if quantity.unit is Unit.DATE]
    if not dates:
        return _from_year(question, found)
    if len(dates) > 1:
        days = (day for quantity in dates if (day := _full(quantity)) and in_calendar(day))
        return question.asked_back(Doubt.SEVERAL, *dict.fromkeys(days))
    return _from_quantity(question, dates[0])


def _from_numbers(question: Question, year: int, month: int, day: int) -> Reading:
    try:
        found = date(year, month, day)
    except ValueError:
        return question.refused(Refusal.NOT_A_DATE)
    return _checked(question, found, None)


def _from_year(question: Question, found: list[Quantity]) -> Reading:
    """A bare 2024 is the year of the date; everything else is no date."""
    years = [q.value for q in found if q.unit is Unit.NONE and not isinstance(q.value, str)]
    if len(years) == 1 and years[0] == int(years[0]) and FIRST_YEAR <= years[0] <= LAST_YEAR:
        return question.asked_back(Doubt.DATE_INCOMPLETE, year=int(years[0]), month=None)
    return question.refused(Refusal.NOT_A_DATE)


def _from_quantity(question: Question, quantity: Quantity) -> Reading:
    day = _full(quantity)
    if day is None:
        return _incomplete(question, str(quantity.value))
    if quantity.bound is not Bound.EQ:
        doubt = Doubt.APPROXIMATE if quantity.bound is Bound.APPROX else Doubt.BOUND
        return _checked(question, day, doubt)
    return _checked(question, day, _DOUBTS.get(quantity.doubt) or _around(question.text, quantity))


def _around(text: str, quantity: Quantity) -> Doubt | None:
    """What stands around the date could turn its meaning: 不是2024-11-05."""
    rest = set(text[: quantity.start] + text[quantity.end :])
    return Doubt.IN_A_SENTENCE if rest - _AROUND else None


def _full(quantity: Quantity) -> date | None:
    value = str(quantity.value)
    return date.fromisoformat(value) if len(value) == 10 else None


def _incomplete(question: Question, value: str) -> Reading:
    """A year, or a year and a month: the rest is asked for."""
    year, month = int(value[:4]), int(value[5:7]) if len(value) == 7 else None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _out_of_calendar(question)
    return question.asked_back(Doubt.DATE_INCOMPLETE, year=year, month=month)


def _checked(question: Question, day: date, doubt: Doubt | None) -> Reading:
    return question.taken(day, doubt) if in_calendar(day) else _out_of_calendar(question)


def _out_of_calendar(question: Question) -> Reading:
    return question.refused(Refusal.OUT_OF_CALENDAR, minimum=FIRST_YEAR, maximum=LAST_YEAR)
