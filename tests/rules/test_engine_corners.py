"""Corners of the engine that no instrument at hand reaches, or reaches only by way of something else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rules.engine.amounts import AtMost, Cases, Difference, Product, Reading, Readings, Sum, Weighted
from rules.engine.assess import assess
from rules.engine.cells import joined_points, pins
from rules.engine.dates import YearOf
from rules.engine.facts import Fact, IfStated, Kind, choice, day, flag, money, number
from rules.engine.figures import RecordedDay, RecordedNumber, figure
from rules.engine.findings import (
    Clause,
    Clauses,
    Decision,
    Finding,
    Floor,
    Option,
    Options,
    Outcome,
    Span,
    widest,
)
from rules.engine.interval import Interval, add, hull, lesser, opposite
from rules.engine.result import Assessment
from rules.engine.rounding import to_fen
from rules.engine.scheme import Constraint
from rules.engine.tree import Constant
from tests.rules.made_up import ON, PLACE, SINCE, in_principle, judged, must, scheme
from tests.rules.situations import situation

x, y = flag("x"), flag("y")
have, whole = money("have"), money("whole")
HALF = Product(whole, Constant(Decimal("0.5")))


@pytest.mark.parametrize(
    ("amount", "fen"),
    [
        ("0.005", "0.01"),
        ("0.0049999", "0.00"),
        ("2.345", "2.35"),
        ("2.335", "2.34"),
        ("0.115", "0.12"),
        ("-0.0", "0.00"),
        ("1E+3", "1000.00"),
        ("12345678901234567890123456789012345.675", "12345678901234567890123456789012345.68"),
        ("99999999999999999999999999.995", "100000000000000000000000000.00"),
        ("9999999999999999999999999999.995", "10000000000000000000000000000.00"),
    ],
)
def test_money_is_rounded_half_up_however_large_it_is(amount: str, fen: str) -> None:
    assert str(to_fen(Decimal(amount))) == fen


def test_a_whole_number_of_yuan_is_money_too() -> None:
    assert str(to_fen(7)) == "7.00"


def test_the_opposite_of_a_range_turns_its_ends_about() -> None:
    assert opposite(Decimal(3)) == -3
    assert opposite(Interval(Decimal(1), Decimal(2), True, False)) == Interval(
        Decimal(-2), Decimal(-1), False, True
    )
    assert opposite(Interval(None, Decimal(2), True, False)) == Interval(Decimal(-2), None, False, True)
    assert opposite(Interval(Decimal(1), None, False, True)) == Interval(None, Decimal(-1), True, False)


def test_a_difference_of_what_is_known_and_what_is_not_is_a_range() -> None:
    apart = Difference(have, number("n", "count", maximum="4"))
    assert apart.quantity({"have": Decimal(10), "n": Decimal(3)}) == 7
    assert apart.quantity({"have": Decimal(10)}) == Interval(Decimal(6), Decimal(10))
    assert apart.facts == {"have", "n"}


def test_readings_are_read_in_the_same_environment() -> None:
    both = Readings(
        (Reading("one", have, PLACE), Reading("other", Product(have, Constant(Decimal(2))), PLACE))
    )
    assert both.quantity({"have": Decimal(5)}) == Interval(Decimal(5), Decimal(10))


def found_out(
    *findings: Finding, facts: dict[str, object], constraints: tuple[Constraint, ...] = ()
) -> Assessment:
    """What a scheme without requirements establishes of x, y, have and whole."""
    made = replace(scheme((x, y, have, whole), constraints=constraints), findings=findings)
    return assess(made, situation(facts), ON)


def either(*outcomes: Outcome) -> Decision:
    return Decision("which", outcomes)


OVER_HALF = either(Outcome("over", have > HALF, PLACE), Outcome("under", have <= HALF, PLACE))


def test_a_finding_that_compares_two_unknown_facts_asks_for_both() -> None:
    assert found_out(OVER_HALF, facts={}).missing == ("have", "whole")
    assert found_out(OVER_HALF, facts={}).findings == {"which": None}
    assert found_out(OVER_HALF, facts={"whole": Decimal(10)}).missing == ("have",)
    assert found_out(OVER_HALF, facts={"whole": Decimal(10), "have": Decimal(5)}).findings == {
        "which": "under"
    }
    assert found_out(OVER_HALF, facts={"whole": Decimal(10), "have": Decimal(6)}).findings == {
        "which": "over"
    }


def test_a_finding_does_not_ask_for_what_decides_only_beside_it() -> None:
    both = either(
        Outcome("over", x.no & (have > HALF), PLACE), Outcome("under", x.yes | (have <= HALF), PLACE)
    )
    assert found_out(both, facts={"x": True}).missing == ()
    assert found_out(both, facts={"x": False}).missing == ("have", "whole")
    assert found_out(both, facts={}).missing == ("x", "have", "whole")
    assert found_out(both, facts={"have": Decimal(0)}).missing == ()
    assert found_out(both, facts={"y": True}).missing == ("x", "have", "whole")


def test_a_quantity_that_is_found_out_asks_for_the_facts_that_make_it() -> None:
    share = Span("share", Product(have, Constant(Decimal("0.1"))))
    open_share = found_out(share, facts={})
    assert open_share.findings == {"share": Interval(Decimal(0), None, False, True)}
    assert open_share.missing == ("have",)
    closed = found_out(share, facts={"have": Decimal(20)})
    assert closed.findings == {"share": Interval(Decimal(2), Decimal(2))}
    assert closed.missing == ()
    nothing = Span("nothing", Product(have, Constant(Decimal(0))))
    assert found_out(nothing, facts={}).missing == ()


def test_a_scheme_with_requirements_asks_nothing_for_its_findings() -> None:
    made = replace(scheme((x, have), must("x", x.yes)), findings=(Span("have", have),))
    assert assess(made, situation({"x": True}), ON).missing == ()


def test_what_a_constraint_excludes_is_found_out_to_be_excluded() -> None:
    rule = Constraint("x_or_y", x.yes | y.yes)
    decided = either(Outcome("yes", x.yes, PLACE), Outcome("no", x.no, PLACE))
    assert found_out(decided, facts={"y": False}, constraints=(rule,)).findings == {"which": "yes"}
    assert found_out(decided, facts={}, constraints=(rule,)).findings == {"which": None}


FLOOR = figure("some", "0.50", "share", SINCE, PLACE)
CEILING = figure("all", "1.00", "share", SINCE, PLACE)


def test_a_floor_asks_only_for_what_could_raise_it_and_for_the_base_of_what_is_certain() -> None:
    least = Floor("least", ((x.yes, FLOOR), (y.yes, CEILING)), have)
    assert found_out(least, facts={}).missing == ("x", "y", "have")
    assert found_out(least, facts={"y": True}).missing == ("have",)
    assert found_out(least, facts={"x": True}).missing == ("y", "have")
    assert found_out(least, facts={"x": False, "y": False}).missing == ()
    assert found_out(least, facts={"x": True, "y": False, "have": Decimal(3)}).findings == {
        "least": Decimal("1.50")
    }
    assert found_out(least, facts={"x": True, "y": False}).findings == {"least": None}
    assert found_out(least, facts={}).findings == {"least": Decimal("0.00")}


def test_a_floor_as_high_as_the_certain_one_is_not_asked_for() -> None:
    twice = Floor("least", ((x.yes, FLOOR), (y.yes, FLOOR)))
    assert found_out(twice, facts={"x": True}).missing == ()
    assert found_out(twice, facts={}).missing == ("x", "y")
    nothing = figure("nothing", "0", "share", SINCE, PLACE)
    assert found_out(Floor("least", ((x.yes, nothing),)), facts={}).missing == ()


def test_an_outcome_without_a_clause_is_a_mistake_of_the_scheme() -> None:
    empty = Options("grades", (Option("none", (), PLACE),))
    with pytest.raises(ValueError, match=r"^the outcome none has no clause$"):
        found_out(empty, facts={})


def test_an_option_asks_for_the_clauses_that_can_still_tip_it() -> None:
    options = Options("grades", (Option("both", ((Clause("x", x.yes), Clause("y", y.yes)),), PLACE),))
    assert found_out(options, facts={}).missing == ("x", "y")
    assert found_out(options, facts={"x": True}).missing == ("y",)
    assert found_out(options, facts={"x": False}).missing == ()
    assert found_out(options, facts={"x": False}).findings == {"grades": []}


def test_a_clause_on_which_completions_differ_is_open() -> None:
    clauses = Clauses("clauses", (Option("both", ((Clause("x", x.yes), Clause("y", y.yes)),), PLACE),))
    told = clauses.conclude([(True, True), (True, False)], [])
    assert isinstance(told, list)
    assert [clause["holds"] for clause in told] == [True, None]


def test_a_number_that_nobody_recorded_can_be_anything_from_zero_on_whatever_it_weighs() -> None:
    weight = RecordedNumber("share")
    anything = Interval(Decimal(0), None, False, True)
    assert weight.quantity({}) == anything
    assert weight.quantity({"@number:share": Decimal("0.5")}) == Decimal("0.5")
    assert Weighted(have, weight).quantity({"have": Decimal(0)}) == anything
    assert Weighted(have, weight).quantity({"have": Decimal(3), "@number:share": Decimal("0.5")}) == Decimal(
        "1.5"
    )


def test_on_a_recorded_day_itself_before_and_after_are_both_open() -> None:
    issued = RecordedDay("d", date(2023, 1, 1), date(2023, 12, 31))
    first, last = date(2022, 12, 31).toordinal(), date(2024, 1, 1).toordinal()
    assert issued.quantity({}) == Interval(first, last, True, True)
    noon = date(2023, 6, 1).toordinal()
    assert issued.quantity({"@day:d": noon}) == Interval(noon - 1, noon + 1, True, True)


def test_years_are_cut_from_the_first_to_the_last_that_a_calendar_has() -> None:
    year = YearOf(day("d"))
    assert list(year.cuts(0)) == [date(1, 1, 1).toordinal()]
    assert list(year.cuts(9998)) == [date(9998, 1, 1).toordinal(), date(9999, 1, 1).toordinal()]
    assert list(year.cuts(9999)) == [date(9999, 1, 1).toordinal()]
    level = date(2020, 5, 5).toordinal()
    assert year.quantity({"d": Interval(level, None, False, True)}) == Interval(2020, None, False, True)


def test_a_sum_with_an_open_end_has_an_open_end() -> None:
    assert add(Interval(Decimal(0), Decimal(1), False, True), Decimal(2)) == Interval(
        Decimal(2), Decimal(3), False, True
    )


def test_a_fact_that_often_ends_the_matter_alone_is_asked_first() -> None:
    kind = choice("kind", "red", "green", "blue")
    made = scheme((y, x, kind), must("y", y.yes), must("both", kind.among("red") & x.yes))
    assert judged(made, {}).next == "kind"
    assert judged(made, {"kind": "red"}).next in {"x", "y"}


def test_a_condition_is_asked_before_an_exclusion_which_rarely_holds() -> None:
    made = scheme((y, x), must("exclusion", y.no), must("condition", x.yes))
    assert judged(made, {}).next == "x"


def test_a_cap_that_is_left_out_on_either_side_is_left_out_of_the_lesser() -> None:
    closed, open_end = Interval(Decimal(0), Decimal(5)), Interval(Decimal(0), Decimal(5), False, True)
    assert lesser(open_end, closed) == lesser(closed, open_end) == open_end
    assert lesser(closed, closed) == closed


def test_a_figure_that_need_not_be_given_is_not_advised_on() -> None:
    extra = replace(money("extra", changeable=True), optional=True)
    made = scheme((x, extra), must("x", x.yes), award=Constant(Decimal(5)))
    assert judged(made, {"x": True}).advice == ()


def test_requirements_that_hang_together_by_way_of_a_third_fact_ask_for_every_one() -> None:
    z = flag("z")
    made = scheme((x, y, z), must("first", x.yes | y.yes), must("second", y.no | z.yes))
    assert judged(made, {}).missing == ("x", "y", "z")


def test_a_single_point_on_a_line_weighs_nothing_where_questions_are_ordered() -> None:
    first, second = number("first", "count"), number("second", "count")
    made = scheme((first, second), must("first", first >= 2), must("second", second > 2))
    assert judged(made, {}).next == "first"


def test_advice_says_what_is_what_would_do_and_which_way() -> None:
    spend = money("spend", changeable=True)
    made = scheme((spend,), must("enough", spend > Decimal(5)))
    (advice,) = judged(made, {"spend": Decimal(3)}).advice
    (change,) = advice.changes
    assert (change.fact.id, change.have, change.need, change.operator) == ("spend", 3, Decimal("5.01"), ">")


def test_each_figure_that_would_raise_the_award_is_advised_with_the_least_rise() -> None:
    spend, grade = (
        money("spend", changeable=True),
        Fact("grade", Kind.INTEGER, "grade", minimum=Decimal(1), maximum=Decimal(3), changeable=True),
    )
    rest = flag("rest", optional=True)
    paid = Sum(
        (
            AtMost(Product(spend, Constant(Decimal("0.3"))), Constant(Decimal(300))),
            Cases(((grade >= 3, Constant(Decimal(50))),), Constant(Decimal(20))),
        )
    )
    made = scheme((x, rest, spend, grade), must("x", x.yes), award=paid)
    found = judged(made, {"x": True, "spend": Decimal(100), "grade": Decimal(1)})
    told = [(c.fact.id, c.have, c.need, c.operator) for advice in found.advice for c in advice.changes]
    assert told == [("spend", 100, 1000, ">="), ("grade", 1, 3, ">=")]
    assert [advice.award and advice.award.value for advice in found.advice] == [320, 80]
    assert judged(made, {"x": True, "spend": Decimal(1000), "grade": Decimal(3)}).advice == ()


def test_two_facts_that_are_compared_are_tried_on_both_sides_of_each_other() -> None:
    points = joined_points((have, whole), [have > HALF], {})
    sums = [amount for amount in points["have"] if isinstance(amount, Decimal)]
    halves = [amount / 2 for amount in points["whole"] if isinstance(amount, Decimal)]
    assert len(halves) > 1
    for half in sorted(halves)[:2]:
        assert any(amount > half for amount in sums)
        assert any(amount <= half for amount in sums)
    assert {Decimal(1), Decimal(9999999999999)} <= set(points["whole"])
    assert {Decimal("0.5"), Decimal("4999999999999.5")} <= set(sums)


def test_a_doubt_on_two_facts_that_are_compared_asks_for_both_unless_another_doubt_is_certain() -> None:
    made = scheme((x, have, whole), in_principle("half", have > HALF), in_principle("x", x.yes))
    assert judged(made, {"x": True}).missing == ("have", "whole")
    assert judged(made, {"x": False}).missing == ()
    assert judged(made, {}).missing == ("x", "have", "whole")


def test_days_before_and_after_every_calendar_are_told_apart() -> None:
    assert day("d").problem(date(1899, 12, 31)) == "minimum"
    assert day("d").problem(date(2200, 1, 1)) == "maximum"
    assert day("d").problem(date(1900, 1, 1)) is None
    assert day("d").problem(date(2199, 12, 31)) is None


def test_what_holds_of_an_optional_fact_holds_nothing_while_it_is_not_stated() -> None:
    total = number("total", "point", maximum="100")
    rule = IfStated(total, total.equals(200))
    assert rule.truth({}) is True
    assert rule.truth({"total": Decimal(100)}) is False


def test_an_unbounded_end_is_open_whatever_it_is_joined_with() -> None:
    below = Interval(None, Decimal(1), True, False)
    assert hull(below, Decimal(3)) == Interval(None, Decimal(3), True, False)
    assert lesser(below, Decimal(3)) == Interval(None, Decimal(1), True, False)


@pytest.mark.parametrize(
    ("piece", "points"),
    [
        (Interval(Decimal(0), Decimal(1000), True, True), ["1", "999"]),
        (Interval(Decimal(0), Decimal(1000), False, True), ["0", "1", "999"]),
        (Interval(Decimal(0), Decimal(10), True, True), ["0.01", "9.99"]),
        (Interval(None, Decimal(0), True, True), ["-0.999", "-0.001"]),
    ],
)
def test_an_amount_is_tried_at_the_start_of_a_cell_right_after_it_and_at_its_end(
    piece: Interval, points: list[str]
) -> None:
    assert pins(piece) == [Decimal(point) for point in points]
    assert pins("red") == ["red"]


def test_the_widest_range_holds_all() -> None:
    assert widest([Decimal(2)]) == 2
    assert widest([Decimal(2), Interval(Decimal(3), Decimal(4)), Decimal(1)]) == Interval(
        Decimal(1), Decimal(4)
    )
