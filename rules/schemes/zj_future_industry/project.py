"""第十条: the basic conditions of a project in the package."""

from datetime import date
from decimal import Decimal

from rules import vocabulary as shared
from rules.engine.amounts import Sum
from rules.engine.citation import cite
from rules.engine.dates import YearOf
from rules.engine.figures import figure
from rules.engine.scheme import Requirement, Strength
from rules.engine.tree import Constant
from rules.schemes.zj_future_industry import facts

PUBLISHED = date(2025, 1, 6)
TEN_1, TEN_2, TEN_3, TEN_4 = (cite("二", "十", item) for item in ("一", "二", "三", "四"))

LONGEST_CONSTRUCTION = figure("longest_construction", "2", "year", PUBLISHED, TEN_2)
INVESTMENT_FLOOR = figure("investment_floor", "5000000", "yuan", PUBLISHED, TEN_4)
DEMONSTRATION_FLOOR = figure("demonstration_floor", "2000000", "yuan", PUBLISHED, TEN_4)
SECOND_YEAR = Sum((facts.incentive_first_year, Constant(Decimal(1))))
IS_DEMONSTRATION = facts.project_kind.among("demonstration")
FLOOR_REACHED = (facts.project_investment >= INVESTMENT_FLOOR) | IS_DEMONSTRATION & (
    facts.project_investment >= DEMONSTRATION_FLOOR
)

CONDITIONS = (
    Requirement("project_fits_domain", facts.project_fits_domain.yes, TEN_1),
    Requirement("registered_on_platform", facts.registered_on_platform.yes, TEN_2),
    Requirement(
        "construction_within_2_years",
        shared.construction_years <= LONGEST_CONSTRUCTION,
        TEN_2,
        Strength.IN_PRINCIPLE,
    ),
    # 31 December of the second year at the latest: the year of completion is at most the second year.
    Requirement("completed_in_second_year", YearOf(facts.completion_date) <= SECOND_YEAR, TEN_2),
    Requirement("complies_industrial_policy", facts.complies_industrial_policy.yes, TEN_3),
    Requirement("no_violation_3y", facts.violation_3y.no, TEN_3),
    Requirement("good_credit", facts.good_credit.yes, TEN_3),
    Requirement("investment_floor_reached", FLOOR_REACHED, TEN_4, Strength.IN_PRINCIPLE),
    Requirement("no_provincial_support", facts.provincial_support_received.no, TEN_4),
)
