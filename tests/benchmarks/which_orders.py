"""How many questions "which fit us?" takes: our plan, an order of facts, what nobody can go below."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from random import Random

from handlers.usefulness import most_useful
from rules.engine.assess import assess
from rules.engine.result import Assessment, Status, Verdict
from rules.engine.scheme import Scheme, Strength
from rules.engine.situation import Answer
from tests.benchmarks.applicants import SEARCHED, Applicant, facts
from tests.rules.situations import ON

Asking = Callable[[Sequence[Assessment], Mapping[str, Answer]], str | None]
Order = tuple[str, ...]


@dataclass
class Interviews:
    """Counts questions; the engine is asked once for the same answers to what a scheme asks."""

    known: dict[tuple[str, frozenset[tuple[str, object]]], Assessment] = field(default_factory=dict)

    def assess(self, scheme: Scheme, answers: Mapping[str, Answer]) -> Assessment:
        """One scheme."""
        own = {name: answers[name] for name in scheme.facts_by_id if name in answers}
        asked = (scheme.id, frozenset((name, answer.value) for name, answer in own.items()))
        if asked not in self.known:
            self.known[asked] = assess(scheme, own, ON)
        return self.known[asked]

    def count(self, applicant: Applicant, asking: Asking) -> int:
        """How many questions one applicant is asked until no answer can change anything."""
        answers: dict[str, Answer] = {}
        while True:
            fact = asking([self.assess(scheme, answers) for scheme in SEARCHED], answers)
            if fact is None:
                return len(answers)
            assert fact not in answers, f"asked twice: {fact}"
            answers[fact] = applicant[fact]

    def mean(self, applicants: Sequence[Applicant], asking: Asking) -> float:
        """The mean number of questions."""
        return sum(self.count(applicant, asking) for applicant in applicants) / len(applicants)

    def least(self, applicant: Applicant) -> int:
        """Fewer questions nobody can ask of this applicant, even knowing the answers.

        A fact that still matters when all others are known has to be asked by everybody. A scheme that is
        lost takes at least one fact of a requirement that fails; one fact may lose several.
        """
        needed = {fact for fact in applicant if self._is_needed(fact, applicant)}
        lost = [self._losing(scheme, applicant) for scheme in SEARCHED]
        return len(needed) + _fewest([facts for facts in lost if facts and not facts & needed])

    def _is_needed(self, fact: str, applicant: Applicant) -> bool:
        others = {name: answer for name, answer in applicant.items() if name != fact}
        concerned = (scheme for scheme in SEARCHED if fact in scheme.fact_ids)
        return any(fact in self.assess(scheme, others).missing for scheme in concerned)

    def _losing(self, scheme: Scheme, applicant: Applicant) -> frozenset[str]:
        found = self.assess(scheme, applicant)
        if found.verdict is not Verdict.INELIGIBLE:
            return frozenset()
        failed = (
            result.requirement.facts
            for result in found.requirements
            if result.status is Status.FAILED and result.requirement.strength is Strength.MUST
        )
        return frozenset(chain.from_iterable(failed))


def ours(results: Sequence[Assessment], _: Mapping[str, Answer]) -> str | None:
    """The plan that the bot follows."""
    return most_useful(results)


def by(order: Order) -> Asking:
    """Always the first fact of an order that can still change anything."""

    def asking(results: Sequence[Assessment], answers: Mapping[str, Answer]) -> str | None:
        open_facts = frozenset().union(*(result.missing for result in results)) - answers.keys()
        return next((fact for fact in order if fact in open_facts), None)

    return asking


def widest(results: Sequence[Assessment], answers: Mapping[str, Answer]) -> str | None:
    """Always the fact that still matters to most schemes."""
    open_facts = Counter(fact for result in results for fact in result.missing if fact not in answers)
    return max(open_facts, key=open_facts.__getitem__, default=None)


def searched(interviews: Interviews, applicants: Sequence[Applicant], order: Order, steps: int) -> Order:
    """The best order that moving single facts to other places finds, on these applicants."""
    random = Random("search")
    best, fewest = order, interviews.mean(applicants, by(order))
    for _ in range(steps):
        tried = [*best]
        fact = tried.pop(random.randrange(len(tried)))
        tried.insert(random.randrange(len(tried) + 1), fact)
        asked = interviews.mean(applicants, by(tuple(tried)))
        if asked <= fewest:
            best, fewest = tuple(tried), asked
    return best


def first_order(interviews: Interviews, applicants: Iterable[Applicant]) -> Order:
    """To begin with: the facts by the share of applicants whom they alone would lose a scheme, best first."""
    crowd = [*applicants]
    worth = dict.fromkeys((fact.id for fact in facts()), 0)
    for applicant in crowd:
        for scheme in SEARCHED:
            for fact in scheme.fact_ids & worth.keys():
                alone = interviews.assess(scheme, {fact: applicant[fact]})
                worth[fact] += alone.verdict is Verdict.INELIGIBLE
    return tuple(sorted(worth, key=lambda fact: -worth[fact]))


def _fewest(sets: Sequence[frozenset[str]]) -> int:
    """The fewest facts that have a part in every set: one by one, then two, and so on."""
    if not sets:
        return 0
    reached = {0}
    masks = {
        sum(1 << place for place, one in enumerate(sets) if fact in one) for fact in frozenset().union(*sets)
    }
    for count in range(1, len(sets) + 1):
        reached = {before | mask for before in reached for mask in masks}
        if (1 << len(sets)) - 1 in reached:
            return count
    raise AssertionError("every set has a fact of its own")
