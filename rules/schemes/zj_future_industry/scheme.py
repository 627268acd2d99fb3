"""《未来产业先导区财政专项激励实施指南》 (2025-01-06): a project, and the pilot zone's payment, mid-term
check and changes.

Not modelled: the competitive selection of zones (chapter 2), the amount that the province allocates, and
whether the number of projects after a reduction still meets the call (a requirement of each year's call).
"""

from rules import vocabulary as shared
from rules.engine.citation import cite
from rules.engine.scheme import Nature, ProcedureStep, Requirement, Scheme
from rules.schemes.zj_future_industry import facts
from rules.schemes.zj_future_industry.change import CHANGE
from rules.schemes.zj_future_industry.midterm import MIDTERM
from rules.schemes.zj_future_industry.payment import PAYMENT
from rules.schemes.zj_future_industry.project import CONDITIONS, PUBLISHED

PROCEDURE = (
    ProcedureStep("call", "provincial_economy_with_finance", cite("二", "八")),
    ProcedureStep("county_proposal", "county_economy", cite("二", "九")),
    ProcedureStep("city_recommendation", "city_economy", cite("二", "九")),
    ProcedureStep("compliance_check", "provincial_economy", cite("二", "十一")),
    ProcedureStep("selection", "expert_panel", cite("二", "十一")),
    ProcedureStep("publicity", "provincial_economy", cite("二", "十二")),
    ProcedureStep("list_published", "provincial_economy_with_finance", cite("二", "十二")),
    ProcedureStep("allocation_plan", "county_economy", cite("三", "十五")),
    ProcedureStep("midterm_check", "county_economy", cite("五", "二十三")),
    ProcedureStep("acceptance", "county_economy", cite("六", "二十七")),
    ProcedureStep("evaluation", "county_economy", cite("六", "二十九")),
)

# 第七章 监督管理
HONEST = Requirement("no_fraud", shared.fraud.no, cite("七", "三十五"))

SCHEME = Scheme(
    id="zj-future-industry",
    position=6,
    nature=Nature.ALLOCATED,
    in_force_from=PUBLISHED,
    policy="zj-future-industry",
    facts=(
        facts.project_fits_domain,
        facts.registered_on_platform,
        facts.provincial_support_received,
        facts.violation_3y,
        facts.complies_industrial_policy,
        facts.good_credit,
        facts.incentive_first_year,
        facts.completion_date,
        shared.construction_years,
        facts.project_kind,
        facts.project_investment,
        shared.fraud,
    ),
    requirements=(*CONDITIONS, HONEST),
    procedure=PROCEDURE,
    notes=("amount_decided_by_province",),
    further=(PAYMENT, MIDTERM, CHANGE),
)
