"""The deadlines of the instrument."""

from rules.calendar.periods import WorkingDays
from rules.deadlines.rule import PUBLICITY_STARTED, DeadlineRule
from rules.engine.citation import cite

# 第三章 兑现程序: five working days are the least, the authority may take longer.
DEADLINES = (
    DeadlineRule("publicity_ends", PUBLICITY_STARTED, WorkingDays(5, at_least=True), cite("三", "四", "三")),
)
