"""How well answers meet what is expected of them: shares by kind, and what was missed."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from handlers.ask import understand
from handlers.ask.document import ask_document
from handlers.understanding.routing import ClauseSearch
from handlers.wording.catalogue import wording_for

EXAMPLES = Path(__file__).parents[4] / "shared" / "examples" / "questions.jsonl"
ON = date(2026, 11, 22)

Document = Mapping[str, Any]
Check = tuple[str, bool]
"""What is checked, and whether it holds."""


@dataclass
class Score:
    """Counts by what was checked, and the ids of the questions that missed it."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, checks: Iterator[Check]) -> None:
        for kind, holds in checks:
            self.right[kind] += holds
            if not holds:
                self.wrong[kind].append(name)

    def count(self, kind: str) -> int:
        return self.right[kind] + len(self.wrong[kind])

    def share(self, kind: str) -> float:
        return self.right[kind] / self.count(kind) if self.count(kind) else 0.0


def examples(path: Path = EXAMPLES) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def scored(cases: list[dict[str, Any]], search: ClauseSearch) -> Score:
    score = Score()
    for case in cases:
        document = ask_document(understand(case["q"], ON, search), wording_for("zh_CN"))
        score.add(case["id"], checks(case["expect"], document))
    return score


def checks(expect: Document, document: Document) -> Iterator[Check]:
    yield from _leads(expect, document)
    yield from _reads(expect, document)
    yield from _assesses(expect, document)


def _leads(expect: Document, document: Document) -> Iterator[Check]:
    if "scheme" in expect:
        yield "scheme", document["scheme"] == expect["scheme"]
        if expect["scheme"] is None and "articles_any" not in expect:
            yield "off-topic", document["scheme"] is None and not document["citations"]
    if "scheme_any" in expect:
        given = {document["scheme"], *document["candidates"]}
        yield "scheme", bool(given & set(expect["scheme_any"]))
    if "articles_any" in expect:
        found = [
            any(_is_at(cited, expect.get("scheme"), key) for key in expect["articles_any"])
            for cited in document["citations"]
        ]
        yield "first article", bool(found) and found[0]
        yield "within three", any(found)
    if "intent_any" in expect:
        yield "intent", document["intent"] in expect["intent_any"]


def _is_at(cited: Document, scheme: str | None, key: str) -> bool:
    named, _, rest = key.rpartition(":")
    if (named or scheme) and cited["scheme"] != (named or scheme):
        return False
    chapter, _, rest = rest.rpartition("/")
    if chapter and cited.get("chapter") != chapter:
        return False
    number, _, item = rest.rstrip(")").partition("(")
    if cited.get("section"):
        return bool(cited["section"] == number and (not item or cited.get("item") == item))
    return bool(cited.get("article") == number)


def _reads(expect: Document, document: Document) -> Iterator[Check]:
    echo = {entry["fact"]: entry for entry in document["echo"]}
    for fact, value in expect.get("facts", {}).items():
        given = document["facts"].get(fact, echo.get(fact, {}).get("value"))
        yield "facts", is_same(given, value)
    for fact in expect.get("facts_absent", ()):
        yield "not taken", document["facts"].get(fact) in (None, "unknown")
    for fact in expect.get("unsure", ()):
        yield "unsure", fact in echo and not echo[fact]["sure"]


def _assesses(expect: Document, document: Document) -> Iterator[Check]:
    assessment = document["assessment"] or {}
    if "verdict" in expect:
        wanted = expect["verdict"]
        yield "verdict", assessment.get("verdict") in (wanted if isinstance(wanted, list) else [wanted])
    if "award_low" in expect:
        award = assessment.get("award")
        none = expect["award_low"] is None and expect["award_high"] is None
        ends = ("low", "high")
        same = award is not None and all(is_same(award[end], expect[f"award_{end}"]) for end in ends)
        yield "award", award is None if none else same


def is_same(one: Any, other: Any) -> bool:
    """Numbers by their value, sets without order, all else as it is."""
    if isinstance(other, list):
        return isinstance(one, list) and sorted(map(str, one)) == sorted(map(str, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    try:
        return Decimal(str(one)) == Decimal(str(other))
    except InvalidOperation:
        return bool(one == other)
