"""The deadlines of the instrument."""

from rules.calendar.periods import WorkingDays
from rules.deadlines.rule import PUBLICITY_STARTED, DeadlineRule
from rules.engine.citation import cite_section

DEADLINES = (DeadlineRule("publicity_ends", PUBLICITY_STARTED, WorkingDays(5), cite_section("三", "六")),)
