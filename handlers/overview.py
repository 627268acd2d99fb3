"""Assessing one scheme or all of them together, and which question to ask next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from handlers.codes import ALL
from handlers.records import NO_RECORDS, Records
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

_Asked = tuple[str, frozenset[tuple[str, Answer]]]


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known of a target: one assessment a scheme, the next question, how many remain at most."""

    assessments: tuple[Assessment, ...]
    next: str | None
    questions_left: int


def schemes_of(target: str) -> tuple[Scheme, ...]:
    """The schemes that a target stands for."""
    return tuple(SCHEMES.values()) if target == ALL else (ASSESSMENTS[target],)


def using(fact_id: str, schemes: Iterable[Scheme]) -> list[Scheme]:
    """Those that ask for a fact."""
    return [scheme for scheme in schemes if fact_id in scheme.fact_ids]


def _within(target: str) -> Iterable[Scheme]:
    """What a target can contradict: all schemes together stand for their further assessments as well."""
    return ASSESSMENTS.values() if target == ALL else schemes_of(target)


@dataclass(frozen=True, slots=True)
class Assessor:
    """Assesses for one day with what the operator has recorded, and each situation once.

    Taking an answer, finding the next question and drawing the screen ask for the same assessments. What is
    remembered lives as long as one turn, so that nothing of a person outlasts it in memory.
    """

    on: date
    records: Records = NO_RECORDS
    _known: dict[_Asked, Assessment] = field(default_factory=dict)

    def assess(self, scheme: Scheme, answers: Answers) -> Assessment:
        """One scheme. Raises the engine's `Refusal` where the answers cannot be true together."""
        asked = (scheme.id, frozenset(answers.items()))
        found = self._known.get(asked)
        if found is None:
            found = self._known[asked] = assess(scheme, answers, self.on, self.records.recorded)
        return found

    def overview(self, target: str, answers: Answers) -> Overview:
        """A target. Raises the engine's `Refusal` where the answers cannot be true together."""
        results = tuple(self.assess(scheme, answers) for scheme in schemes_of(target))
        if len(results) == 1:
            return Overview(results, results[0].next, results[0].questions_left)
        asking = [result for result in results if result.scheme.nature in FOR_ANYBODY]
        facts = frozenset().union(*(result.missing for result in asking)) - answers.keys()
        most = min(len(facts), sum(result.questions_left for result in asking))
        return Overview(results, _most_useful(asking), most)

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


def _most_useful(results: Sequence[Assessment]) -> str | None:
    """Among the questions that single schemes would ask now, the one that still matters to most of them.

    Where two matter to as many, the scheme that stands first decides; what it asks is its own best question.
    """
    asked = [result.next for result in results if result.next is not None]
    return max(asked, key=lambda fact: sum(fact in result.missing for result in results), default=None)
