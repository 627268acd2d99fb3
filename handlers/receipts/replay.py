"""The answer that a receipt stands for, given again under the rules of today."""

from dataclasses import dataclass

from handlers.receipts.ground import Kept
from handlers.receipts.outcome import Outcome, outcome_of
from handlers.receipts.parts import changed_parts
from rules.engine.assess import assess
from rules.engine.receipt import rules_digest
from rules.engine.refusals import Refusal
from rules.engine.result import Assessment
from rules.engine.scheme import Scheme
from rules.engine.situation import Situation
from rules.schemes import ASSESSMENTS


@dataclass(frozen=True, slots=True)
class Replayed:
    """One answer, then and now. `now` is absent where today's rules refuse the facts: `refused` says why.

    `dropped` are facts of then that the scheme reads no longer.
    """

    kept: Kept
    scheme: Scheme
    situation: Situation
    now: Assessment | None
    refused: Refusal | None = None

    @property
    def same_rules(self) -> bool:
        """Whether the scheme says word for word what it said then."""
        return rules_digest(self.scheme) == self.kept.receipt.rules

    @property
    def outcome(self) -> Outcome | None:
        """What the rules of today say."""
        return outcome_of(self.now) if self.now else None

    @property
    def same_answer(self) -> bool:
        """Whether today's answer is the one of then, in everything but its wording."""
        return self.outcome == self.kept.outcome

    @property
    def changed(self) -> tuple[str, ...]:
        """The parts of the rules that are new or other than then."""
        return changed_parts(self.kept.prints, self.scheme)[0]

    @property
    def gone(self) -> int:
        """How many parts of then are no longer there as they were."""
        return changed_parts(self.kept.prints, self.scheme)[1]

    @property
    def dropped(self) -> tuple[str, ...]:
        """Facts that counted then and that the scheme no longer reads."""
        read = {fact.id for fact in self.scheme.all_facts}
        return tuple(name for name in self.situation if name not in read)


def replay(kept: Kept) -> Replayed:
    """The same ground under today's rules. Raises `KeyError` for a scheme that there is no longer."""
    receipt = kept.receipt
    scheme, situation = ASSESSMENTS[receipt.scheme], dict(receipt.facts)
    try:
        return Replayed(kept, scheme, situation, assess(scheme, situation, receipt.on, receipt.recorded))
    except Refusal as refused:
        return Replayed(kept, scheme, situation, None, refused)
