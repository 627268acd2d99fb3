"""Arithmetic on ranges against points drawn from them: nothing is left out, and no end is too wide."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from rules.engine.interval import (
    Interval,
    Quantity,
    add,
    as_interval,
    hull,
    is_above,
    is_equal,
    lesser,
    scale,
)

EDGES = st.sampled_from([Decimal(text) for text in ("0", "0.5", "1", "3", "10")])
FAR = Decimal(1_000_000)
NEAR = Decimal("1e-9")


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Ranges of what is not negative, with open, closed and unbounded upper ends; never empty."""
    low = draw(EDGES)
    high = draw(st.none() | EDGES)
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    assume(high is None or high > low or (high == low and not low_open and not high_open))
    return Interval(low, high, low_open, high is None or high_open)


QUANTITY = st.one_of(EDGES, intervals())


def points(quantity: Quantity) -> list[Decimal]:
    """Points of a range: its closed ends, points close to its open ones, the middle, far out."""
    if not isinstance(quantity, Interval):
        return [Decimal(quantity)]
    low = Decimal(quantity.low if quantity.low is not None else 0)
    high = Decimal(quantity.high) if quantity.high is not None else low + FAR
    tried = [low, low + NEAR, (low + high) / 2, high - NEAR, high]
    return [point for point in tried if quantity.contains(point)]


OPERATIONS = st.sampled_from(
    [(add, lambda a, b: a + b), (scale, lambda a, b: a * b), (lesser, min), (hull, lambda a, _: a)]
)


@given(OPERATIONS, QUANTITY, QUANTITY)
def test_every_result_of_points_lies_in_the_result_of_the_ranges(
    operation: tuple[object, object], left: Quantity, right: Quantity
) -> None:
    on_ranges, on_points = operation
    result = as_interval(on_ranges(left, right))  # type: ignore[operator]
    for a in points(left):
        for b in points(right):
            assert result.contains(on_points(a, b))  # type: ignore[operator]


@given(OPERATIONS, QUANTITY, QUANTITY)
def test_no_end_of_a_result_is_wider_than_points_reach(
    operation: tuple[object, object], left: Quantity, right: Quantity
) -> None:
    on_ranges, on_points = operation
    result = as_interval(on_ranges(left, right))  # type: ignore[operator]
    reached = [on_points(a, b) for a in points(left) for b in points(right)]  # type: ignore[operator]
    if on_ranges is hull:
        reached += points(right)
    close = Decimal("0.00001")
    assert result.low is not None
    assert min(reached) - result.low <= close
    assert result.low_open == (result.low not in reached)
    if result.high is None:
        assert max(reached) >= FAR / 4
    else:
        assert result.high - max(reached) <= close
        assert result.high_open == (result.high not in reached)


@given(QUANTITY, QUANTITY, st.booleans())
def test_a_comparison_is_certain_exactly_where_all_points_agree(
    left: Quantity, right: Quantity, inclusive: bool
) -> None:
    answers = {a >= b if inclusive else a > b for a in points(left) for b in points(right)}
    assert is_above(left, right, inclusive=inclusive) is (answers.pop() if len(answers) == 1 else None)


@given(QUANTITY, QUANTITY)
def test_equality_is_certain_only_where_all_points_agree(left: Quantity, right: Quantity) -> None:
    answers = {a == b for a in points(left) for b in points(right)}
    certain = is_equal(left, right)
    assert certain is None or answers == {certain}
    if not isinstance(left, Interval) and not isinstance(right, Interval):
        assert certain is (left == right)


@given(QUANTITY, QUANTITY)
def test_order_of_the_operands_does_not_matter(left: Quantity, right: Quantity) -> None:
    for operation in (add, scale, lesser, hull):
        assert as_interval(operation(left, right)) == as_interval(operation(right, left))


def test_nothing_times_what_is_unbounded_is_nothing() -> None:
    assert scale(Decimal(0), Interval(Decimal(0), None, False, True)) == Interval(Decimal(0), Decimal(0))


def test_a_capped_unbounded_base_ends_at_the_cap_and_reaches_it() -> None:
    base = Interval(Decimal(0), None, False, True)
    assert lesser(base, Decimal(5000)) == Interval(Decimal(0), Decimal(5000))


def test_the_empty_range_adds_nothing_to_a_hull() -> None:
    assert hull(None, Decimal(3)) == Decimal(3)
