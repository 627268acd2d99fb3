"""Terms on days: the year of a date, and a date moved by years. Days are ordinals."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from rules.engine.interval import Interval, Point, Quantity
from rules.engine.tree import Env, Term


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _mapped(quantity: Quantity, change: Callable[[int], int]) -> Quantity:
    """A growing function of days applied to a point or to both ends of a range."""
    if not isinstance(quantity, Interval):
        return change(int(quantity))
    low, high = quantity.low, quantity.high
    first = None if low is None else change(int(low) + quantity.low_open)
    last = None if high is None else change(int(high) - quantity.high_open)
    return Interval(first, last, first is None, last is None)


@dataclass(frozen=True, eq=False)
class YearOf(Term):
    """The calendar year of a day."""

    day: Term

    @property
    def facts(self) -> frozenset[str]:
        return self.day.facts

    def quantity(self, env: Env) -> Quantity:
        return _mapped(self.day.quantity(env), lambda ordinal: date.fromordinal(ordinal).year)

    def cuts(self, level: Point) -> Iterator[Point]:
        """The days around which the year passes a level."""
        for year in (int(level), int(level) + 1):
            if 1 <= year <= date.max.year:
                yield date(year, 1, 1).toordinal()


@dataclass(frozen=True, eq=False)
class YearsAfter(Term):
    """A day moved by whole years."""

    day: Term
    years: int

    @property
    def facts(self) -> frozenset[str]:
        return self.day.facts

    def quantity(self, env: Env) -> Quantity:
        return _mapped(
            self.day.quantity(env),
            lambda ordinal: years_after(date.fromordinal(ordinal), self.years).toordinal(),
        )

    def cuts(self, level: Point) -> Iterator[Point]:
        """The days around which the moved day passes a level."""
        around = years_after(date.fromordinal(int(level)), -self.years).toordinal()
        yield from range(around - 1, around + 3)
