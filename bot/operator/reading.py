"""From the operator's file to what the rules take. One fault anywhere, and nothing of the file is taken."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from bot.operator.calendars import calendars_of
from bot.operator.entries import Calendar, OperatorFile
from bot.operator.faults import CHOICES, Fault, Location, OperatorRefused, near
from bot.operator.recordable import CONVENTIONS, RELEASES
from handlers.records import Records
from rules.calendar.periods import CountingConvention
from rules.calendar.published import PUBLISHED
from rules.calendar.year import YearCalendar
from rules.engine.recorded import Recorded

MOST_BYTES = 100_000
_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class OperatorData:
    """An operator's file that was taken: its entries, and what follows from them."""

    path: Path
    file: OperatorFile
    records: Records


def read_operator_file(path: Path) -> OperatorData:
    """Everything that the file records. Raises `OperatorRefused` with every fault that was found."""
    document = _toml(path, _text(path))
    try:
        file = OperatorFile.model_validate(document)
    except ValidationError as error:
        raise OperatorRefused(path, map(_fault, error.errors(include_url=False))) from None
    calendars, wrong = calendars_of(file)
    faults = [*_twice(file), *_outside_what_sources_allow(file), *wrong]
    if faults:
        raise OperatorRefused(path, faults)
    return OperatorData(path, file, _records(file, calendars))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OperatorRefused(path, [Fault("not_read", params={"reason": reason})]) from None
    if len(content) > MOST_BYTES:
        raise OperatorRefused(path, [Fault("too_large", params={"limit": str(MOST_BYTES)})])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = str(content[: error.start].count(b"\n") + 1)
        raise OperatorRefused(path, [Fault("not_utf8", params={"line": line})]) from None


def _toml(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=_decimal)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        number = int(found[1]) if found else text.count("\n") + 1
        line = text.splitlines()[number - 1 : number]
        given = line[0].strip() if line else ""
        raise OperatorRefused(path, [Fault("not_toml", given=given, params={"line": str(number)})]) from None
    except (ValueError, RecursionError):
        # A number of thousands of digits, or brackets within brackets within brackets.
        raise OperatorRefused(path, [Fault("beyond")]) from None


def _decimal(text: str) -> Decimal:
    """The decimals of the file as they were written; one that no computer takes is no number."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def _fault(error: Mapping[str, Any]) -> Fault:
    """A fault of the models in our words."""
    where: Location = tuple(error["loc"])
    kind, given = str(error.get("ctx", {}).get("error", error["type"])), error["input"]
    if kind == "missing":
        return Fault("missing", where)
    if kind == "extra_forbidden":
        return _unknown(where)
    if kind == "no_choice":
        names = [part for part in where if isinstance(part, str)]
        likely = near(given, CHOICES.get((names[-2], names[-1]), ()))
        return Fault("no_choice_near" if likely else "no_choice", where, given, {"near": likely})
    return Fault(kind if kind in {"no_such_day", "out_of_calendar"} else "wrong", where, given)


def _unknown(where: Location) -> Fault:
    """A section or a key that there is none of."""
    known = _keys_at(where[:-1])
    likely = near(where[-1], known)
    params = {"near": likely, "choices": ", ".join(known)}
    return Fault("unknown_key_near" if likely else "unknown_key", where, params=params)


def _keys_at(where: Location) -> list[str]:
    model: type[BaseModel] = OperatorFile
    for part in where:
        if isinstance(part, str):
            model = _MODELS[part]
    return list(model.model_fields)


_MODELS: Mapping[str, type[BaseModel]] = {
    name: annotation
    for model in (OperatorFile, Calendar)
    for name, field in model.model_fields.items()
    for annotation in (field.annotation, *getattr(field.annotation, "__args__", ()))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel)
}
"""The model of each table, by its name."""


def _twice(file: OperatorFile) -> Iterator[Fault]:
    """Two entries for one thing would leave open which of them counts."""
    keys: list[tuple[str, str, list[object]]] = [
        ("validity", "policy", [entry.policy for entry in file.validity]),
        ("release", "policy", [entry.policy for entry in file.release]),
        ("coefficient", "measure", [entry.measure for entry in file.coefficient]),
        ("calendar", "year", [entry.year for entry in file.calendar]),
    ]
    for section, name, given in keys:
        for value, times in Counter(given).items():
            if times > 1:
                second = len(given) - 1 - given[::-1].index(value)
                first = str(given.index(value) + 1)
                yield Fault("twice", (section, second, name), value, {"first": first})


def _outside_what_sources_allow(file: OperatorFile) -> Iterator[Fault]:
    for number, entry in enumerate(file.release):
        allowed = RELEASES[entry.policy]
        if not allowed.earliest <= entry.day <= allowed.latest:
            limits = {"first": allowed.earliest.isoformat(), "last": allowed.latest.isoformat()}
            yield Fault("not_allowed", ("release", number, "day"), entry.day, limits)


def _records(file: OperatorFile, calendars: Iterable[YearCalendar]) -> Records:
    recorded = Recorded(
        days={entry.policy: entry.day for entry in file.release},
        valid_until={entry.policy: entry.until for entry in file.validity},
        numbers={entry.measure: entry.value for entry in file.coefficient},
    )
    first_day = CONVENTIONS[file.counting.first_day] if file.counting else CountingConvention.FROM_FIRST_DAY
    return Records(recorded, PUBLISHED.recorded(*calendars), first_day)
