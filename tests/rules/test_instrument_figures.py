"""What the instruments say in figures and places: every threshold with its article and its first day."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

import pytest

from rules.engine.facts import Kind
from rules.engine.figures import Figure
from rules.engine.scheme import Nature, Per
from rules.schemes import ASSESSMENTS, FACTS, SCHEMES
from tests.rules.instruments import applicant, told

# In force from, nature, how often, policy whose end bounds it.
INSTRUMENTS = {
    "hlj-computing-centre": ("2024-03-26", Nature.ENTITLEMENT, Per.ONCE, "longjiang60"),
    "hlj-compute-purchase": ("2024-03-26", Nature.ENTITLEMENT, Per.YEAR, "longjiang60"),
    "hlj-industrial-security": ("2024-03-26", Nature.ENTITLEMENT, Per.ONCE, "longjiang60"),
    "hlj-science-facility": ("2024-09-05", Nature.SCORED, Per.YEAR, "longjiang60"),
    "hlj-sme-digital": (None, Nature.COMPETITIVE, Per.ONCE, "hlj_digital_measures"),
    "zj-future-industry": ("2025-01-06", Nature.ALLOCATED, None, "zj-future-industry"),
    "js-special-funds": ("2020-11-01", Nature.FRAMEWORK, None, "js-special-funds"),
    "pj-it-projects": ("2020-06-24", Nature.FRAMEWORK, None, "pj-it-projects"),
}
ZONE = {
    "zj-future-industry/payment": ("floors_in_principle",),
    "zj-future-industry/midterm": ("grades_overlap",),
    "zj-future-industry/change": (),
}
NOTES = {
    "hlj-computing-centre": ("cost_base_open", "expansion_counts_added_part"),
    "hlj-compute-purchase": ("spend_serves_both",),
    "hlj-industrial-security": (),
    "hlj-science-facility": ("coefficients_not_published",),
    "hlj-sme-digital": ("ranked_each_year", "national_titles_not_added_up"),
    "zj-future-industry": ("amount_decided_by_province",),
    "js-special-funds": ("framework_no_award",),
    "pj-it-projects": ("framework_no_award", "urgent_case_by_case"),
    **ZONE,
}
FIGURES = {
    "hlj-computing-centre": {
        "pflops_threshold": ("50", "pflops", "二 四(五)"),
        "pue_limit": ("1.3", "ratio", "二 四(五)"),
        "cost_share": ("0.30", "share", "三 五"),
        "cost_cap": ("20000000", "yuan", "三 五"),
    },
    "hlj-compute-purchase": {
        "spend_threshold": ("300000", "yuan", "三 七"),
        "spend_share": ("0.30", "share", "三 七"),
        "spend_cap": ("4000000", "yuan", "三 七"),
    },
    "hlj-industrial-security": {
        "grade_threshold": ("2", "grade", "二 五(四)"),
        "grade_2_award": ("300000", "yuan", "三 六"),
        "grade_3_award": ("500000", "yuan", "三 六"),
    },
    "hlj-science-facility": {
        "score_rd_cap": ("40", "point", " 二(二)"),
        "score_output_cap": ("10", "point", " 二(二)"),
        "score_service_cap": ("40", "point", " 二(二)"),
        "score_talent_cap": ("10", "point", " 二(二)"),
        "facility_base": ("10000000", "yuan", " 二(四)"),
    },
    "hlj-sme-digital": {
        "benchmark_award": ("500000", "yuan", "二 三"),
        "national_award": ("1000000", "yuan", "二 三"),
    },
    "zj-future-industry": {
        "longest_construction": ("2", "year", "二 十(二)"),
        "investment_floor": ("5000000", "yuan", "二 十(四)"),
        "demonstration_floor": ("2000000", "yuan", "二 十(四)"),
    },
    "zj-future-industry/payment": {
        "floor_started": ("0.60", "share", "三 十七"),
        "floor_half_invested": ("0.80", "share", "三 十七"),
        "floor_midterm_passed": ("1.00", "share", "三 十七"),
        "floor_added": ("0.80", "share", "三 十七"),
    },
    "zj-future-industry/midterm": {
        "package_share_0": ("0.50", "share", "五 二十四(一)"),
        "prepaid_floor_0": ("0.80", "share", "五 二十四(一)"),
        "package_share_1": ("0.40", "share", "五 二十四(二)"),
        "prepaid_floor_1": ("0.60", "share", "五 二十四(二)"),
        "package_share_2": ("0.20", "share", "五 二十四(三)"),
        "prepaid_floor_2": ("0.60", "share", "五 二十四(三)"),
        "package_share_3": ("0.20", "share", "五 二十四(四)"),
    },
    "zj-future-industry/change": {
        "largest_cut": ("0.20", "share", "四 二十一(一)"),
        "investment_floor": ("5000000", "yuan", "二 十(四)"),
        "demonstration_floor": ("2000000", "yuan", "二 十(四)"),
    },
    "js-special-funds": {},
    "pj-it-projects": {
        "least_service_life": ("5", "year", "二 十一"),
        "longest_construction": ("2", "year", "二 十一"),
    },
}
# What can be true at all: least, most (inclusive), where they are not zero and nothing.
BOUNDS = {
    "pue": ("1", None),
    "security_grade": ("1", "3"),
    "score_total": ("0", "100"),
    "incentive_first_year": ("1949", "2100"),
    "package_planned": ("0.01", None),
    "projects_total": ("1", None),
    "investment_cut_share": ("0", "1"),
    "package_cut_share": ("0", "1"),
}
GRADES = {"good": "二十四(一)", "fairly_good": "二十四(二)", "fair": "二十四(三)", "fail": "二十四(四)"}


def figures_in(value: object) -> Iterator[Figure]:
    """Every figure of a scheme but those of its further assessments."""
    if isinstance(value, Figure):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name != "further":
                yield from figures_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from figures_in(part)


def first_day(name: str) -> date:
    """The day from which an instrument's figures count; the sme scheme is dated by its year alone."""
    day = INSTRUMENTS[name.partition("/")[0]][0]
    return date.fromisoformat(day) if day else date(2024, 1, 1)


def test_each_instrument_has_its_place_its_first_day_and_its_way_of_giving_money() -> None:
    assert list(SCHEMES) == list(INSTRUMENTS)
    for position, (name, (day, nature, per, policy)) in enumerate(INSTRUMENTS.items(), 1):
        scheme = SCHEMES[name]
        assert (scheme.position, scheme.nature, scheme.policy) == (position, nature, policy)
        assert scheme.in_force_from == (date.fromisoformat(day) if day else None)
        assert scheme.not_before == (None if day else first_day(name))
        assert (scheme.award and scheme.award.per) is per
    for name, scheme in ASSESSMENTS.items():
        assert scheme.notes == NOTES[name]
    for name in ZONE:
        part = ASSESSMENTS[name]
        assert (part.position, part.nature, part.policy) == (6, Nature.ALLOCATED, "zj-future-industry")
        assert part.in_force_from == first_day(name)


@pytest.mark.parametrize("name", list(ASSESSMENTS))
def test_each_figure_has_its_value_its_unit_its_article_and_its_first_day(name: str) -> None:
    found = {figure.id: figure for figure in figures_in(ASSESSMENTS[name])}
    assert {
        figure.id: (str(figure.values[0][1]), figure.unit, f"{figure.citation.chapter} {figure.citation.key}")
        for figure in found.values()
    } == FIGURES[name]
    assert all([since for since, _ in figure.values] == [first_day(name)] for figure in found.values())


def test_a_number_is_bounded_by_what_can_be_true_and_by_nothing_else() -> None:
    numeric = [
        fact for fact in FACTS.values() if fact.kind in {Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.YEAR}
    ]
    assert len(numeric) > 30
    for fact in numeric:
        least, most = BOUNDS.get(fact.id, ("0", None))
        assert fact.minimum == Decimal(least), fact.id
        assert fact.maximum == (most and Decimal(most)), fact.id


def test_what_is_presumed_optional_ordered_or_n_a_by_nature_is_so_marked() -> None:
    def marked(attribute: str) -> dict[str, object]:
        return {fact.id: value for fact in FACTS.values() if (value := getattr(fact, attribute))}

    assert {fact.id: fact.presumed for fact in FACTS.values() if fact.presumed is not None} == {
        "fraud": False
    }
    assert set(marked("inapplicable")) == {"change_kind", "penalty_date"}
    assert marked("after") == {
        "problem_serious": ("safety_blacklist", "tax_problem"),
        "penalty_serious": ("penalty_date",),
    }
    assert set(marked("changeable")) == {
        "pue", "new_pflops", "equipment_software_cost", "compute_spend", "security_grade",
        "project_investment", "invested_amount",
    }  # fmt: skip
    optional = set(marked("optional"))
    assert {"is_expansion", "score_total", "urgent_unplanned", "talents_a", "machine_hours"} <= optional
    assert len(optional) == 16


def test_each_clause_of_a_grade_is_cited_by_the_item_of_that_grade() -> None:
    clauses = told("zj-future-industry/midterm", applicant("zj-future-industry/midterm")).findings["clauses"]
    assert isinstance(clauses, list)
    keys = {clause["grade"]: _key(clause["citation"]) for clause in clauses}
    assert keys == GRADES
    assert [clause["clause"] for clause in clauses if clause["holds"] is False] == [
        "lagging", "funds_not_timely", "prepaid_under_60", "seriously_lagging", "invested_under_20",
        "over_half_below_20", "serious_violation",
    ]  # fmt: skip


def _key(citation: Mapping[str, str]) -> str:
    assert citation["chapter"] == "五"
    return f"{citation['article']}({citation['item']})"


def test_a_facility_shows_the_sum_of_its_scores_and_what_it_makes_of_the_base() -> None:
    award = told("hlj-science-facility", applicant("hlj-science-facility")).award
    assert award is not None
    total, paid = award.steps
    assert (total.id, total.value, total.citation.key) == ("sum_of_scores", 70, "二(三)")
    assert (paid.id, paid.value, paid.citation.key) == ("score_share_of_base", 7_000_000, "二(四)")
    assert dict(paid.inputs) == {"sum_of_scores": 70, "facility_base": 10_000_000}


def test_the_grade_and_the_title_show_the_figure_that_is_paid() -> None:
    for name, step, figure in (
        ("hlj-industrial-security", "award_of_grade", {"grade_2_award": 300_000}),
        ("hlj-sme-digital", "award_of_title", {"benchmark_award": 500_000}),
    ):
        award = told(name, applicant(name)).award
        assert award is not None
        (only,) = award.steps
        assert (only.id, dict(only.inputs)) == (step, figure)


PROCEDURES = {
    "hlj-industrial-security": "call local_review assessment publicity approval payment",
    "hlj-science-facility": (
        "call annual_report formal_check expert_check scoring publicity approval_and_payment"
    ),
    "hlj-sme-digital": "call technical_and_financial_review publicity approval_and_payment",
}


@pytest.mark.parametrize("name", list(PROCEDURES))
def test_the_procedure_is_in_the_order_of_the_text_and_ends_with_the_money(name: str) -> None:
    steps = ASSESSMENTS[name].procedure
    assert " ".join(step.id for step in steps) == PROCEDURES[name]
    order = ["一二三四五六七".index(step.citation.item) for step in steps]
    assert order == sorted(order)
    assert order[0] == 0


def test_advice_for_a_grade_1_is_grade_2_and_what_it_pays() -> None:
    found = told("hlj-industrial-security", applicant("hlj-industrial-security", security_grade=Decimal(1)))
    (advice,) = found.advice
    assert [(change.fact.id, change.need) for change in advice.changes] == [("security_grade", Decimal(2))]
    assert advice.award is not None
    assert advice.award.value == 300_000


def test_nothing_is_advised_to_who_was_rewarded_before() -> None:
    assert told("hlj-sme-digital", applicant("hlj-sme-digital", sme_benchmark_awarded=True)).advice == ()
