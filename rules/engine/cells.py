"""Splitting what is unknown: the finitely many cells on which every condition is constant.

A fact with finitely many values has a cell for each. A number or a day is cut at the thresholds to which
the conditions compare it; between two thresholds nothing changes, so one open interval is one cell.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, localcontext
from itertools import product

from rules.engine.dates import YearOf, YearsAfter
from rules.engine.facts import NOT_APPLICABLE, Fact, Kind
from rules.engine.interval import Interval, Point, Quantity
from rules.engine.tree import Comparison, Condition, Env, Term

Cell = dict[str, object]
MOST_CELLS = 20_000
_FAR = Decimal(10) ** 13


class CellLimitError(Exception):
    """The split would be larger than the bound; the caller keeps the wider, still sound, answer."""


def cells(facts: Sequence[Fact], conditions: Sequence[Condition], env: Env) -> Iterator[Cell]:
    """Every combination of the facts' cells. Raises `CellLimitError` beyond the bound."""
    splits = [(fact.id, split(fact, conditions, env)) for fact in facts]
    size = 1
    for _, values in splits:
        size *= len(values)
    if size > MOST_CELLS:
        raise CellLimitError
    return _combine(splits, 0, {})


def _combine(splits: Sequence[tuple[str, list[object]]], depth: int, chosen: Cell) -> Iterator[Cell]:
    if depth == len(splits):
        yield dict(chosen)
        return
    fact_id, values = splits[depth]
    for value in values:
        chosen[fact_id] = value
        yield from _combine(splits, depth + 1, chosen)


def split(fact: Fact, conditions: Iterable[Condition], env: Env) -> list[object]:
    """The cells of one fact: values, or for an ordered fact points and the intervals between them."""
    found: list[object] = list(fact.members()) if fact.is_finite else _pieces(fact, conditions, env)
    return [*found, NOT_APPLICABLE] if fact.inapplicable else found


def _pieces(fact: Fact, conditions: Iterable[Condition], env: Env) -> list[object]:
    domain = fact.domain
    cuts = sorted({point for point in thresholds(fact, conditions, env) if domain.contains(point)})
    whole = fact.kind in {Kind.DATE, Kind.INTEGER, Kind.YEAR}
    pieces: list[object] = []
    low, low_open = domain.low, domain.low is None
    for point in cuts:
        if low is None or point > low:
            _append(pieces, Interval(low, point, low_open, True), whole)
        pieces.append(point)
        low, low_open = point, True
    _append(pieces, Interval(low, domain.high, low_open, domain.high is None), whole)
    return pieces


def _append(pieces: list[object], piece: Interval, whole: bool) -> None:
    """Keep a piece unless no value lies inside it."""
    if piece.low is not None and piece.high is not None:
        gap = piece.high - piece.low
        closed_ends = (not piece.low_open) + (not piece.high_open)
        if gap < 0 or (gap == 0 and closed_ends < 2) or (whole and gap <= 1 and not closed_ends):
            return
    pieces.append(piece)


def thresholds(fact: Fact, conditions: Iterable[Condition], env: Env) -> Iterator[Point]:
    """Where a comparison on the fact changes its truth, given what is known."""
    for condition in conditions:
        for node in condition.walk():
            if isinstance(node, Comparison) and fact.id in node.facts:
                yield from _solve(fact, node, env)


def _solve(fact: Fact, node: Comparison, env: Env) -> Iterator[Point]:
    """The values of the fact at which the two sides of a linear comparison are equal."""
    for side, other in ((node.left, node.right), (node.right, node.left)):
        if isinstance(side, YearOf | YearsAfter) and fact.id in side.facts:
            for level in _ends(other.quantity(env)):
                yield from side.cuts(level)
            return
    left_slope, left_start = _line(fact, node.left, env)
    right_slope, right_start = _line(fact, node.right, env)
    slope = left_slope - right_slope
    if slope == 0:
        return
    for left_end, right_end in product(_ends(left_start), _ends(right_start)):
        if fact.kind is Kind.DATE:
            yield int((right_end - left_end) / slope)
        else:
            yield from _quotient(Decimal(right_end - left_end), Decimal(slope))


def _line(fact: Fact, side: Term, env: Env) -> tuple[Point, Quantity]:
    """Slope and start of one side as a function of the fact (no slope where it is not in it)."""
    start = side.quantity({**env, fact.id: Decimal(0)})
    one = side.quantity({**env, fact.id: Decimal(1)})
    if isinstance(one, Interval) or isinstance(start, Interval):
        return 0, start
    return one - start, start


def _ends(quantity: Quantity) -> list[Point]:
    if isinstance(quantity, Interval):
        return [end for end in (quantity.low, quantity.high) if end is not None]
    return [quantity]


def _quotient(dividend: Decimal, divisor: Decimal) -> Iterator[Decimal]:
    """The exact quotient, or its two neighbours where it has no finite decimal form."""
    with localcontext() as context:
        context.prec = 40
        quotient = dividend / divisor
        if quotient * divisor == dividend:
            yield quotient.normalize() + 0  # no exponent, however round it is
        else:
            yield quotient.next_minus()
            yield quotient.next_plus()


def are_joined(facts: Sequence[Fact], conditions: Sequence[Condition]) -> bool:
    """Whether a comparison stands between two of the facts, so that their cells depend on each other."""
    ids = {fact.id for fact in facts}
    return any(len(node.facts & ids) > 1 for node in _comparisons(conditions))


def joined_points(
    facts: Sequence[Fact], conditions: Sequence[Condition], env: Env
) -> dict[str, list[object]]:
    """Values to try for facts that are compared: around the thresholds that the others' values make."""
    alone = {fact.id: _points(split(fact, conditions, env)) for fact in facts}
    points = {}
    for fact in facts:
        near = [node for node in _comparisons(conditions) if fact.id in node.facts]
        others = sorted({name for node in near for name in node.facts if name in alone} - {fact.id})
        found = list(alone[fact.id])
        for values in product(*(alone[name] for name in others)):
            found += _points(split(fact, near, {**env, **dict(zip(others, values, strict=True))}))
        points[fact.id] = list(dict.fromkeys(found))
    return points


def _comparisons(conditions: Iterable[Condition]) -> Iterator[Comparison]:
    for condition in conditions:
        yield from (node for node in condition.walk() if isinstance(node, Comparison))


def _points(pieces: Iterable[object]) -> list[object]:
    """One value of each cell, and one far out of an unbounded one."""
    return [
        value for piece in pieces for value in (pins(piece)[-2:] if isinstance(piece, Interval) else (piece,))
    ]


def pins(piece: object) -> list[object]:
    """Points inside a cell at which an amount is tried: at its start, right after it, and far out.

    Right after the start nothing is capped yet, and nothing is zero any more.
    """
    if not isinstance(piece, Interval):
        return [piece]
    low = Decimal(piece.low) if piece.low is not None else Decimal(-1)
    high = Decimal(piece.high) if piece.high is not None else low + _FAR
    near = min((high - low) / 1000, Decimal(1))
    inner: list[object] = [low + near, high - near]
    return inner if piece.low_open else [low, *inner]
