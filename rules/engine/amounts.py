"""Amounts: the part of the tree that says how much. Exact yuan; rounding comes last."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, reduce

from rules.engine.citation import Citation
from rules.engine.facts import Fact
from rules.engine.figures import RecordedNumber
from rules.engine.interval import Interval, Quantity, add, hull, lesser, opposite, scale
from rules.engine.tree import Condition, Env, Term


@dataclass(frozen=True, eq=False)
class Product(Term):
    """A share or coefficient of a base; neither is negative."""

    left: Term
    right: Term

    @cached_property
    def facts(self) -> frozenset[str]:
        return self.left.facts | self.right.facts

    def parts(self) -> tuple[Term, ...]:
        return (self.left, self.right)

    def quantity(self, env: Env) -> Quantity:
        return scale(self.left.quantity(env), self.right.quantity(env))


@dataclass(frozen=True, eq=False)
class Sum(Term):
    """The sum of several terms."""

    terms: tuple[Term, ...]

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset().union(*(term.facts for term in self.terms))

    def parts(self) -> tuple[Term, ...]:
        return self.terms

    def quantity(self, env: Env) -> Quantity:
        start: Quantity = Decimal(0)
        return reduce(add, (term.quantity(env) for term in self.terms), start)


@dataclass(frozen=True, eq=False)
class Weighted(Term):
    """A measure times a coefficient; anything from zero on while the coefficient is not recorded."""

    measure: Term
    coefficient: RecordedNumber

    @property
    def facts(self) -> frozenset[str]:
        return self.measure.facts

    def parts(self) -> tuple[Term, ...]:
        return (self.measure, self.coefficient)

    def quantity(self, env: Env) -> Quantity:
        coefficient = self.coefficient.quantity(env)
        return (
            coefficient
            if isinstance(coefficient, Interval)
            else scale(self.measure.quantity(env), coefficient)
        )


@dataclass(frozen=True, eq=False)
class Difference(Term):
    """What one figure has more than another."""

    left: Term
    right: Term

    @cached_property
    def facts(self) -> frozenset[str]:
        return self.left.facts | self.right.facts

    def parts(self) -> tuple[Term, ...]:
        return (self.left, self.right)

    def quantity(self, env: Env) -> Quantity:
        return add(self.left.quantity(env), opposite(self.right.quantity(env)))


@dataclass(frozen=True, eq=False)
class AtMost(Term):
    """A base up to a cap. An unknown base is a range up to the cap, never the cap itself."""

    base: Term
    cap: Term

    @cached_property
    def is_reached(self) -> Condition:
        """Whether the cap counts: where it begins to, the amount bends."""
        return self.base >= self.cap

    @cached_property
    def facts(self) -> frozenset[str]:
        return self.base.facts | self.cap.facts

    def parts(self) -> tuple[Term, ...]:
        return (self.base, self.cap)

    def quantity(self, env: Env) -> Quantity:
        return lesser(self.base.quantity(env), self.cap.quantity(env))


@dataclass(frozen=True, eq=False)
class Stated(Term):
    """An optional fact where it is stated; otherwise what it stands for."""

    fact: Fact
    otherwise: Term

    @cached_property
    def facts(self) -> frozenset[str]:
        return self.fact.facts | self.otherwise.facts

    def parts(self) -> tuple[Term, ...]:
        return (self.otherwise,)

    def quantity(self, env: Env) -> Quantity:
        return (self.fact if self.fact.id in env else self.otherwise).quantity(env)


@dataclass(frozen=True, eq=False)
class Cases(Term):
    """The first case whose condition holds; otherwise the last term."""

    cases: tuple[tuple[Condition, Term], ...]
    otherwise: Term

    @cached_property
    def facts(self) -> frozenset[str]:
        conditions = frozenset().union(*(condition.facts for condition, _ in self.cases))
        return conditions.union(*(part.facts for part in self.parts()))

    def parts(self) -> tuple[Term, ...]:
        return (*(term for _, term in self.cases), self.otherwise)

    def quantity(self, env: Env) -> Quantity:
        reachable: Quantity | None = None
        for condition, term in self.cases:
            truth = condition.truth(env)
            if truth is not False:
                reachable = hull(reachable, term.quantity(env))
            if truth is True and reachable is not None:
                return reachable
        return hull(reachable, self.otherwise.quantity(env))


@dataclass(frozen=True, eq=False)
class Reading:
    """One way to read an ambiguous passage: `id` names its wording, `amount` its result."""

    id: str
    amount: Term
    citation: Citation


@dataclass(frozen=True, eq=False)
class Readings(Term):
    """A passage that the text does not settle: every reading is possible, the authority decides."""

    readings: tuple[Reading, ...]

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset().union(*(reading.amount.facts for reading in self.readings))

    def parts(self) -> tuple[Term, ...]:
        return tuple(reading.amount for reading in self.readings)

    def quantity(self, env: Env) -> Quantity:
        return reduce(hull, (reading.amount.quantity(env) for reading in self.readings))


@dataclass(frozen=True, eq=False)
class Step(Term):
    """A named step of the calculation that the answer shows, with its article. `id` names its wording."""

    id: str
    amount: Term
    citation: Citation

    @property
    def facts(self) -> frozenset[str]:
        return self.amount.facts

    def parts(self) -> tuple[Term, ...]:
        return (self.amount,)

    def quantity(self, env: Env) -> Quantity:
        return self.amount.quantity(env)
