"""Every figure of a text as a fact: sure, or with what makes it doubtful."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from handlers.understanding.bounds import Bound
from handlers.understanding.quantities import Quantity, read_quantities
from handlers.understanding.reading import days
from handlers.understanding.reading.expansion import Computing
from handlers.understanding.reading.figures import Figures, Placed, is_money
from handlers.understanding.reading.found import Found
from handlers.understanding.reading.lists import by_clause, listed
from handlers.understanding.reading.models import Unsure
from handlers.understanding.reading.prepared import LONGEST, Prepared
from handlers.understanding.reading.scene import Scene, Stance
from handlers.understanding.reading.tables import scope
from handlers.understanding.units import Unit
from rules.engine.facts import Fact
from rules.engine.situation import State
from rules.schemes import FACTS

Thresholds = Callable[[Fact], Collection[Decimal]]
_PARTS = frozenset({"equipment_part", "software_part"})
_COST = "equipment_software_cost"
_MONTHS = Decimal(12)
_DESIGNED = re.compile(r"设计|目标|规划|design|target|проектн")
_NOT_THIS = re.compile(r"(?:不是|并非|而非|(?<![a-z])not|(?<![а-я])не) *$")
_DENIED_INSIDE = re.compile(r"(?:is|was)(?:n't| not)\b|不是(?!很)|(?<![а-я])не (?=[0-9])")
_MINUS = re.compile(r"(?<![0-9a-z])-$|负$")


def place(prepared: Prepared, text: str, today: date) -> list[Placed]:
    """The quantities of a text at their spans of the prepared text."""
    starts = prepared.folded.starts
    placed: list[Placed] = []
    for quantity in read_quantities(text[:LONGEST], today):
        first = bisect_left(starts, quantity.start)
        placed.append(Placed(quantity, first, bisect_left(starts, quantity.end)))
    return placed


class Numbers:
    """Reads the figures of one text."""

    def __init__(
        self, scene: Scene, numbers: list[Placed], contexts: Collection[str], purchase: bool, at: Thresholds
    ) -> None:
        self.scene, self.numbers, self.contexts, self.thresholds = scene, numbers, contexts, at
        self._spans = Counter((n.quantity.start, n.quantity.end) for n in numbers)
        self.figures = Figures(scene.text, contexts, purchase)

    def read(self) -> Iterator[Found]:
        """Every figure, in no order; the parts of a cost are added up."""
        found = [*self._computing(), *self._efficiency(), *self._dates(), *self._assigned()]
        kept = [weighed for each in found if (weighed := self._weighed(each)) is not None]
        parts = [each for each in kept if each.fact in _PARTS]
        yield from (each for each in kept if each.fact not in _PARTS)
        if parts and not any(each.fact == _COST for each in kept):
            yield self._on_line(self._sum(parts))

    def _computing(self) -> Iterator[Found]:
        for first, last, value, grown in Computing(self.scene.text, self.numbers).read():
            doubt = self._grown(first, last) if grown else self._bound(last)
            yield Found("new_pflops", value, first.start, last.end, doubt)
            if grown:
                yield Found("is_expansion", True, first.start, last.end)

    def _grown(self, first: Placed, last: Placed) -> Unsure | None:
        bounds = {first.quantity.bound, last.quantity.bound}
        return Unsure.APPROXIMATE if Bound.APPROX in bounds else None

    def _efficiency(self) -> Iterator[Found]:
        for number in self.numbers:
            if number.quantity.unit is Unit.PUE:
                found = self._plain("pue", number)
                near = self.scene.text[max(number.start - 6, 0) : number.end]
                yield replace(found, doubt=found.doubt or Unsure.GENERAL) if _DESIGNED.search(near) else found

    def _dates(self) -> Iterator[Found]:
        for _, found in days.read_days(self.scene, self.numbers, self.contexts):
            yield found

    def _assigned(self) -> Iterator[Found]:
        taken: set[int] = set()
        for fact, number in listed(self.scene, self.numbers):
            taken.add(number.start)
            yield self._plain(fact, number)
        for clause, inside in by_clause(self.scene, self.numbers):
            countable = [number for number in inside if number.kinds()]
            for number, fact in self.figures.assign(clause, countable):
                if number.start not in taken:
                    yield self._plain(fact, number)

    def _plain(self, fact: str, number: Placed) -> Found:
        quantity = number.quantity
        value = quantity.value if isinstance(quantity.value, Decimal) else None
        if quantity.unit is Unit.MONTH and value is not None:
            value = value / _MONTHS
        doubt = self._bound(number)
        is_sum = fact in _PARTS or FACTS[fact].unit == "yuan"
        if quantity.unit is Unit.FOREIGN:
            return Found(fact, None, number.start, number.end, Unsure.FOREIGN_CURRENCY, state=None)
        if doubt is None and self._is_partial(fact, number):
            doubt = Unsure.PART_ONLY
        if is_sum and not is_money(quantity):
            return Found(fact, None, number.start, number.end, Unsure.UNIT_UNCLEAR, state=None)
        return Found(fact, value, number.start, number.end, doubt)

    def _is_partial(self, fact: str, number: Placed) -> bool:
        clause = self.scene.view(number.start).clause
        return self.figures.is_partial(fact, clause, self.scene.sentence(number.start))

    def _bound(self, number: Placed) -> Unsure | None:
        quantity = number.quantity
        clause = self.scene.view(number.start).clause
        near = self.scene.text[max(clause.start, number.start - 40) : number.start]
        if quantity.bound is Bound.APPROX or scope("about").search(near):
            return Unsure.APPROXIMATE
        if quantity.bound is not Bound.EQ:
            return Unsure.RANGE if self._is_range(quantity) else Unsure.BOUND
        return Unsure.SEPARATOR_UNCLEAR if quantity.doubt == "separator" else None

    def _is_range(self, quantity: Quantity) -> bool:
        return self._spans[quantity.start, quantity.end] > 1

    def _weighed(self, found: Found) -> Found | None:
        """What the place of a figure makes of it: nothing, a supposition, a doubt."""
        stance = self.scene.stance(found.start)
        before = self.scene.text[max(found.start - 8, 0) : found.start]
        said = self.scene.text[found.start : found.end]
        if stance is Stance.OTHER or _NOT_THIS.search(before) or _DENIED_INSIDE.search(said):
            return None
        if _MINUS.search(before):
            return replace(found, value=None, state=None, doubt=Unsure.OUT_OF_BOUNDS)
        if stance is Stance.ASSUMED:
            found = replace(found, assumed=True)
        elif stance in {Stance.GENERAL, Stance.ASKED} and found.doubt is None:
            found = replace(found, doubt=Unsure.GENERAL)
        elif stance is Stance.UNKNOWN and found.doubt is None:
            found = replace(found, doubt=Unsure.APPROXIMATE)
        if found.doubt is Unsure.RANGE:
            found = replace(found, value=None, state=None)
        return found if found.fact in _PARTS else self._on_line(found)

    def _on_line(self, found: Found) -> Found:
        """A value that cannot be true, or that sits exactly on a figure of the law, is asked back."""
        fact, value = FACTS[found.fact], found.value
        if value is None:
            return found
        if fact.problem(value):
            return replace(found, value=None, state=None, doubt=Unsure.OUT_OF_BOUNDS)
        is_line = isinstance(value, Decimal) and value in self.thresholds(fact)
        return replace(found, doubt=Unsure.ON_THRESHOLD) if is_line and found.doubt is None else found

    def _sum(self, parts: list[Found]) -> Found:
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        kinds = {part.fact for part in parts}
        values = [part.value for part in parts if isinstance(part.value, Decimal)]
        doubts = [part.doubt for part in parts if part.doubt]
        doubt = doubts[0] if doubts else None
        if kinds != _PARTS or len(parts) != len(kinds):
            doubt = doubt or Unsure.PART_ONLY
        whole = sum(values, Decimal(0)) if len(values) == len(parts) else None
        state = State.KNOWN if whole is not None else None
        return Found(_COST, whole, start, end, doubt, assumed=any(p.assumed for p in parts), state=state)
