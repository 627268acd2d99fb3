"""From /start to a verdict, an amount, the articles and what comes next, for the compute purchase award."""

import pytest

from tests.journeys.cases import SPENDER
from tests.journeys.people import Person


async def choose_compute_purchase(person: Person) -> None:
    """Start and choose the scheme from the list."""
    await person.start()
    await person.answer("政策一览", "购买算力服务")


async def test_an_enterprise_asks_and_gets_verdict_amount_articles_and_next_steps(applicant: Person) -> None:
    """The whole path: 800,000 yuan from a listed vendor give 240,000, with arithmetic and procedure."""
    await choose_compute_purchase(applicant)
    asked = await applicant.answer_questions(SPENDER)

    assert len(asked) == len(set(asked)), "nothing is asked twice"
    assert "problem_serious" not in asked, "what can change nothing is not asked"
    result = applicant.last.text
    assert "符合申报条件" in result
    assert "每年24万元" in result.replace(" ", "")
    assert "80万元 × 30% = 24万元" in result
    assert "五(四)" in result
    assert "〔七〕" in result
    assert "接下来" in result
    assert "最终由主管部门审核决定" in result


@pytest.mark.parametrize(
    ("spend", "verdict"),
    [("300000", "不符合申报条件"), ("300000.01", "符合申报条件"), ("1.2亿", "符合申报条件")],
)
async def test_the_threshold_decides_to_the_fen(applicant: Person, spend: str, verdict: str) -> None:
    """Exactly 300,000 gives nothing, a fen more gives 30 %, and 120 million are capped at four."""
    await choose_compute_purchase(applicant)
    await applicant.press("黑龙江")
    await applicant.say(spend)
    if "卡在界线上" in applicant.last.text:
        await applicant.press("是，30万元")
    await applicant.answer_questions(SPENDER)
    assert verdict in applicant.last.text
    if spend == "300000":
        assert "目前" in applicant.last.text
        assert "正好 30万元" in applicant.last.text
    if spend == "300000.01":
        assert "9万元" in applicant.last.text
    if spend == "1.2亿":
        assert "400万元" in applicant.last.text


async def test_one_living_message_is_edited_in_place_while_buttons_are_pressed(applicant: Person) -> None:
    """Pressing buttons adds no message; only what is typed moves the question below it."""
    await choose_compute_purchase(applicant)
    await applicant.press("黑龙江")
    before = [message.id for message in applicant.sees()]
    await applicant.say("80万")
    await applicant.answer_questions(SPENDER)
    after = [message.id for message in applicant.sees()]
    assert len(after) == len(before) + 1
    record = next(message for message in applicant.sees() if message.id == before[-1])
    assert "当年算力支出：80万元" in record.text
    assert not record.buttons, "what has been answered has no buttons any more"


async def test_every_press_is_answered_before_anything_else_goes_out(applicant: Person) -> None:
    """The receipts show answerCallbackQuery first, then the edit."""
    await choose_compute_purchase(applicant)
    mark = len(applicant.world.receipts)
    await applicant.press("黑龙江")
    methods = [
        receipt.method for receipt in applicant.world.receipts.since(mark) if receipt.method != "getUpdates"
    ]
    assert methods == ["answerCallbackQuery", "editMessageText"]
