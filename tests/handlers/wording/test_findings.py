"""What is found beside the verdict reads as plain lines with their articles."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from handlers.wording.card import card_plain
from handlers.wording.catalogue import wording_for
from handlers.wording.findings import findings_lines
from handlers.wording.question import why_asked
from rules.engine.citation import cite
from rules.engine.figures import figure
from rules.engine.findings import Clause, Clauses, Decision, Finding, Floor, Option, Options, Outcome, Span
from rules.engine.interval import Interval
from rules.engine.result import Assessment
from tests.handlers.wording.cases import PURCHASE, purchase, said

LISTED, FOR_AI = PURCHASE.fact("vendor_listed").yes, PURCHASE.fact("purpose_ai").yes
SPEND = PURCHASE.fact("compute_spend")
SEVENTEEN, GOOD, FAIR = cite("三", "十七"), cite("五", "二十四", "一"), cite("五", "二十四", "三")
FLOORS = ((LISTED, figure("floor", "0.80", "share", date(2025, 1, 6), SEVENTEEN)),)
GRADES = (
    Option("good", ((Clause("funds_timely", LISTED), Clause("prepaid_80", FOR_AI)),), GOOD),
    Option("fair", ((Clause("lagging", FOR_AI),),), FAIR),
)
ROUTE = Decision(
    "route",
    (
        Outcome("filing", LISTED, cite("四", "二十一", "一")),
        Outcome("approval", ~LISTED, cite("四", "二十一", "二")),
    ),
)

TEN_4 = cite("二", "十", "四")
BELOW = Decision("below_floor", (Outcome(True, LISTED, TEN_4), Outcome(False, ~LISTED, TEN_4)))


def found(finding: Finding, result: object) -> Assessment:
    """An assessment that has found this and nothing else."""
    scheme = replace(PURCHASE, findings=(finding,), requirements=(), award=None)
    blank = purchase(said({}))
    return replace(
        blank, scheme=scheme, verdict=None, requirements=(), award=None, findings={finding.id: result}
    )


@pytest.mark.parametrize(
    ("finding", "result", "lines"),
    [
        (Floor("least_share", FLOORS), Decimal("0.80"), ["当年度资金至少预拨付：80%〔十七〕"]),
        (Floor("least_share", FLOORS), Decimal(0), ["当年度资金至少预拨付：没有确定适用的下限〔十七〕"]),
        (Floor("least_amount", FLOORS, SPEND), Decimal(0), []),
        (Floor("least_amount", FLOORS, SPEND), None, ["当年度资金至少（金额）：待定〔十七〕"]),
        (Floor("least_amount", FLOORS, SPEND), Decimal(1600000), ["当年度资金至少（金额）：160万元〔十七〕"]),
        (Options("grades", GRADES), ["good", "fair"], ["可能的等次：好、一般〔二十四〕"]),
        (Options("grades", GRADES), [], ["可能的等次：条文没有覆盖这种情形，由主管部门认定〔二十四〕"]),
        (ROUTE, "approval", ["应走的程序：审批〔二十一(二)〕"]),
        (ROUTE, None, ["应走的程序：待定〔二十一〕"]),
        (BELOW, True, ["调整后的投资额：低于投资下限，不符合申报要求〔十(四)〕"]),
        (BELOW, False, ["调整后的投资额：不低于投资下限〔十(四)〕"]),
        (Span("total", SPEND), Interval(Decimal(48), Decimal(98)), ["综合得分：48元至98元"]),
        (Span("total", SPEND), Interval(Decimal(48), Decimal(48)), ["综合得分：48元"]),
    ],
)
def test_each_finding_is_a_line(finding: Finding, result: object, lines: list[str]) -> None:
    assert list(findings_lines(wording_for("zh_CN", strict=True), found(finding, result))) == lines


def test_the_clauses_of_a_grade_are_marked_one_by_one() -> None:
    result = [
        {"grade": "good", "clause": "funds_timely", "holds": True, "citation": {}},
        {"grade": "good", "clause": "prepaid_80", "holds": None, "citation": {}},
        {"grade": "fair", "clause": "lagging", "holds": False, "citation": {}},
    ]
    lines = findings_lines(wording_for("zh_CN", strict=True), found(Clauses("clauses", GRADES), result))
    assert list(lines) == [
        "好〔二十四(一)〕：✓ 资金拨付及时；? 预拨付不低于 80%",
        "一般〔二十四(三)〕：✗ 整体滞后",
    ]


def test_a_card_without_a_verdict_shows_its_findings_and_promises_nothing() -> None:
    text = card_plain(wording_for("en", strict=True), found(ROUTE, "filing"), {})
    assert "Findings\n· Procedure: filing (Art. 21(1))" in text
    assert "✅" not in text
    assert "💰" not in text


def test_a_fact_that_only_a_finding_needs_is_asked_for_that_finding() -> None:
    why = why_asked(wording_for("zh_CN", strict=True), PURCHASE.fact("vendor_listed"), [found(ROUTE, None)])
    assert "第二十一条（第四章）：应走的程序" in why.plain
