"""《黑龙江省支持购买算力服务奖励政策实施细则》 (2024-03-26), in the order of its text.

Not modelled: what counts as computing service in the sense of article 三 beyond a purchase from a listed
vendor, and the day on which a vendor was listed.
"""

from datetime import date

from rules import vocabulary as shared
from rules.engine.amounts import AtMost, Product, Step
from rules.engine.citation import cite
from rules.engine.figures import figure
from rules.engine.scheme import Award, Nature, Per, ProcedureStep, Requirement, Scheme
from rules.policies import LONGJIANG_60
from rules.schemes.hlj_compute_purchase import facts

ISSUED = date(2024, 3, 26)

# 第二章 奖励条件
EIGHT_2 = cite("四", "八", "二")
CONDITIONS = (
    Requirement(
        "registered_in_heilongjiang",
        shared.registration_province.among("heilongjiang"),
        cite("二", "五", "一"),
        further=(cite("一", "二"),),
    ),
    Requirement("independent_legal_person", shared.independent_legal_person.yes, cite("二", "五", "二")),
    # Excluded flatly here; that 八(二) asks for seriousness does not soften it.
    Requirement(
        "not_dishonest_debtor", shared.dishonest_debtor.no, cite("二", "五", "三"), further=(EIGHT_2,)
    ),
    Requirement("not_abnormal", shared.abnormal_operation.no, cite("二", "五", "三"), further=(EIGHT_2,)),
    Requirement(
        "vendor_listed", facts.vendor_listed.yes, cite("二", "五", "四"), further=(cite("三", "七"),)
    ),
    Requirement("purpose_ai", facts.purpose_ai.yes, cite("二", "五", "四"), further=(cite("一", "二"),)),
)

# 第三章 奖励标准
SEVEN = cite("三", "七")
SPEND_THRESHOLD = figure("spend_threshold", "300000", "yuan", ISSUED, SEVEN)
SPEND_SHARE = figure("spend_share", "0.30", "share", ISSUED, SEVEN)
SPEND_CAP = figure("spend_cap", "4000000", "yuan", ISSUED, SEVEN)

STANDARD = (
    Requirement(
        "eligible_kind",
        facts.applicant_kind.among("university", "research_institute", "enterprise"),
        SEVEN,
        further=(cite("一", "二"),),
    ),
    Requirement("spend_above_threshold", facts.compute_spend > SPEND_THRESHOLD, SEVEN),
)
SHARE_OF_SPEND = Step("share_of_spend", Product(facts.compute_spend, SPEND_SHARE), SEVEN)
AWARD = Award(Step("capped", AtMost(SHARE_OF_SPEND, SPEND_CAP), SEVEN), Per.YEAR, SEVEN)

# 第四章 兑现程序
# Only a serious problem excludes here, and network security incidents are not in the list.
SCREENING = Requirement(
    "no_serious_problem",
    shared.safety_blacklist.no & shared.tax_problem.no | shared.problem_serious.no,
    EIGHT_2,
)
PROCEDURE = (
    ProcedureStep("call", "provincial_iit_with_finance", cite("四", "八", "一")),
    ProcedureStep("local_review", "municipal_iit", EIGHT_2),
    ProcedureStep("assessment", "expert_panel", cite("四", "八", "三")),
    ProcedureStep("financial_review", "third_party", cite("四", "八", "四")),
    ProcedureStep("publicity", "provincial_iit", cite("四", "八", "五")),
    ProcedureStep("approval", "provincial_iit_with_finance", cite("四", "八", "六")),
    ProcedureStep("payment", "provincial_finance", cite("四", "八", "七")),
)

# 第五章 监督管理
HONEST = Requirement("no_fraud", shared.fraud.no, cite("五", "九"))

SCHEME = Scheme(
    id="hlj-compute-purchase",
    position=2,
    nature=Nature.ENTITLEMENT,
    in_force_from=ISSUED,
    policy=LONGJIANG_60,
    facts=(
        shared.registration_province,
        facts.compute_spend,
        facts.vendor_listed,
        facts.purpose_ai,
        shared.independent_legal_person,
        shared.dishonest_debtor,
        shared.abnormal_operation,
        shared.safety_blacklist,
        shared.tax_problem,
        shared.problem_serious,
        facts.applicant_kind,
        shared.fraud,
    ),
    requirements=(*CONDITIONS, *STANDARD, SCREENING, HONEST),
    award=AWARD,
    constraints=shared.CONSTRAINTS,
    procedure=PROCEDURE,
    notes=("spend_serves_both",),
)
