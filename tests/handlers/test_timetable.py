"""Deadlines in chat: the scheme, the event, its date; what is due with the counting; every odd input."""

import pytest

from handlers.keyboards import Press, Verb, encode
from handlers.timetable import LIST, PICK
from handlers.wording.catalogue import LANGUAGES
from rules.deadlines.registry import DEADLINES, events_of
from tests.handlers.room import PERSON, Room


async def asked_for_publicity() -> Room:
    """A room in which the first day of publicity is asked for the compute purchase award."""
    room = Room()
    await room.command("deadlines")
    await room.press("购买算力服务")
    assert "公示开始日：哪一天？" in room.screen.plain
    return room


async def test_publicity_over_national_day_is_counted_with_its_days_off() -> None:
    """From 28 September 2026 five working days end on 9 October; the holiday is named, the article cited."""
    room = await asked_for_publicity()
    await room.say("2026-09-28")
    assert "公示期满：2026年10月9日" in room.screen.plain
    assert "国庆节 7 天不计" in room.screen.plain
    assert "〔八(五)〕" in room.screen.plain
    assert "已经过去" in room.screen.plain


async def test_beyond_the_published_calendar_the_date_is_said_to_be_estimated() -> None:
    """2027 is not published: a count that reaches into it says so."""
    room = await asked_for_publicity()
    await room.say("2026-12-30")
    assert "推定" in room.screen.plain
    assert "还有" in room.screen.plain


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("2026-02-30", "不是一个存在的日期"),
        ("1800-01-01", "不在 1949 到 2100 之间"),
        ("明年春天吧", "日期"),
        ("<b>9</b>", "日期"),
        ("\u202e", "没有收到内容"),
        ("9" * 5_000, "太长了"),
        ("不知道", "没有日期"),
        ("不适用", "没有日期"),
    ],
)
async def test_what_is_no_date_is_answered_and_asked_again(said: str, answered: str) -> None:
    """What was given, what is expected, the same question; nothing is kept."""
    room = await asked_for_publicity()
    await room.say(said)
    assert answered in room.screen.plain
    assert "公示开始日：哪一天？" in room.screen.plain
    assert not room.answers


async def test_a_date_without_its_year_is_asked_back() -> None:
    """A button or a yes takes it, a no asks again, another date replaces it."""
    room = await asked_for_publicity()
    await room.say("9月28日")
    assert "是，2026年9月28日" in room.screen.labels
    await room.say("否")
    assert room.screen.labels == ["‹ 其他政策的期限"]
    await room.say("9月28日")
    await room.say("是")
    assert "2026年10月9日" in room.screen.plain
    await room.press("换一个日期")
    await room.say("9月29日")
    await room.press("是，2026年9月29日")
    assert "2026年10月10日" in room.screen.plain


async def test_an_event_of_a_year_wants_a_year() -> None:
    """Words without one are refused with what is expected; the year in words is taken."""
    room = Room()
    await room.command("deadlines", "pj-it-projects")
    assert "哪一年" in room.screen.plain
    await room.say("下半年吧")
    assert "请给出年份" in room.screen.plain
    await room.say("二零二七")
    assert "2026年8月31日" in room.screen.plain
    assert "2026年11月30日" in room.screen.plain


async def test_another_date_can_be_written_right_below_a_list() -> None:
    """A date there is the next one to count from; other words are not taken for one."""
    room = await asked_for_publicity()
    await room.say("2026-09-28")
    await room.say("2026-11-02")
    assert "2026年11月6日" in room.screen.plain
    await room.say("你好")
    assert "还没明白" in room.last.plain


async def test_a_picture_while_a_date_is_asked_repeats_the_question() -> None:
    """Nothing is lost by a sticker."""
    room = await asked_for_publicity()
    await room.send("sticker")
    assert "公示开始日：哪一天？" in room.screen.plain


async def test_deadlines_leave_the_check_as_it_was() -> None:
    """In the middle of a check somebody looks up a date and goes on with the same question."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    await room.press("黑龙江")
    fact = room.check.fact
    await room.command("deadlines")
    await room.press("继续：购买算力服务")
    assert room.check.fact == fact


async def test_the_result_leads_to_the_deadlines_of_its_scheme() -> None:
    """公示和期限 under a card asks for the event or its date at once."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    await room.press("黑龙江")
    await room.press("先看结果")
    await room.press("公示和期限")
    assert "公示开始日：哪一天？" in room.screen.plain


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", sorted(DEADLINES))
async def test_every_event_of_every_scheme_leads_to_its_deadlines_in_every_language(
    scheme: str, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    """No key is missing on any of the screens."""
    room = Room()
    await room.desk.people.set_language(PERSON, language)
    await room.command("deadlines", scheme)
    for event in events_of(scheme).values():
        await room.tap(encode(Press(Verb.DUE_DATE, target=scheme, event=event.id), PERSON, 0), room.last_id)
        await room.say("不知道")
        await room.say("2026" if event.is_year else "2026-09-28")
        assert room.check.view.startswith(LIST)
        assert "📅" in room.screen.plain
    assert not [record for record in caplog.records if "no text for" in record.message]


@pytest.mark.parametrize("number", [0, 1, 2**40, 36**12])
async def test_a_made_up_date_in_a_button_leads_back_to_the_question(number: int) -> None:
    """Whatever a button carries, no date beyond the calendar is counted from."""
    room = Room()
    await room.command("deadlines", "js-special-funds")
    press = Press(Verb.DUE_LIST, target="js-special-funds", event="budget_approved", number=number)
    await room.tap(encode(press, PERSON, 0), room.last_id)
    assert room.check.view.startswith("due_date:")
    other = Press(Verb.DUE_LIST, target="js-special-funds", event="plan_year", number=2026)
    await room.tap(encode(other, PERSON, 0), room.last_id)
    assert room.check.view.startswith(PICK)
