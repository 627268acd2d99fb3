"""One full assessment with trace against zen-engine evaluating the same rule with trace, in one run.

Only the ratio travels between machines. The two take turns within each round, and the median of the rounds'
ratios is printed: by the clock on the wall, and by the processor time of this process (zen-engine hands work
to threads of its own, which a busy machine delays). Facts are prepared beforehand for both. Ours include
advice where a threshold is missed, which zen-engine does not give; `lean` asks of zen-engine less than we
give: verdict, award and a yes or no for each condition, without citations and without steps.
"""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from statistics import median

from rules.engine.assess import assess
from rules.engine.result import Assessment, Status
from rules.engine.situation import Answer
from rules.schemes import SCHEMES
from tests.benchmarks.zen_decisions import context, decision
from tests.rules.oracle import RULES, Rule
from tests.rules.populations import POPULATIONS
from tests.rules.situations import ON, award_of, good, situation

ROUNDS = 21
Clock = Callable[[], float]
Facts = Mapping[str, object]


@dataclass(frozen=True)
class Contest:
    """The same cases for both."""

    name: str
    rule: Rule
    cases: list[Facts]


def contests() -> list[Contest]:
    """For each scheme: one applicant that meets everything, and a crowd most of whom fail something."""
    found = []
    for rule in RULES.values():
        found.append(Contest("meets everything", rule, [good(rule)] * 40))
        crowd = POPULATIONS[1].sample(rule, 60, seed=7)
        found.append(Contest("realistic crowd", rule, [case for case in crowd if not _is_open(case)]))
    return found


def _is_open(case: Facts) -> bool:
    """An acceptance inside 2023 is unknown law, which a decision cannot express."""
    accepted = case.get("acceptance_date")
    return isinstance(accepted, date) and accepted.year == 2023


def agree(contest: Contest) -> None:
    """Both must say the same of every case, or they are not the same rule."""
    for lean in (False, True):
        theirs = decision(contest.rule.id, lean=lean)
        for case in contest.cases:
            ours = assess(SCHEMES[contest.rule.id], situation(case), ON)
            _compare(ours, theirs.evaluate(context(case), {"trace": True})["result"], lean=lean)


def _compare(ours: Assessment, result: Mapping[str, object], *, lean: bool) -> None:
    assert ours.verdict is not None
    assert result["verdict"] == ours.verdict.value
    requirements = result["requirements"]
    assert isinstance(requirements, dict)
    met = {name: found if lean else found["status"] == "met" for name, found in requirements.items()}
    assert met == {found.requirement.id: found.status is Status.MET for found in ours.requirements}
    value, award = award_of(ours), result.get("award")
    assert (value is None) == (award is None)
    if value is not None:
        assert abs(float(str(value)) - float(str(award))) < 0.001


def our_turn(contest: Contest) -> Callable[[], None]:
    """Assess every case once."""
    scheme = SCHEMES[contest.rule.id]
    situations: list[dict[str, Answer]] = [situation(case) for case in contest.cases]

    def turn() -> None:
        for answers in situations:
            assess(scheme, answers, ON)

    return turn


def their_turn(contest: Contest, *, lean: bool) -> Callable[[], None]:
    """Evaluate every case once, with trace."""
    theirs = decision(contest.rule.id, lean=lean)
    contexts = [context(case) for case in contest.cases]

    def turn() -> None:
        for facts in contexts:
            theirs.evaluate(facts, {"trace": True})

    return turn


def measure(
    contest: Contest, clock: Clock, *, lean: bool = False, rounds: int = ROUNDS
) -> tuple[float, float, float]:
    """Median microseconds of a case, ours and theirs, and the median of the rounds' ratios."""
    turns = (our_turn(contest), their_turn(contest, lean=lean))
    for turn in turns:
        turn()
    times: list[tuple[float, float]] = []
    gc.disable()
    try:
        for number in range(rounds):
            spent = [0.0, 0.0]
            for which in (0, 1) if number % 2 else (1, 0):
                start = clock()
                turns[which]()
                spent[which] = (clock() - start) / len(contest.cases) * 1e6
            times.append((spent[0], spent[1]))
            gc.collect()
    finally:
        gc.enable()
    ours, theirs = (median(column) for column in zip(*times, strict=True))
    return ours, theirs, median(a / b for a, b in times)


def partial(rule: Rule, clock: Clock) -> float:
    """Median microseconds of an assessment of which nothing is known yet: the dearest one."""
    times = []
    for _ in range(ROUNDS):
        start = clock()
        assess(SCHEMES[rule.id], {}, ON)
        times.append((clock() - start) * 1e6)
    return median(times)


def main() -> None:
    """Print the ratios; nothing is judged by the clock."""
    clocks: dict[str, Clock] = {"wall": time.perf_counter, "processor": time.process_time}
    print("complete facts, with trace: Shenbao / zen-engine (below 1.0: Shenbao is faster)")
    for contest in contests():
        agree(contest)
        for (name, clock), lean in product(clocks.items(), (False, True)):
            ours, theirs, ratio = measure(contest, clock, lean=lean)
            case = f"{contest.rule.id}, {contest.name}, {'lean, ' if lean else ''}{name} time"
            print(f"  {case:66} {ratio:5.2f}   ({ours:.0f} / {theirs:.0f} µs)")
    print("nothing known yet: one assessment, as a multiple of one with complete facts")
    for contest in contests():
        if contest.name == "meets everything":
            ours = measure(contest, time.process_time, rounds=5)[0]
            first = partial(contest.rule, time.process_time)
            print(f"  {contest.rule.id:66} {first / ours:5.1f}   ({first:.0f} µs)")


if __name__ == "__main__":
    main()
