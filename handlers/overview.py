"""Assessing one scheme or all of them together, and which question to ask next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from handlers.codes import ALL
from rules.engine.assess import assess
from rules.engine.refusals import Contradiction, Refusal
from rules.engine.result import Assessment
from rules.engine.scheme import Scheme
from rules.engine.situation import INAPPLICABLE, Answer
from rules.schemes import SCHEMES


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known of a target: one assessment a scheme, the next question, how many remain at most."""

    assessments: tuple[Assessment, ...]
    next: str | None
    questions_left: int


def schemes_of(target: str) -> tuple[Scheme, ...]:
    """The schemes that a target stands for."""
    return tuple(SCHEMES.values()) if target == ALL else (SCHEMES[target],)


def overview(target: str, answers: Mapping[str, Answer], on: date) -> Overview:
    """Assess a target. Raises the engine's `Refusal` where the answers cannot be true together."""
    results = tuple(assess(scheme, answers, on) for scheme in schemes_of(target))
    if len(results) == 1:
        return Overview(results, results[0].next, results[0].questions_left)
    asking = frozenset().union(*(result.missing for result in results)) - answers.keys()
    return Overview(results, _most_useful(results), min(len(asking), sum(r.questions_left for r in results)))


def _most_useful(results: tuple[Assessment, ...]) -> str | None:
    """Among the questions that single schemes would ask now, the one that still matters to most of them.

    Where two matter to as many, the scheme that stands first decides; what it asks is its own best question.
    """
    asked = [result.next for result in results if result.next is not None]
    return max(asked, key=lambda fact: sum(fact in result.missing for result in results), default=None)


def accepts_inapplicable(target: str, answers: Mapping[str, Answer], fact_id: str, on: date) -> bool:
    """Whether "does not apply to us" would be taken as an answer, by every scheme that asks for the fact."""
    asking = [scheme for scheme in schemes_of(target) if fact_id in scheme.fact_ids]
    try:
        for scheme in asking:
            assess(scheme, {**answers, fact_id: INAPPLICABLE}, on)
    except Refusal:
        return False
    return bool(asking)


def contradiction(targets: Iterable[str], answers: Mapping[str, Answer], on: date) -> Contradiction | None:
    """Answers that cannot be true together, in the view of the first of these targets that finds any."""
    for target in targets:
        try:
            overview(target, answers, on)
        except Contradiction as found:
            return found
        except Refusal:
            continue
    return None
