"""Small made-up schemes: what no instrument at hand combines in this way."""

from collections.abc import Mapping
from datetime import date

from rules.engine.amounts import Step
from rules.engine.assess import assess
from rules.engine.citation import Citation, cite
from rules.engine.facts import Fact
from rules.engine.result import Assessment
from rules.engine.scheme import Award, Constraint, Nature, Per, Requirement, Scheme, Strength
from rules.engine.tree import Condition, Term
from tests.rules.situations import situation

SINCE = date(2024, 1, 1)
ON = date(2026, 11, 22)
PLACE: Citation = cite("一", "一")


def must(name: str, condition: Condition, applies: Condition | None = None) -> Requirement:
    """A requirement that decides."""
    return Requirement(name, condition, PLACE, applies=applies)


def in_principle(name: str, condition: Condition) -> Requirement:
    """A requirement (原则上) that the authority may let pass."""
    return Requirement(name, condition, PLACE, strength=Strength.IN_PRINCIPLE)


def scheme(
    facts: tuple[Fact, ...],
    *requirements: Requirement,
    award: Term | None = None,
    constraints: tuple[Constraint, ...] = (),
) -> Scheme:
    """A scheme of these parts."""
    return Scheme(
        id="made-up",
        position=99,
        nature=Nature.ENTITLEMENT,
        in_force_from=SINCE,
        policy="made-up",
        facts=facts,
        requirements=requirements,
        award=Award(Step("paid", award, PLACE), Per.ONCE, PLACE) if award is not None else None,
        constraints=constraints,
    )


def judged(made: Scheme, facts: Mapping[str, object], on: date = ON) -> Assessment:
    """The engine's answer."""
    return assess(made, situation(facts), on)
