"""Instrument and article of free-text questions: the routing against jieba with BM25, in the same run.

Both read the same clauses and the same questions, in the same plain form. The other side is what one would
build first: jieba's words, Okapi BM25 over the clauses, the best clause's instrument and the best three
articles. It has no floor, so that it answers every question; "inside" leaves those out that no instrument
answers. Shares are the same on every machine; of the times only the ratio travels.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter

from bot.search import ClauseIndex, clauses
from handlers.understanding.language import guess_language
from handlers.understanding.routing import route
from handlers.understanding.routing.plain import plain_from
from rules.engine.citation import Citation
from tests.handlers.understanding.routing.cases import EXAMPLES, OWN, Case, read_cases

Answer = tuple[str | None, Sequence[tuple[str, Citation]]]
Answering = Callable[[str], Answer]


@dataclass(frozen=True)
class Outcome:
    """Shares of right answers, and seconds a question."""

    scheme: float
    inside: float
    first: float
    within_three: float
    refused: float
    median: float
    p95: float


def main() -> None:
    """Print the shares and the ratio of the times."""
    started = perf_counter()
    index = ClauseIndex.of_the_ledgers()
    built = perf_counter() - started

    def routed(text: str) -> Answer:
        found = route(text, "zh_CN", search=index)
        return found.scheme, found.citations

    searched = jieba_and_bm25()
    routed("智算中心")
    print(f"index and tables in {built * 1000:.0f} ms (wanted: under 100)")
    for name, cases in question_sets():
        ours, theirs = measure(cases, routed), measure(cases, searched)
        print(f"{name}, {len(cases)} questions   scheme inside  first  in three  refused  p95 ms")
        for side, found in (("routing", ours), ("jieba + BM25", theirs)):
            inside = f"{found.scheme:6.3f} {found.inside:6.3f}"
            shares = f"{inside} {found.first:6.3f} {found.within_three:9.3f} {found.refused:8.3f}"
            print(f"  {side:24} {shares} {found.p95 * 1000:7.1f}")
        print(f"  time at the median, routing / jieba + BM25: {ours.median / theirs.median:.2f}")


def question_sets() -> list[tuple[str, list[Case]]]:
    """The examples, if they are at hand, and the own questions: those seen and those held back."""
    own = read_cases(OWN)
    sets = [
        ("own, seen", [case for case in own if not case.unseen]),
        ("own, held back", [case for case in own if case.unseen]),
    ]
    return [("examples", read_cases(EXAMPLES)), *sets] if EXAMPLES.is_file() else sets


def measure(cases: Sequence[Case], answering: Answering) -> Outcome:
    """One side's figures over some questions."""
    schemes: list[bool] = []
    inside: list[bool] = []
    first: list[bool] = []
    three: list[bool] = []
    refused: list[bool] = []
    times: list[float] = []
    for case in cases:
        started = perf_counter()
        scheme, citations = answering(case.question)
        times.append(perf_counter() - started)
        schemes.append(case.scheme_right(scheme))
        if case.expect.get("scheme", "") is not None:
            inside.append(case.scheme_right(scheme))
        if "articles_any" in case.expect:
            first.append(case.article_right(citations[:1]))
            three.append(case.article_right(citations[:3]))
        if case.outside:
            refused.append(scheme is None and not citations)
    twentieths = quantiles(times, n=20)
    return Outcome(
        _share(schemes),
        _share(inside),
        _share(first),
        _share(three),
        _share(refused),
        median=twentieths[9],
        p95=twentieths[18],
    )


def jieba_and_bm25() -> Answering:
    """The other side: words by jieba, Okapi BM25 over the clauses, the best clause of each article."""
    import jieba
    from rank_bm25 import BM25Okapi

    rows = tuple(clauses())
    ranked = BM25Okapi([jieba.lcut(row.text) for row in rows])

    def answering(text: str) -> Answer:
        scores = ranked.get_scores(jieba.lcut(plain_from(text, guess_language(text) or "zh_CN")))
        ordered = sorted(range(len(rows)), key=lambda place: -scores[place])[:20]
        found: dict[tuple[str, str, str], tuple[str, Citation]] = {}
        for place in ordered:
            row = rows[place]
            at = row.citation
            key = (row.instrument, at.chapter, at.article or at.key)
            found.setdefault(key, (row.instrument, at))
        best = list(found.values())
        return best[0][0], best[:3]

    return answering


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 1.0


if __name__ == "__main__":
    main()
