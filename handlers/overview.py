"""Assessing one scheme or all of them together, and which question to ask next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from handlers.codes import ALL
from handlers.memory import Asked, Memory, asked_of
from handlers.records import NO_RECORDS, Records
from handlers.usefulness import most_useful
from rules.engine.assess import assess
from rules.engine.refusals import Contradiction, Refusal
from rules.engine.result import Assessment
from rules.engine.scheme import Nature, Scheme
from rules.engine.situation import INAPPLICABLE, Answer
from rules.schemes import ASSESSMENTS, FACTS, SCHEMES

Answers = Mapping[str, Answer]
FOR_ANYBODY = frozenset({Nature.ENTITLEMENT, Nature.COMPETITIVE, Nature.SCORED})
"""Schemes that an applicant can look for. Frameworks and money that an authority allots concern only those
who are in them already: "which fit us?" lists them, and asks their many questions of nobody who has not
chosen them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a check asks: the schemes that it asks for, the next question, how many remain at most."""

    assessments: tuple[Assessment, ...]
    next: str | None
    questions_left: int


def schemes_of(target: str) -> tuple[Scheme, ...]:
    """The schemes that a target stands for."""
    return tuple(SCHEMES.values()) if target == ALL else (ASSESSMENTS[target],)


def _asking(target: str) -> Iterable[Scheme]:
    """The schemes whose questions a check asks."""
    schemes = schemes_of(target)
    return [scheme for scheme in schemes if scheme.nature in FOR_ANYBODY] if target == ALL else schemes


def using(fact_id: str, schemes: Iterable[Scheme]) -> list[Scheme]:
    """Those that ask for a fact."""
    return [scheme for scheme in schemes if fact_id in scheme.fact_ids]


def _within(target: str) -> Iterable[Scheme]:
    """What a target can contradict: all schemes together stand for their further assessments as well."""
    return ASSESSMENTS.values() if target == ALL else schemes_of(target)


@dataclass(frozen=True, slots=True)
class Assessor:
    """Assesses for one day with what the operator has recorded, and each situation once.

    Taking an answer, finding the next question and drawing the screen ask for the same assessments. An
    assessment depends on the facts that its scheme uses, so that an answer touches only the schemes that ask
    for it. What has a figure or a date of a person in it is remembered for one turn; the rest, which holds of
    many, for as long as `memory` has room.
    """

    on: date
    records: Records = NO_RECORDS
    memory: Memory = field(default_factory=Memory)
    _turn: dict[Asked, Assessment] = field(default_factory=dict)

    def assess(self, scheme: Scheme, answers: Answers) -> Assessment:
        """One scheme. Raises the engine's `Refusal` where the answers cannot be true together."""
        asked = asked_of(scheme, answers, self.on)
        found = self._turn.get(asked) or self.memory.find(asked)
        if found is None:
            found = assess(scheme, answers, self.on, self.records.recorded)
            self.memory.keep(asked, found)
        self._turn[asked] = found
        return found

    def overview(self, target: str, answers: Answers) -> tuple[Assessment, ...]:
        """Every scheme of a target. Raises the engine's `Refusal` where answers cannot be true together."""
        return tuple(self.assess(scheme, answers) for scheme in schemes_of(target))

    def plan(self, target: str, answers: Answers) -> Plan:
        """What a target asks next, and the schemes for which. Raises the engine's `Refusal` as above."""
        asking = tuple(self.assess(scheme, answers) for scheme in _asking(target))
        if len(asking) == 1:
            return Plan(asking, asking[0].next, asking[0].questions_left)
        facts = frozenset().union(*(result.missing for result in asking)) - answers.keys()
        most = min(len(facts), sum(result.questions_left for result in asking))
        return Plan(asking, most_useful(asking), most)

    def accepts_inapplicable(self, target: str, answers: Answers, fact_id: str) -> bool:
        """Whether "does not apply to us" can be said of a fact, to every scheme that asks for it.

        It can where n/a is a value of its own, and where the fact can change nothing.
        """
        others = {fact: answer for fact, answer in answers.items() if fact != fact_id}
        asking = using(fact_id, schemes_of(target)) or using(fact_id, ASSESSMENTS.values())
        try:
            if FACTS[fact_id].inapplicable:
                for scheme in asking:
                    self.assess(scheme, {**others, fact_id: INAPPLICABLE})
                return bool(asking)
            return bool(asking) and all(fact_id not in self.assess(one, others).missing for one in asking)
        except Refusal:
            return False

    def contradiction(self, targets: Iterable[str], answers: Answers) -> Contradiction | None:
        """Answers that cannot be true together, in the view of the first target that finds any."""
        for scheme in (scheme for target in targets for scheme in _within(target)):
            try:
                self.assess(scheme, answers)
            except Contradiction as found:
                return found
            except Refusal:
                continue
        return None
