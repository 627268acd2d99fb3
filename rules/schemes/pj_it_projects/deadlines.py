"""The deadlines of the instrument: next year's plan. Urgent projects outside it go case by case and have
none.
"""

from rules.calendar.periods import FixedDay
from rules.deadlines.rule import PLAN_YEAR, DeadlineRule
from rules.engine.citation import cite

# 第二章 规划和审核
NINE = cite("二", "九")
DEADLINES = (
    DeadlineRule("annual_plan_submitted", PLAN_YEAR, FixedDay(8, 31, years=-1), NINE),
    DeadlineRule("annual_plan_reviewed", PLAN_YEAR, FixedDay(11, 30, years=-1), NINE),
)
