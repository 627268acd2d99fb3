"""The cases of a scheme: sentences with facts and what they lead to, from `cases/<scheme>.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rules.engine.interval import as_interval
from rules.engine.refusals import InapplicableRefused
from rules.engine.result import Assessment, Status
from rules.engine.rounding import to_fen
from rules.engine.situation import INAPPLICABLE, UNKNOWN
from rules.schemes import FACTS
from tests.rules.oracle import RULES, Day
from tests.rules.situations import ON, award_of, engine, good

FOLDER = Path(__file__).parent / "cases"
EXPECTED = {"name", "facts", "on", "release", "verdict", "award", "unrounded", "failed", "missing", "refused"}


@dataclass(frozen=True)
class Case:
    """One sentence of a scheme's cases."""

    scheme: str
    group: str
    content: Mapping[str, object]

    def __str__(self) -> str:
        return f"{self.group}: {self.content['name']}"


def cases_of(scheme: str) -> list[Case]:
    """Every case of a scheme. A misspelt key is an error, not a case that checks less."""
    read = tomllib.loads((FOLDER / f"{scheme}.toml").read_text("utf-8"))
    cases = [Case(scheme, group, content) for group, contents in read.items() for content in contents]
    strange = {key for case in cases for key in case.content} - EXPECTED
    if strange:
        raise ValueError(f"{scheme}: unknown keys {sorted(strange)}")
    return cases


def check(case: Case) -> None:
    """Hold the engine against the case."""
    content = case.content
    facts = _facts(case)
    day = Day(_date(content.get("on", ON)), _date(content["release"]) if "release" in content else None)
    if "refused" in content:
        with pytest.raises(InapplicableRefused) as refused:
            engine(RULES[case.scheme], facts, day)
        assert refused.value.fact.id == content["refused"]
        return
    found = engine(RULES[case.scheme], facts, day)
    assert found.verdict is not None
    assert found.verdict.value == content["verdict"]
    assert _failed(found) == content.get("failed", {})
    assert list(_failed(found)) == list(_mapping(content.get("failed", {})))
    assert _award(found) == content.get("award")
    if "unrounded" in content:
        assert award_of(found) == Decimal(str(content["unrounded"]))
    if "missing" in content:
        assert list(found.missing) == content["missing"]


def _mapping(value: object) -> Mapping[str, object]:
    assert isinstance(value, Mapping)
    return value


def _facts(case: Case) -> dict[str, object]:
    facts = good(RULES[case.scheme])
    for fact, value in _mapping(case.content.get("facts", {})).items():
        if value == "not asked":
            del facts[fact]
        else:
            facts[fact] = _value(fact, value)
    return facts


def _value(fact: str, value: object) -> object:
    if value in ("unknown", "n/a"):
        return UNKNOWN if value == "unknown" else INAPPLICABLE
    return Decimal(value) if FACTS[fact].unit and isinstance(value, str) else value


def _date(value: object) -> date:
    assert isinstance(value, date)
    return value


def _failed(found: Assessment) -> dict[str, str]:
    return {
        result.requirement.id: result.requirement.citation.key
        for result in found.requirements
        if result.status is Status.FAILED
    }


def _award(found: Assessment) -> list[str] | None:
    value = award_of(found)
    if value is None:
        return None
    ends = as_interval(value)
    assert ends.low is not None
    assert ends.high is not None
    return [str(to_fen(end)) for end in dict.fromkeys((ends.low, ends.high))]
