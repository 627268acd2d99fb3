"""Questions asked until the verdict, and until nothing is missing, against the best possible order.

No clock: the same numbers on every machine. `hindsight` is the best order that knows these very applicants,
which no interviewer can; the ratio is taken to the best order that knows how the population is distributed.
"""

from tests.rules.asking import compare
from tests.rules.oracle import RULES
from tests.rules.populations import POPULATIONS

APPLICANTS = 1000
LIMIT = 1.15


def main() -> None:
    """Print the means and the ratios."""
    print(f"mean questions, {APPLICANTS} applicants (at most {LIMIT} times the best possible order)")
    print(f"  {'':60} engine    best  hindsight  ratio")
    for rule in RULES.values():
        for population in POPULATIONS:
            for amount, end in ((False, "until the verdict"), (True, "until nothing is missing")):
                found = compare(rule, population, amount=amount, size=APPLICANTS, seed=1)
                case = f"{rule.id}, {population.name}, {end}"
                print(
                    f"  {case:60} {found.engine:6.2f}  {found.best:6.2f}     {found.hindsight:6.2f}"
                    f"  {found.ratio:5.3f}"
                )


if __name__ == "__main__":
    main()
