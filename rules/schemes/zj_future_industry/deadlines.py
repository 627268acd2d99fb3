"""The deadlines of the instrument, in the order of its text.

Not modelled: the publicity of the list and of the projects, for which the text sets no term, and the two
years without applications after a failed evaluation (article 三十一).
"""

from rules.calendar.periods import Days, FixedDay, Months
from rules.deadlines.rule import (
    ACCEPTANCE_PASSED,
    IMPLEMENTATION_ENDED,
    INCENTIVE_FIRST_YEAR,
    MIDTERM_RESULT_RECEIVED,
    PROVINCIAL_DOCUMENT_RECEIVED,
    DeadlineRule,
)
from rules.engine.citation import cite

# 第三章 资金分配和使用
THIRTEEN, SIXTEEN = cite("三", "十三"), cite("三", "十六")
MONEY = (
    DeadlineRule(
        "allocation_plan", PROVINCIAL_DOCUMENT_RECEIVED, Days(30), cite("三", "十五"), in_principle=True
    ),
    # The money comes in two yearly parts, each to be paid by the end of its year.
    DeadlineRule(
        "payment_completed",
        INCENTIVE_FIRST_YEAR,
        FixedDay(12, 31),
        SIXTEEN,
        in_principle=True,
        further=(THIRTEEN,),
    ),
    DeadlineRule(
        "payment_completed_second",
        INCENTIVE_FIRST_YEAR,
        FixedDay(12, 31, years=1),
        SIXTEEN,
        in_principle=True,
        further=(THIRTEEN,),
    ),
    DeadlineRule("settlement", ACCEPTANCE_PASSED, Days(30), cite("三", "十七"), in_principle=True),
)

# 第五章 中期检查
MIDTERM = (
    DeadlineRule("midterm_self_assessment", INCENTIVE_FIRST_YEAR, FixedDay(10, 31), cite("五", "二十三")),
    # For the grades fairly good and fair.
    DeadlineRule("midterm_corrections_report", MIDTERM_RESULT_RECEIVED, Months(1), cite("五", "二十五")),
)

# 第六章 项目验收与专项激励绩效评价
ENDING = (
    DeadlineRule("acceptance_application", IMPLEMENTATION_ENDED, Months(1), cite("六", "二十七")),
    DeadlineRule("self_evaluation", IMPLEMENTATION_ENDED, Months(3), cite("六", "二十九")),
)

DEADLINES = (*MONEY, *MIDTERM, *ENDING)
