"""第十七条: the least share of a year's money that is to be paid in advance, in principle."""

from decimal import Decimal

from rules.engine.amounts import Product
from rules.engine.citation import cite
from rules.engine.figures import figure
from rules.engine.findings import Floor
from rules.engine.scheme import Nature, Scheme
from rules.engine.tree import Constant
from rules.schemes.zj_future_industry import facts
from rules.schemes.zj_future_industry.project import PUBLISHED

SEVENTEEN = cite("三", "十七")
TWO, THREE = Constant(Decimal(2)), Constant(Decimal(3))

STARTED = facts.plan_clear.yes & facts.construction_started.yes
# Whole multiples keep one half and two thirds exact.
HALF_INVESTED = Product(facts.invested_amount, TWO) > facts.project_investment
TWO_THIRDS_INVESTED = Product(facts.invested_amount, THREE) > Product(facts.project_investment, TWO)

FLOORS = (
    (STARTED, figure("floor_started", "0.60", "share", PUBLISHED, SEVENTEEN)),
    (HALF_INVESTED, figure("floor_half_invested", "0.80", "share", PUBLISHED, SEVENTEEN)),
    (facts.midterm_passed.yes, figure("floor_midterm_passed", "1.00", "share", PUBLISHED, SEVENTEEN)),
)
ADDED = (
    (
        facts.midterm_passed.yes & (facts.added_funds > 0) & TWO_THIRDS_INVESTED,
        figure("floor_added", "0.80", "share", PUBLISHED, SEVENTEEN),
    ),
)

PAYMENT = Scheme(
    id="zj-future-industry/payment",
    position=6,
    nature=Nature.ALLOCATED,
    in_force_from=PUBLISHED,
    policy="zj-future-industry",
    facts=(
        facts.midterm_passed,
        facts.plan_clear,
        facts.construction_started,
        facts.project_investment,
        facts.invested_amount,
        facts.year_funds,
        facts.added_funds,
    ),
    requirements=(),
    findings=(
        Floor("least_share", FLOORS),
        Floor("least_amount", FLOORS, facts.year_funds),
        Floor("added_least_share", ADDED),
        Floor("added_least_amount", ADDED, facts.added_funds),
    ),
    notes=("floors_in_principle",),
)
