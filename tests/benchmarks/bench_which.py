"""Questions of "which fit us?" until no answer can change anything, against the best order found by search.

No clock: the same numbers on every machine. The best order is searched over the orders of the facts, of which
always the first is asked that can still change anything: from the facts that lose most schemes alone, single
facts are moved, on other applicants of the same population. Beside it stands the plan that always asks what
matters to most schemes. `best` is the better of the two: the best that was found, nothing proves that there
is no better. `least` is proven: nobody can go below it for these very applicants, knowing all their answers.
"""

from dataclasses import dataclass

from tests.benchmarks.applicants import drawn
from tests.benchmarks.which_orders import Interviews, by, first_order, ours, searched, widest

POPULATIONS = ("uniform", "realistic")
APPLICANTS, PUPILS, STEPS = 1000, 150, 200
LIMIT = 1.25


@dataclass(frozen=True)
class Comparison:
    """Mean questions to an applicant."""

    plan: float
    best: float
    least: float

    @property
    def ratio(self) -> float:
        """How many times the best order found the plan asks."""
        return self.plan / self.best


def compare(population: str, size: int, pupils: int, steps: int, seed: int = 1) -> Comparison:
    """Our plan and the best order found, on applicants that neither has seen."""
    interviews = Interviews()
    learning = drawn(population, pupils, seed + 1_000_000)
    order = searched(interviews, learning, first_order(interviews, learning), steps)
    applicants = drawn(population, size, seed)
    return Comparison(
        interviews.mean(applicants, ours),
        min(interviews.mean(applicants, asking) for asking in (by(order), widest)),
        sum(interviews.least(applicant) for applicant in applicants) / size,
    )


def main() -> None:
    """Print the means and the ratios."""
    print(
        f"which fit us?: mean questions, {APPLICANTS} applicants (at most {LIMIT} times the best order found)"
    )
    print(f"  {'':12} plan    best  ratio   least (proven)")
    for population in POPULATIONS:
        found = compare(population, APPLICANTS, PUPILS, STEPS)
        figures = f"{found.plan:5.2f}  {found.best:5.2f}  {found.ratio:5.3f}   {found.least:5.2f}"
        print(f"  {population:12} {figures}")


if __name__ == "__main__":
    main()
