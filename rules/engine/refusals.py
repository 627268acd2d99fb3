"""Why a situation cannot be assessed. An exception's docstring is its meaning; handlers find the words."""

from rules.engine.facts import Fact


class Refusal(Exception):
    """The input was understood and cannot be taken."""


class BadValue(Refusal):
    """A value that the fact cannot have: `problem` is type, choice, whole, minimum or maximum."""

    def __init__(self, fact: Fact, given: object, problem: str) -> None:
        super().__init__(f"{fact.id}: {problem}")
        self.fact, self.given, self.problem = fact, given, problem


class Contradiction(Refusal):
    """Facts that cannot be true together; both are named, neither is preferred."""

    def __init__(self, constraint: str, facts: tuple[str, ...]) -> None:
        super().__init__(f"{constraint}: {', '.join(facts)}")
        self.constraint, self.facts = constraint, facts


class InapplicableRefused(Refusal):
    """An answer of n/a for a fact that can still change the verdict or the award."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(f"{fact.id}: applies here")
        self.fact = fact
