"""Values of facts on the command line, in facts files and in tables: ID=VALUE, JSON values, cells.

Stricter than the chat, since nobody can be asked back: a value is taken exactly or refused. Money and numbers
are kept exactly, beyond the fen as well (spreadsheets compute net amounts with many digits, and rounding
comes last in the rules); more than ten decimals or 10^15 and beyond are no figures of an account and are
refused.
"""

from collections.abc import Callable
from datetime import date, datetime

from handlers.understanding.choices import NO_LABELS, Labels, exact_choice, read_set
from handlers.understanding.exact_numbers import NumberProblem, read_exact
from handlers.understanding.limits import FIRST_YEAR, LAST_YEAR, LONGEST_TEXT, in_calendar
from handlers.understanding.readings import Refusal, bounded
from handlers.understanding.yes_no import Word, short_answer
from rules.engine.facts import Fact, Kind, Value
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Answer, Source, known

_UNKNOWN = frozenset({"unknown", "不知道", "不清楚", "不确定"})
_INAPPLICABLE = frozenset({"n/a", "不适用", "不適用"})
_DATE_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")


class BadFactValue(ValueError):
    """A value that the fact cannot have.

    `problem` is the code, `given` what was given, bounded to 60 characters; `parameters` hold what a message
    needs (minimum, maximum, choices, most).
    """

    def __init__(self, fact: Fact, given: object, problem: Refusal, **parameters: object) -> None:
        self.fact, self.problem, self.parameters = fact, problem, parameters
        self.given = bounded(given if isinstance(given, str) else _described(given))
        super().__init__(f"{fact.id}: {problem}: {self.given}")


def parse_value(fact: Fact, raw: object, *, choices: Labels = NO_LABELS) -> Answer:
    """The answer that a raw value gives: text, or a JSON value (number, true, false, null, list, ISO date).

    An empty text and null say that nothing was given; callers for which that means "not asked" (an empty
    cell) leave such values out. `choices` are labels by choice id. Raises `BadFactValue` for everything else.
    """
    if isinstance(raw, str):
        if len(raw) > LONGEST_TEXT:
            raise BadFactValue(fact, raw, Refusal.TOO_LONG, most=LONGEST_TEXT)
        raw = raw.strip()
        stated = _without_value(raw)
        if stated is not None:
            return stated
    if raw is None or raw == "":
        raise BadFactValue(fact, "", Refusal.EMPTY)
    value = _PARSERS[fact.kind](fact, raw, choices)
    return known(value, Source.FILE, raw if isinstance(raw, str) and len(raw) <= 60 else "")


def _without_value(text: str) -> Answer | None:
    if text.lower() in _UNKNOWN:
        return UNKNOWN
    return INAPPLICABLE if text.lower() in _INAPPLICABLE else None


def _bool(fact: Fact, raw: object, _: Labels) -> Value:
    if isinstance(raw, bool):
        return raw
    word = short_answer(raw) if isinstance(raw, str) and raw not in {"0", "1"} else None
    if word not in {Word.YES, Word.NO}:
        raise BadFactValue(fact, raw, Refusal.NOT_YES_OR_NO)
    return word is Word.YES


def _choice(fact: Fact, raw: object, labels: Labels) -> Value:
    chosen = exact_choice(fact.choices, raw, labels) if isinstance(raw, str) else None
    if chosen is None:
        raise BadFactValue(fact, raw, Refusal.NOT_A_CHOICE, choices=fact.choices)
    return chosen


def _set(fact: Fact, raw: object, labels: Labels) -> Value:
    """A list of integers or strings; one integer; or a text with ";" between the members, none for the empty
    set.
    """
    members: frozenset[str] | None = None
    if isinstance(raw, list | tuple | set | frozenset):
        found = {_member(fact, each, labels) for each in raw}
        members = None if None in found else frozenset(each for each in found if each)
    elif isinstance(raw, str | int):
        members = None if isinstance(raw, bool) else read_set(fact.choices, str(raw), labels)
    if members is None:
        raise BadFactValue(fact, raw, Refusal.NOT_A_CHOICE, choices=fact.choices)
    return members


def _member(fact: Fact, raw: object, labels: Labels) -> str | None:
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        return None
    return exact_choice(fact.choices, str(raw), labels)


def _date(fact: Fact, raw: object, _: Labels) -> Value:
    day = _read_day(raw)
    if day is None:
        raise BadFactValue(fact, raw, Refusal.NOT_A_DATE)
    if not in_calendar(day):
        raise BadFactValue(fact, raw, Refusal.OUT_OF_CALENDAR, minimum=FIRST_YEAR, maximum=LAST_YEAR)
    return day


def _read_day(raw: object) -> date | None:
    if isinstance(raw, datetime):
        return raw.date() if raw.time() == datetime.min.time() else None
    if isinstance(raw, date):
        return raw
    if not isinstance(raw, str):
        return None
    return next((day for form in _DATE_FORMS if (day := _by_form(raw, form))), None)


def _by_form(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar date has no zone
    except ValueError:
        return None


def _number(fact: Fact, raw: object, _: Labels) -> Value:
    try:
        return read_exact(fact, raw)
    except NumberProblem as problem:
        raise BadFactValue(fact, raw, problem.refusal, **problem.parameters) from None


def _described(raw: object) -> str:
    """What was given, in few characters, whatever it is: a huge number or a long list is never written out
    whole.
    """
    if isinstance(raw, int) and raw.bit_length() > 10_000:
        return "-…" if raw < 0 else "…"
    if isinstance(raw, list | tuple):
        return "[" + ", ".join("[…]" if isinstance(e, list) else _described(e) for e in raw[:10]) + "]"
    if isinstance(raw, dict):
        return "{…}"
    return "true" if raw is True else "false" if raw is False else str(raw)


_PARSERS: dict[Kind, Callable[[Fact, object, Labels], Value]] = {
    Kind.BOOL: _bool,
    Kind.CHOICE: _choice,
    Kind.SET: _set,
    Kind.DATE: _date,
    Kind.MONEY: _number,
    Kind.NUMBER: _number,
    Kind.INTEGER: _number,
    Kind.YEAR: _number,
}
