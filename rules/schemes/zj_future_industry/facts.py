"""The facts that only this instrument asks for."""

from dataclasses import replace
from decimal import Decimal

from rules.engine.facts import Fact, Kind, choice, day, flag, money, number


def _count(fact_id: str) -> Fact:
    return Fact(fact_id, Kind.INTEGER, "count", minimum=Decimal(0))


def _year(fact_id: str) -> Fact:
    return Fact(fact_id, Kind.YEAR, minimum=Decimal(1949), maximum=Decimal(2100))


# A project
project_fits_domain = flag("project_fits_domain")
registered_on_platform = flag("registered_on_platform")
incentive_first_year = _year("incentive_first_year")
completion_date = day("completion_date")
complies_industrial_policy = flag("complies_industrial_policy")
violation_3y = flag("violation_3y")
good_credit = flag("good_credit")
project_kind = choice("project_kind", "platform", "commercialisation", "demonstration")
project_investment = money("project_investment", changeable=True)
provincial_support_received = flag("provincial_support_received")

# Payment of the year's money
year_funds = money("year_funds")
plan_clear = flag("plan_clear")
construction_started = flag("construction_started")
invested_amount = money("invested_amount", changeable=True)
midterm_passed = flag("midterm_passed")
added_funds = money("added_funds")

# Mid-term check
package_planned = replace(money("package_planned"), minimum=Decimal("0.01"))
package_actual = money("package_actual")
projects_total = replace(_count("projects_total"), minimum=Decimal(1))
projects_below_20pct = _count("projects_below_20pct")
progress = choice("progress", "all_on_plan", "on_plan_overall", "lagging", "seriously_lagging")
funds_timely = flag("funds_timely")
prepaid_share = number("prepaid_share", "share")

# Changes
change_kind = replace(
    choice(
        "change_kind",
        "entity_nominal",
        "entity_substantive",
        "site_within_county",
        "site_outside_county",
        "investment_cut",
        "projects_reduced",
        "projects_added",
        "period_or_plan",
    ),
    inapplicable=True,
)
investment_cut_share = number("investment_cut_share", "share", maximum="1")
package_cut_share = number("package_cut_share", "share", maximum="1")
affects_task = flag("affects_task")
