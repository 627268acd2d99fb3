"""Figures that a person says not to know: PUE 还不清楚."""

import re
from collections.abc import Iterator

from handlers.understanding.reading.found import Found
from handlers.understanding.reading.scene import Scene, Stance
from rules.engine.situation import State

_LABELS = (
    ("pue", re.compile(r"(?<![a-z])pue(?![a-z])|电能利用效率")),
    ("new_pflops", re.compile(r"新增算力|算力(?:规模|有多少|多少|是多少)|pflops")),
    (
        "equipment_software_cost",
        re.compile(r"设备(?:和|及|、|与)?软件(?:费|投|花|的|一共|总|多少)?|软硬件(?:费|投|花)"),
    ),
    ("compute_spend", re.compile(r"(?:算力(?:支出|费用|花)|买算力(?:花了?|的钱))|how much we spent")),
    ("acceptance_date", re.compile(r"(?:什么时候|哪天|何时)(?:竣工)?验收|验收(?:日期|时间)")),
    ("security_grade", re.compile(r"定(?:的|为|了)?(?:是)?几级|定级(?:是|为)?(?:几级|多少)")),
)


def read_unknown(scene: Scene) -> Iterator[Found]:
    """Every figure whose clause says that the person does not know it."""
    if not any(view.unknown for view in scene.views):
        return
    for fact, label in _LABELS:
        for match in label.finditer(scene.text):
            if scene.stance(match.start()) is Stance.UNKNOWN:
                yield Found(fact, None, match.start(), match.end(), state=State.UNKNOWN)
