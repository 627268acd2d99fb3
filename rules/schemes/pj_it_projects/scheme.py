"""《盘锦市政务信息化项目统筹建设管理办法》 (2020-06-24): entry in the annual plan; the applicant is a
department.

Not modelled: the technical review of the construction plan (article 十四), a judgement of the centre.
"""

from datetime import date

from rules import vocabulary as shared
from rules.engine.citation import cite
from rules.engine.figures import figure
from rules.engine.scheme import Nature, ProcedureStep, Requirement, Scheme, Strength
from rules.schemes.pj_it_projects import facts

ISSUED = date(2020, 6, 24)
ELEVEN, THIRTEEN = cite("二", "十一"), cite("二", "十三")
LEAST_SERVICE_LIFE = figure("least_service_life", "5", "year", ISSUED, ELEVEN)
LONGEST_CONSTRUCTION = figure("longest_construction", "2", "year", ISSUED, ELEVEN)

# 第二章 规划和审核
CONDITIONS = (
    Requirement("security_designed_in", facts.security_designed_in.yes, cite("二", "十")),
    Requirement(
        "long_service_life", facts.service_life_years >= LEAST_SERVICE_LIFE, ELEVEN, Strength.IN_PRINCIPLE
    ),
    # "In principle" stands before the service life only.
    Requirement("short_construction", shared.construction_years <= LONGEST_CONSTRUCTION, ELEVEN),
    Requirement("not_split", facts.split_to_evade.no, ELEVEN),
    Requirement("not_built_before_approval", facts.built_before_approval.no, ELEVEN),
    Requirement("plan_author_does_not_bid", facts.plan_author_bids.no, cite("二", "十二")),
    Requirement("documents_complete", facts.documents_complete.yes, THIRTEEN),
    Requirement("existing_system_insufficient", facts.existing_system_suffices.no, THIRTEEN),
    Requirement("need_clear", facts.need_clear.yes, THIRTEEN),
    Requirement("data_sharing_accepted", facts.data_sharing_refused.no, THIRTEEN),
)

PROCEDURE = (
    ProcedureStep("annual_plan", "department", cite("二", "九")),
    ProcedureStep("expert_review", "city_centre", cite("二", "九")),
    ProcedureStep("funding_plan", "city_finance", cite("二", "九")),
    ProcedureStep("procurement", "city_centre", cite("三", "十六")),
    ProcedureStep("first_acceptance", "department", cite("三", "二十四")),
    ProcedureStep("final_acceptance", "city_centre", cite("三", "二十四")),
)

SCHEME = Scheme(
    id="pj-it-projects",
    position=8,
    nature=Nature.FRAMEWORK,
    in_force_from=ISSUED,
    policy="pj-it-projects",
    facts=(
        facts.documents_complete,
        facts.need_clear,
        facts.existing_system_suffices,
        facts.built_before_approval,
        facts.split_to_evade,
        facts.data_sharing_refused,
        facts.plan_author_bids,
        facts.security_designed_in,
        shared.construction_years,
        facts.service_life_years,
        facts.urgent_unplanned,
    ),
    requirements=CONDITIONS,
    procedure=PROCEDURE,
    notes=("framework_no_award", "urgent_case_by_case"),
)
