"""Between the oracle's plain facts and the engine's situations, and hypothesis' draws of both."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from rules.engine.assess import assess
from rules.engine.interval import Interval, Quantity
from rules.engine.recorded import NOTHING_RECORDED, Recorded
from rules.engine.result import Assessment, Status
from rules.engine.situation import UNKNOWN, Answer, State, known
from rules.policies import LONGJIANG_60
from rules.schemes import SCHEMES
from tests.rules.brute import End
from tests.rules.oracle import Day, Rule, representatives

ON = date(2026, 11, 22)
DAYS = (Day(ON), Day(ON, date(2023, 6, 1)), Day(ON, date(2023, 1, 1)), Day(ON, date(2023, 12, 31)))


def recorded(day: Day) -> Recorded:
    """What an operator has recorded, as the engine takes it."""
    return Recorded(days={LONGJIANG_60: day.release}) if day.release else NOTHING_RECORDED


def situation(facts: Mapping[str, object]) -> dict[str, Answer]:
    """Plain facts as answers; an `Answer` stays what it is."""
    return {fact: value if isinstance(value, Answer) else known(value) for fact, value in facts.items()}  # type: ignore[arg-type]


def engine(rule: Rule, facts: Mapping[str, object], day: Day = DAYS[0]) -> Assessment:
    """The engine's answer for the scheme of a rule."""
    return assess(SCHEMES[rule.id], situation(facts), day.on, recorded(day))


def known_part(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts that are known: what the applicant does not know is left out."""
    return {fact: value for fact, value in facts.items() if not isinstance(value, Answer)}


def ends(quantity: Quantity | None) -> tuple[End, End] | None:
    """A range by its ends, so that it compares with the oracle's. An unbounded end never compares equal."""
    if quantity is None:
        return None
    if not isinstance(quantity, Interval):
        return (Decimal(quantity), False), (Decimal(quantity), False)
    assert quantity.low is not None
    assert quantity.high is not None
    return (Decimal(quantity.low), quantity.low_open), (Decimal(quantity.high), quantity.high_open)


def award_of(assessment: Assessment) -> Quantity | None:
    """The award's range, unrounded, or nothing."""
    return None if assessment.award is None else assessment.award.value


def statuses_of(assessment: Assessment) -> dict[str, str]:
    """The requirements that are not met, by id, with their status."""
    return {
        result.requirement.id: result.status.value
        for result in assessment.requirements
        if result.status is not Status.MET
    }


def complete_facts(rule: Rule, day: Day) -> st.SearchStrategy[dict[str, object]]:
    """Every fact known: mostly what meets the requirement, so that each one decides often."""
    return st.fixed_dictionaries({fact: values(fact, day) for fact in rule.facts})


GOOD: dict[str, object] = {
    "registration_province": "heilongjiang", "project_province": "heilongjiang", "new_pflops": Decimal(60),
    "pue": Decimal("1.25"), "acceptance_date": date(2025, 5, 20), "serves_4567": True,
    "independent_legal_person": True, "dishonest_debtor": False, "abnormal_operation": False,
    "security_bad_record": False, "safety_blacklist": False, "tax_problem": False,
    "same_project_awarded": False, "is_expansion": False, "equipment_software_cost": Decimal(10_000_000),
    "compute_spend": Decimal(800_000), "vendor_listed": True, "purpose_ai": True, "problem_serious": False,
    "applicant_kind": "university",
}  # fmt: skip
"""An applicant that meets everything."""


def good(rule: Rule, **changed: object) -> dict[str, object]:
    """An applicant that meets everything, but for what is changed."""
    return {fact: GOOD[fact] for fact in rule.facts} | changed


def values(fact: str, day: Day) -> st.SearchStrategy[object]:
    """A value of one fact: what meets the requirement, a representative, or any value at all."""
    usual = st.just(GOOD[fact])
    return st.one_of(usual, usual, st.sampled_from(representatives(fact, day)), *_anything(fact))


def _anything(fact: str) -> list[st.SearchStrategy[object]]:
    if fact in {"equipment_software_cost", "compute_spend"}:
        return [st.decimals(0, 10**9, places=2)]
    if fact == "new_pflops":
        return [st.decimals(0, 1000, places=2)]
    if fact == "pue":
        return [st.decimals(1, 3, places=3)]
    return [st.dates(date(2022, 6, 1), date(2027, 6, 1))] if fact == "acceptance_date" else []


@st.composite
def partial_facts(draw: st.DrawFn, rule: Rule, day: Day, most_unknown: int = 6) -> dict[str, object]:
    """Up to `most_unknown` facts are not known: not asked yet (absent) or answered with "do not know"."""
    facts = draw(complete_facts(rule, day))
    hidden = draw(st.sets(st.sampled_from(rule.facts), max_size=most_unknown))
    for fact in sorted(hidden):
        if draw(st.booleans()):
            facts[fact] = UNKNOWN
        else:
            del facts[fact]
    return facts


def is_answered_unknown(facts: Mapping[str, object], fact: str) -> bool:
    """Whether the applicant has said not to know the fact."""
    answer = facts.get(fact)
    return isinstance(answer, Answer) and answer.state is State.UNKNOWN
