"""Questions in people's own words, on the sandbox: from the question over the answer into the check."""

import json
from datetime import timedelta

from tests.journeys.cases import SPENDER
from tests.journeys.conftest import APPLICANT, COLLEAGUE, Stand
from tests.journeys.people import Person
from tests.journeys.test_people import a_group

BUYING = "我们公司去年买了80万的算力服务，能拿多少奖励？"


async def test_from_a_question_to_the_result(applicant: Person) -> None:
    """What was said is not asked again, and the result is that of the check."""
    await applicant.start()
    await applicant.say(BUYING)
    assert "每年24万元" in applicant.last.text
    assert "第七条" in applicant.last.text
    await applicant.press("▶ 接着核对")
    asked = await applicant.answer_questions(SPENDER)
    assert not {"compute_spend", "applicant_kind"} & set(asked)
    assert "符合申报条件" in applicant.last.text
    assert "每年24万元" in applicant.last.text.replace(" ", "")


async def test_the_article_can_be_read_from_the_answer(applicant: Person) -> None:
    await applicant.start()
    await applicant.say("购买算力服务怎么申报？")
    assert "办理步骤" in applicant.last.text
    await applicant.press("📖 看第八条")
    assert applicant.last.text.startswith("第八条")


async def test_follow_ups_and_the_end_of_memory(bot_on_sandbox: Stand, applicant: Person) -> None:
    """Half an hour later the bot asks again what is meant."""
    await applicant.start()
    await applicant.say(BUYING)
    await applicant.say("那50万呢？")
    assert "15万元" in applicant.last.text
    bot_on_sandbox.clock.advance(timedelta(minutes=31))
    await applicant.say("那50万呢？")
    assert "接着" not in applicant.last.text
    assert "15万元" not in applicant.last.text


async def test_a_restart_between_the_answer_and_the_tap_loses_nothing(stand: Stand) -> None:
    person = stand.person(APPLICANT)
    async with stand.bot():
        await person.start()
        await person.say("花了30万买算力能拿奖吗？")
    async with stand.bot():
        await person.press("✓ 当年算力支出：30万元")
        assert "须超过这个数" in person.last.text


async def test_a_question_in_a_check_leaves_the_check_open(applicant: Person) -> None:
    await applicant.start("hlj-compute-purchase")
    await applicant.press("黑龙江")
    await applicant.say("重点算力服务商是什么意思？")
    assert "📖" in applicant.sees()[-2].text
    assert applicant.question() == "compute_spend"
    await applicant.say("80万")
    assert applicant.question() == "vendor_listed"


async def test_what_is_sent_to_harm_is_shown_as_text(applicant: Person) -> None:
    await applicant.start()
    await applicant.say("<b>购买算力</b>能奖多少？<script>alert(1)</script>")
    assert applicant.last.text
    assert "抱歉" not in applicant.everything()


async def test_a_question_in_a_group_is_answered_when_the_bot_is_meant(bot_on_sandbox: Stand) -> None:
    """Others cannot press the buttons of the answer."""
    applicant, colleague = await a_group(bot_on_sandbox)
    bot_on_sandbox.world.reads_all_group_messages = True
    before = len(applicant.sees())
    await applicant.say("购买算力怎么申报？")
    assert len(applicant.sees()) == before
    await applicant.say(f"@{bot_on_sandbox.world.bot.username} 购买算力怎么申报？")
    assert "办理步骤" in applicant.last.text
    assert "别人发起" in await colleague.press("▶ 接着核对", applicant.last)


async def test_the_export_holds_the_talk_and_erasing_ends_it(bot_on_sandbox: Stand) -> None:
    """What was said is part of what is kept, and goes with the rest."""
    person = bot_on_sandbox.person(APPLICANT)
    await person.start()
    await person.say(BUYING)
    await person.say("/privacy")
    await person.press("导出我的资料")
    content = bot_on_sandbox.world.files.find(person.last.media["document"]["file_id"]).content
    kept = json.loads(content)
    assert kept["talks"][0]["document"]["route"]["scheme"] == "hlj-compute-purchase"
    assert "能拿多少奖励" in json.dumps(kept, ensure_ascii=False)
    await person.press("清除我的一切资料")
    await person.press("确认清除")
    await person.say("那50万呢？")
    assert "15万元" not in person.last.text


async def test_staff_read_what_was_not_understood(stand: Stand) -> None:
    """Without who asked or a number; people who are no staff are told how to rate an answer."""
    stand.settings = stand.settings.model_copy(update={"staff": frozenset({COLLEAGUE})})
    async with stand.bot():
        applicant, colleague = stand.person(APPLICANT), stand.person(COLLEAGUE)
        await applicant.start()
        await applicant.say("明天会下雨吗？打13800138000告诉我")
        await applicant.say("/feedback")
        assert "给工作人员看的" in applicant.last.text
        await colleague.say("/feedback")
        assert "没听懂 1" in colleague.last.text
        assert "明天会下雨吗?打▮告诉我" in colleague.last.text
