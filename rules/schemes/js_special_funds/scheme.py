"""《江苏省省级财政专项资金管理办法》 (省政府令第138号, in force 2020-11-01): conditions and duties, no award
of its own.

Not modelled: each fund's own management rules and application guide, which set its conditions and amounts.
"""

from datetime import date

from rules.engine.citation import cite
from rules.engine.dates import YearsAfter
from rules.engine.figures import ASSESSMENT_DAY
from rules.engine.scheme import Nature, ProcedureStep, Requirement, Scheme
from rules.schemes.js_special_funds import facts

IN_FORCE = date(2020, 11, 1)
YEARS_BARRED = 3

# 第三章 使用和执行
CONDITIONS = (
    Requirement("truthful_material", facts.truthful_material.yes, cite("三", "二十")),
    Requirement("credit_review_passed", facts.credit_review_passed.yes, cite("三", "二十一")),
)

# 第六章 法律责任: barred through the day three years after a serious penalty.
NOT_BARRED = Requirement(
    "not_barred",
    facts.penalty_date.never_applied
    | facts.penalty_serious.no
    | (YearsAfter(facts.penalty_date, YEARS_BARRED) < ASSESSMENT_DAY),
    cite("六", "四十四"),
)

PROCEDURE = (
    ProcedureStep("guide", "provincial_department", cite("五", "三十九", "四")),
    ProcedureStep("application", "applicant", cite("三", "二十")),
    ProcedureStep("review", "provincial_department", cite("三", "二十一")),
    ProcedureStep("transfer", "provincial_finance", cite("三", "十九")),
    ProcedureStep("acceptance", "applicant", cite("五", "四十二", "四")),
)

SCHEME = Scheme(
    id="js-special-funds",
    position=7,
    nature=Nature.FRAMEWORK,
    in_force_from=IN_FORCE,
    policy="js-special-funds",
    facts=(
        facts.truthful_material,
        facts.credit_review_passed,
        facts.penalty_date,
        facts.penalty_serious,
    ),
    requirements=(*CONDITIONS, NOT_BARRED),
    procedure=PROCEDURE,
    notes=("framework_no_award",),
)
