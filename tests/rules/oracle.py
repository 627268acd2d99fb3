"""A second reading of schemes 1 and 2: plain Python, written from the instruments and not from the engine.

It takes complete facts and says what fails and what is paid. `tests/rules/brute.py` asks it about every
completion of what is unknown, which is slow and has nothing in common with how the engine finds its ranges.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

Known = Mapping[str, object]
BOOLS: tuple[object, ...] = (True, False)
PROVINCES: tuple[object, ...] = ("heilongjiang", "jiangsu")
KINDS: tuple[object, ...] = ("university", "enterprise", "other")
FEN = Decimal("0.01")


@dataclass(frozen=True)
class Day:
    """The day of the assessment, and the day of the release of the 60条 where an operator recorded it."""

    on: date
    release: date | None = None

    def released_before(self, accepted: date) -> tuple[bool, ...]:
        """Whether something accepted on this day was accepted after the release: every possible answer.

        Two answers where the text leaves it open: inside 2023 as long as the day is not recorded, and on the
        recorded day itself (the hour is not known).
        """
        if self.release is not None:
            return (True, False) if accepted == self.release else (accepted > self.release,)
        return (True, False) if accepted.year == 2023 else (accepted.year > 2023,)


# Requirement, key, and whether complete facts fail it on a day; the last argument is the answer to "accepted
# after the release" where that is open.
Criterion = tuple[str, str, Callable[[Known, Day, bool], bool]]


@dataclass(frozen=True)
class Rule:
    """One scheme: its questions in asking order, what a complete case can fail, and the money."""

    id: str
    facts: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    base: str
    cap: Decimal
    exclusive_floor: Decimal | None

    def failures(self, facts: Known, day: Day, after_release: bool) -> list[tuple[str, str]]:
        """What a complete case fails, as requirement and key."""
        return [(name, key) for name, key, fails in self.criteria if fails(facts, day, after_release)]

    def paid(self, facts: Known) -> Decimal:
        """30 % of the base, at most the cap, in exact yuan."""
        base = facts[self.base]
        assert isinstance(base, Decimal)
        return min(base * 3 / 10, self.cap)


def to_fen(amount: Decimal) -> Decimal:
    """Half-up to the fen."""
    return amount.quantize(FEN, rounding=ROUND_HALF_UP)


def _decimal(value: object) -> Decimal:
    assert isinstance(value, Decimal)
    return value


def _date(value: object) -> date:
    assert isinstance(value, date)
    return value


# 支持智算中心和超算中心建设, in the order of the text
CENTRE_CRITERIA: tuple[Criterion, ...] = (
    ("registered_in_heilongjiang", "四(一)", lambda f, _, __: f["registration_province"] != "heilongjiang"),
    ("independent_legal_person", "四(二)", lambda f, _, __: f["independent_legal_person"] is False),
    ("not_dishonest_debtor", "四(三)", lambda f, _, __: f["dishonest_debtor"] is True),
    ("not_abnormal", "四(三)", lambda f, _, __: f["abnormal_operation"] is True),
    ("no_security_bad_record", "四(三)", lambda f, _, __: f["security_bad_record"] is True),
    ("project_in_heilongjiang", "四(四)", lambda f, _, __: f["project_province"] != "heilongjiang"),
    ("serves_4567", "四(四)", lambda f, _, __: f["serves_4567"] is False),
    ("accepted_after_release", "四(五)", lambda _, __, after_release: not after_release),
    ("accepted_by_now", "四(五)", lambda f, day, _: _date(f["acceptance_date"]) > day.on),
    ("enough_pflops", "四(五)", lambda f, _, __: _decimal(f["new_pflops"]) < 50),
    ("pue_within_limit", "四(五)", lambda f, _, __: _decimal(f["pue"]) > Decimal("1.3")),
    ("not_rewarded_before", "五", lambda f, _, __: f["same_project_awarded"] is True),
    ("not_safety_blacklisted", "六(二)", lambda f, _, __: f["safety_blacklist"] is True),
    ("no_tax_problem", "六(二)", lambda f, _, __: f["tax_problem"] is True),
    ("no_fraud", "七", lambda f, _, __: f["fraud"] is True),
)


def _has_serious_problem(f: Known) -> bool:
    return (f["safety_blacklist"] is True or f["tax_problem"] is True) and f["problem_serious"] is True


# 支持购买算力服务, in the order of the text
PURCHASE_CRITERIA: tuple[Criterion, ...] = (
    ("registered_in_heilongjiang", "五(一)", lambda f, _, __: f["registration_province"] != "heilongjiang"),
    ("independent_legal_person", "五(二)", lambda f, _, __: f["independent_legal_person"] is False),
    ("not_dishonest_debtor", "五(三)", lambda f, _, __: f["dishonest_debtor"] is True),
    ("not_abnormal", "五(三)", lambda f, _, __: f["abnormal_operation"] is True),
    ("vendor_listed", "五(四)", lambda f, _, __: f["vendor_listed"] is False),
    ("purpose_ai", "五(四)", lambda f, _, __: f["purpose_ai"] is False),
    ("eligible_kind", "七", lambda f, _, __: f["applicant_kind"] == "other"),
    ("spend_above_threshold", "七", lambda f, _, __: _decimal(f["compute_spend"]) <= 300_000),
    ("no_serious_problem", "八(二)", lambda f, _, __: _has_serious_problem(f)),
    ("no_fraud", "九", lambda f, _, __: f["fraud"] is True),
)

CENTRE = Rule(
    id="hlj-computing-centre",
    facts=(
        "registration_province", "project_province", "pue", "new_pflops", "acceptance_date", "serves_4567",
        "independent_legal_person", "dishonest_debtor", "abnormal_operation", "security_bad_record",
        "safety_blacklist", "tax_problem", "same_project_awarded", "is_expansion", "equipment_software_cost",
    ),
    criteria=CENTRE_CRITERIA,
    base="equipment_software_cost",
    cap=Decimal(20_000_000),
    exclusive_floor=None,
)  # fmt: skip

PURCHASE = Rule(
    id="hlj-compute-purchase",
    facts=(
        "registration_province", "compute_spend", "vendor_listed", "purpose_ai", "independent_legal_person",
        "dishonest_debtor", "abnormal_operation", "safety_blacklist", "tax_problem", "problem_serious",
        "applicant_kind",
    ),
    criteria=PURCHASE_CRITERIA,
    base="compute_spend",
    cap=Decimal(4_000_000),
    exclusive_floor=Decimal(300_000),
)  # fmt: skip

RULES = {rule.id: rule for rule in (CENTRE, PURCHASE)}


def representatives(fact: str, day: Day) -> tuple[object, ...]:
    """Values that between them reach everything: around each threshold, and a choice of each effect."""
    figures = {
        "new_pflops": ("0", "49.99", "50", "50.01", "5000"),
        "pue": ("1", "1.29", "1.3", "1.31", "3"),
        "equipment_software_cost": ("0", "1", "66666666.66", "66666666.67", "900000000"),
        "compute_spend": ("0", "299999.99", "300000", "300000.01", "13333333.33", "13333333.34", "90000000"),
    }
    if fact in figures:
        return tuple(Decimal(text) for text in figures[fact])
    if fact in {"registration_province", "project_province"}:
        return PROVINCES
    if fact == "applicant_kind":
        return KINDS
    return _days(day) if fact == "acceptance_date" else BOOLS


def _days(day: Day) -> tuple[object, ...]:
    within = [date(2023, 1, 1), date(2023, 6, 1), date(2023, 12, 31)]
    if day.release is not None:
        within += [day.release - timedelta(1), day.release, day.release + timedelta(1)]
    around = [date(2022, 12, 31), *within, date(2024, 1, 1), day.on, day.on + timedelta(1)]
    return tuple(sorted(set(around)))
