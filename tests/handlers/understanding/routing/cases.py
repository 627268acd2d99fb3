"""Questions with what is right for them, and how an answer is judged."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from handlers.understanding.routing import ClauseSearch, Route, route
from rules.engine.citation import Citation

OWN = Path(__file__).with_name("questions.jsonl")
EXAMPLES = Path(__file__).parents[5] / "shared" / "examples" / "questions.jsonl"


@dataclass(frozen=True)
class Case:
    """A question and what is expected of its route."""

    id: str
    question: str
    language: str
    kind: str
    expect: dict[str, Any]

    @property
    def unseen(self) -> bool:
        """Whether the question is held back from those who write the tables: one in six, by its hash."""
        return int(sha256(self.question.encode()).hexdigest(), 16) % 6 == 3

    @property
    def outside(self) -> bool:
        """Whether the question is none of the instruments' or the excerpts'."""
        return self.expect.get("scheme", "") is None and "articles_any" not in self.expect

    def scheme_right(self, scheme: str | None) -> bool:
        if "scheme_any" in self.expect:
            return scheme in self.expect["scheme_any"]
        return bool(self.expect.get("scheme", scheme) == scheme)

    def article_right(self, citations: Sequence[tuple[str, Citation]]) -> bool:
        return any(_same(written, *each) for written in self.expect["articles_any"] for each in citations)


@dataclass(frozen=True)
class Figures:
    """Shares of right answers, and the ids of what must not be."""

    cases: int
    scheme: float
    first: float
    within_three: float
    intent: float
    answered_outside: tuple[str, ...]
    sure_and_wrong: tuple[str, ...]


def read_cases(path: Path) -> list[Case]:
    lines = path.read_text("utf-8").splitlines()
    entries = (json.loads(line) for line in lines)
    return [Case(each["id"], each["q"], each["lang"], each["kind"], each["expect"]) for each in entries]


def figures(cases: Iterable[Case], search: ClauseSearch) -> Figures:
    """How well the cases are routed."""
    judged = list(_routed(cases, search))
    cited = [(case, found) for case, found in judged if "articles_any" in case.expect]
    asked = [(case, found) for case, found in judged if "intent_any" in case.expect]
    return Figures(
        len(judged),
        _share(case.scheme_right(found.scheme) for case, found in judged),
        _share(case.article_right(found.citations[:1]) for case, found in cited),
        _share(case.article_right(found.citations) for case, found in cited),
        _share(found.intent in case.expect["intent_any"] for case, found in asked),
        tuple(case.id for case, found in judged if case.outside and (found.scheme or found.citations)),
        tuple(case.id for case, found in judged if found.scheme and not case.scheme_right(found.scheme)),
    )


def _routed(cases: Iterable[Case], search: ClauseSearch) -> Iterator[tuple[Case, Route]]:
    for case in cases:
        yield case, route(case.question, "zh_CN", search=search)


def _share(right: Iterable[bool]) -> float:
    verdicts = list(right)
    return sum(verdicts) / len(verdicts) if verdicts else 1.0


def _same(written: str, instrument: str, citation: Citation) -> bool:
    """七 is article 七; 五/九 its chapter too; an item is compared where the instrument has no articles."""
    wanted, _, place = written.rpartition(":")
    chapter, _, key = place.rpartition("/")
    if wanted not in ("", instrument) or chapter not in ("", citation.chapter):
        return False
    if citation.section:
        return key in (citation.key, citation.section)
    return citation.article == key.partition("(")[0]
