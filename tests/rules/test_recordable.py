"""What an operator can record for a scheme is read off the scheme itself."""

from datetime import date
from decimal import Decimal

from rules.engine.recordable import recordable_days, recordable_numbers, relevant
from rules.engine.recorded import NOTHING_RECORDED, Recorded
from rules.policies import LONGJIANG_60, LONGJIANG_60_RELEASE
from rules.schemes import ASSESSMENTS, SCHEMES
from rules.schemes.hlj_science_facility.facts import MEASURES


def test_the_day_of_release_can_be_recorded_where_a_criterion_compares_with_it() -> None:
    assert dict(recordable_days(SCHEMES["hlj-computing-centre"])) == {LONGJIANG_60: LONGJIANG_60_RELEASE}
    assert recordable_days(SCHEMES["hlj-compute-purchase"]) == {}


def test_the_numbers_are_the_coefficients_of_the_measures() -> None:
    measures = {measure.id for group in MEASURES.values() for measure in group}
    assert recordable_numbers(SCHEMES["hlj-science-facility"]) == measures
    others = [scheme for scheme in ASSESSMENTS.values() if scheme.id != "hlj-science-facility"]
    assert [scheme.id for scheme in others if recordable_numbers(scheme)] == []


def test_only_what_a_scheme_reads_is_relevant_to_it() -> None:
    recorded = Recorded(
        {LONGJIANG_60: date(2023, 5, 1), "other": date(2023, 5, 1)},
        {LONGJIANG_60: date(2027, 1, 1), "js-special-funds": date(2026, 1, 1)},
        {"machine_hours": Decimal("0.1"), "other": Decimal(1)},
    )
    centre = relevant(SCHEMES["hlj-computing-centre"], recorded)
    assert (list(centre.days), list(centre.valid_until), list(centre.numbers)) == (
        [LONGJIANG_60],
        [LONGJIANG_60],
        [],
    )
    assert list(relevant(SCHEMES["hlj-science-facility"], recorded).numbers) == ["machine_hours"]
    assert relevant(SCHEMES["pj-it-projects"], recorded) == NOTHING_RECORDED
