"""Every value that a fact cannot have is refused with the fact, what was given and what is wrong with it."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.engine.facts import Fact, Kind
from rules.engine.refusals import BadValue, Contradiction, InapplicableRefused, Refusal
from rules.engine.rounding import to_fen
from rules.engine.situation import INAPPLICABLE, Answer, State
from rules.schemes import FACTS, SCHEMES
from tests.rules.made_up import judged, scheme
from tests.rules.oracle import CENTRE, PURCHASE, RULES
from tests.rules.situations import award_of, engine, good

MONEY, NUMBER, DAY, FLAG, CHOICE = (
    "equipment_software_cost",
    "pue",
    "acceptance_date",
    "tax_problem",
    "registration_province",
)
REFUSED = [
    (MONEY, Decimal("NaN"), "type"),
    (MONEY, Decimal("sNaN"), "type"),
    (MONEY, Decimal("Infinity"), "type"),
    (MONEY, Decimal("-Infinity"), "type"),
    (MONEY, Decimal("-0.01"), "minimum"),
    (MONEY, Decimal("-1e400"), "minimum"),
    (MONEY, "800000", "type"),
    (MONEY, 800_000.0, "type"),
    (MONEY, True, "type"),
    (MONEY, date(2026, 1, 1), "type"),
    (NUMBER, Decimal("0.9"), "minimum"),
    (NUMBER, Decimal("0.9999999999999999999999999999999999"), "minimum"),
    (NUMBER, Decimal("NaN"), "type"),
    ("new_pflops", Decimal(-50), "minimum"),
    (DAY, "2026-02-30", "type"),
    (DAY, Decimal(20_240_101), "type"),
    (DAY, True, "type"),
    (FLAG, "yes", "type"),
    (FLAG, Decimal(1), "type"),
    (FLAG, 1, "type"),
    (CHOICE, "beijing", "choice"),
    (CHOICE, "", "choice"),
    (CHOICE, "Heilongjiang", "choice"),
    (CHOICE, True, "choice"),
    (CHOICE, frozenset({"heilongjiang"}), "choice"),
]


@pytest.mark.parametrize(("fact", "value", "problem"), REFUSED)
def test_a_value_that_the_fact_cannot_have_is_refused(fact: str, value: object, problem: str) -> None:
    with pytest.raises(BadValue) as refused:
        engine(CENTRE, good(CENTRE, **{fact: value}))
    assert refused.value.fact is FACTS[fact]
    assert refused.value.given is value
    assert refused.value.problem == problem


@pytest.mark.parametrize(("fact", "value", "problem"), REFUSED)
def test_a_bad_value_is_refused_even_where_it_could_change_nothing(
    fact: str, value: object, problem: str
) -> None:
    lost = good(CENTRE, independent_legal_person=False, **{fact: value})
    with pytest.raises(BadValue) as refused:
        engine(CENTRE, lost)
    assert refused.value.problem == problem


def test_a_known_answer_without_a_value_is_refused() -> None:
    with pytest.raises(BadValue) as refused:
        engine(CENTRE, good(CENTRE, pue=Answer(State.KNOWN)))
    assert refused.value.problem == "type"


def test_a_bad_value_of_a_fact_that_the_scheme_does_not_use_is_not_its_business() -> None:
    assert engine(PURCHASE, good(PURCHASE, pue=Decimal("0.1"))).award is not None


count = Fact("count", Kind.INTEGER, minimum=Decimal(1), maximum=Decimal(3))
year = Fact("year", Kind.YEAR, minimum=Decimal(2000))
held = Fact("held", Kind.SET, choices=("2", "3"))


@pytest.mark.parametrize(
    ("fact", "value", "problem"),
    [
        (count, Decimal("2.5"), "whole"),
        (count, Decimal(0), "minimum"),
        (count, Decimal(4), "maximum"),
        (count, 2, "type"),
        (year, Decimal("2026.5"), "whole"),
        (year, Decimal(1999), "minimum"),
        (held, frozenset({"4"}), "choice"),
        (held, "2", "choice"),
        (held, {"2"}, "choice"),
    ],
)
def test_counts_years_and_sets_have_their_bounds(fact: Fact, value: object, problem: str) -> None:
    with pytest.raises(BadValue) as refused:
        judged(scheme((count, year, held)), {fact.id: value})
    assert (refused.value.fact, refused.value.problem) == (fact, problem)


@pytest.mark.parametrize("value", [Decimal(2), Decimal("2.0"), Decimal("2e0")])
def test_a_whole_number_may_be_written_in_any_way(value: Decimal) -> None:
    assert judged(scheme((count,)), {"count": value}).missing == ()


def test_all_refusals_are_of_one_kind_and_name_their_fact() -> None:
    assert issubclass(BadValue, Refusal)
    assert issubclass(Contradiction, Refusal)
    assert issubclass(InapplicableRefused, Refusal)
    with pytest.raises(Refusal, match="pue"):
        engine(CENTRE, good(CENTRE, pue=INAPPLICABLE))
    with pytest.raises(Refusal, match="security_bad_record"):
        engine(CENTRE, good(CENTRE, security_incident_3y=True))


ANYTHING = st.one_of(
    st.booleans(), st.text(max_size=20), st.decimals(), st.floats(), st.integers(), st.dates(), st.none()
)


@given(st.sampled_from(list(RULES.values())), st.data())
def test_whatever_is_given_is_either_assessed_or_refused(rule: object, data: st.DataObject) -> None:
    assert rule in RULES.values()
    chosen = CENTRE if rule is CENTRE else PURCHASE
    fact = data.draw(st.sampled_from(chosen.facts))
    facts = good(chosen, **{fact: data.draw(ANYTHING)})
    try:
        assert engine(chosen, facts).verdict is not None
    except Refusal as refused:
        named = str(refused)
    else:
        named = fact
    assert fact in named


@pytest.mark.parametrize("size", ["1e400", "9.99e999999", "1e-400", "0.000000001"])
def test_numbers_of_any_size_are_assessed(size: str) -> None:
    found = engine(CENTRE, good(CENTRE, equipment_software_cost=Decimal(size)))
    value = award_of(found)
    assert isinstance(value, Decimal)
    assert to_fen(value) in {Decimal("0.00"), Decimal("20000000.00")}


def test_minus_zero_is_zero() -> None:
    value = award_of(engine(CENTRE, good(CENTRE, equipment_software_cost=Decimal("-0"))))
    assert isinstance(value, Decimal)
    assert str(to_fen(value)) == "0.00"


def test_a_moment_is_not_taken_for_a_day() -> None:
    with pytest.raises(BadValue):
        engine(CENTRE, good(CENTRE, acceptance_date=datetime(2025, 5, 20, 12, 30)))  # noqa: DTZ001


def test_every_fact_of_every_scheme_refuses_a_value_of_a_strange_type() -> None:
    facts = {fact.id: fact for made in SCHEMES.values() for fact in made.facts}
    assert facts, "no fact found"
    strange: object = object()
    assert {name for name, fact in facts.items() if fact.problem(strange) is None} == set()  # type: ignore[arg-type]
