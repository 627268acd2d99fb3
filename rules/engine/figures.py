"""Figures of the law with their dates of effect, and the days that rules refer to."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rules.engine.citation import Citation
from rules.engine.interval import Interval, Quantity
from rules.engine.tree import Condition, Env, Term
from rules.engine.truth import Truth

ON = "@on"
"""The key under which an environment holds the day of the assessment, as an ordinal."""


@dataclass(frozen=True, eq=False)
class Figure(Term):
    """A threshold, share, cap or floor: its value from which day on, and where it stands.

    `values` are (first day of effect, value) in order of time. Before the first day the first value is
    used: the scheme's own validity says that it is not yet in force.
    """

    id: str
    unit: str
    citation: Citation
    values: tuple[tuple[date, Decimal], ...]

    @property
    def facts(self) -> frozenset[str]:
        return frozenset()

    def quantity(self, env: Env) -> Quantity:
        if len(self.values) == 1:
            return self.values[0][1]
        on = env[ON]
        days = [start.toordinal() for start, _ in self.values]
        return (
            self.values[max(bisect_right(days, on) - 1, 0)][1] if isinstance(on, int) else self.values[0][1]
        )


def figure(figure_id: str, value: str, unit: str, since: date, citation: Citation) -> Figure:
    """A figure that has had one value from its first day on."""
    return Figure(figure_id, unit, citation, ((since, Decimal(value)),))


@dataclass(frozen=True, eq=False)
class AssessmentDay(Term):
    """The day for which the rules are read."""

    @property
    def facts(self) -> frozenset[str]:
        return frozenset()

    def quantity(self, env: Env) -> Quantity:
        on = env[ON]
        if not isinstance(on, int):
            raise TypeError("the environment has no day of assessment")
        return on


ASSESSMENT_DAY = AssessmentDay()


@dataclass(frozen=True, eq=False)
class RecordedDay(Term):
    """A day that the sources leave open and an operator may record, such as the issue of a parent policy.

    `earliest` and `latest` are what the sources allow. A date on the very day is neither certainly before
    nor certainly after it, so the range is open on both sides, around a recorded day as around the
    allowed ones.
    """

    id: str
    earliest: date
    latest: date

    @property
    def facts(self) -> frozenset[str]:
        return frozenset()

    @property
    def key(self) -> str:
        """The key under which an environment holds the recorded day, as an ordinal."""
        return f"@day:{self.id}"

    def quantity(self, env: Env) -> Quantity:
        recorded = env.get(self.key)
        if isinstance(recorded, int):
            return Interval(recorded - 1, recorded + 1, True, True)
        return Interval(self.earliest.toordinal() - 1, self.latest.toordinal() + 1, True, True)


@dataclass(frozen=True, eq=False)
class RecordedNumber(Term):
    """A coefficient that the sources do not give: any number from zero on until it is recorded."""

    id: str

    @property
    def facts(self) -> frozenset[str]:
        return frozenset()

    @property
    def key(self) -> str:
        """The key under which an environment holds the recorded number."""
        return f"@number:{self.id}"

    def quantity(self, env: Env) -> Quantity:
        recorded = env.get(self.key)
        return recorded if isinstance(recorded, Decimal) else Interval(Decimal(0), None, False, True)


@dataclass(frozen=True, eq=False)
class IfRecorded(Condition):
    """What holds once all these numbers are recorded; before that there is nothing to hold."""

    numbers: tuple[RecordedNumber, ...]
    condition: Condition

    @property
    def facts(self) -> frozenset[str]:
        return self.condition.facts

    def children(self) -> tuple[Condition, ...]:
        return (self.condition,)

    def truth(self, env: Env) -> Truth:
        return self.condition.truth(env) if all(number.key in env for number in self.numbers) else True
