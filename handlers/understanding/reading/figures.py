"""Which number is which fact: the nearest words before or behind it decide."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from handlers.understanding.quantities import Quantity
from handlers.understanding.reading.clauses import Clause
from handlers.understanding.reading.tables import document, pattern
from handlers.understanding.units import Unit

_SCORED = "hlj-science-facility"
_AMOUNT_ENDS = ("万", "亿", "萬", "億", "w", "k", "m")
_RATIO = re.compile(r"[1-3]\.[0-9]{1,3}")
_MONEY_WORDS = re.compile(r"[万亿wkм千百]|million|billion|thousand|mln|bn|тыс|млн|млрд|миллион|тысяч")
_FAR, _BEHIND_PENALTY, _ACROSS, _WEAK = 40, 2, 60, 12
LEAST_MONEY = 1_000
"""A bare number below it is not read as yuan: 80 may be 80万."""


@dataclass(frozen=True, slots=True)
class FigureRule:
    """The words of one fact; see the head of figures.toml."""

    fact: str
    kind: str
    before: re.Pattern[str]
    behind: re.Pattern[str]
    context: frozenset[str]
    purchase: bool
    weak: bool
    needs: re.Pattern[str] | None
    exclude: re.Pattern[str] | None
    clause_has: re.Pattern[str] | None
    doubt_clause: re.Pattern[str]
    doubt_sentence: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Placed:
    """A quantity at its span of the prepared text."""

    quantity: Quantity
    start: int
    end: int

    def kinds(self) -> frozenset[str]:
        """What the number can count."""
        unit, said = self.quantity.unit, self.quantity.said.lower()
        if unit in {Unit.YUAN, Unit.FOREIGN}:
            return frozenset({"money"})
        if unit in {Unit.YEAR, Unit.MONTH}:
            return frozenset({"years"})
        if unit is Unit.SHARE:
            return frozenset({"share"})
        if unit is Unit.OTHER and said.endswith(("小时", "hours", "机时")):
            return frozenset({"count"})
        if unit is not Unit.NONE:
            return frozenset()
        if _MONEY_WORDS.search(said):
            return frozenset({"money"} if said.endswith(_AMOUNT_ENDS) else {"money", "count"})
        if said.endswith("分"):
            return frozenset({"point"})
        ratio = {"ratio"} if _RATIO.fullmatch(str(self.quantity.value)) else set()
        return frozenset({"money", "count", "point", *ratio})


@cache
def rules() -> tuple[FigureRule, ...]:
    """The table of figures, compiled."""
    return tuple(
        FigureRule(
            row["fact"],
            row["kind"],
            pattern(row.get("before", ())),
            pattern(row.get("after", ())),
            frozenset(row.get("context", ())),
            bool(row.get("purchase")),
            bool(row.get("weak")),
            re.compile(row["needs"]) if "needs" in row else None,
            re.compile(row["exclude"]) if "exclude" in row else None,
            re.compile(row["clause_has"]) if "clause_has" in row else None,
            re.compile(row.get("doubt_clause", "(?!)")),
            re.compile(row.get("doubt_sentence", "(?!)")),
        )
        for row in document("figures")["figure"]
    )


class Figures:
    """The rules that can apply in one text."""

    def __init__(self, text: str, contexts: Collection[str], purchase: bool) -> None:
        self.text = text
        self.rules = [
            rule
            for rule in rules()
            if (not rule.context or rule.context & set(contexts))
            and (rule.kind != "point" or _SCORED in contexts)
            and (not rule.purchase or purchase)
            and (rule.needs is None or rule.needs.search(text))
        ]

    def assign(self, clause: Clause, numbers: list[Placed]) -> Iterator[tuple[Placed, str]]:
        """The fact of every number of a clause that has one."""
        usable = [rule for rule in self.rules if self._applies(rule, clause)]
        befores = [(rule, _spans(rule.before, clause)) for rule in usable]
        for index, number in enumerate(numbers):
            since = numbers[index - 1].end if index else clause.start
            kinds = number.kinds()
            best = min(
                (
                    (distance, -length, not rule.fact, rule.fact)
                    for rule, spans in befores
                    if rule.kind in kinds
                    for distance, length in self._distances(rule, spans, number, since, clause.end)
                ),
                default=None,
            )
            if best and best[0] <= _FAR and best[3]:
                yield number, best[3]

    def is_partial(self, fact: str, clause: Clause, sentence: str) -> bool:
        """Whether the words around say that the figure is a budget, a month's, or was partly paid back."""
        return any(
            rule.doubt_clause.search(clause.text) or rule.doubt_sentence.search(sentence)
            for rule in self.rules
            if rule.fact == fact
        )

    def _applies(self, rule: FigureRule, clause: Clause) -> bool:
        if rule.exclude and rule.exclude.search(clause.text):
            return False
        return rule.clause_has is None or bool(rule.clause_has.search(clause.text))

    def _distances(
        self, rule: FigureRule, spans: list[tuple[int, int]], number: Placed, since: int, until: int
    ) -> Iterator[tuple[int, int]]:
        for start, end in spans:
            if end <= number.start:
                far = 0 if end > since else _ACROSS
                yield number.start - end + far + (_WEAK if rule.weak else 0), end - start
            elif start < number.start < end:
                yield 0, number.start - start
        match = rule.behind.match(self.text, number.end, until)
        if match:
            yield _BEHIND_PENALTY, match.end() - match.start()


def _spans(words: re.Pattern[str], clause: Clause) -> list[tuple[int, int]]:
    """Where the words stand in a clause, searched alone so that nothing beyond it is seen."""
    by = clause.start
    return [(m.start() + by, m.end() + by) for m in words.finditer(clause.text) if m.end() > m.start()]


def is_money(quantity: Quantity) -> bool:
    """Whether the words make it an amount for certain: a currency, 万, or many digits."""
    if quantity.unit is Unit.YUAN or _MONEY_WORDS.search(quantity.said.lower()):
        return True
    return isinstance(quantity.value, Decimal) and quantity.value >= LEAST_MONEY
