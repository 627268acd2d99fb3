"""Which date is which fact: accepted, completed, punished; the first year of the incentive."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from handlers.understanding.bounds import Bound
from handlers.understanding.quantities import Quantity
from handlers.understanding.reading.figures import Placed
from handlers.understanding.reading.found import Found
from handlers.understanding.reading.models import Unsure
from handlers.understanding.reading.scene import Scene
from handlers.understanding.units import Unit

_RULES = (
    ("penalty_date", "", re.compile(r"处罚|被罚|罚款|受罚|penal|fined|оштраф|штраф")),
    (
        "incentive_first_year",
        "",
        re.compile(
            r"激励(?:的)?首年|首年|激励(?:从|自)|(?:激励|专项激励)[^,。;]{0,6}(?:开始|实施|启动)"
            r"|first year of the incentive"
        ),
    ),
    (
        "acceptance_date",
        "hlj-computing-centre",
        re.compile(r"(?:竣工)?验收|accept(?:ed|ance)|commissioned|принят|при[её]мк|сдан"),
    ),
    (
        "completion_date",
        "zj-future-industry",
        re.compile(r"建成|完工|竣工|完成建设|complet(?:ed|ion)|finished|завершен|построен"),
    ),
)
_NOT_YET = re.compile(
    r"(?:还没有?|尚未|没有?|未)(?:通过)?(?:竣工)?(?:验收|建成|完工)"
    r"|not (?:yet )?(?:accepted|completed)|не принят"
)


_PLANNED = re.compile(r"计划|预计|打算|准备|拟|将(?=于|在)|expect|plan|will|планир|ожида|будет")


def read_days(
    scene: Scene, numbers: list[Placed], contexts: Collection[str]
) -> Iterator[tuple[Placed, Found]]:
    """Every date that its clause gives a meaning."""
    for number in numbers:
        if number.quantity.unit is not Unit.DATE:
            continue
        clause = scene.view(number.start).clause
        around = scene.text[max(clause.start, number.start - 24) : min(clause.end, number.end + 24)]
        if _NOT_YET.search(around):
            continue
        for fact, context, words in _RULES:
            if (not context or context in contexts or not contexts) and words.search(around):
                found = _dated(fact, number)
                planned = fact == "acceptance_date" and found.doubt is None and _PLANNED.search(around)
                yield number, replace(found, doubt=Unsure.GENERAL) if planned else found
                break


def _dated(fact: str, number: Placed) -> Found:
    quantity = number.quantity
    said = str(quantity.value)
    if fact == "incentive_first_year":
        year = said[:4]
        known = year.isdigit()
        doubt = None if known and not quantity.doubt and quantity.bound is Bound.EQ else Unsure.RELATIVE_DATE
        return Found(fact, Decimal(year) if known else None, number.start, number.end, doubt)
    try:
        value = date.fromisoformat(said) if len(said) == 10 else None
    except ValueError:
        value = None
    if value is None:
        return Found(fact, None, number.start, number.end, Unsure.DATE_INCOMPLETE, state=None)
    return Found(fact, value, number.start, number.end, _doubt(quantity))


def _doubt(quantity: Quantity) -> Unsure | None:
    if quantity.bound is Bound.APPROX:
        return Unsure.APPROXIMATE
    if quantity.bound is not Bound.EQ:
        return Unsure.BOUND
    if quantity.doubt == "relative":
        return Unsure.RELATIVE_DATE
    return Unsure.YEAR_SUPPOSED if quantity.doubt in {"no_year", "two_digit_year"} else None
