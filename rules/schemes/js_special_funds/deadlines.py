"""The deadlines of the instrument, in the order of its text.

Not modelled, for no event of an applicant starts them: the fund's own term (article 十二), the return of
what is carried over (article 二十七), the three years of an intermediary (article 四十五).
"""

from rules.calendar.periods import Days, Years
from rules.deadlines.rule import BUDGET_APPROVED, PENALTY_DATE, TRANSFER_RECEIVED, DeadlineRule
from rules.engine.citation import cite

DEADLINES = (
    # 第三章 使用和执行
    DeadlineRule("transfer_issued", BUDGET_APPROVED, Days(60), cite("三", "十九")),
    DeadlineRule("transfer_passed_on", TRANSFER_RECEIVED, Days(30), cite("三", "十九")),
    # 第四章 绩效管理和监督
    DeadlineRule("budget_disclosed", BUDGET_APPROVED, Days(20), cite("四", "三十六")),
    # 第六章 法律责任: the due date is the last day of the ban.
    DeadlineRule("application_ban_ends", PENALTY_DATE, Years(3), cite("六", "四十四")),
)
