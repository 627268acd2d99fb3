"""A second reading of instruments 3 and 5 to 8: plain Python, written from the texts and not from the engine.

It takes complete facts and says what fails, what fails in principle only, and what is paid. `judge_by_force`
asks it about every completion of what is unknown. Whoever is in two minds pays both ends of a range.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product
from math import prod

Known = Mapping[str, object]
Fails = Callable[[Known], bool]
Paid = tuple[Decimal, Decimal] | None
ON = date(2026, 11, 22)


@dataclass(frozen=True)
class Text:
    """One instrument: what can be answered to each question, in asking order, and what the text says of it.

    `musts` and `principles` are the tests that fail a requirement, by its id; `paid` the least and the most.
    """

    id: str
    answers: Mapping[str, tuple[object, ...]]
    musts: Mapping[str, Fails]
    principles: Mapping[str, Fails]
    paid: Callable[[Known], Paid]


@dataclass(frozen=True)
class Judgement:
    """What all completions together say: verdict, range, what can still change them, statuses but met."""

    verdict: str
    award: Paid
    missing: tuple[str, ...]
    statuses: Mapping[str, str]


Effect = tuple[str, Paid]


def effect_of(text: Text, facts: Known) -> Effect:
    """Verdict and pay of complete facts."""
    if any(fails(facts) for fails in text.musts.values()):
        return "ineligible", None
    doubtful = any(fails(facts) for fails in text.principles.values())
    return "doubtful" if doubtful else "eligible", text.paid(facts)


def is_contradictory(facts: Known) -> bool:
    """An incident within three years is itself a bad record."""
    return facts.get("security_incident_3y") is True and facts.get("security_bad_record") is False


def judge_by_force(text: Text, known: Known) -> Judgement:
    """Every completion, one by one."""
    unknown = [fact for fact in text.answers if fact not in known]
    options = [text.answers[fact] for fact in unknown]
    cases = [
        {"fraud": False, **known, **dict(zip(unknown, values, strict=True))} for values in product(*options)
    ]
    effects = [None if is_contradictory(case) else effect_of(text, case) for case in cases]
    seen = {effect[0] for effect in effects if effect is not None}
    paid = [effect[1] for effect in effects if effect is not None and effect[1] is not None]
    return Judgement(
        verdict=seen.pop() if len(seen) == 1 else "undetermined",
        award=(min(low for low, _ in paid), max(high for _, high in paid)) if paid else None,
        missing=_missing(unknown, [len(option) for option in options], effects),
        statuses=_statuses(text, [case for case in cases if not is_contradictory(case)]),
    )


def _missing(unknown: list[str], sizes: list[int], effects: list[Effect | None]) -> tuple[str, ...]:
    """The facts for which two completions that differ in nothing else have different effects."""
    found = []
    for place, (fact, size) in enumerate(zip(unknown, sizes, strict=True)):
        stride = prod(sizes[place + 1 :])
        starts = (first for first in range(len(effects)) if first // stride % size == 0)
        if any(len(set(effects[i : i + size * stride : stride]) - {None}) > 1 for i in starts):
            found.append(fact)
    return tuple(found)


def _statuses(text: Text, cases: list[dict[str, object]]) -> dict[str, str]:
    found = {}
    for name, fails in {**text.musts, **text.principles}.items():
        seen = {_status(name, fails, case) for case in cases}
        if seen != {"met"}:
            found[name] = seen.pop() if len(seen) == 1 else "unknown"
    return found


def _status(name: str, fails: Fails, case: Known) -> str:
    # An incident within three years makes the words on an older one void.
    if name == "no_older_incident" and case["security_incident_3y"] is True:
        return "not_applicable"
    return "failed" if fails(case) else "met"


def _is(fact: str, *values: object) -> Fails:
    return lambda facts: facts[fact] in values


def _more(fact: str, figure: str) -> Fails:
    return lambda facts: _figure(facts, fact) > Decimal(figure)


def _figure(facts: Known, fact: str) -> Decimal:
    value = facts[fact]
    assert isinstance(value, Decimal)
    return value


def _figures(*texts: str) -> tuple[object, ...]:
    return tuple(Decimal(text) for text in texts)


def _nothing(facts: Known) -> Paid:
    return None


YES_NO: tuple[object, ...] = (True, False)
PROVINCES: tuple[object, ...] = ("heilongjiang", "zhejiang")
GRADES: tuple[object, ...] = (frozenset(), frozenset({"2"}), frozenset({"3"}), frozenset({"2", "3"}))


def _paid_for_grade(facts: Known) -> Paid:
    """二级 300,000, 三级 500,000; after the other grade the text leaves it open."""
    awarded = facts["awarded_grades"]
    assert isinstance(awarded, frozenset)
    if facts["security_grade"] == 3:
        return (Decimal(200_000) if "2" in awarded else Decimal(500_000)), Decimal(500_000)
    return (Decimal(0) if "3" in awarded else Decimal(300_000)), Decimal(300_000)


def _is_repeated(facts: Known) -> bool:
    awarded = facts["awarded_grades"]
    assert isinstance(awarded, frozenset)
    return str(facts["security_grade"]) in awarded


SECURITY = Text(
    id="hlj-industrial-security",
    answers={
        "registration_province": PROVINCES,
        "industrial_internet_kind": ("platform", "none"),
        "security_grade": _figures("1", "2", "3"),
        "data_classified": YES_NO,
        "assessment_passed": YES_NO,
        "awarded_grades": GRADES,
        "independent_legal_person": YES_NO,
        "dishonest_debtor": YES_NO,
        "abnormal_operation": YES_NO,
        "security_incident_3y": YES_NO,
        "security_bad_record": YES_NO,
        "safety_blacklist": YES_NO,
        "tax_problem": YES_NO,
    },
    musts={
        "industrial_internet_kind": _is("industrial_internet_kind", "none"),
        "registered_in_heilongjiang": _is("registration_province", "zhejiang"),
        "independent_legal_person": _is("independent_legal_person", False),
        "not_dishonest_debtor": _is("dishonest_debtor", True),
        "not_abnormal": _is("abnormal_operation", True),
        "grade_reached": _is("security_grade", Decimal(1)),
        "data_classified": _is("data_classified", False),
        "assessment_passed": _is("assessment_passed", False),
        "no_incident_3y": _is("security_incident_3y", True),
        "grade_not_rewarded_before": _is_repeated,
        "not_safety_blacklisted": _is("safety_blacklist", True),
        "no_tax_problem": _is("tax_problem", True),
        "no_fraud": _is("fraud", True),
    },
    principles={
        "no_older_incident": lambda f: f["security_incident_3y"] is False and f["security_bad_record"] is True
    },
    paid=_paid_for_grade,
)


def _paid_for_title(facts: Known) -> Paid:
    """国家级 titles 1,000,000, whichever and however many; everybody else 500,000."""
    is_national = facts["national_little_giant"] is True or facts["national_champion"] is True
    amount = Decimal(1_000_000) if is_national else Decimal(500_000)
    return amount, amount


BENCHMARK = Text(
    id="hlj-sme-digital",
    answers={
        "is_sme": YES_NO,
        "digital_demonstration": YES_NO,
        "sme_benchmark_awarded": YES_NO,
        "registration_province": PROVINCES,
        "national_little_giant": YES_NO,
        "national_champion": YES_NO,
    },
    musts={
        "is_sme": _is("is_sme", False),
        "digital_demonstration": _is("digital_demonstration", False),
        "benchmark_not_rewarded_before": _is("sme_benchmark_awarded", True),
        "no_fraud": _is("fraud", True),
    },
    principles={"registered_in_heilongjiang": _is("registration_province", "zhejiang")},
    paid=_paid_for_title,
)


def _completed_late(facts: Known) -> bool:
    """After 31 December of the second year of the incentive."""
    completed = facts["completion_date"]
    assert isinstance(completed, date)
    return completed > date(int(_figure(facts, "incentive_first_year")) + 1, 12, 31)


def _invests_too_little(facts: Known) -> bool:
    floor = 2_000_000 if facts["project_kind"] == "demonstration" else 5_000_000
    return _figure(facts, "project_investment") < floor


PROJECT = Text(
    id="zj-future-industry",
    answers={
        "project_fits_domain": YES_NO,
        "registered_on_platform": YES_NO,
        "provincial_support_received": YES_NO,
        "violation_3y": YES_NO,
        "complies_industrial_policy": YES_NO,
        "good_credit": YES_NO,
        "incentive_first_year": _figures("1949", "2024", "2025", "2100"),
        "completion_date": tuple(
            date(*day) for day in ((1900, 1, 1), (2025, 12, 31), (2026, 1, 1), (2026, 12, 31), (2027, 1, 1))
        ),
        "construction_years": _figures("0", "2", "2.01"),
        "project_kind": ("platform", "commercialisation", "demonstration"),
        "project_investment": _figures("0", "1999999.99", "2000000", "4999999.99", "5000000"),
    },
    musts={
        "project_fits_domain": _is("project_fits_domain", False),
        "registered_on_platform": _is("registered_on_platform", False),
        "completed_in_second_year": _completed_late,
        "complies_industrial_policy": _is("complies_industrial_policy", False),
        "no_violation_3y": _is("violation_3y", True),
        "good_credit": _is("good_credit", False),
        "no_provincial_support": _is("provincial_support_received", True),
        "no_fraud": _is("fraud", True),
    },
    principles={
        "construction_within_2_years": _more("construction_years", "2"),
        "investment_floor_reached": _invests_too_little,
    },
    paid=_nothing,
)


def _is_barred(facts: Known) -> bool:
    """Through the day three years after a serious penalty; ON is no 29 February."""
    penalised = facts["penalty_date"]
    if penalised == "never" or facts["penalty_serious"] is False:
        return False
    assert isinstance(penalised, date)
    return penalised >= date(ON.year - 3, ON.month, ON.day)


FUNDS = Text(
    id="js-special-funds",
    answers={
        "truthful_material": YES_NO,
        "credit_review_passed": YES_NO,
        "penalty_date": (
            "never",
            date(2020, 2, 29),
            date(2023, 11, 21),
            date(2023, 11, 22),
            date(2026, 11, 22),
        ),
        "penalty_serious": YES_NO,
    },
    musts={
        "truthful_material": _is("truthful_material", False),
        "credit_review_passed": _is("credit_review_passed", False),
        "not_barred": _is_barred,
    },
    principles={},
    paid=_nothing,
)

PLAN = Text(
    id="pj-it-projects",
    answers={
        "documents_complete": YES_NO,
        "need_clear": YES_NO,
        "existing_system_suffices": YES_NO,
        "built_before_approval": YES_NO,
        "split_to_evade": YES_NO,
        "data_sharing_refused": YES_NO,
        "plan_author_bids": YES_NO,
        "security_designed_in": YES_NO,
        "construction_years": _figures("0", "2", "2.01"),
        "service_life_years": _figures("0", "4.99", "5"),
    },
    musts={
        "security_designed_in": _is("security_designed_in", False),
        "short_construction": _more("construction_years", "2"),
        "not_split": _is("split_to_evade", True),
        "not_built_before_approval": _is("built_before_approval", True),
        "plan_author_does_not_bid": _is("plan_author_bids", True),
        "documents_complete": _is("documents_complete", False),
        "existing_system_insufficient": _is("existing_system_suffices", True),
        "need_clear": _is("need_clear", False),
        "data_sharing_accepted": _is("data_sharing_refused", True),
    },
    principles={"long_service_life": lambda f: _figure(f, "service_life_years") < 5},
    paid=_nothing,
)

TEXTS = {text.id: text for text in (SECURITY, BENCHMARK, PROJECT, FUNDS, PLAN)}
