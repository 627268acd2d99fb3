"""Deadlines in chat over the real Bot API of the sandbox: from the command, from a result, with odd input."""

import pytest

from tests.journeys.cases import SPENDER
from tests.journeys.people import Person


async def test_publicity_from_the_command_to_the_date_with_the_counting(applicant: Person) -> None:
    """Scheme, date, list: 28 September 2026, five working days, the National Day holiday left out."""
    await applicant.start()
    await applicant.say("/deadlines")
    await applicant.press("购买算力服务")
    await applicant.say("2026年9月28日")
    said = applicant.last.text
    assert "公示期满：2026年10月9日" in said
    assert "9月28日起" in said
    assert "国庆节 7 天不计" in said
    assert "〔八(五)〕" in said


async def test_another_event_another_date_and_back_in_one_living_message(applicant: Person) -> None:
    """Buttons edit the message in place; a typed date comes below, with what was said on one line."""
    await applicant.start()
    await applicant.say("/deadlines")
    await applicant.answer("未来产业先导区", "通过验收")
    await applicant.say("2026-11-20")
    assert "完成当期资金结算：原则上 2026年12月20日" in applicant.last.text
    assert "✓ 通过验收：2026年11月20日" in applicant.everything()
    count = len(applicant.sees())
    await applicant.press("换一个事件")
    await applicant.press("项目实施结束")
    assert len(applicant.sees()) == count
    await applicant.say("2026-08-31")
    assert "提交验收申请：2026年9月30日" in applicant.last.text
    assert "报送绩效自评报告：2026年11月30日" in applicant.last.text
    await applicant.press("换一个日期")
    assert "哪一天" in applicant.last.text
    await applicant.press("返回")
    assert "从哪件事算起" in applicant.last.text
    await applicant.press("其他政策的期限")
    assert "江苏专项资金" in applicant.labels


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("2026-02-30", "不是一个存在的日期"),
        ("2201-01-01", "不在 1949 到 2100 之间"),
        ("<b>&amp;", "不是一个存在的日期"),
        ("我不知道", "没有日期"),
        ("下周一", "是 2026年11月23日 吗"),
        ("2026年9月", "请给出年、月、日"),
        ("2026-09-28 到 2026-09-30", "请只写一个"),
        ("日" * 4_090, "太长了"),
    ],
)
async def test_every_odd_date_gets_a_considered_answer(applicant: Person, said: str, answered: str) -> None:
    """What was given, what is expected, and the question stays open."""
    await applicant.start()
    await applicant.say("/deadlines hlj-sme-digital")
    await applicant.say(said)
    assert answered in applicant.last.text
    assert "公示开始日：哪一天？" in applicant.last.text


async def test_from_a_result_to_its_deadlines_and_back_to_the_check(applicant: Person) -> None:
    """The card of a scheme leads to its deadlines; the check waits where it was."""
    await applicant.start("hlj-compute-purchase")
    await applicant.answer_questions(SPENDER)
    await applicant.press("公示和期限")
    await applicant.say("2026-12-28")
    assert "推定" in applicant.last.text
    await applicant.press("继续：购买算力服务")
    assert "符合申报条件" in applicant.last.text
