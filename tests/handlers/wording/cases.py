"""Applicants and days that the tests of the cards share."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from rules.engine.assess import assess
from rules.engine.facts import Value
from rules.engine.result import Assessment
from rules.engine.situation import UNKNOWN, Answer, Situation, known
from rules.schemes import SCHEMES

ON = date(2026, 11, 22)
PURCHASE = SCHEMES["hlj-compute-purchase"]
CENTRE = SCHEMES["hlj-computing-centre"]

SOUND: dict[str, Value] = {
    "registration_province": "heilongjiang",
    "independent_legal_person": True,
    "dishonest_debtor": False,
    "abnormal_operation": False,
    "safety_blacklist": False,
    "tax_problem": False,
}
BUYER: dict[str, Value] = {
    **SOUND,
    "compute_spend": Decimal(800000),
    "vendor_listed": True,
    "purpose_ai": True,
    "applicant_kind": "university",
}
BUILDER: dict[str, Value] = {
    **SOUND,
    "project_province": "heilongjiang",
    "new_pflops": Decimal(60),
    "pue": Decimal("1.28"),
    "acceptance_date": date(2024, 11, 5),
    "serves_4567": True,
    "security_bad_record": False,
    "same_project_awarded": False,
    "equipment_software_cost": Decimal(90_000_000),
}


def said(facts: dict[str, Value], *unknown: str, without: tuple[str, ...] = ()) -> dict[str, Answer]:
    """Answers from plain values; some "do not know", some not given."""
    answers = {name: known(value) for name, value in facts.items() if name not in without}
    return {**answers, **dict.fromkeys(unknown, UNKNOWN)}


def bought(**changed: Value) -> dict[str, Answer]:
    """A buyer of computing services with some facts changed."""
    return said({**BUYER, **changed})


def built(**changed: Value) -> dict[str, Answer]:
    """A builder of a computing centre with some facts changed."""
    return said({**BUILDER, **changed})


def assessing(scheme_id: str) -> Callable[[Situation], Assessment]:
    """The assessment by one scheme, or by one of the further assessments within it."""
    found = {one.id: one for scheme in SCHEMES.values() for one in (scheme, *scheme.further)}
    return lambda situation: assess(found[scheme_id], situation, ON)


def purchase(situation: Situation) -> Assessment:
    """The compute purchase award for these answers."""
    return assess(PURCHASE, situation, ON)


def centre(situation: Situation) -> Assessment:
    """The computing centre award for these answers."""
    return assess(CENTRE, situation, ON)
