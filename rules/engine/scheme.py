"""A scheme: one instrument's conditions, award and procedure, as its folder writes them down."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from rules.engine.citation import Citation
from rules.engine.facts import Fact, Flag
from rules.engine.findings import Finding
from rules.engine.tree import Condition, Term


class Strength(StrEnum):
    """What failing a requirement means: it decides, or (原则上) the authority may still let it pass."""

    MUST = "must"
    IN_PRINCIPLE = "in_principle"


class Nature(StrEnum):
    """How money is given: to all who qualify, by ranking, by score, at discretion, or not at all."""

    ENTITLEMENT = "entitlement"
    COMPETITIVE = "competitive"
    SCORED = "scored"
    ALLOCATED = "allocated"
    FRAMEWORK = "framework"


class Per(StrEnum):
    """How often an award is given."""

    ONCE = "once"
    YEAR = "year"
    PROJECT = "project"


@dataclass(frozen=True, eq=False)
class Requirement:
    """One criterion of the law. `id` names its wording; `further` are other places that say the same.

    `applies` makes it conditional: where that is no, the requirement is not applicable.
    """

    id: str
    condition: Condition
    citation: Citation
    strength: Strength = Strength.MUST
    further: tuple[Citation, ...] = ()
    applies: Condition | None = None

    @cached_property
    def facts(self) -> frozenset[str]:
        """The ids of all facts on which the status can depend."""
        return self.condition.facts if self.applies is None else self.condition.facts | self.applies.facts

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Its condition, and the one under which it applies where there is one."""
        return (self.condition,) if self.applies is None else (self.condition, self.applies)


@dataclass(frozen=True, slots=True, eq=False)
class Award:
    """How much is paid to whoever meets the conditions, in yuan, rounded half-up to the fen at the end."""

    amount: Term
    per: Per
    citation: Citation


@dataclass(frozen=True, slots=True, eq=False)
class Constraint:
    """What must hold between facts for them to be true together. `id` names its wording.

    `implied` marks what follows unless it is stated otherwise: it bounds what is unknown and refuses
    nothing.
    """

    id: str
    condition: Condition
    implied: bool = False


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One step of the procedure, in the order of the instrument. `id` names its wording; `body` who acts."""

    id: str
    body: str
    citation: Citation


@dataclass(frozen=True, eq=False)
class Scheme:
    """One instrument. `facts` stand in asking order; `policy` names the parent policy that bounds its
    validity.

    `notes` name the wordings of what an answer must always say (what the text leaves open). `further` are
    assessments of their own within the same instrument, with ids below its own. `in_force_from` is `None`
    where the source gives no day; then `not_before` is what it allows at the earliest.
    """

    id: str
    position: int
    nature: Nature
    in_force_from: date | None
    policy: str
    facts: tuple[Fact, ...]
    requirements: tuple[Requirement, ...]
    award: Award | None = None
    constraints: tuple[Constraint, ...] = ()
    findings: tuple[Finding, ...] = ()
    procedure: tuple[ProcedureStep, ...] = ()
    notes: tuple[str, ...] = ()
    further: "tuple[Scheme, ...]" = ()
    not_before: date | None = None

    @cached_property
    def all_facts(self) -> tuple[Fact, ...]:
        """The scheme's facts and those that its constraints name beside them."""
        named = (
            node.fact for rule in self.constraints for node in rule.condition.walk() if isinstance(node, Flag)
        )
        return tuple(dict.fromkeys((*self.facts, *named)))

    @cached_property
    def presumed_facts(self) -> tuple[Fact, ...]:
        """The facts that are presumed where nothing is stated."""
        return tuple(fact for fact in self.facts if fact.presumed is not None)

    @cached_property
    def fact_ids(self) -> frozenset[str]:
        """The ids of the scheme's facts."""
        return frozenset(fact.id for fact in self.facts)

    def fact(self, fact_id: str) -> Fact:
        """One of the scheme's facts. Raises `KeyError` for any other."""
        return self.facts_by_id[fact_id]

    @cached_property
    def facts_by_id(self) -> dict[str, Fact]:
        """The scheme's facts by their ids."""
        return {fact.id: fact for fact in self.facts}
