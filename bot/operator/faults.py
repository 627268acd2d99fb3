"""What is wrong with the operator's file, one line each: entry, field, what was given, what is expected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from bot.operator.recordable import CONVENTIONS, HOLIDAYS, MEASURES, POLICIES, RELEASES
from handlers.wording.catalogue import Translator
from handlers.wording.deadlines import calendar_refusal
from handlers.wording.people import shown
from rules.calendar.year import FIRST_YEAR, LAST_YEAR, CalendarRefused, OutOfCalendar

MOST_LINES, MOST_SHOWN = 20, 400
Location = tuple[str | int, ...]
Choices = Sequence[str]

LISTED = frozenset({"validity", "release", "coefficient", "calendar"})
TABLES = LISTED | {"calendar.holiday"}
CHOICES: Mapping[tuple[str, str], Choices] = {
    ("validity", "policy"): POLICIES,
    ("release", "policy"): tuple(RELEASES),
    ("coefficient", "measure"): MEASURES,
    ("counting", "first_day"): tuple(CONVENTIONS),
    ("holiday", "name"): HOLIDAYS,
}
EXPECTED: Mapping[str, str] = {
    "document": "document",
    **dict.fromkeys(("dated", "until", "day", "first", "last"), "date"),
    "workdays": "dates",
    "value": "value",
    "year": "year",
    "holiday": "holiday",
}
"""What a field takes that has no fixed choices, by the name of its wording."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `where` leads to it through the file, `code` names the wording, `params` fill it in.

    A calendar that the rules refuse has the words of that refusal instead.
    """

    code: str
    where: Location = ()
    given: object = None
    params: Mapping[str, str] = field(default_factory=dict)
    calendar: CalendarRefused | OutOfCalendar | None = None


class OperatorRefused(Exception):
    """The operator's file cannot be taken, and nothing of it is."""

    def __init__(self, path: Path, faults: Iterable[Fault]) -> None:
        self.path, self.faults = path, tuple(faults)
        super().__init__(f"{path}: {len(self.faults)} faults")


def lines_of(refused: OperatorRefused, words: Translator) -> list[str]:
    """What is wrong, for a person: that nothing was read, then one line a fault."""
    said = [_line(words, fault) for fault in refused.faults[:MOST_LINES]]
    more = len(refused.faults) - len(said)
    head = words.text("operator.refused", path=shown(str(refused.path), MOST_SHOWN))
    return [head, *said, *([words.text("operator.more", count=more)] if more else [])]


def _line(words: Translator, fault: Fault) -> str:
    names = [part for part in fault.where if isinstance(part, str)]
    name = names[-1] if names else ""
    if fault.calendar is not None:
        said = calendar_refusal(words, fault.calendar)
    else:
        said = words.text(
            f"operator.problem.{fault.code}",
            field=shown(name),
            given=as_written(fault.given),
            expected=expected(words, names),
            **{name: shown(text, MOST_SHOWN) for name, text in fault.params.items()},
        )
    entry = entry_name(words, fault.where)
    return words.text("operator.line", entry=entry, problem=said) if entry else said


def entry_name(words: Translator, where: Location) -> str:
    """The table that a fault stands in, with its number where there are several."""
    path, said = "", list[str]()
    for part in where:
        if isinstance(part, str):
            path = f"{path}.{part}" if path else part
        elif path in TABLES:
            said.append(words.text("operator.entry", table=f"[[{path}]]", number=part + 1))
    return " ".join(said) or (f"[{where[0]}]" if len(where) > 1 and where[0] == "counting" else "")


def expected(words: Translator, names: Sequence[str]) -> str:
    """What a field takes, or how a table is written where the fault is the table itself."""
    if not names:
        return ""
    *tables, name = names
    if not tables:
        key = "tables" if name in LISTED else "table"
        return words.text(f"operator.expected.{key}", name=name)
    choices = ", ".join(CHOICES.get((tables[-1], name), ()))
    years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
    kind = "choice" if choices else EXPECTED.get(name)
    return words.text(f"operator.expected.{kind}", choices=choices, **years) if kind else ""


def near(given: object, choices: Iterable[str]) -> str:
    """The likely one where a name is slightly wrong."""
    close = get_close_matches(given[:100], list(choices), n=1) if isinstance(given, str) else []
    return close[0] if close else ""


def as_written(given: object) -> str:
    """A value about as it stands in the file, bounded."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, int) and abs(given) >= 10**30:
        return f"{'-' if given < 0 else ''}{hex(abs(given))[:20]}…"
    if isinstance(given, list):
        return shown("[" + ", ".join(as_written(part) for part in given[:5]) + "]")
    if isinstance(given, dict):
        return shown("{" + ", ".join(f"{name} = …" for name in list(given)[:5]) + "}")
    if isinstance(given, date | Decimal | int | float):
        return str(given)
    return shown(str(given))
