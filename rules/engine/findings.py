"""Findings: what an assessment establishes beside the verdict, over every completion of the unknown facts."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.engine.citation import Citation
from rules.engine.figures import Figure
from rules.engine.interval import Interval, Quantity, as_interval, hull
from rules.engine.rounding import to_fen
from rules.engine.tree import Condition, Env, Term
from rules.engine.truth import Truth

Truths = tuple[Truth, ...]
Result = object
"""Text, truth, number, range or list: what `handlers` turn into words and documents."""


class Finding(ABC):
    """One thing to find out. `id` names it in the result."""

    id: str
    decides = True
    """Whether a fact that can change it is worth asking for."""
    splits = True
    """Whether what is unknown has to be split; not where conditions share no fact with one another."""

    @abstractmethod
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions whose truths decide it."""

    def terms(self) -> tuple[Term, ...]:
        """The quantities that enter it."""
        return ()

    @abstractmethod
    def conclude(self, seen: Sequence[Truths], quantities: Sequence[Quantity]) -> Result:
        """The result, from the truths in every completion and the range of each quantity over them."""

    def open_facts(self, env: Env) -> frozenset[str] | None:
        """The facts that can still change it, where its form tells; `None` where they have to be tried."""
        return None

    @property
    def facts(self) -> frozenset[str]:
        """The ids of all facts on which it can depend."""
        named = [condition.facts for condition in self.conditions()]
        return frozenset().union(*named, *(term.facts for term in self.terms()))

    def truths(self, env: Env) -> Truths:
        """The truths of its conditions as far as this environment tells."""
        return tuple(condition.truth(env) for condition in self.conditions())


def _certain(seen: Sequence[Truths], index: int) -> bool:
    return all(truths[index] is True for truths in seen)


@dataclass(frozen=True, eq=False)
class Span(Finding):
    """A quantity as an exact range."""

    id: str
    term: Term

    def conditions(self) -> tuple[Condition, ...]:
        return ()

    def terms(self) -> tuple[Term, ...]:
        return (self.term,)

    def conclude(self, seen: Sequence[Truths], quantities: Sequence[Quantity]) -> Result:
        return as_interval(quantities[0])


@dataclass(frozen=True, eq=False)
class Spans(Finding):
    """Several quantities by their names, each as an exact range."""

    id: str
    named: tuple[tuple[str, Term], ...]

    def conditions(self) -> tuple[Condition, ...]:
        return ()

    def terms(self) -> tuple[Term, ...]:
        return tuple(term for _, term in self.named)

    def conclude(self, seen: Sequence[Truths], quantities: Sequence[Quantity]) -> Result:
        names = (name for name, _ in self.named)
        return {name: as_interval(value) for name, value in zip(names, quantities, strict=True)}


@dataclass(frozen=True, eq=False)
class Floor(Finding):
    """The largest share that is certainly the least to be paid; zero where none certainly applies.

    With a `base`, the least amount: null where the base is not known.
    """

    id: str
    floors: tuple[tuple[Condition, Figure], ...]
    base: Term | None = None

    def conditions(self) -> tuple[Condition, ...]:
        return tuple(condition for condition, _ in self.floors)

    def terms(self) -> tuple[Term, ...]:
        shares: tuple[Term, ...] = tuple(share for _, share in self.floors)
        return shares if self.base is None else (*shares, self.base)

    def open_facts(self, env: Env) -> frozenset[str]:
        """The facts of every floor that could still rise above the certain one, and their base."""
        shares = [as_interval(share.quantity(env)).low or 0 for _, share in self.floors]
        truths = self.truths(env)
        certain = max((share for share, truth in zip(shares, truths, strict=True) if truth), default=0)
        found: set[str] = set()
        for (condition, _), share, truth in zip(self.floors, shares, truths, strict=True):
            if truth is None and share > certain:
                found |= condition.facts
        if self.base is not None and (found or certain):
            found |= self.base.facts
        return frozenset(found - env.keys())

    def conclude(self, seen: Sequence[Truths], quantities: Sequence[Quantity]) -> Result:
        sure = [quantities[index] for index in range(len(self.floors)) if _certain(seen, index)]
        share = max((Decimal(value) for value in sure if not isinstance(value, Interval)), default=Decimal(0))
        if self.base is None:
            return share
        base = quantities[-1]
        if share == 0:
            return to_fen(share)
        return None if isinstance(base, Interval) else to_fen(share * base)


@dataclass(frozen=True, eq=False)
class Clause:
    """One clause of a description: `id` names its wording."""

    id: str
    condition: Condition


@dataclass(frozen=True, eq=False)
class Option:
    """One of several outcomes, each described by alternatives of clauses that hold together."""

    id: str
    alternatives: tuple[tuple[Clause, ...], ...]
    citation: Citation


@dataclass(frozen=True, eq=False)
class Options(Finding):
    """The set of outcomes that some completion allows; an empty set says that the text leaves it open.

    The clauses of one description speak of different facts, so that each can hold or fail by itself.
    """

    id: str
    options: tuple[Option, ...]
    splits = False

    def conditions(self) -> tuple[Condition, ...]:
        return tuple(_described(option) for option in self.options)

    def open_facts(self, env: Env) -> frozenset[str]:
        """The facts of every open clause that can still tip an open outcome; its clauses are independent."""
        found: set[str] = set()
        for option, described in zip(self.options, self.conditions(), strict=True):
            if described.truth(env) is None:
                for part in option.alternatives:
                    truths = [clause.condition.truth(env) for clause in part]
                    if False not in truths:
                        pairs = zip(part, truths, strict=True)
                        found.update(*(clause.condition.facts for clause, truth in pairs if truth is None))
        return frozenset(found - env.keys())

    def conclude(self, seen: Sequence[Truths], quantities: Sequence[Quantity]) -> Result:
        names = [option.id for option in self.options]
        return [
            name for index, name in enumerate(names) if any(truths[index] is not False for truths in seen)
        ]


@dataclass(frozen=True, eq=False)
class Clauses(Finding):
    """Which clauses of which outcome hold, fail or are open: an explanation, not an outcome of its own."""

    id: str
    options: tuple[Option, ...]

    decides = False
    splits = False

    def _listed(self) -> list[tuple[Option, Clause]]:
        return [
            (option, clause) for option in self.options for part in option.alternatives for clause in part
        ]

    def conditions(self) -> tuple[Condition, ...]:
        return tuple(clause.condition for _, clause in self._listed())

    def conclude(self, seen: Sequence[Truths], quantities: Sequence[Quantity]) -> Result:
        return [
            {
                "grade": option.id,
                "clause": clause.id,
                "holds": _agreed(truths[index] for truths in seen),
                "citation": option.citation.as_dict(),
            }
            for index, (option, clause) in enumerate(self._listed())
        ]


@dataclass(frozen=True, eq=False)
class Outcome:
    """One possible outcome of a decision, with the condition under which it is the one."""

    value: str | bool
    condition: Condition
    citation: Citation


@dataclass(frozen=True, eq=False)
class Decision(Finding):
    """The one outcome on which every completion agrees; null where they differ."""

    id: str
    outcomes: tuple[Outcome, ...]

    def conditions(self) -> tuple[Condition, ...]:
        return tuple(outcome.condition for outcome in self.outcomes)

    def conclude(self, seen: Sequence[Truths], quantities: Sequence[Quantity]) -> Result:
        agreed = [outcome.value for index, outcome in enumerate(self.outcomes) if _certain(seen, index)]
        return agreed[0] if agreed else None


def _described(option: Option) -> Condition:
    """The description as one condition: any alternative, all of whose clauses hold."""
    whole: Condition | None = None
    for part in option.alternatives:
        joined: Condition | None = None
        for clause in part:
            joined = clause.condition if joined is None else joined & clause.condition
        if joined is not None:
            whole = joined if whole is None else whole | joined
    if whole is None:
        raise ValueError(f"the outcome {option.id} has no clause")
    return whole


def _agreed(truths: Iterable[Truth]) -> Truth:
    """What all completions say of one clause; unknown where they differ."""
    seen = set(truths)
    return seen.pop() if len(seen) == 1 else None


def widest(quantities: Sequence[Quantity]) -> Quantity:
    """The range of one quantity over all completions."""
    total = quantities[0]
    for quantity in quantities[1:]:
        total = hull(total, quantity)
    return total
