"""What an assessment establishes beside the verdict: scores, floors, grades with their clauses, the route."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from handlers.wording.catalogue import Translator
from handlers.wording.citations import cited
from handlers.wording.numbers import measured, money, share
from handlers.wording.terms import label
from rules.engine.citation import Citation
from rules.engine.findings import Clauses, Decision, Finding, Floor, Options, Span, Spans
from rules.engine.result import Assessment
from rules.schemes import FACTS

_MARKS = {True: "✓", False: "✗", None: "?"}


def findings_lines(wording: Translator, assessment: Assessment) -> Iterator[str]:
    """Every finding on a line of its own, the clauses of a description one line a description."""
    for finding in assessment.scheme.findings:
        found: Any = assessment.findings[finding.id]
        if isinstance(finding, Spans):
            yield from (
                _span(wording, label(wording, FACTS[name]), name, span) for name, span in found.items()
            )
        elif isinstance(finding, Clauses):
            yield from _clauses(wording, finding, found)
        elif not (isinstance(finding, Floor) and finding.base is not None and found == 0):
            line = _named(wording, finding_name(wording, finding), _value(wording, finding, found))
            place = finding_place(finding, found)
            yield cited(wording, line, place) if place else line


def finding_name(wording: Translator, finding: Finding) -> str:
    """What is found out: 应走的程序."""
    return wording.text(f"finding.{finding.id}")


def finding_place(finding: Finding, found: object = None) -> Citation | None:
    """Where a finding stands: at its outcome where that is settled, else in the article as a whole."""
    if isinstance(finding, Floor):
        return finding.floors[0][1].citation
    if isinstance(finding, Options):
        return replace(finding.options[0].citation, item="")
    if isinstance(finding, Decision):
        settled = [outcome.citation for outcome in finding.outcomes if outcome.value == found]
        return settled[0] if settled else replace(finding.outcomes[0].citation, item="")
    return None


def _value(wording: Translator, finding: Finding, found: Any) -> str:
    if isinstance(finding, Span):
        return measured(wording, FACTS[min(finding.term.facts)].unit, found)
    if isinstance(finding, Floor):
        return _floor(wording, finding, found)
    if isinstance(finding, Options):
        allowed = found or ["none"]
        return wording.listed(wording.text(f"finding.{finding.id}.{option}") for option in allowed)
    if isinstance(finding, Decision):
        return _decision(wording, finding, found)
    raise TypeError(f"no words for {type(finding).__name__}")


def _floor(wording: Translator, finding: Floor, found: Decimal | None) -> str:
    if found is None:
        return wording.text("finding.open")
    if found == 0:
        return wording.text("finding.none_certain")
    return share(wording, found) if finding.base is None else money(wording, found)


def _decision(wording: Translator, finding: Decision, found: object) -> str:
    if found is None:
        return wording.text("finding.open")
    outcome = {True: "yes", False: "no"}[found] if isinstance(found, bool) else str(found)
    return wording.text(f"finding.{finding.id}.{outcome}")


def _clauses(wording: Translator, finding: Clauses, found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The clauses of each grade with its article and a mark for what holds."""
    places = {option.id: option.citation for option in finding.options}
    by_grade: dict[str, list[str]] = {}
    for clause in found:
        text = f"{_MARKS[clause['holds']]} {wording.text('clause.' + clause['clause'])}"
        by_grade.setdefault(clause["grade"], []).append(text)
    for grade, clauses in by_grade.items():
        named = wording.text("general.list_separator").join(clauses)
        name = cited(wording, wording.text(f"finding.grades.{grade}"), places[grade])
        yield _named(wording, name, named)


def _span(wording: Translator, name: str, fact_id: str, span: Any) -> str:
    return _named(wording, name, measured(wording, FACTS[fact_id].unit, span))


def _named(wording: Translator, name: str, value: str) -> str:
    return wording.text("general.colon", label=name, value=value)
