"""What the operator's file says, for `shenbao doctor`: each entry, what has ended, what is not recorded."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from bot.clock import SystemClock
from bot.commands.health import Finding, Health
from bot.operator.entries import Calendar, Coefficient, Counting, Entry, Release, Validity
from bot.operator.faults import OperatorRefused, lines_of
from bot.operator.place import is_there, operator_path
from bot.operator.reading import OperatorData, read_operator_file
from bot.operator.recordable import MEASURES, POLICIES, RELEASES
from handlers.records import NO_RECORDS, Records
from handlers.wording.catalogue import Translator
from handlers.wording.numbers import day, number
from handlers.wording.people import shown

WARN_DAYS = 60
MOST_NAMES = 6
EXAMPLE = """[[{section}]]
{key} = "{name}"
{field} = {value}
document = "…"
dated = YYYY-MM-DD"""

Say = Callable[[Health, str], Finding]


def examine_operator_file(words: Translator) -> Iterator[Finding]:
    """Every fault of the file; or every entry with its document, then what could still be recorded."""
    what = words.text("doctor.operator")
    say = partial(_finding, what)
    path = operator_path()
    if not is_there(path):
        yield say(Health.FINE, words.text("doctor.operator_none", path=shown(str(path), 200)))
        yield from _missing(words, NO_RECORDS, say)
        return
    try:
        data = read_operator_file(path)
    except OperatorRefused as refused:
        yield from (say(Health.FAULT, line) for line in lines_of(refused, words))
        return
    today = SystemClock().today()
    yield from (say(*found) for found in _entries(words, data, today))
    yield from _missing(words, data.records, say)


def records_or_none() -> Records:
    """The records for the other examinations: a file with faults counts for nothing there."""
    path = operator_path()
    try:
        return read_operator_file(path).records if is_there(path) else NO_RECORDS
    except OperatorRefused:
        return NO_RECORDS


def _finding(what: str, health: Health, found: str) -> Finding:
    return Finding(health, what, found)


def _entries(words: Translator, data: OperatorData, today: date) -> Iterator[tuple[Health, str]]:
    file = data.file
    for validity in file.validity:
        yield _validity(words, validity, today)
    counted = [file.counting] if file.counting else []
    others: Iterable[Release | Coefficient | Counting | Calendar]
    others = (*file.release, *file.coefficient, *counted, *file.calendar)
    for entry in others:
        yield Health.FINE, _documented(words, entry, _said(words, entry))


def _validity(words: Translator, entry: Validity, today: date) -> tuple[Health, str]:
    left = (entry.until - today).days
    until = day(words, entry.until)
    said = _documented(words, entry, words.text("doctor.operator_validity", policy=entry.policy, until=until))
    if left >= WARN_DAYS:
        return Health.FINE, said
    ended = words.text("doctor.operator_ended")
    hint = ended if left < 0 else words.text("doctor.operator_ends", days=number(words, left))
    return Health.WARNING, words.text("general.list_separator").join((said, hint))


def _said(words: Translator, entry: Release | Coefficient | Counting | Calendar) -> str:
    if isinstance(entry, Release):
        return words.text("doctor.operator_release", policy=entry.policy, day=day(words, entry.day))
    if isinstance(entry, Coefficient):
        value = number(words, entry.value)
        return words.text("doctor.operator_coefficient", measure=entry.measure, value=value)
    if isinstance(entry, Counting):
        return words.text(f"doctor.operator_{entry.first_day}")
    off = sum((holiday.last - holiday.first).days + 1 for holiday in entry.holiday)
    made_up = str(len(entry.workdays))
    return words.text("doctor.operator_calendar", year=str(entry.year), off=str(off), made_up=made_up)


def _documented(words: Translator, entry: Entry, said: str) -> str:
    document, dated = shown(entry.document), day(words, entry.dated)
    return words.text("doctor.operator_documented", what=said, document=document, dated=dated)


def _missing(words: Translator, records: Records, say: Say) -> Iterator[Finding]:
    """What is not recorded, and how the first of it would be."""
    recorded = records.recorded
    gaps = {
        "validity": [name for name in POLICIES if name not in recorded.valid_until],
        "release": [name for name in RELEASES if name not in recorded.days],
        "coefficient": [name for name in MEASURES if name not in recorded.numbers],
    }
    open_gaps = {section: names for section, names in gaps.items() if names}
    if not open_gaps:
        return
    items = words.listed(
        words.text(f"doctor.operator_missing_{section}", names=_some(words, names))
        for section, names in open_gaps.items()
    )
    section, names = next(iter(open_gaps.items()))
    path = shown(str(operator_path()), 200)
    example = _example(section, names[0])
    found = words.text("doctor.operator_missing", items=items, path=path, example=example)
    yield say(Health.WARNING, found)


def _some(words: Translator, names: Iterable[str]) -> str:
    """The names, or the first of them and how many there are."""
    listed = list(names)
    shown_names = ", ".join(listed[:MOST_NAMES])
    if len(listed) <= MOST_NAMES:
        return shown_names
    return words.plural("general.and_more", len(listed), items=shown_names)


def _example(section: str, name: str) -> str:
    key, field, value = {
        "validity": ("policy", "until", "YYYY-MM-DD"),
        "release": ("policy", "day", "YYYY-MM-DD"),
        "coefficient": ("measure", "value", "0.…"),
    }[section]
    return EXAMPLE.format(section=section, key=key, name=name, field=field, value=value)
