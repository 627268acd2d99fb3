"""What an award comes to for some values of the facts it depends on, computed by the rules themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rules.engine.assess import assess
from rules.engine.facts import Fact, Kind, Value
from rules.engine.figures import ON, Figure
from rules.engine.refusals import Refusal
from rules.engine.result import AwardResult
from rules.engine.scheme import Scheme
from rules.engine.situation import Situation, Source, known
from rules.engine.tree import Comparison

SAMPLES = (100_000, 500_000, 1_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000)
"""Amounts in yuan for which a share of money is worked out."""
LEAST_ROWS = 2
MOST_STEPS = 9
"""Steps of a whole number, such as a grade, that a table has room for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a fact, and what is paid for it when the conditions are met; `None` where nothing is."""

    value: Value
    award: AwardResult | None


@dataclass(frozen=True, slots=True)
class AwardTable:
    """What an award comes to, by the one fact that decides most of it; `assumed` is taken of the others."""

    fact: Fact
    rows: tuple[Row, ...]
    assumed: Situation


def award_table(scheme: Scheme, on: date) -> AwardTable | None:
    """The table of a scheme; `None` where no single fact decides the amount, or there is none to compute."""
    if scheme.award is None:
        return None
    deciding = [fact for fact in scheme.facts if fact.id in scheme.award.amount.facts]
    tables = [_table(scheme, fact, _plain(deciding, fact), on) for fact in deciding]
    exact = [table for table in tables if len(table.rows) >= LEAST_ROWS and _is_exact(table)]
    return max(exact, key=lambda table: len({_amount(row) for row in table.rows}), default=None)


def _table(scheme: Scheme, fact: Fact, assumed: Situation, on: date) -> AwardTable:
    return AwardTable(fact, tuple(_shown(fact, _rows(scheme, fact, assumed, on))), assumed)


def _plain(deciding: list[Fact], varied: Fact) -> Situation:
    """The ordinary case of the other facts: no to a yes-or-no question, nothing in a set."""
    plain: dict[Kind, Value] = {Kind.BOOL: False, Kind.SET: frozenset()}
    return {
        fact.id: known(plain[fact.kind], Source.CHOSEN)
        for fact in deciding
        if fact is not varied and fact.kind in plain
    }


def _rows(scheme: Scheme, fact: Fact, assumed: Situation, on: date) -> Iterator[Row]:
    for value in _values(scheme, fact, on):
        try:
            assessment = assess(scheme, {**assumed, fact.id: known(value, Source.CHOSEN)}, on)
        except Refusal:
            continue
        yield Row(value, assessment.award)


def _values(scheme: Scheme, fact: Fact, on: date) -> list[Value]:
    if fact.kind is Kind.BOOL:
        return [False, True]
    if fact.kind is Kind.CHOICE:
        return list(fact.choices)
    if fact.kind is Kind.MONEY:
        return sorted({*map(Decimal, SAMPLES), *_thresholds(scheme, fact, on)})
    if fact.kind is Kind.INTEGER and fact.minimum is not None and fact.maximum is not None:
        lowest, highest = int(fact.minimum), int(fact.maximum)
        return [Decimal(number) for number in range(lowest, min(highest, lowest + MOST_STEPS) + 1)]
    return []


def _thresholds(scheme: Scheme, fact: Fact, on: date) -> Iterator[Decimal]:
    """The amounts that conditions compare the fact with: the table shows what happens exactly there."""
    for requirement in scheme.requirements:
        for node in requirement.condition.walk():
            if isinstance(node, Comparison) and fact.id in node.facts:
                for term in (*node.left.walk(), *node.right.walk()):
                    if isinstance(term, Figure):
                        yield Decimal(str(term.quantity({ON: on.toordinal()})))


def _shown(fact: Fact, rows: Iterator[Row]) -> Iterator[Row]:
    """Every row; of amounts of money, those up to the first where the cap is reached."""
    last: Row | None = None
    for row in rows:
        if last and fact.kind is Kind.MONEY and row.award and _amount(last) == _amount(row):
            return
        yield row
        last = row


def _amount(row: Row) -> object:
    return row.award.value if row.award else None


def _is_exact(table: AwardTable) -> bool:
    return all(row.award is None or isinstance(row.award.value, Decimal) for row in table.rows)
