"""Restarts, changed answers, old buttons, two devices: nothing is lost and nothing is mixed up."""

from datetime import timedelta

import pytest

from bot.sandbox import Fault
from tests.journeys.cases import SPENDER
from tests.journeys.conftest import APPLICANT, COLLEAGUE, Stand
from tests.journeys.people import Person, labels
from tests.journeys.test_compute_purchase import choose_compute_purchase


async def test_a_check_goes_on_after_a_restart_in_the_middle(stand: Stand) -> None:
    """What was answered before the restart is there after it, and the same question is still open."""
    person = stand.person(APPLICANT)
    async with stand.bot():
        await choose_compute_purchase(person)
        await person.press("黑龙江")
        open_question = person.question()
    async with stand.bot():
        assert person.question() == open_question == "compute_spend"
        await person.say("80万")
        asked = await person.answer_questions(SPENDER)
        assert "registration_province" not in asked
        assert "24万元" in person.last.text


async def test_what_is_said_while_the_bot_is_down_is_answered_when_it_is_back(stand: Stand) -> None:
    """Pending updates are never dropped."""
    person = stand.person(APPLICANT)
    async with stand.bot():
        await choose_compute_purchase(person)
        await person.press("黑龙江")
    stand.world.send_text(APPLICANT, "80万")
    async with stand.bot():
        await stand.settle()
        assert "当年算力支出：80万元" in person.last.text


async def test_no_update_is_answered_twice_over_a_clean_restart(stand: Stand) -> None:
    """The last offset is told to Telegram at the end: a message gets one answer."""
    person = stand.person(APPLICANT)
    async with stand.bot():
        await person.start()
    said = len(person.sees())
    async with stand.bot():
        await stand.settle()
    assert len(person.sees()) == said


async def test_a_changed_answer_changes_the_result(applicant: Person) -> None:
    """From the result the amount is corrected, and the award follows."""
    await choose_compute_purchase(applicant)
    await applicant.answer_questions(SPENDER)
    await applicant.press("改一个答案")
    await applicant.press("当年算力支出")
    assert "不改：80万元" in applicant.labels
    await applicant.say("100万")
    assert "每年30万元" in applicant.last.text
    assert "100万元 × 30% = 30万元" in applicant.last.text


async def test_back_asks_the_question_before_and_keeps_its_answer(applicant: Person) -> None:
    """返回 goes one question back; leaving the answer as it is goes on where one was."""
    await choose_compute_purchase(applicant)
    await applicant.press("黑龙江")
    await applicant.say("80万")
    open_question = applicant.question()
    await applicant.press("‹ 返回")
    assert applicant.question() == "compute_spend"
    await applicant.press("不改：80万元")
    assert applicant.question() == open_question


async def test_an_old_answer_button_is_answered_politely_and_changes_nothing(applicant: Person) -> None:
    """Another device presses a province after the question has gone on: the answer stays what it was."""
    await choose_compute_purchase(applicant)
    other = applicant.last.button("江苏")["callback_data"]
    await applicant.press("黑龙江")
    said = await applicant.press_old(applicant.last, other)
    assert "已经答过" in said
    assert "黑龙江" in said
    assert applicant.question() == "compute_spend"
    await applicant.say("/profile")
    assert "注册地：黑龙江" in applicant.last.text


async def test_a_button_on_an_earlier_message_leads_to_the_question_that_is_open_now(
    applicant: Person,
) -> None:
    """The earlier message loses its buttons and the current screen stands below."""
    await choose_compute_purchase(applicant)
    await applicant.press("黑龙江")
    old, data = applicant.last, applicant.last.button("不知道")["callback_data"]
    await applicant.say("80万")
    await applicant.press(applicant.labels[0])
    said = await applicant.press_old(old, data)
    assert said
    assert applicant.last.id > old.id
    assert applicant.question() is not None
    assert not labels(old)


async def test_an_answer_still_holds_while_its_question_is_open(applicant: Person) -> None:
    """The explanation was unfolded on another device: the button without it is honoured."""
    await choose_compute_purchase(applicant)
    data = applicant.last.button("黑龙江")["callback_data"]
    await applicant.press("为什么问")
    assert "第五条第(一)项" in applicant.last.text
    await applicant.press_old(applicant.last, data)
    assert applicant.question() == "compute_spend"


async def test_two_devices_at_once_leave_one_question_and_no_mixed_answers(bot_on_sandbox: Stand) -> None:
    """A press and two messages arrive together: each is taken for the question that was open at its turn."""
    person = bot_on_sandbox.person(APPLICANT)
    await choose_compute_purchase(person)
    living = person.last
    bot_on_sandbox.world.press(APPLICANT, living.id, label="黑龙江")
    bot_on_sandbox.world.send_text(APPLICANT, "80万")
    bot_on_sandbox.world.press(APPLICANT, living.id, label="黑龙江", stale=True)
    await bot_on_sandbox.settle()
    assert person.question() not in (None, "registration_province", "compute_spend")
    assert sum(bool(labels(message)) for message in person.sees()) == 1


async def test_a_deleted_living_message_is_replaced_by_a_new_one(bot_on_sandbox: Stand) -> None:
    """Where the message cannot be edited any more, the question comes again below."""
    person = bot_on_sandbox.person(APPLICANT)
    await choose_compute_purchase(person)
    living = person.last
    bot_on_sandbox.world.press(APPLICANT, living.id, label="黑龙江")
    bot_on_sandbox.world.delete_message(living)
    await bot_on_sandbox.settle()
    assert person.last.id > living.id
    assert person.question() == "compute_spend"


async def test_a_press_that_waited_too_long_still_counts(stand: Stand) -> None:
    """Telegram takes no answer to it any more; the question goes on all the same."""
    person = stand.person(APPLICANT)
    async with stand.bot():
        await choose_compute_purchase(person)
    stand.world.press(APPLICANT, person.last.id, label="黑龙江")
    stand.clock.advance(timedelta(minutes=5))
    async with stand.bot():
        await stand.settle()
        assert person.question() == "compute_spend"
    assert "抱歉" not in person.everything()


async def test_somebody_who_blocks_the_bot_in_the_middle_disturbs_nobody(
    stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    """The answer cannot be sent; that is no error of ours, and others are served."""
    person, other = stand.person(APPLICANT), stand.person(COLLEAGUE)
    async with stand.bot():
        await choose_compute_purchase(person)
    stand.world.send_text(APPLICANT, "80万")
    stand.world.block(APPLICANT)
    async with stand.bot():
        await stand.settle()
        await choose_compute_purchase(other)
        assert other.question() == "registration_province"
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_send_that_fails_is_apologised_for_and_the_answer_is_not_lost(bot_on_sandbox: Stand) -> None:
    """The server fails once after the answer was kept: the next try shows the question after it."""
    person = bot_on_sandbox.person(APPLICANT)
    await choose_compute_purchase(person)
    bot_on_sandbox.world.faults.add(Fault("server_error", method="editMessageText", times=1))
    await person.press("黑龙江")
    assert "抱歉" in person.last.text
    await person.say("/check hlj-compute-purchase")
    assert person.question() == "compute_spend"
