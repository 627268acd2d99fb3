"""The tree: terms (numbers, days) and conditions (true, false, unknown), built by writing them down.

`compute_spend > THRESHOLD` makes a node, it does not compare. Python's `and`, `or`, `not` and chained
comparison would silently drop nodes and are refused; the tree uses `&`, `|`, `~`. An environment maps
fact ids to what is known: a value, an `Interval` of values still possible, or nothing where the fact is
unknown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from rules.engine.interval import Quantity, is_above, is_equal
from rules.engine.truth import Truth, all_of, any_of, negate

Env = Mapping[str, object]
Operator = Literal[">=", ">", "<=", "<", "=="]


class Condition:
    """A node with a truth in every environment. (Not an ABC, whose `isinstance` is slow.)"""

    def truth(self, env: Env) -> Truth:
        """Yes, no, or unknown as far as this environment tells."""
        raise NotImplementedError

    @property
    def facts(self) -> frozenset[str]:
        """The ids of all facts on which the truth can depend."""
        raise NotImplementedError

    def children(self) -> "tuple[Condition, ...]":
        """The conditions right below this one."""
        return ()

    def walk(self) -> "Iterator[Condition]":
        """This node and all below it."""
        yield self
        for child in self.children():
            yield from child.walk()

    def __and__(self, other: "Condition") -> "Condition":
        return AllOf((self, other))

    def __or__(self, other: "Condition") -> "Condition":
        return AnyOf((self, other))

    def __invert__(self) -> "Condition":
        return Negation(self)

    def __bool__(self) -> bool:
        raise TypeError("a condition is a tree, not a truth: use & | ~ and one comparison at a time")


class Term:
    """A node with a quantity (a number, or a day as an ordinal) in every environment."""

    def quantity(self, env: Env) -> Quantity:
        """The number where it is certain, else the range that holds it."""
        raise NotImplementedError

    @property
    def facts(self) -> frozenset[str]:
        """The ids of all facts on which the quantity can depend."""
        raise NotImplementedError

    def parts(self) -> "tuple[Term, ...]":
        """The terms right below this one."""
        return ()

    def walk(self) -> "Iterator[Term]":
        """This node and all below it."""
        yield self
        for part in self.parts():
            yield from part.walk()

    def __ge__(self, other: "Term | Decimal | int | date") -> Condition:
        return Comparison(self, ">=", as_term(other))

    def __gt__(self, other: "Term | Decimal | int | date") -> Condition:
        return Comparison(self, ">", as_term(other))

    def __le__(self, other: "Term | Decimal | int | date") -> Condition:
        return Comparison(self, "<=", as_term(other))

    def __lt__(self, other: "Term | Decimal | int | date") -> Condition:
        return Comparison(self, "<", as_term(other))

    def equals(self, other: "Term | Decimal | int | date") -> Condition:
        """Whether the two are the same quantity."""
        return Comparison(self, "==", as_term(other))


@dataclass(frozen=True, eq=False)
class Constant(Term):
    """A number that is no figure of the law, such as the 100 of a percentage."""

    value: Decimal | int

    @property
    def facts(self) -> frozenset[str]:
        return frozenset()

    def quantity(self, env: Env) -> Quantity:
        return self.value


def as_term(value: Term | Decimal | int | date) -> Term:
    """A number or a day as a term."""
    if isinstance(value, Term):
        return value
    return Constant(value.toordinal() if isinstance(value, date) else value)


@dataclass(frozen=True, eq=False)
class Comparison(Condition):
    """left `operator` right. Whether the figure itself counts is the operator's business."""

    left: Term
    operator: Operator
    right: Term

    @cached_property
    def facts(self) -> frozenset[str]:
        return self.left.facts | self.right.facts

    def truth(self, env: Env) -> Truth:
        left, right = self.left.quantity(env), self.right.quantity(env)
        if self.operator == ">=":
            return is_above(left, right, inclusive=True)
        if self.operator == ">":
            return is_above(left, right, inclusive=False)
        if self.operator == "<=":
            return is_above(right, left, inclusive=True)
        if self.operator == "<":
            return is_above(right, left, inclusive=False)
        return is_equal(left, right)


@dataclass(frozen=True, eq=False)
class AllOf(Condition):
    """Every one of the parts."""

    operands: tuple[Condition, ...]

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset().union(*(part.facts for part in self.operands))

    def children(self) -> tuple[Condition, ...]:
        return self.operands

    def truth(self, env: Env) -> Truth:
        return all_of(part.truth(env) for part in self.operands)


@dataclass(frozen=True, eq=False)
class AnyOf(Condition):
    """At least one of the parts."""

    operands: tuple[Condition, ...]

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset().union(*(part.facts for part in self.operands))

    def children(self) -> tuple[Condition, ...]:
        return self.operands

    def truth(self, env: Env) -> Truth:
        return any_of(part.truth(env) for part in self.operands)


@dataclass(frozen=True, eq=False)
class Negation(Condition):
    """The opposite; unknown stays unknown."""

    operand: Condition

    @cached_property
    def facts(self) -> frozenset[str]:
        return self.operand.facts

    def children(self) -> tuple[Condition, ...]:
        return (self.operand,)

    def truth(self, env: Env) -> Truth:
        return negate(self.operand.truth(env))
