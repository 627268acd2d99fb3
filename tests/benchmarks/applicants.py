"""Applicants of no scheme in particular, drawn at random for "which fit us?": they can answer everything.

`uniform`: every cell of a fact is as likely as any other, so that most schemes are lost early. `realistic`:
an enterprise or institute that looks around; the shares of `tests.rules.populations`, and assumed ones for
what stands there not. A figure is the middle of its cell: between two thresholds nothing changes.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from handlers.overview import FOR_ANYBODY
from handlers.thresholds import thresholds
from rules.engine.assess import assess
from rules.engine.facts import Fact, Kind
from rules.engine.refusals import Refusal
from rules.engine.scheme import Scheme
from rules.engine.situation import Answer, Source, known
from rules.schemes import SCHEMES
from tests.rules.populations import REALISTIC, STRETCHES
from tests.rules.situations import ON

SEARCHED: tuple[Scheme, ...] = tuple(scheme for scheme in SCHEMES.values() if scheme.nature in FOR_ANYBODY)
Applicant = Mapping[str, Answer]

SHARES = {
    "is_national_facility": 0.05,
    "accepted_and_in_use": 0.7,
    "rd_statistics_omitted": 0.1,
    "data_classified": 0.6,
    "assessment_passed": 0.6,
    "security_incident_3y": 0.03,
    "is_sme": 0.7,
    "digital_demonstration": 0.15,
    "sme_benchmark_awarded": 0.1,
    "national_little_giant": 0.1,
    "national_champion": 0.03,
}
"""Of a hundred that ask, so many say yes: assumed, not measured."""


def facts() -> list[Fact]:
    """Everything that "which fit us?" can ask, once: not what only explains, nor what is presumed."""
    every = {fact.id: fact for scheme in SEARCHED for fact in scheme.facts}
    return [fact for fact in every.values() if not fact.optional and fact.presumed is None]


def drawn(population: str, size: int, seed: int) -> list[Applicant]:
    """The same applicants for the same seed; answers that exclude one another are drawn again."""
    random = Random(f"{population} {seed}")
    found: list[Applicant] = []
    while len(found) < size:
        applicant = {fact.id: known(_draw(population, fact, random), Source.CHOSEN) for fact in facts()}
        if _holds(applicant):
            found.append(applicant)
    return found


def _holds(applicant: Applicant) -> bool:
    try:
        for scheme in SEARCHED:
            assess(scheme, applicant, ON)
    except Refusal:
        return False
    return True


def _draw(population: str, fact: Fact, random: Random) -> bool | str | Decimal | date | frozenset[str]:
    if population == "realistic":
        if fact.id in REALISTIC:
            return _middle_of(fact, REALISTIC[fact.id](random))
        if fact.kind is Kind.BOOL:
            return random.random() < SHARES.get(fact.id, 0.0)
    return random.choice(cells_of(fact))


@cache
def cells_of(fact: Fact) -> list[bool | str | Decimal | date | frozenset[str]]:
    """One value for each cell of a fact."""
    if fact.kind is Kind.BOOL:
        return [True, False]
    if fact.kind is Kind.CHOICE:
        return [*fact.choices]
    if fact.kind is Kind.SET:
        return [frozenset(fact.choices[:size]) for size in range(len(fact.choices) + 1)]
    if fact.kind is Kind.DATE:
        return [first + (last - first) // 2 for first, last in STRETCHES]
    return [*_figures(fact)]


def _figures(fact: Fact) -> Iterator[Decimal]:
    """The middle of every stretch between the thresholds, the last one twice as far as the highest."""
    least = fact.minimum or Decimal(0)
    most = fact.maximum
    points = sorted({least, *thresholds(fact, SEARCHED, ON)})
    ends = [*points[1:], most if most is not None and most > points[-1] else points[-1] * 2 + 2]
    for low, high in zip(points, ends, strict=True):
        middle = (low + high) / 2
        yield middle.to_integral_value() if fact.kind is Kind.INTEGER else middle


def _middle_of(fact: Fact, value: object) -> bool | str | Decimal | date | frozenset[str]:
    """The value that stands for the cell of this one."""
    if isinstance(value, Decimal):
        points = sorted({fact.minimum or Decimal(0), *thresholds(fact, SEARCHED, ON)})
        place = max(sum(point <= value for point in points) - 1, 0)
        return cells_of(fact)[place]
    if isinstance(value, date):
        place = next(index for index, (first, last) in enumerate(STRETCHES) if first <= value <= last)
        return cells_of(fact)[place]
    if isinstance(value, bool | str | frozenset):
        return value
    raise TypeError(f"no cell for {value!r}")
