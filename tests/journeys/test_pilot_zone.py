"""The pilot zone over the sandbox: payment, mid-term check and changes, by link, command and button."""

from tests.journeys.people import Person

PROGRESS = {
    "progress": "全部按计划",
    "funds_timely": "是",
    "prepaid_share": "90%",
    "package_planned": "1亿",
    "package_actual": "8000万",
    "projects_total": "10",
    "projects_below_20pct": "0",
}


async def test_a_link_leads_to_the_mid_term_check_and_its_grades(applicant: Person) -> None:
    """?start=zj-future-industry_midterm, seven answers, the grades with their article."""
    await applicant.start("zj-future-industry_midterm")
    asked = await applicant.answer_questions(PROGRESS)
    assert "package_planned" in asked
    assert "可能的等次：好" in applicant.everything()
    assert "〔二十四(一)〕" in applicant.everything()


async def test_a_cut_beyond_a_fifth_needs_approval_and_one_on_the_line_is_asked_back(
    applicant: Person,
) -> None:
    """Exactly 20 % is asked back, since a little more would need approval."""
    await applicant.start()
    await applicant.say("/change")
    await applicant.press("单个项目投资减少")
    await applicant.answer_questions_until("investment_cut_share")
    await applicant.say("20%")
    assert "卡在界线上" in applicant.last.text
    await applicant.press("不对，重填")
    await applicant.say("35%")
    await applicant.press("先看结果")
    assert "应走的程序：" in applicant.everything()
    assert "审批" in applicant.everything()


async def test_the_zone_is_chosen_from_the_list_and_its_parts_lead_to_each_other(applicant: Person) -> None:
    """A project first; from its card to the payment, whose card leads on."""
    await applicant.start()
    await applicant.say("/check")
    await applicant.answer("未来产业先导区", "项目基本条件", "不知道", "先看结果")
    assert "浙江未来产业先导区财政专项激励" in applicant.everything()
    await applicant.press("先导区资金预拨付")
    assert applicant.question() == "midterm_passed"
    await applicant.answer("是", "先看结果")
    assert "100%" in applicant.everything()
    assert "先导区中期检查" in applicant.labels


async def test_never_penalised_is_a_button_that_says_so(applicant: Person) -> None:
    """从未受过处罚 instead of 不适用, and typed 从未 is asked back and taken."""
    await applicant.start("js-special-funds")
    await applicant.answer_questions_until("penalty_date")
    assert "从未受过处罚" in applicant.labels
    assert "不适用" not in applicant.labels
    await applicant.press("从未受过处罚")
    assert "处罚日期：从未受过处罚" in applicant.everything()
