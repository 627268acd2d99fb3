"""《黑龙江省支持智算中心和超算中心建设奖励政策实施细则》 (2024-03-26), in the order of its text.

Not modelled: whether a facility is an intelligent or supercomputing centre in the sense of article 二 (a
judgement of the review), and which costs beyond equipment and software belong to the open-ended base of
article 五.
"""

from datetime import date

from rules import vocabulary as shared
from rules.engine.amounts import AtMost, Product, Step
from rules.engine.citation import cite
from rules.engine.figures import ASSESSMENT_DAY, figure
from rules.engine.scheme import Award, Nature, Per, ProcedureStep, Requirement, Scheme
from rules.policies import LONGJIANG_60, LONGJIANG_60_RELEASE
from rules.schemes.hlj_computing_centre import facts

ISSUED = date(2024, 3, 26)

# 第二章 奖励条件
FOUR_5 = cite("二", "四", "五")
PFLOPS_THRESHOLD = figure("pflops_threshold", "50", "pflops", ISSUED, FOUR_5)
PUE_LIMIT = figure("pue_limit", "1.3", "ratio", ISSUED, FOUR_5)

CONDITIONS = (
    Requirement(
        "registered_in_heilongjiang",
        shared.registration_province.among("heilongjiang"),
        cite("二", "四", "一"),
    ),
    Requirement("independent_legal_person", shared.independent_legal_person.yes, cite("二", "四", "二")),
    # 六(二) repeats these three, without any test of seriousness.
    Requirement(
        "not_dishonest_debtor",
        shared.dishonest_debtor.no,
        cite("二", "四", "三"),
        further=(cite("四", "六", "二"),),
    ),
    Requirement(
        "not_abnormal",
        shared.abnormal_operation.no,
        cite("二", "四", "三"),
        further=(cite("四", "六", "二"),),
    ),
    Requirement(
        "no_security_bad_record",
        shared.security_bad_record.no,
        cite("二", "四", "三"),
        further=(cite("四", "六", "二"),),
    ),
    Requirement(
        "project_in_heilongjiang", facts.project_province.among("heilongjiang"), cite("二", "四", "四")
    ),
    Requirement("serves_4567", facts.serves_4567.yes, cite("二", "四", "四")),
    Requirement(
        "accepted_after_release",
        facts.acceptance_date > LONGJIANG_60_RELEASE,
        FOUR_5,
        further=(cite("一", "二"),),
    ),
    # A date to come fails for now: the project has not been accepted yet.
    Requirement("accepted_by_now", facts.acceptance_date <= ASSESSMENT_DAY, FOUR_5),
    Requirement("enough_pflops", facts.new_pflops >= PFLOPS_THRESHOLD, FOUR_5),
    Requirement("pue_within_limit", facts.pue <= PUE_LIMIT, FOUR_5),
)

# 第三章 奖励标准
FIVE = cite("三", "五")
COST_SHARE = figure("cost_share", "0.30", "share", ISSUED, FIVE)
COST_CAP = figure("cost_cap", "20000000", "yuan", ISSUED, FIVE)

SHARE_OF_COST = Step("share_of_cost", Product(facts.equipment_software_cost, COST_SHARE), FIVE)
AWARD = Award(Step("capped", AtMost(SHARE_OF_COST, COST_CAP), FIVE), Per.ONCE, FIVE)
ONCE_ONLY = Requirement("not_rewarded_before", facts.same_project_awarded.no, FIVE)

# 第四章 兑现程序
SIX_2 = cite("四", "六", "二")
SCREENING = (
    Requirement("not_safety_blacklisted", shared.safety_blacklist.no, SIX_2),
    Requirement("no_tax_problem", shared.tax_problem.no, SIX_2),
)
PROCEDURE = (
    ProcedureStep("call", "provincial_iit_with_finance", cite("四", "六", "一")),
    ProcedureStep("local_recommendation", "municipal_iit", SIX_2),
    ProcedureStep("project_review", "expert_panel", cite("四", "六", "三")),
    ProcedureStep("financial_review", "expert_panel", cite("四", "六", "四")),
    ProcedureStep("publicity", "provincial_iit", cite("四", "六", "五")),
    ProcedureStep("approval", "provincial_iit_with_finance", cite("四", "六", "六")),
    ProcedureStep("payment", "provincial_finance", cite("四", "六", "七")),
)

# 第五章 监督管理
HONEST = Requirement("no_fraud", shared.fraud.no, cite("五", "七"))

SCHEME = Scheme(
    id="hlj-computing-centre",
    position=1,
    nature=Nature.ENTITLEMENT,
    in_force_from=ISSUED,
    policy=LONGJIANG_60,
    facts=(
        shared.registration_province,
        facts.project_province,
        facts.pue,
        facts.new_pflops,
        facts.acceptance_date,
        facts.serves_4567,
        shared.independent_legal_person,
        shared.dishonest_debtor,
        shared.abnormal_operation,
        shared.security_bad_record,
        shared.safety_blacklist,
        shared.tax_problem,
        facts.same_project_awarded,
        facts.is_expansion,
        facts.equipment_software_cost,
        shared.fraud,
    ),
    requirements=(*CONDITIONS, ONCE_ONLY, *SCREENING, HONEST),
    award=AWARD,
    constraints=shared.CONSTRAINTS,
    procedure=PROCEDURE,
    notes=("cost_base_open", "expansion_counts_added_part"),
)
