"""The engine as interviewer: it asks until nothing further can change the verdict, or anything at all."""

from dataclasses import dataclass

from tests.rules.best_order import BestOrder, Law, replaced
from tests.rules.oracle import Day, Rule
from tests.rules.populations import Applicant, Population
from tests.rules.situations import ON, engine


class Interviewer:
    """Counts questions. The engine is asked once for each set of answers that mean the same."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.places = {
            fact: (index, place)
            for index, group in enumerate(law.groups)
            for place, fact in enumerate(group.facts)
        }
        self.next: dict[frozenset[tuple[str, object]], str | None] = {}

    def count(self, applicant: Applicant) -> int:
        """How many questions one applicant is asked."""
        state, facts = self.law.start, dict[str, object]()
        meanings: frozenset[tuple[str, object]] = frozenset()
        while not self.law.is_settled(state):
            if meanings not in self.next:
                self.next[meanings] = engine(self.law.rule, facts, self.law.day).next
            fact = self.next[meanings]
            assert fact is not None, f"the engine stops asking at {facts}"
            assert fact not in facts, f"the engine repeats itself at {facts}"
            facts[fact] = applicant[fact]
            meaning: object = "answered"
            if fact in self.places:
                question = self.places[fact]
                meaning = self.law.meaning(*question, applicant[fact])
                state = replaced(state, question, meaning)
            meanings |= {(fact, meaning)}
        return len(facts)


@dataclass(frozen=True)
class Comparison:
    """Mean questions to an applicant: the engine's, the best order's for the population, and in hindsight.

    The best order knows how the population is distributed; in hindsight it would know these very applicants.
    """

    engine: float
    best: float
    hindsight: float

    @property
    def ratio(self) -> float:
        """How many times the best possible the engine asks."""
        return self.engine / self.best


def compare(rule: Rule, population: Population, *, amount: bool, size: int, seed: int) -> Comparison:
    """Until the verdict is settled, or (amount) until nothing at all is missing."""
    law = Law(rule, Day(ON), amount=amount)
    applicants = population.sample(rule, size, seed)
    interviewer = Interviewer(law)
    asked = sum(interviewer.count(applicant) for applicant in applicants)
    best = BestOrder(law, population.sample(rule, 5 * size, seed + 1_000_000))
    hindsight = BestOrder(law, applicants).fewest()
    return Comparison(asked / size, best.asked(applicants) / size, hindsight / size)
