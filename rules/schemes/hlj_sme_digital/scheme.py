"""《黑龙江省中小企业数字化示范标杆企业奖励实施细则》 (黑工信企业联规〔2024〕19号), in the order of its text.

Not modelled: the evaluation by which applicants are ranked (its criteria come with each year's call), and
the number of places. The source dates neither its issue nor its end; the year of its number is 2024.
"""

from datetime import date

from rules import vocabulary as shared
from rules.engine.amounts import Cases, Step
from rules.engine.citation import cite
from rules.engine.figures import figure
from rules.engine.scheme import Award, Nature, Per, ProcedureStep, Requirement, Scheme, Strength
from rules.schemes.hlj_sme_digital import facts

# The source gives no day of issue; its number is of 2024.
ISSUED = date(2024, 1, 1)

# 第一章 总则
TWO = cite("一", "二")
CONDITIONS = (
    Requirement("is_sme", facts.is_sme.yes, TWO),
    Requirement("digital_demonstration", facts.digital_demonstration.yes, TWO),
    # No article says so; it follows from the name of the instrument.
    Requirement(
        "registered_in_heilongjiang",
        shared.registration_province.among("heilongjiang"),
        TWO,
        Strength.IN_PRINCIPLE,
    ),
)

# 第二章 支持标准
THREE = cite("二", "三")
BENCHMARK_AWARD = figure("benchmark_award", "500000", "yuan", ISSUED, THREE)
NATIONAL_AWARD = figure("national_award", "1000000", "yuan", ISSUED, THREE)
IS_NATIONAL = facts.national_little_giant.yes | facts.national_champion.yes
AWARD = Award(
    Step("award_of_title", Cases(((IS_NATIONAL, NATIONAL_AWARD),), BENCHMARK_AWARD), THREE), Per.ONCE, THREE
)
ONCE_ONLY = Requirement("benchmark_not_rewarded_before", facts.sme_benchmark_awarded.no, THREE)

# 第三章 兑现程序
PROCEDURE = (
    ProcedureStep("call", "provincial_iit", cite("三", "四", "一")),
    ProcedureStep("technical_and_financial_review", "third_party_or_experts", cite("三", "四", "二")),
    ProcedureStep("publicity", "provincial_iit", cite("三", "四", "三")),
    ProcedureStep("approval_and_payment", "provincial_iit_with_finance", cite("三", "四", "四")),
)

# 第四章 监督管理
HONEST = Requirement("no_fraud", shared.fraud.no, cite("四", "五", "一"))

SCHEME = Scheme(
    id="hlj-sme-digital",
    position=5,
    nature=Nature.COMPETITIVE,
    in_force_from=None,
    not_before=ISSUED,
    policy="hlj_digital_measures",
    facts=(
        facts.is_sme,
        facts.digital_demonstration,
        facts.sme_benchmark_awarded,
        shared.registration_province,
        facts.national_little_giant,
        facts.national_champion,
        shared.fraud,
    ),
    requirements=(*CONDITIONS, ONCE_ONLY, HONEST),
    award=AWARD,
    procedure=PROCEDURE,
    notes=("ranked_each_year", "national_titles_not_added_up"),
)
