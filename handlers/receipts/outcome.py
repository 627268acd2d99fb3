"""What an answer said, short enough for a receipt to carry, so that a later answer can be held against it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from handlers.contract import assessment_document
from handlers.wording.catalogue import SOURCE, wording_for
from rules.engine.interval import Interval, Quantity, as_interval
from rules.engine.result import Assessment, Status
from rules.engine.rounding import to_fen

_WORDED = frozenset({"text", "effect"})
DIGEST_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """Verdict, award in yuan (an end that is not reached is open), ids of the failed criteria.

    `digest` stands for everything else that the answer says, its wording aside.
    """

    verdict: str | None
    award: Interval | None
    failed: tuple[str, ...]
    digest: str


def outcome_of(assessment: Assessment) -> Outcome:
    """What an assessment said."""
    award = _to_fen(assessment.award.value) if assessment.award else None
    verdict = assessment.verdict.value if assessment.verdict else None
    failed = tuple(
        result.requirement.id for result in assessment.requirements if result.status is Status.FAILED
    )
    return Outcome(verdict, award, failed, _digest(assessment))


def _to_fen(value: Quantity) -> Interval:
    span = as_interval(value)
    low = None if span.low is None else to_fen(span.low)
    high = None if span.high is None else to_fen(span.high)
    return Interval(low, high, span.low_open, span.high_open)


def _digest(assessment: Assessment) -> str:
    said = _unworded(assessment_document(assessment, wording_for(SOURCE)))
    text = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def _unworded(value: Any) -> Any:
    """A document without its texts: to word something better is not to answer otherwise."""
    if isinstance(value, Mapping):
        return {name: _unworded(part) for name, part in value.items() if name not in _WORDED}
    return [_unworded(part) for part in value] if isinstance(value, list) else value
