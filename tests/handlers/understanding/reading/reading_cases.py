"""The cases of this folder and how a reading is compared with one."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from handlers.thresholds import thresholds
from handlers.understanding.reading import FactReading, Readings, Unsure, read_facts
from rules.engine.facts import Fact, Value
from rules.engine.situation import State
from rules.schemes import SCHEMES

TODAY = date(2026, 11, 22)
OWN = Path(__file__).with_name("facts.jsonl")
EXAMPLES = Path(__file__).parents[5] / "shared" / "examples" / "questions.jsonl"


@dataclass(frozen=True)
class Case:
    """A text and what has to be read from it; `absent` facts must not be taken as known."""

    id: str
    text: str
    lang: str
    scheme: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    assumed: Mapping[str, Any] = field(default_factory=dict)

    @property
    def held_out(self) -> bool:
        """A fixed third, by a hash of the text: looked at only after the rules had been measured on it."""
        return sha256(self.text.encode()).digest()[0] % 3 == 0


@dataclass
class Score:
    """How many expectations there are, the ones that fail, and how many of these took a wrong value."""

    expected: int = 0
    failed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The part of the expectations that holds."""
        return 1 - len(self.failed) / self.expected


def own_cases() -> list[Case]:
    """Our own cases."""
    rows = [json.loads(line) for line in OWN.read_text("utf-8").splitlines()]
    return [Case(**{**row, "absent": tuple(row["absent"]), "unsure": tuple(row["unsure"])}) for row in rows]


def example_cases() -> list[Case]:
    """The shared examples that say something of facts."""
    rows = [json.loads(line) for line in EXAMPLES.read_text("utf-8").splitlines()]
    return [
        Case(
            row["id"],
            row["q"],
            row["lang"],
            None,
            row["expect"].get("facts", {}),
            tuple(row["expect"].get("facts_absent", ())),
            tuple(row["expect"].get("unsure", ())),
        )
        for row in rows
    ]


@cache
def figures_of_law(fact: Fact) -> frozenset[Decimal]:
    """The thresholds of every scheme."""
    return thresholds(fact, SCHEMES.values(), TODAY)


def read(text: str, language: str = "zh_CN", scheme: str | None = None) -> Readings:
    """What is read today with the figures of the law."""
    return read_facts(text, TODAY, language=language, scheme=scheme, thresholds=figures_of_law)


def of(readings: Readings, fact: str) -> FactReading | None:
    """The reading of one fact that is not a supposition."""
    return next((each for each in readings.readings if each.fact.id == fact and not each.assumed), None)


def taken(text: str, scheme: str | None = None) -> dict[str, Value | None]:
    """The values that are taken at once, by fact; `None` where the person does not know."""
    return {each.fact.id: each.value for each in read(text, scheme=scheme).taken}


def score(cases: list[Case]) -> Score:
    """Compares every case with its reading."""
    total = Score()
    for case in cases:
        for failure, is_wrong in _failures(case, total):
            total.failed.append(f"{case.id} {case.text}: {failure}")
            if is_wrong:
                total.wrong.append(f"{case.id} {case.text}: {failure}")
    return total


def _failures(case: Case, total: Score) -> Iterator[tuple[str, bool]]:
    readings = read(case.text, case.lang, case.scheme)
    known = {each.fact.id: each for each in readings.taken}
    doubtful = {each.fact.id: each for each in readings.doubtful}
    assumed = {each.fact.id: each for each in readings.assumed}
    total.expected += len(case.facts) + len(case.absent) + len(case.unsure) + len(case.assumed)
    for fact, value in case.facts.items():
        got = known.get(fact) or doubtful.get(fact)
        if got is None or not _is(got, value):
            yield f"{fact} is {value}", fact in known
    for fact in case.absent:
        if fact in known and known[fact].state is State.KNOWN:
            yield f"{fact} is not to be taken", True
    for fact in case.unsure:
        if fact not in doubtful:
            yield f"{fact} is to be asked back", False
    for fact, value in case.assumed.items():
        if fact not in assumed or not _is(assumed[fact], value):
            yield f"{fact} is supposed to be {value}", False


def _is(reading: FactReading, value: Any) -> bool:
    """Whether it is that value, sure or exactly on a figure of the law."""
    if value == "unknown":
        return reading.state is State.UNKNOWN
    if not reading.sure and reading.doubt is not Unsure.ON_THRESHOLD:
        return False
    if isinstance(reading.value, Decimal):
        return Decimal(str(value)) == reading.value
    if isinstance(reading.value, bool) or isinstance(value, bool):
        return bool(reading.value is value)
    if isinstance(reading.value, frozenset):
        return bool(reading.value == frozenset(value))
    return bool(str(reading.value) == value)
