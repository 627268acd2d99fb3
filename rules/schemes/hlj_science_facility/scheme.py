"""《黑龙江省国家重大科技基础设施奖励实施细则》(试行) (2024-09-05): sections 一 to 六, no articles.

Not modelled: the coefficients of the second-level measures. The source names the measures and gives no
coefficient; an operator can record them with the document that sets them.
"""

from datetime import date
from decimal import Decimal

from rules import vocabulary as shared
from rules.engine.amounts import AtMost, Product, Stated, Step, Sum, Weighted
from rules.engine.citation import cite_section
from rules.engine.facts import Fact, IfStated
from rules.engine.figures import IfRecorded, RecordedNumber, figure
from rules.engine.findings import Span, Spans
from rules.engine.scheme import (
    Award,
    Constraint,
    Nature,
    Per,
    ProcedureStep,
    Requirement,
    Scheme,
    Strength,
)
from rules.engine.tree import Constant
from rules.policies import LONGJIANG_60
from rules.schemes.hlj_science_facility import facts

ISSUED = date(2024, 9, 5)

# 一、支持对象  二、支持条件和方式
CONDITIONS = (
    Requirement("is_national_facility", facts.is_national_facility.yes, cite_section("一")),
    Requirement("accepted_and_in_use", facts.accepted_and_in_use.yes, cite_section("二", "一")),
)

TWO_2, TWO_3, TWO_4 = (cite_section("二", item) for item in ("二", "三", "四"))
CAPS = (
    (facts.score_rd, figure("score_rd_cap", "40", "point", ISSUED, TWO_2)),
    (facts.score_output, figure("score_output_cap", "10", "point", ISSUED, TWO_2)),
    (facts.score_service, figure("score_service_cap", "40", "point", ISSUED, TWO_2)),
    (facts.score_talent, figure("score_talent_cap", "10", "point", ISSUED, TWO_2)),
)
CAPPED = {score.id: AtMost(score, cap) for score, cap in CAPS}
SUM_OF_SCORES = Step("sum_of_scores", Sum(tuple(CAPPED.values())), TWO_3)
TOTAL = Stated(facts.score_total, SUM_OF_SCORES)


def measured(score: Fact) -> Constraint:
    """A first-level score is each measure times its coefficient, once an operator has recorded them all."""
    measures = facts.MEASURES[score.id]
    coefficients = tuple(RecordedNumber(measure.id) for measure in measures)
    weighted = tuple(map(Weighted, measures, coefficients))
    return Constraint(f"{score.id}_from_measures", IfRecorded(coefficients, score.equals(Sum(weighted))))


CONSTRAINTS = (
    Constraint(
        "total_is_sum_of_scores", IfStated(facts.score_total, facts.score_total.equals(SUM_OF_SCORES))
    ),
    *(measured(score) for score, _ in CAPS),
)

BASE = figure("facility_base", "10000000", "yuan", ISSUED, TWO_4)
HUNDREDTH = Constant(Decimal("0.01"))
AWARD = Award(Step("score_share_of_base", Product(Product(TOTAL, HUNDREDTH), BASE), TWO_4), Per.YEAR, TWO_4)

# 三、工作流程
PROCEDURE = (
    ProcedureStep("call", "provincial_science", cite_section("三", "一")),
    ProcedureStep("annual_report", "host_institution", cite_section("三", "二")),
    ProcedureStep("formal_check", "provincial_science", cite_section("三", "三")),
    ProcedureStep("expert_check", "expert_panel", cite_section("三", "四")),
    ProcedureStep("scoring", "provincial_science", cite_section("三", "五")),
    ProcedureStep("publicity", "provincial_science", cite_section("三", "六")),
    ProcedureStep("approval_and_payment", "provincial_science_with_finance", cite_section("三", "六")),
)

# 四、资金分配与使用: an omission may cost the next cycle, as the province decides.
COMPLETE_STATISTICS = Requirement(
    "rd_statistics_complete",
    facts.rd_statistics_omitted.no,
    cite_section("四", "七"),
    Strength.IN_PRINCIPLE,
)

# 五、绩效管理与财会监督
HONEST = Requirement("no_fraud", shared.fraud.no, cite_section("五", "七"))

SCHEME = Scheme(
    id="hlj-science-facility",
    position=4,
    nature=Nature.SCORED,
    in_force_from=ISSUED,
    policy=LONGJIANG_60,
    facts=(
        facts.is_national_facility,
        facts.accepted_and_in_use,
        facts.rd_statistics_omitted,
        facts.score_rd,
        facts.score_output,
        facts.score_service,
        facts.score_talent,
        facts.score_total,
        *(measure for measures in facts.MEASURES.values() for measure in measures),
        shared.fraud,
    ),
    requirements=(*CONDITIONS, COMPLETE_STATISTICS, HONEST),
    award=AWARD,
    constraints=CONSTRAINTS,
    findings=(Spans("scores", tuple(CAPPED.items())), Span("total", TOTAL)),
    procedure=PROCEDURE,
    notes=("coefficients_not_published",),
)
