"""Ranges of numbers with open or closed ends, and arithmetic on points and ranges.

A quantity is a point (`Decimal`, or `int` for days) where it is known and an `Interval` where it is not.
Every function takes both, so that one tree serves the known and the unknown case.
"""

from dataclasses import dataclass
from decimal import Decimal

Point = Decimal | int


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between two ends; an end of `None` is unbounded, an open end is itself left out."""

    low: Point | None
    high: Point | None
    low_open: bool = False
    high_open: bool = False

    def contains(self, value: Point) -> bool:
        """Whether a point lies inside."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below


Quantity = Point | Interval


def as_interval(quantity: Quantity) -> Interval:
    """A point as the range that holds only itself."""
    return quantity if isinstance(quantity, Interval) else Interval(quantity, quantity)


def is_above(left: Quantity, right: Quantity, *, inclusive: bool) -> bool | None:
    """left > right (or >= where inclusive): yes, no, or unknown where the ranges overlap."""
    if not isinstance(left, Interval) and not isinstance(right, Interval):
        return left >= right if inclusive else left > right
    a, b = as_interval(left), as_interval(right)
    if _apart(a, b, strict=not inclusive):
        return True
    if _apart(b, a, strict=inclusive):
        return False
    return None


def _apart(upper: Interval, lower: Interval, *, strict: bool) -> bool:
    """Every point of `upper` is above (strict) or not below (not strict) every point of `lower`."""
    if upper.low is None or lower.high is None:
        return False
    if upper.low != lower.high:
        return upper.low > lower.high
    return not strict or upper.low_open or lower.high_open


def is_equal(left: Quantity, right: Quantity) -> bool | None:
    """left == right: yes only for two points, no where the ranges have nothing in common."""
    if not isinstance(left, Interval) and not isinstance(right, Interval):
        return left == right
    a, b = as_interval(left), as_interval(right)
    apart = _apart(a, b, strict=True) or _apart(b, a, strict=True)
    return False if apart else None


def add(left: Quantity, right: Quantity) -> Quantity:
    """The sum."""
    if not isinstance(left, Interval) and not isinstance(right, Interval):
        return left + right
    a, b = as_interval(left), as_interval(right)
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return Interval(low, high, a.low_open or b.low_open, a.high_open or b.high_open)


def opposite(quantity: Quantity) -> Quantity:
    """The quantity with the other sign."""
    if not isinstance(quantity, Interval):
        return -quantity
    low = None if quantity.high is None else -quantity.high
    high = None if quantity.low is None else -quantity.low
    return Interval(low, high, quantity.high_open, quantity.low_open)


def scale(left: Quantity, right: Quantity) -> Quantity:
    """The product of two quantities that are not negative (money, shares, counts, scores)."""
    if not isinstance(left, Interval) and not isinstance(right, Interval):
        return left * right
    a, b = as_interval(left), as_interval(right)
    low, low_open = _times(a.low, a.low_open, b.low, b.low_open)
    high, high_open = _times(a.high, a.high_open, b.high, b.high_open)
    return Interval(low, high, low_open, high_open)


def _times(a: Point | None, a_open: bool, b: Point | None, b_open: bool) -> tuple[Point | None, bool]:
    """One end of a product. A closed zero makes the end a closed zero, even beside infinity."""
    if (a == 0 and not a_open) or (b == 0 and not b_open):
        return Decimal(0), False
    if a is None or b is None:
        return None, True
    return a * b, a_open or b_open


def lesser(left: Quantity, right: Quantity) -> Quantity:
    """The smaller of the two: a cap."""
    if not isinstance(left, Interval) and not isinstance(right, Interval):
        return min(left, right)
    a, b = as_interval(left), as_interval(right)
    low, low_open = _lower_end((a.low, a.low_open), (b.low, b.low_open))
    high, high_open = _first_upper_end((a.high, a.high_open), (b.high, b.high_open))
    return Interval(low, high, low_open, high_open)


def _lower_end(a: tuple[Point | None, bool], b: tuple[Point | None, bool]) -> tuple[Point | None, bool]:
    if a[0] is None or b[0] is None:
        return None, True
    if a[0] == b[0]:
        return a[0], a[1] and b[1]
    return a if a[0] < b[0] else b


def _first_upper_end(a: tuple[Point | None, bool], b: tuple[Point | None, bool]) -> tuple[Point | None, bool]:
    if a[0] is None:
        return b
    if b[0] is None:
        return a
    if a[0] == b[0]:
        return a[0], a[1] or b[1]
    return a if a[0] < b[0] else b


def hull(left: Quantity | None, right: Quantity) -> Quantity:
    """The smallest range that holds both; `None` on the left is the empty range."""
    if left is None or left == right:
        return right
    a, b = as_interval(left), as_interval(right)
    low, low_open = _lower_end((a.low, a.low_open), (b.low, b.low_open))
    high, high_open = _last_upper_end((a.high, a.high_open), (b.high, b.high_open))
    return Interval(low, high, low_open, high_open)


def _last_upper_end(a: tuple[Point | None, bool], b: tuple[Point | None, bool]) -> tuple[Point | None, bool]:
    if a[0] is None or b[0] is None:
        return None, True
    if a[0] == b[0]:
        return a[0], a[1] and b[1]
    return a if a[0] > b[0] else b
