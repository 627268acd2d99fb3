"""Questions in chat: the answer as a screen, its buttons, follow-ups, asides, and what staff learn."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.ports import Note
from rules.engine.situation import Source
from tests.handlers.room import Room

BUYING = "我们公司去年买了80万的算力服务，能拿多少奖励？"


@pytest.fixture
def room() -> Room:
    return Room()


async def test_going_on_keeps_what_was_said_with_its_words_and_asks_what_matters_next(room: Room) -> None:
    await room.say(BUYING)
    assert room.answers == {}, "nothing is kept before the person goes on"
    await room.press("▶ 接着核对")
    spend = room.answers["compute_spend"]
    assert (spend.value, spend.source, spend.said) == (Decimal(800_000), Source.READ, "80万")
    assert "已记下您说的 2 项" in room.screen.plain
    assert room.check.target == "hlj-compute-purchase"
    assert room.check.fact == "registration_province"


async def test_what_is_only_supposed_is_never_kept(room: Room) -> None:
    await room.say("如果我们的智算中心PUE是1.35，还能申请吗？")
    assert "这次假设：PUE：1.35" in room.last.plain
    await room.press("▶ 接着核对")
    assert "pue" not in room.answers


async def test_a_doubtful_reading_counts_once_it_is_confirmed(room: Room) -> None:
    await room.say("花了30万买算力能拿奖吗？")
    assert "❔" in room.last.plain
    await room.press("✓ 当年算力支出：30万元")
    assert "正好 30万元，须超过这个数" in room.last.plain
    await room.press("▶ 接着核对")
    assert room.answers["compute_spend"].value == Decimal(300_000)


async def test_a_wrong_reading_is_put_right_by_a_tap(room: Room) -> None:
    await room.say(BUYING)
    await room.press("✎ 当年算力支出：80万元")
    assert room.check.fact == "compute_spend"
    await room.say("90万")
    assert room.answers["compute_spend"].value == Decimal(900_000)
    await room.say("那能拿多少？")
    assert "27万元" in "".join(message.plain for message in room.messages.values())


async def test_follow_ups_are_read_for_what_was_spoken_of(room: Room) -> None:
    await room.say(BUYING)
    await room.say("那50万呢？")
    assert "这是接着“购买算力服务”回答的" in room.last.plain
    assert "15万元" in room.last.plain
    await room.say("要多久？")
    assert "购买算力服务，第" in room.last.plain


async def test_a_question_in_the_middle_of_a_check_is_answered_and_the_check_goes_on(room: Room) -> None:
    await room.command("check", "hlj-compute-purchase")
    await room.say("申报要走哪些流程？")
    answer, question = (room.messages[place].plain for place in sorted(room.messages)[-2:])
    assert "办理步骤" in answer
    assert "哪个省登记注册" in question
    await room.press("黑龙江")
    assert room.answers["registration_province"].value == "heilongjiang"


@pytest.mark.parametrize("text", ["80万", "80万？", "不知道", "很多很多", "<b>x</b>", "大概80万吧"])
async def test_what_answers_the_open_question_is_no_question(room: Room, text: str) -> None:
    await room.command("check", "hlj-compute-purchase")
    await room.press("黑龙江")
    await room.say(text)
    assert "📖" not in "".join(message.plain for message in room.messages.values())


async def test_where_it_is_not_clear_which_is_meant_a_tap_says_so(room: Room) -> None:
    await room.say("可以拿多少补贴？")
    assert "您问的是哪一项" in room.last.plain
    await room.press("问的是：购买算力服务")
    assert "第七条" in room.last.plain


async def test_a_misspelled_term_can_be_said_not_to_be_meant(room: Room) -> None:
    await room.say("智酸中心能奖多少？")
    assert "您是指“智算中心”吧" in room.last.plain
    await room.press("不是这个意思")
    assert "换个说法" in room.last.plain
    assert room.desk.feedback.notes == [Note("unclear", "智酸中心能奖多少?")]


async def test_the_answer_is_in_the_language_of_the_question_unless_one_was_chosen(room: Room) -> None:
    await room.say("How much is the award for a computing centre?")
    assert "What matters next" in room.last.plain
    await room.command("language")
    await room.press("Русский")
    await room.say("How much is the award for a computing centre?")
    assert "Дальше важнее всего" in room.last.plain


async def test_a_question_in_traditional_characters_is_answered_in_them(room: Room) -> None:
    await room.say("我們公司買了80萬的算力服務，可以拿多少獎勵？")
    assert "購買重點算力服務商" in room.last.plain
    assert "接下來" in room.last.plain
    assert "▶ 接著核對" in room.last.labels


async def test_useful_or_not_is_told_once_and_useless_keeps_the_masked_text(room: Room) -> None:
    await room.say("我电话13800138000，购买算力怎么申报？")
    await room.press("👎 没用")
    assert room.toast.startswith("谢谢")
    assert "👎 没用" not in room.last.labels
    (note,) = room.desk.feedback.notes
    assert note.kind == "useless"
    assert "138" not in note.text


async def test_useful_is_only_counted(room: Room) -> None:
    await room.say(BUYING)
    await room.press("👍 有用")
    assert room.desk.feedback.notes == [Note("useful")]


async def test_what_leads_nowhere_is_noted_for_staff(room: Room) -> None:
    await room.say("今天天气怎么样？")
    assert room.desk.feedback.notes == [Note("unclear", "今天天气怎么样?")]


async def test_buttons_of_a_question_that_is_not_remembered_say_so(room: Room) -> None:
    await room.say(BUYING)
    room.desk.talks.kept.clear()
    await room.press("✎ 当年算力支出：80万元")
    assert "已经不留了" in room.last.plain
    assert room.answers == {}


async def test_staff_see_the_notes_and_others_are_refused_politely() -> None:
    room = Room()
    await room.say("今天天气怎么样？")
    await room.command("feedback")
    assert "给工作人员看的" in room.last.plain
    staff = Room(9001, beside=room)
    await staff.command("feedback")
    assert "没听懂 1" in staff.last.plain
    assert "今天天气怎么样?" in staff.last.plain


async def test_in_a_group_the_answers_of_a_person_are_not_used() -> None:
    """They would show to others what was told in private."""
    alone = Room()
    await alone.say("我们注册在江苏，买算力能拿奖吗？")
    await alone.press("▶ 接着核对")
    together = Room(chat=-5, beside=alone)
    await together.say("买算力能拿多少奖励？")
    assert "❌" not in together.last.plain
    await alone.say("买算力能拿多少奖励？")
    assert "❌" in alone.last.plain


@pytest.mark.parametrize(("text", "answer"), [("💰💰", "没有读到文字"), ("算" * 4_001, "问题太长")])
async def test_what_cannot_be_read_is_refused_in_words(room: Room, text: str, answer: str) -> None:
    await room.say(text)
    assert answer in room.last.plain


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=200))
async def test_any_text_gets_an_answer(text: str) -> None:
    room = Room()
    await room.say(text)
    assert room.last.plain.strip()
