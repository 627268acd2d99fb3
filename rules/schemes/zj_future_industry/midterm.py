"""第二十四条: four mid-term grades that neither cover every case nor exclude one another."""

from decimal import Decimal

from rules import vocabulary as shared
from rules.engine.amounts import Product
from rules.engine.citation import cite
from rules.engine.figures import figure
from rules.engine.findings import Clause, Clauses, Option, Options
from rules.engine.scheme import Constraint, Nature, Scheme
from rules.engine.tree import Condition, Constant, Term
from rules.schemes.zj_future_industry import facts
from rules.schemes.zj_future_industry.project import PUBLISHED

GRADE = tuple(cite("五", "二十四", item) for item in ("一", "二", "三", "四"))
THREE, TWO = Constant(Decimal(3)), Constant(Decimal(2))


def _planned(share: str, item: int) -> Term:
    return Product(
        facts.package_planned, figure(f"package_share_{item}", share, "share", PUBLISHED, GRADE[item])
    )


def _prepaid(share: str, item: int) -> Term:
    return figure(f"prepaid_floor_{item}", share, "share", PUBLISHED, GRADE[item])


def _progress(*choices: str) -> Condition:
    return facts.progress.among(*choices)


BELOW = facts.projects_below_20pct
TIMELY = Clause("funds_timely", facts.funds_timely.yes)

GOOD = (
    Clause("all_on_plan", _progress("all_on_plan")),
    Clause("invested_over_50", facts.package_actual > _planned("0.50", 0)),
    Clause("no_project_below_20", BELOW <= 0),
    TIMELY,
    Clause("prepaid_80", facts.prepaid_share >= _prepaid("0.80", 0)),
)
FAIRLY_GOOD = (
    Clause("on_plan_overall", _progress("all_on_plan", "on_plan_overall")),
    Clause("invested_40", facts.package_actual >= _planned("0.40", 1)),
    Clause("third_below_20", Product(BELOW, THREE) <= facts.projects_total),
    TIMELY,
    Clause("prepaid_60", facts.prepaid_share >= _prepaid("0.60", 1)),
)
FAIR = (
    (
        Clause("lagging", _progress("lagging")),
        Clause("invested_20", facts.package_actual >= _planned("0.20", 2)),
        Clause("half_below_20", Product(BELOW, TWO) <= facts.projects_total),
    ),
    (Clause("funds_not_timely", facts.funds_timely.no),),
    (Clause("prepaid_under_60", facts.prepaid_share < _prepaid("0.60", 2)),),
)
FAIL = (
    (
        Clause("seriously_lagging", _progress("seriously_lagging")),
        Clause("invested_under_20", facts.package_actual < _planned("0.20", 3)),
        Clause("over_half_below_20", Product(BELOW, TWO) > facts.projects_total),
    ),
    (Clause("serious_violation", shared.fraud.yes),),
)
GRADES = (
    Option("good", (GOOD,), GRADE[0]),
    Option("fairly_good", (FAIRLY_GOOD,), GRADE[1]),
    Option("fair", FAIR, GRADE[2]),
    Option("fail", FAIL, GRADE[3]),
)

MIDTERM = Scheme(
    id="zj-future-industry/midterm",
    position=6,
    nature=Nature.ALLOCATED,
    in_force_from=PUBLISHED,
    policy="zj-future-industry",
    facts=(
        facts.progress,
        facts.funds_timely,
        facts.prepaid_share,
        facts.package_planned,
        facts.package_actual,
        facts.projects_total,
        facts.projects_below_20pct,
        shared.fraud,
    ),
    requirements=(),
    constraints=(Constraint("below_20_within_total", facts.projects_total >= BELOW),),
    findings=(Options("grades", GRADES), Clauses("clauses", GRADES)),
    notes=("grades_overlap",),
)
