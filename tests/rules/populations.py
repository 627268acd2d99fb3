"""Applicants drawn at random, to count how many questions they are asked. All of them answer everything.

`uniform`: every cell of a fact is as likely as any other: each choice, yes and no, either side of a
threshold, each stretch of days. Hardly anybody meets everything: that order is good which finds a failure.

`realistic`: people who came because they think that the scheme is for them. Most are registered in the
province, exclusions are rare (0.5-3 %), figures scatter around the thresholds, a fifth of the computing
centres is not accepted yet. The shares are assumed, not measured. A quarter (computing centres) to almost
half (purchases) meet everything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import exp, log
from random import Random

from tests.rules.oracle import Rule
from tests.rules.situations import ON

Applicant = dict[str, object]
Draw = Callable[[Random], object]


@dataclass(frozen=True)
class Population:
    """A way to draw applicants of one scheme."""

    name: str
    draw: Callable[[Rule, Random], Applicant]

    def sample(self, rule: Rule, size: int, seed: int) -> list[Applicant]:
        """The same applicants for the same seed."""
        random = Random(f"{self.name} {rule.id} {seed}")
        return [self.draw(rule, random) for _ in range(size)]


CHOICES: dict[str, tuple[object, ...]] = {
    "registration_province": ("heilongjiang", "jiangsu", "zhejiang", "liaoning", "other"),
    "project_province": ("heilongjiang", "jiangsu", "zhejiang", "liaoning", "other"),
    "applicant_kind": ("university", "research_institute", "enterprise", "other"),
}


CELLS: dict[str, tuple[tuple[str, str], ...]] = {
    "new_pflops": (("0", "49.99"), ("50", "500")),
    "pue": (("1", "1.3"), ("1.31", "2")),
    "equipment_software_cost": (("0", "66666666.66"), ("66666666.67", "900000000")),
    "compute_spend": (("0", "300000"), ("300000.01", "13333333.33"), ("13333333.34", "90000000")),
}
STRETCHES = (
    (date(2019, 1, 1), date(2022, 12, 31)),
    (date(2023, 1, 1), date(2023, 12, 31)),
    (date(2024, 1, 1), ON),
    (ON + timedelta(1), date(2027, 12, 31)),
)


def _uniform(rule: Rule, random: Random) -> Applicant:
    return {fact: _from_a_cell(fact, random) for fact in rule.facts}


def _from_a_cell(fact: str, random: Random) -> object:
    if fact in CELLS:
        low, high = (int(Decimal(end) * 100) for end in random.choice(CELLS[fact]))
        return Decimal(random.randint(low, high)) / 100
    if fact == "acceptance_date":
        return _within(random.choice(STRETCHES), random)
    return random.choice(CHOICES.get(fact, (True, False)))


def _within(stretch: tuple[date, date], random: Random) -> date:
    first, last = stretch
    return first + timedelta(random.randrange((last - first).days + 1))


def _yes(share: float) -> Draw:
    return lambda random: random.random() < share


def _province(share: float) -> Draw:
    others = CHOICES["registration_province"][1:]
    return lambda random: "heilongjiang" if random.random() < share else random.choice(others)


def _spread(low: float, high: float, places: str) -> Draw:
    """Evenly on a logarithmic scale."""
    return lambda random: Decimal(exp(random.uniform(log(low), log(high)))).quantize(Decimal(places))


def _accepted(random: Random) -> date:
    return _within(random.choices(STRETCHES, weights=(10, 15, 55, 20))[0], random)


def _kind(random: Random) -> object:
    return random.choices(CHOICES["applicant_kind"], weights=(15, 15, 65, 5))[0]


REALISTIC: dict[str, Draw] = {
    "registration_province": _province(0.92),
    "project_province": _province(0.94),
    "new_pflops": _spread(20, 1000, "0.01"),
    "pue": lambda random: Decimal(random.triangular(1.08, 1.5, 1.25)).quantize(Decimal("0.01")),
    "acceptance_date": _accepted,
    "serves_4567": _yes(0.95),
    "independent_legal_person": _yes(0.95),
    "dishonest_debtor": _yes(0.01),
    "abnormal_operation": _yes(0.02),
    "security_bad_record": _yes(0.02),
    "safety_blacklist": _yes(0.005),
    "tax_problem": _yes(0.03),
    "same_project_awarded": _yes(0.03),
    "is_expansion": _yes(0.3),
    "equipment_software_cost": _spread(5e6, 5e8, "0.01"),
    "compute_spend": _spread(1e5, 2e7, "0.01"),
    "vendor_listed": _yes(0.8),
    "purpose_ai": _yes(0.9),
    "problem_serious": _yes(0.2),
    "applicant_kind": _kind,
}


def _realistic(rule: Rule, random: Random) -> Applicant:
    return {fact: REALISTIC[fact](random) for fact in rule.facts}


POPULATIONS = (Population("uniform", _uniform), Population("realistic", _realistic))
