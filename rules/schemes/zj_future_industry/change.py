"""第二十一条: whether a change to the list of projects is filed or approved."""

from rules.engine.citation import cite
from rules.engine.figures import figure
from rules.engine.findings import Decision, Outcome
from rules.engine.scheme import Constraint, Nature, Scheme
from rules.schemes.zj_future_industry import facts
from rules.schemes.zj_future_industry.project import FLOOR_REACHED, PUBLISHED, TEN_4

FILING, APPROVAL = cite("四", "二十一", "一"), cite("四", "二十一", "二")
LARGEST_CUT = figure("largest_cut", "0.20", "share", PUBLISHED, FILING)

KIND = facts.change_kind
IS_CUT = KIND.among("investment_cut")
SMALL_CUT = facts.investment_cut_share <= LARGEST_CUT
SMALL_PACKAGE_CUT = facts.package_cut_share <= LARGEST_CUT
SHRINKS = KIND.among("investment_cut", "projects_reduced")

NEEDS_APPROVAL = (
    KIND.among("entity_substantive", "site_outside_county", "projects_added")
    | IS_CUT & ~SMALL_CUT
    | SHRINKS & ~SMALL_PACKAGE_CUT
    | facts.affects_task.yes
)
UNCHANGED = KIND.never_applied

CHANGE = Scheme(
    id="zj-future-industry/change",
    position=6,
    nature=Nature.ALLOCATED,
    in_force_from=PUBLISHED,
    policy="zj-future-industry",
    facts=(
        KIND,
        facts.affects_task,
        facts.investment_cut_share,
        facts.package_cut_share,
        facts.project_kind,
        facts.project_investment,
    ),
    requirements=(),
    # One project's cut takes no larger share from the whole package than from the project itself.
    constraints=(Constraint("package_cut_bounded", ~IS_CUT | ~SMALL_CUT | SMALL_PACKAGE_CUT, implied=True),),
    findings=(
        Decision(
            "route",
            (
                Outcome("none", UNCHANGED, FILING),
                Outcome("approval", ~UNCHANGED & NEEDS_APPROVAL, APPROVAL),
                Outcome("filing", ~UNCHANGED & ~NEEDS_APPROVAL, FILING),
            ),
        ),
        Decision("below_floor", (Outcome(True, ~FLOOR_REACHED, TEN_4), Outcome(False, FLOOR_REACHED, TEN_4))),
    ),
)
