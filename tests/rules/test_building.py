"""The words in which schemes are written: what each builder makes of what it is given."""

from datetime import date
from decimal import Decimal

import pytest

from rules.engine.citation import Citation, cite, cite_section
from rules.engine.dates import YearOf, YearsAfter
from rules.engine.facts import Fact, Kind, choice, day, flag, money, number
from rules.engine.figures import figure
from rules.engine.interval import Interval
from rules.engine.recordable import recordable_days, recordable_numbers
from rules.engine.refusals import Contradiction
from rules.engine.tree import Comparison, Constant, Term, as_term
from rules.policies import LONGJIANG_60
from rules.schemes import SCHEMES

SINCE, PLACE = date(2024, 1, 1), cite("一", "二", "三")


def described(fact: Fact) -> tuple[object, ...]:
    """Everything that tells one fact from another."""
    bounds = (fact.minimum, fact.maximum, fact.step)
    flags = (fact.presumed, fact.after, fact.inapplicable, fact.changeable, fact.optional)
    return (fact.id, fact.kind, fact.unit, fact.choices, *bounds, *flags)


PLAIN = (None, (), False, False, False)


def test_a_flag_is_yes_or_no_and_takes_a_presumption_an_order_and_being_optional() -> None:
    assert described(flag("a")) == ("a", Kind.BOOL, "", (), None, None, None, *PLAIN)
    said = flag("a", presumed=False, after=("b",), optional=True)
    assert described(said)[-5:] == (False, ("b",), False, False, True)


def test_a_choice_has_its_choices_in_their_order() -> None:
    assert described(choice("a", "y", "x")) == ("a", Kind.CHOICE, "", ("y", "x"), None, None, None, *PLAIN)


def test_money_is_in_yuan_not_negative_and_counted_to_the_fen() -> None:
    fen = Decimal("0.01")
    assert described(money("a")) == ("a", Kind.MONEY, "yuan", (), Decimal(0), None, fen, *PLAIN)
    assert money("a", changeable=True).changeable


def test_a_number_starts_at_zero_unless_it_is_said_and_has_no_end_unless_it_is_said() -> None:
    assert described(number("a", "point")) == ("a", Kind.NUMBER, "point", (), Decimal(0), None, None, *PLAIN)
    bounded = number("a", "ratio", "1", "3.5", changeable=True)
    assert (bounded.minimum, bounded.maximum, bounded.changeable) == (Decimal(1), Decimal("3.5"), True)


def test_a_day_may_take_n_a_for_a_value() -> None:
    assert described(day("a")) == ("a", Kind.DATE, "", (), None, None, None, *PLAIN)
    assert day("a", inapplicable=True).inapplicable


def test_a_figure_has_one_value_from_its_first_day_on() -> None:
    made = figure("limit", "1.30", "ratio", SINCE, PLACE)
    assert (made.id, made.unit, made.citation) == ("limit", "ratio", PLACE)
    assert made.values == ((SINCE, Decimal("1.30")),)
    assert made.quantity({}) == Decimal("1.3")


def test_a_citation_keeps_every_level_and_shortens_to_its_key() -> None:
    assert Citation(article="二", item="三", chapter="一") == PLACE
    assert PLACE.as_dict() == {"chapter": "一", "article": "二", "item": "三"}
    assert cite("一", "二").item == ""
    section = cite_section("二", "四")
    assert (section.key, section.as_dict()) == ("二(四)", {"section": "二", "item": "四"})
    assert cite_section("二").as_dict() == {"section": "二"}


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        (">=", False, True, True),
        (">", False, False, True),
        ("<=", True, True, False),
        ("<", True, False, False),
        ("==", False, True, False),
    ],
)
def test_a_comparison_is_made_by_writing_it_down(operator: str, below: bool, at: bool, above: bool) -> None:
    fact = number("a", "point")
    made = {
        ">=": fact >= 2,
        ">": fact > Decimal(2),
        "<=": fact <= Constant(2),
        "<": fact < 2,
        "==": fact.equals(2),
    }[operator]
    assert isinstance(made, Comparison)
    assert (made.left, made.operator) == (fact, operator)
    assert [made.truth({"a": Decimal(n)}) for n in (1, 2, 3)] == [below, at, above]


def test_a_day_is_compared_by_its_ordinal_and_a_term_stays_what_it_is() -> None:
    made = as_term(SINCE)
    assert made.quantity({}) == SINCE.toordinal()
    assert as_term(made) is made
    assert as_term(7).quantity({}) == 7


def test_a_condition_is_no_truth_and_says_so() -> None:
    condition = flag("a").yes
    message = "a condition is a tree, not a truth: use & | ~ and one comparison at a time"
    with pytest.raises(TypeError) as refused:
        bool(condition)
    assert str(refused.value) == message


def test_a_choice_or_a_member_that_the_fact_does_not_have_is_refused_by_its_name() -> None:
    members = Fact("s", Kind.SET, choices=("2", "3"))
    with pytest.raises(ValueError, match=r"^kind has no choice \['c', 'd'\]$"):
        choice("kind", "a", "b").among("a", "d", "c")
    with pytest.raises(ValueError, match=r"^s has no member 4$"):
        members.has("4")
    assert members.has("2").truth({"s": frozenset({"2"})}) is True
    assert choice("kind", "a", "b").among("a").truth({"kind": "b"}) is False


def test_what_is_known_of_facts_that_exclude_each_other_is_said_in_one_line() -> None:
    assert str(Contradiction("rule", ("a", "b"))) == "rule: a, b"


def test_the_days_around_which_a_year_or_a_moved_day_passes_a_level() -> None:
    start = day("d")
    assert list(YearOf(start).cuts(2025)) == [date(2025, 1, 1).toordinal(), date(2026, 1, 1).toordinal()]
    level = date(2026, 11, 22).toordinal()
    around = date(2023, 11, 22).toordinal()
    assert list(YearsAfter(start, 3).cuts(level)) == [around - 1, around, around + 1, around + 2]


def test_a_range_of_days_moves_by_whole_years_at_both_ends() -> None:
    moved: Term = YearsAfter(day("d"), 3)
    first, last = date(2023, 11, 22), date(2024, 2, 29)
    found = moved.quantity({"d": Interval(first.toordinal(), last.toordinal(), True, False)})
    assert found == Interval(date(2026, 11, 23).toordinal(), date(2027, 2, 28).toordinal())
    years = YearOf(day("d")).quantity(
        {"d": Interval(date(2023, 12, 31).toordinal(), last.toordinal(), True, True)}
    )
    assert years == Interval(2024, 2024)
    assert YearOf(day("d")).quantity({"d": Interval(None, last.toordinal(), True, False)}) == Interval(
        None, 2024, True, False
    )


def test_what_can_be_recorded_is_found_wherever_it_stands() -> None:
    recordable_days.cache_clear()
    recordable_numbers.cache_clear()
    assert list(recordable_days(SCHEMES["hlj-computing-centre"])) == [LONGJIANG_60]
    assert len(recordable_numbers(SCHEMES["hlj-science-facility"])) == 13
    assert recordable_numbers(SCHEMES["pj-it-projects"]) == frozenset()
