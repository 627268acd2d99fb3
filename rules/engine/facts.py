"""Typed facts: what can be asked of an applicant, and the leaves of the tree."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from rules.engine.interval import Interval, Quantity
from rules.engine.tree import Condition, Env, Term
from rules.engine.truth import Truth


class Kind(StrEnum):
    """The type of a fact's value."""

    BOOL = "bool"
    CHOICE = "choice"
    SET = "set"
    MONEY = "money"
    NUMBER = "number"
    INTEGER = "integer"
    YEAR = "year"
    DATE = "date"


Value = bool | str | Decimal | date | frozenset[str]
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
NUMERIC = frozenset({Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.YEAR})


class NotApplicable:
    """The answer "n/a" where it is one of the fact's own values (there never was a penalty)."""

    def __repr__(self) -> str:
        return "NOT_APPLICABLE"


NOT_APPLICABLE = NotApplicable()


@dataclass(frozen=True, eq=False)
class Fact(Term):
    """Something that can be known of an applicant or a project.

    `unit` names what a number counts: yuan, pflops, ratio, share, year, month, point, count. `minimum` and
    `maximum` are inclusive bounds of what can be true at all (a PUE below 1 is not possible). `choices`
    are the members of a choice or a set. `presumed` is the value in the absence of an answer: such a fact
    is never asked and never missing. `after` are facts that are asked before this one. `inapplicable`
    says that n/a is a value of its own. `changeable` says that the applicant can still act on it, so that
    advice may name it; `step` is the smallest difference that counts. An `optional` fact is never asked
    and never missing: where it is stated it words a question or stands for others.
    """

    id: str
    kind: Kind
    unit: str = ""
    choices: tuple[str, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    presumed: bool | None = None
    after: tuple[str, ...] = ()
    inapplicable: bool = False
    changeable: bool = False
    step: Decimal | None = None
    optional: bool = False

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset({self.id})

    def quantity(self, env: Env) -> Quantity:
        known = env.get(self.id)
        if isinstance(known, Decimal | int | Interval):
            return known
        return self.domain

    @cached_property
    def domain(self) -> Interval:
        """Every number that the fact can be; days as ordinals, within the years that a calendar can serve."""
        if self.kind is Kind.DATE:
            return Interval(EARLIEST.toordinal(), LATEST.toordinal())
        return Interval(self.minimum, self.maximum, self.minimum is None, self.maximum is None)

    @cached_property
    def yes(self) -> Condition:
        """The fact is true."""
        return Flag(self, True)

    @cached_property
    def no(self) -> Condition:
        """The fact is false."""
        return Flag(self, False)

    def among(self, *choices: str) -> Condition:
        """The choice is one of these."""
        unknown = set(choices) - set(self.choices)
        if unknown:
            raise ValueError(f"{self.id} has no choice {sorted(unknown)}")
        return Among(self, frozenset(choices))

    def has(self, member: str) -> Condition:
        """The set holds this member."""
        if member not in self.choices:
            raise ValueError(f"{self.id} has no member {member}")
        return Holds(self, member)

    @cached_property
    def never_applied(self) -> Condition:
        """The answer is n/a, as a value of its own."""
        return Inapplicable(self)

    @property
    def is_ordered(self) -> bool:
        """Whether values of the fact lie on a line: numbers and dates."""
        return self.kind in NUMERIC or self.kind is Kind.DATE

    @property
    def is_finite(self) -> bool:
        """Whether `members` lists every value."""
        bounded = self.kind is Kind.INTEGER and self.minimum is not None and self.maximum is not None
        return bounded or self.kind in {Kind.BOOL, Kind.CHOICE, Kind.SET}

    def members(self) -> Iterator[bool | str | Decimal | frozenset[str]]:
        """Every value of a finite fact: yes and no, the choices, the subsets, a bounded count."""
        if self.kind is Kind.BOOL:
            yield from (True, False)
        elif self.kind is Kind.CHOICE:
            yield from self.choices
        elif self.kind is Kind.SET:
            for size in range(len(self.choices) + 1):
                yield from (frozenset(subset) for subset in combinations(self.choices, size))
        elif self.minimum is not None and self.maximum is not None:
            yield from (Decimal(n) for n in range(int(self.minimum), int(self.maximum) + 1))

    def problem(self, value: Value) -> str | None:
        """Why a value cannot be taken (type, choice, whole, minimum, maximum), or `None`."""
        if self.kind is Kind.BOOL:
            return None if isinstance(value, bool) else "type"
        if self.kind is Kind.CHOICE:
            return None if isinstance(value, str) and value in self.choices else "choice"
        if self.kind is Kind.SET:
            known = isinstance(value, frozenset) and value <= frozenset(self.choices)
            return None if known else "choice"
        if self.kind is Kind.DATE:
            return self._date_problem(value)
        return self._number_problem(value)

    def _date_problem(self, value: Value) -> str | None:
        # A moment is a date to Python, and compares with none.
        if not isinstance(value, date) or isinstance(value, datetime):
            return "type"
        return "minimum" if value < EARLIEST else "maximum" if value > LATEST else None

    def _number_problem(self, value: Value) -> str | None:
        if not isinstance(value, Decimal) or not value.is_finite():
            return "type"
        if self.kind in {Kind.INTEGER, Kind.YEAR} and value != value.to_integral_value():
            return "whole"
        if self.minimum is not None and value < self.minimum:
            return "minimum"
        if self.maximum is not None and value > self.maximum:
            return "maximum"
        return None


@dataclass(frozen=True, eq=False)
class Flag(Condition):
    """A yes-or-no fact is what is wanted."""

    fact: Fact
    wanted: bool

    @property
    def facts(self) -> frozenset[str]:
        return self.fact.facts

    def truth(self, env: Env) -> Truth:
        known = env.get(self.fact.id)
        return None if known is None else known is self.wanted


@dataclass(frozen=True, eq=False)
class Among(Condition):
    """A choice is one of several."""

    fact: Fact
    choices: frozenset[str]

    @property
    def facts(self) -> frozenset[str]:
        return self.fact.facts

    def truth(self, env: Env) -> Truth:
        known = env.get(self.fact.id)
        return None if known is None else known in self.choices


@dataclass(frozen=True, eq=False)
class Holds(Condition):
    """A set holds a member."""

    fact: Fact
    member: str

    @property
    def facts(self) -> frozenset[str]:
        return self.fact.facts

    def truth(self, env: Env) -> Truth:
        known = env.get(self.fact.id)
        return self.member in known if isinstance(known, frozenset) else None


@dataclass(frozen=True, eq=False)
class IfStated(Condition):
    """What holds wherever an optional fact is stated; without it there is nothing to hold."""

    fact: Fact
    condition: Condition

    @property
    def facts(self) -> frozenset[str]:
        return self.condition.facts

    def children(self) -> tuple[Condition, ...]:
        return (self.condition,)

    def truth(self, env: Env) -> Truth:
        return self.condition.truth(env) if self.fact.id in env else True


@dataclass(frozen=True, eq=False)
class Inapplicable(Condition):
    """The fact was answered n/a, as one of its own values."""

    fact: Fact

    @property
    def facts(self) -> frozenset[str]:
        return self.fact.facts

    def truth(self, env: Env) -> Truth:
        known = env.get(self.fact.id)
        return None if known is None else known is NOT_APPLICABLE


def flag(
    fact_id: str, *, presumed: bool | None = None, after: tuple[str, ...] = (), optional: bool = False
) -> Fact:
    """A yes-or-no fact."""
    return Fact(fact_id, Kind.BOOL, presumed=presumed, after=after, optional=optional)


def choice(fact_id: str, *choices: str) -> Fact:
    """A fact with one of several named values."""
    return Fact(fact_id, Kind.CHOICE, choices=choices)


def money(fact_id: str, *, changeable: bool = False) -> Fact:
    """An amount in yuan, never negative, counted to the fen."""
    fen = Decimal("0.01")
    return Fact(fact_id, Kind.MONEY, unit="yuan", minimum=Decimal(0), changeable=changeable, step=fen)


def number(
    fact_id: str, unit: str, minimum: str = "0", maximum: str = "", *, changeable: bool = False
) -> Fact:
    """A decimal number in a unit."""
    most = Decimal(maximum) if maximum else None
    return Fact(fact_id, Kind.NUMBER, unit, minimum=Decimal(minimum), maximum=most, changeable=changeable)


def day(fact_id: str, *, inapplicable: bool = False) -> Fact:
    """A calendar date in Asia/Shanghai."""
    return Fact(fact_id, Kind.DATE, inapplicable=inapplicable)
