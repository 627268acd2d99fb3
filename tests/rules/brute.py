"""Every completion of what is unknown, one by one: the reference for verdict, award, missing and statuses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from math import prod

from tests.rules.oracle import Day, Known, Rule, representatives

# One end of a range: the number, and whether it is itself left out.
End = tuple[Decimal, bool]
# What a case fails, for each answer to what the text leaves open.
Failures = tuple[list[tuple[str, str]], ...]


@dataclass(frozen=True)
class Partial:
    """What all completions together say. `award` holds both ends, or nothing where no completion is paid.

    `statuses` has the requirements that are not met, as failed or unknown.
    """

    verdict: str
    award: tuple[End, End] | None
    missing: tuple[str, ...]
    statuses: dict[str, str]


@dataclass(frozen=True)
class Case:
    """One completion. `results` are the amounts that it is paid, nothing where it fails: one for each answer
    to what the text leaves open."""

    facts: dict[str, object]
    failures: Failures
    results: frozenset[Decimal | None]


def is_contradictory(known: Known) -> bool:
    """An incident within three years is itself a bad record: it cannot be stated beside a clean one."""
    return known.get("security_incident_3y") is True and known.get("security_bad_record") is False


def completions(rule: Rule, known: Known, day: Day) -> Iterator[Case | None]:
    """Every way to complete the facts, the last fact changing first; nothing stands for a contradiction."""
    complete: dict[str, object] = {"security_incident_3y": False, "fraud": False, **known}
    unknown = _unknown(rule, known)
    for values in product(*(representatives(fact, day) for fact in unknown)):
        facts = {**complete, **dict(zip(unknown, values, strict=True))}
        yield None if is_contradictory(facts) else _case(rule, facts, day)


def _unknown(rule: Rule, known: Known) -> list[str]:
    return [fact for fact in rule.facts if fact not in known]


def _case(rule: Rule, facts: dict[str, object], day: Day) -> Case:
    accepted = facts.get("acceptance_date") if "acceptance_date" in rule.facts else None
    answers = day.released_before(accepted) if isinstance(accepted, date) else (True,)
    failures = tuple(rule.failures(facts, day, after_release) for after_release in answers)
    return Case(facts, failures, frozenset(None if failed else rule.paid(facts) for failed in failures))


def assess_by_force(rule: Rule, known: Known, day: Day) -> Partial:
    """Verdict, range of the award, missing facts and the statuses of all requirements."""
    cases = list(completions(rule, known, day))
    possible = [case for case in cases if case is not None]
    results = frozenset().union(*(case.results for case in possible))
    paid = [amount for amount in results if amount is not None]
    verdict = "ineligible" if not paid else "undetermined" if None in results else "eligible"
    return Partial(verdict, _range(rule, known, paid), _missing(rule, known, day, cases), _statuses(possible))


def _range(rule: Rule, known: Known, paid: list[Decimal]) -> tuple[End, End] | None:
    if not paid:
        return None
    lows = [(amount, False) for amount in paid]
    highs = list(lows)
    if rule.base not in known and rule.exclusive_floor is not None:
        # Between the floor and the first amount above it lie more amounts: the floor's share is the limit.
        lows.append((rule.exclusive_floor * 3 / 10, True))
    return min(lows), max(highs)


def _missing(rule: Rule, known: Known, day: Day, cases: list[Case | None]) -> tuple[str, ...]:
    """The facts for which two completions that differ in nothing else have different results."""
    unknown = _unknown(rule, known)
    sizes = [len(representatives(fact, day)) for fact in unknown]
    results = [case.results if case else None for case in cases]
    found = []
    for place, (fact, size) in enumerate(zip(unknown, sizes, strict=True)):
        stride = prod(sizes[place + 1 :])
        starts = (first for first in range(len(cases)) if first // stride % size == 0)
        if any(len(set(results[i : i + size * stride : stride]) - {None}) > 1 for i in starts):
            found.append(fact)
    return tuple(found)


def _statuses(cases: list[Case]) -> dict[str, str]:
    counts = Counter(name for case in cases for failed in case.failures for name, _ in failed)
    total = sum(len(case.failures) for case in cases)
    return {name: "failed" if count == total else "unknown" for name, count in counts.items()}
