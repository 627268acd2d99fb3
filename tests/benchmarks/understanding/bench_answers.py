"""Answers to the examples of what people write: the share that is right by kind, and the time of a question.

Run it with `python -m tests.benchmarks.understanding.bench_answers [FILE]`; `make bench` runs it as well.
"""

import sys
from pathlib import Path
from time import perf_counter

from bot.search import ClauseIndex
from handlers.ask import understand
from handlers.ask.document import ask_document
from handlers.wording.catalogue import wording_for
from tests.handlers.ask.scoring import EXAMPLES, ON, examples, scored


def main(path: Path = EXAMPLES) -> None:
    """Print shares with what was missed, the median and 95th percentile of times, and that of the index."""
    began = perf_counter()
    search = ClauseIndex.of_the_ledgers()
    built = perf_counter() - began
    cases = examples(path)
    score = scored(cases, search)
    for kind in score.right:
        print(f"{kind:15} {score.share(kind):.3f} of {score.count(kind)}  {' '.join(score.wrong[kind])}")
    times = sorted(_time(case["q"], search) for case in cases)
    middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"a question: median {middle * 1e3:.1f} ms, p95 {late * 1e3:.1f} ms; index {built * 1e3:.0f} ms")


def _time(text: str, search: ClauseIndex) -> float:
    began = perf_counter()
    ask_document(understand(text, ON, search), wording_for("zh_CN"))
    return perf_counter() - began


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
