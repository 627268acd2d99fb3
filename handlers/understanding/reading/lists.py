"""Several facts and their figures in one list: 研发、产出、服务、人才分别35、8、32、6分."""

import re
from collections.abc import Iterator

from handlers.understanding.reading.clauses import Clause
from handlers.understanding.reading.figures import Placed
from handlers.understanding.reading.scene import Scene

_SCORES = ("score_rd", "score_output", "score_service", "score_talent")
_NAMES = (
    re.compile(r"研发|r&d|research|ниокр|исследован"),
    re.compile(r"产出|outputs?|результат"),
    re.compile(r"服务|services?|услуг|сервис"),
    re.compile(r"人才|talents?|team|кадр"),
)
_ORDERED = re.compile(
    r"分别(?:是|为|得|打了?|得了)?|依次(?:是|为)?|respectively|соответственно|четыре оценки|four scores"
)
_SCORING = re.compile(r"得分|评分|分数|打分|[分项]|scor|балл|оцен")


def listed(scene: Scene, numbers: list[Placed]) -> Iterator[tuple[str, Placed]]:
    """The four scores where they are given in one list, in the order of their names or of the law."""
    for clause, inside in by_clause(scene, numbers):
        ordered = _ORDERED.search(clause.text)
        if ordered and _SCORING.search(clause.text):
            points = [number for number in inside if "point" in number.kinds()]
            yield from _paired(clause.text, clause.start + ordered.end(), points)


def by_clause(scene: Scene, numbers: list[Placed]) -> list[tuple[Clause, list[Placed]]]:
    """The clauses that hold figures, each with its figures."""
    groups: dict[int, list[Placed]] = {}
    for number in numbers:
        groups.setdefault(scene.places.number(number.start), []).append(number)
    return [(scene.clauses[index], inside) for index, inside in groups.items()]


def _paired(text: str, since: int, inside: list[Placed]) -> Iterator[tuple[str, Placed]]:
    behind = [number for number in inside if number.start >= since] or inside
    named = sorted(
        (match.start(), fact)
        for fact, name in zip(_SCORES, _NAMES, strict=True)
        if (match := name.search(text))
    )
    facts = [fact for _, fact in named] if named else list(_SCORES)
    if len(facts) == len(behind) and len(facts) > 1:
        yield from zip(facts, behind, strict=True)
