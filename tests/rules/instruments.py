"""The cases of instruments 3 to 8: sentences with facts, and what the engine is to say of them.

`cases/<scheme>.toml` (a further assessment: `cases/<scheme>-<part>.toml`) starts with `[applicant]`, the
facts of somebody who meets everything. A case changes some of them. `failed` are requirement = key pairs in
the order of the text, of whatever strength; `unknown` and `skipped` are requirements left open or not
applicable. An award or a finding of two figures is a range, an end of "" is unbounded; "open" is a finding
on which completions differ.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from rules.engine.assess import assess
from rules.engine.facts import NUMERIC, Kind
from rules.engine.interval import Interval, Quantity, as_interval
from rules.engine.recorded import Recorded
from rules.engine.refusals import Contradiction, InapplicableRefused
from rules.engine.result import Assessment, Status
from rules.engine.rounding import to_fen
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Answer, known
from rules.schemes import ASSESSMENTS, FACTS
from tests.rules.cases_of import FOLDER

ON = date(2026, 11, 22)
EXPECTED = {
    "name", "facts", "on", "numbers", "verdict", "award", "failed", "unknown", "skipped", "missing", "next",
    "refused", "contradiction", "readings", "findings",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One sentence of an instrument's cases. `content` holds it whole, `applicant` what it starts from."""

    scheme: str
    group: str
    applicant: Mapping[str, object]
    content: Mapping[str, object]

    def __str__(self) -> str:
        return f"{self.group}: {self.content['name']}"


def read(scheme: str) -> dict[str, object]:
    """The file of an assessment as it stands."""
    return tomllib.loads((FOLDER / f"{scheme.replace('/', '-')}.toml").read_text("utf-8"))


def cases_of(scheme: str) -> list[Case]:
    """Every case of an assessment. A misspelt key or a name used twice is an error, not a case less."""
    content = read(scheme)
    applicant = mapping(content.pop("applicant"))
    cases = [
        Case(scheme, group, applicant, case)
        for group, several in content.items()
        for case in several  # type: ignore[attr-defined]
    ]
    strange = {key for case in cases for key in case.content} - EXPECTED
    names = [case.content["name"] for case in cases]
    if strange or len(set(names)) < len(names) or not cases:
        raise ValueError(f"{scheme}: unknown keys {sorted(strange)}, or no case, or a name used twice")
    return cases


def applicant(scheme: str, **changed: object) -> dict[str, object]:
    """The facts of somebody who meets everything, but for what is changed."""
    content = mapping(read(scheme)["applicant"])
    return {fact: value_of(fact, value) for fact, value in content.items()} | changed


def value_of(fact: str, value: object) -> object:
    """A value of a case as the engine takes it."""
    if value in ("unknown", "n/a"):
        return UNKNOWN if value == "unknown" else INAPPLICABLE
    if FACTS[fact].kind in NUMERIC:
        assert isinstance(value, str), f"{fact}: a figure stands between quotation marks"
        return Decimal(value)
    if FACTS[fact].kind is Kind.SET:
        assert isinstance(value, list)
        return frozenset(value)
    return value


def told(
    scheme: str, facts: Mapping[str, object], on: date = ON, numbers: Mapping[str, str] | None = None
) -> Assessment:
    """The engine's answer to plain facts."""
    situation = {
        fact: value if isinstance(value, Answer) else known(value)  # type: ignore[arg-type]
        for fact, value in facts.items()
    }
    coefficients = {name: Decimal(text) for name, text in (numbers or {}).items()}
    return assess(ASSESSMENTS[scheme], situation, on, Recorded(numbers=coefficients))


def facts_of(case: Case) -> dict[str, object]:
    """The facts of a case."""
    facts = {**case.applicant, **mapping(case.content.get("facts", {}))}
    return {fact: value_of(fact, value) for fact, value in facts.items() if value != "not asked"}


def check(case: Case) -> None:
    """Hold the engine against the case."""
    content = case.content
    on = content.get("on", ON)
    assert isinstance(on, date)
    numbers = {name: str(text) for name, text in mapping(content.get("numbers", {})).items()}
    if "refused" in content:
        with pytest.raises(InapplicableRefused) as refused:
            told(case.scheme, facts_of(case), on, numbers)
        assert refused.value.fact.id == content["refused"]
    elif "contradiction" in content:
        with pytest.raises(Contradiction) as contradicted:
            told(case.scheme, facts_of(case), on, numbers)
        assert list(contradicted.value.facts) == content["contradiction"]
    else:
        _compare(told(case.scheme, facts_of(case), on, numbers), content)


def _compare(found: Assessment, content: Mapping[str, object]) -> None:
    assert (found.verdict and found.verdict.value) == content.get("verdict")
    failed = keys_of(found, Status.FAILED)
    assert list(failed.items()) == list(mapping(content.get("failed", {})).items())
    assert list(keys_of(found, Status.UNKNOWN)) == content.get("unknown", [])
    assert list(keys_of(found, Status.NOT_APPLICABLE)) == content.get("skipped", [])
    assert (found.award and amount(found.award.value)) == content.get("award")
    readings = found.award.readings if found.award else ()
    assert {reading.id: amount(reading.value) for reading in readings} == content.get("readings", {})
    assert list(found.missing) == content.get("missing", [])
    if "next" in content:
        assert found.next == content["next"]
    for name, expected in mapping(content.get("findings", {})).items():
        assert finding(found.findings[name]) == expected, name


def keys_of(found: Assessment, status: Status) -> dict[str, str]:
    """The requirements with a status, and the keys under which they are cited."""
    return {
        result.requirement.id: result.requirement.citation.key
        for result in found.requirements
        if result.status is status
    }


def amount(value: Quantity) -> list[str]:
    """A sum of money to the fen: one figure, or both ends of a range."""
    ends = as_interval(value)
    return ["" if end is None else str(to_fen(end)) for end in dict.fromkeys((ends.low, ends.high))]


def finding(value: object) -> object:
    """A finding as it is written in a case."""
    if value is None:
        return "open"
    if isinstance(value, Mapping):
        return {name: finding(part) for name, part in value.items()}
    if isinstance(value, Decimal):
        return str(value)
    return amount(value) if isinstance(value, Interval) else value


def mapping(value: object) -> Mapping[str, object]:
    """A table of a case."""
    assert isinstance(value, Mapping)
    return value
