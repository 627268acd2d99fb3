"""What an assessment says: plain values that carry their own explanation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rules.engine.citation import Citation
from rules.engine.facts import Fact, Value
from rules.engine.interval import Quantity
from rules.engine.scheme import Award, Nature, Per, Requirement, Scheme
from rules.engine.tree import Operator


class Verdict(StrEnum):
    """What every completion of the unknown facts agrees on."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    DOUBTFUL = "doubtful"
    UNDETERMINED = "undetermined"


class Status(StrEnum):
    """The status of one requirement over every completion."""

    MET = "met"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Validity(StrEnum):
    """Whether the instrument is in force on the day of the assessment, as far as is recorded."""

    UNVERIFIED = "unverified"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Distance:
    """How far a figure is from a threshold that it misses: `have`, where `operator need` is required."""

    fact: Fact
    have: Value
    need: Value
    operator: Operator


@dataclass(frozen=True, slots=True)
class RequirementResult:
    """One requirement with its status. `presumed` says that it is met by a presumption, not by an answer."""

    requirement: Requirement
    status: Status
    distance: Distance | None = None
    presumed: bool = False


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step of the calculation: `id` names its wording, `inputs` are facts and figures by their ids."""

    id: str
    citation: Citation
    value: Quantity
    inputs: Mapping[str, Quantity]


@dataclass(frozen=True, slots=True)
class ReadingResult:
    """One reading of an ambiguous passage with what it gives."""

    id: str
    citation: Citation
    value: Quantity


@dataclass(frozen=True, slots=True)
class AwardResult:
    """What is paid if every requirement that is still unknown turns out met: the exact range, in yuan.

    `value` is unrounded; `rules.engine.rounding.to_fen` gives what is paid. An end of `None` is
    unbounded, and an open end is the limit that is not itself reached.
    """

    value: Quantity
    award: Award
    nature: Nature
    steps: tuple[StepResult, ...] = ()
    readings: tuple[ReadingResult, ...] = ()

    @property
    def per(self) -> Per:
        """How often it is given."""
        return self.award.per


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a fact that the applicant can act on."""

    fact: Fact
    have: Value
    need: Value
    operator: Operator


@dataclass(frozen=True, slots=True)
class Advice:
    """Changes that, made together, lead to `verdict` and `award`: tried on the engine."""

    changes: tuple[Change, ...]
    verdict: Verdict
    award: AwardResult | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole answer for one scheme on one day.

    `missing` are the facts, in asking order, whose answers could still change the verdict or the award.
    `next` is the one to ask now. `questions_left` is how many remain at most.
    """

    scheme: Scheme
    on: date
    validity: Validity
    verdict: Verdict | None
    requirements: tuple[RequirementResult, ...]
    award: AwardResult | None
    missing: tuple[str, ...]
    next: str | None
    questions_left: int
    findings: Mapping[str, object] = field(default_factory=dict)
    advice: tuple[Advice, ...] = ()
