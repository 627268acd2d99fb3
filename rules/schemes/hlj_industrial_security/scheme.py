"""《黑龙江省支持工业互联网企业网络安全和数据分类分级奖励政策实施细则》 (2024-03-26), in the order of its
text.

Not modelled: which institution made the conformity assessment (article 二 wants one that the province has
selected). Chapter 6 has no article 十二: the numbering jumps from 十一 to 十三.
"""

from datetime import date
from decimal import Decimal

from rules import vocabulary as shared
from rules.engine.amounts import Cases, Difference, Reading, Readings, Step
from rules.engine.citation import cite
from rules.engine.figures import figure
from rules.engine.scheme import Award, Nature, Per, ProcedureStep, Requirement, Scheme, Strength
from rules.engine.tree import Constant
from rules.policies import LONGJIANG_60
from rules.schemes.hlj_industrial_security import facts

ISSUED = date(2024, 3, 26)
SEVEN_2 = cite("四", "七", "二")

# 第一章 总则, 第二章 奖励条件
FIVE_4 = cite("二", "五", "四")
GRADE_THRESHOLD = figure("grade_threshold", "2", "grade", ISSUED, FIVE_4)
CONDITIONS = (
    Requirement(
        "industrial_internet_kind",
        facts.industrial_internet_kind.among("networked_industrial", "platform", "identifier_resolution"),
        cite("一", "二"),
    ),
    Requirement(
        "registered_in_heilongjiang",
        shared.registration_province.among("heilongjiang"),
        cite("二", "五", "一"),
    ),
    Requirement("independent_legal_person", shared.independent_legal_person.yes, cite("二", "五", "二")),
    Requirement(
        "not_dishonest_debtor", shared.dishonest_debtor.no, cite("二", "五", "三"), further=(SEVEN_2,)
    ),
    Requirement("not_abnormal", shared.abnormal_operation.no, cite("二", "五", "三"), further=(SEVEN_2,)),
    Requirement(
        "grade_reached", facts.security_grade >= GRADE_THRESHOLD, FIVE_4, further=(cite("三", "六"),)
    ),
    Requirement("data_classified", facts.data_classified.yes, FIVE_4, further=(cite("三", "六"),)),
    Requirement("assessment_passed", facts.assessment_passed.yes, FIVE_4, further=(cite("三", "六"),)),
    Requirement("no_incident_3y", shared.security_incident_3y.no, FIVE_4, further=(SEVEN_2,)),
)

# 第三章 奖励标准
SIX = cite("三", "六")
GRADE_2, GRADE_3 = Constant(Decimal(2)), Constant(Decimal(3))
GRADE_2_AWARD = figure("grade_2_award", "300000", "yuan", ISSUED, SIX)
GRADE_3_AWARD = figure("grade_3_award", "500000", "yuan", ISSUED, SIX)
IS_2, IS_3 = facts.security_grade.equals(GRADE_2), facts.security_grade.equals(GRADE_3)

# A rise is rewarded progressively: the whole sum of grade 3, or what it has more than grade 2.
RISE = Readings(
    (
        Reading("rise_in_full", GRADE_3_AWARD, SIX),
        Reading("rise_by_difference", Difference(GRADE_3_AWARD, GRADE_2_AWARD), SIX),
    )
)
# Nor does the text say whether a lower grade earns anything after the higher one was rewarded.
FALL = Readings(
    (Reading("fall_without_award", Constant(Decimal(0)), SIX), Reading("fall_in_full", GRADE_2_AWARD, SIX))
)
AMOUNT = Cases(
    (
        (IS_3 & facts.awarded_grades.has("2"), RISE),
        (IS_3, GRADE_3_AWARD),
        (facts.awarded_grades.has("3"), FALL),
    ),
    GRADE_2_AWARD,
)
AWARD = Award(Step("award_of_grade", AMOUNT, SIX), Per.ONCE, SIX)
NOT_TWICE = Requirement(
    "grade_not_rewarded_before",
    ~(IS_2 & facts.awarded_grades.has("2") | IS_3 & facts.awarded_grades.has("3")),
    SIX,
)

# 第四章 兑现程序
SCREENING = (
    Requirement("not_safety_blacklisted", shared.safety_blacklist.no, SEVEN_2),
    Requirement("no_tax_problem", shared.tax_problem.no, SEVEN_2),
    # The screening sets no term: an older incident passes 五(四) and is still caught by these words.
    Requirement(
        "no_older_incident",
        shared.security_bad_record.no,
        SEVEN_2,
        Strength.IN_PRINCIPLE,
        applies=shared.security_incident_3y.no,
    ),
)
PROCEDURE = (
    ProcedureStep("call", "provincial_iit_with_finance", cite("四", "七", "一")),
    ProcedureStep("local_review", "municipal_iit", SEVEN_2),
    ProcedureStep("assessment", "expert_panel", cite("四", "七", "三")),
    ProcedureStep("publicity", "provincial_iit", cite("四", "七", "四")),
    ProcedureStep("approval", "provincial_iit_with_finance", cite("四", "七", "五")),
    ProcedureStep("payment", "provincial_finance", cite("四", "七", "六")),
)

# 第五章 管理与监督
HONEST = Requirement("no_fraud", shared.fraud.no, cite("五", "八"))

SCHEME = Scheme(
    id="hlj-industrial-security",
    position=3,
    nature=Nature.ENTITLEMENT,
    in_force_from=ISSUED,
    policy=LONGJIANG_60,
    facts=(
        shared.registration_province,
        facts.industrial_internet_kind,
        facts.security_grade,
        facts.data_classified,
        facts.assessment_passed,
        facts.awarded_grades,
        shared.independent_legal_person,
        shared.dishonest_debtor,
        shared.abnormal_operation,
        shared.security_incident_3y,
        shared.security_bad_record,
        shared.safety_blacklist,
        shared.tax_problem,
        shared.fraud,
    ),
    requirements=(*CONDITIONS, NOT_TWICE, *SCREENING, HONEST),
    award=AWARD,
    constraints=shared.CONSTRAINTS,
    procedure=PROCEDURE,
)
