"""The deadlines of the instrument."""

from rules.calendar.periods import WorkingDays
from rules.deadlines.rule import PUBLICITY_STARTED, DeadlineRule
from rules.engine.citation import cite

# 第四章 兑现程序
DEADLINES = (DeadlineRule("publicity_ends", PUBLICITY_STARTED, WorkingDays(5), cite("四", "六", "五")),)
