"""The further assessments within an instrument: payment, mid-term check and changes of the pilot zone."""

import pytest

from handlers.wording.catalogue import LANGUAGES
from rules.engine.situation import State
from rules.schemes import ASSESSMENTS
from tests.handlers.room import PERSON, Room

ZONE = "zj-future-industry"
FURTHER = [name for name in ASSESSMENTS if "/" in name]


async def test_choosing_the_pilot_zone_asks_what_is_meant() -> None:
    """A project, the payment, the mid-term check or a change: each is a check of its own."""
    room = Room()
    await room.command("check")
    await room.press("未来产业先导区")
    assert room.screen.labels[:4] == ["项目基本条件", "先导区资金预拨付", "先导区中期检查", "先导区项目调整"]
    await room.press("先导区中期检查")
    assert room.check.target == f"{ZONE}/midterm"
    assert room.check.view == "check"


@pytest.mark.parametrize("target", FURTHER)
async def test_each_has_a_command_and_a_link(target: str) -> None:
    """/midterm and ?start=zj-future-industry_midterm begin the same check."""
    by_command, by_link = Room(), Room()
    await by_command.command(target.rpartition("/")[2])
    await by_link.command("start", target.replace("/", "_"))
    assert by_command.check.target == by_link.check.target == target
    assert by_command.check.fact == by_link.check.fact


async def test_the_grades_that_the_text_allows_are_the_result() -> None:
    """Everything on plan, half paid in advance: the card lists the grades and their clauses."""
    room = Room()
    await room.command("midterm")
    typed = {
        "prepaid_share": "90%",
        "package_planned": "1亿",
        "package_actual": "8000万",
        "projects_total": "10",
        "projects_below_20pct": "0",
    }
    for _ in range(12):
        if room.check.view != "check":
            break
        fact = room.check.fact
        if fact in typed:
            await room.say(typed[fact])
        else:
            await room.press("全部按计划" if fact == "progress" else "是")
    assert room.check.view == "result", room.screen.plain
    assert "可能的等次：好" in room.screen.plain
    assert "〔二十四(一)〕" in room.screen.plain
    await room.press("依据条款")
    assert "二十四" in room.screen.plain


async def test_no_change_is_said_as_what_it_means() -> None:
    """Of a change "not applicable" is a value of its own: 没有调整, on the button and in the record."""
    room = Room()
    await room.command("change")
    assert room.check.fact == "change_kind"
    assert "没有调整" in room.screen.labels
    assert "不适用" not in room.screen.labels
    await room.press("没有调整")
    assert room.answers["change_kind"].state is State.NOT_APPLICABLE
    assert "调整的内容：没有调整" in room.screen.plain
    await room.press("先看结果")
    assert "无需" in room.screen.plain or "不需" in room.screen.plain or "没有调整" in room.screen.plain


async def test_never_penalised_is_said_as_what_it_means() -> None:
    """The date of a penalty that never was: 从未受过处罚."""
    room = Room()
    await room.command("check", "js-special-funds")
    await room.answer_until("penalty_date")
    assert "从未受过处罚" in room.screen.labels
    await room.press("从未受过处罚")
    await room.command("profile")
    assert "处罚日期：从未受过处罚" in room.screen.plain


async def test_the_result_of_one_leads_to_the_others() -> None:
    """From the payment to the mid-term check, to the project and to the deadlines."""
    room = Room()
    await room.command("payment")
    await room.press("是")
    await room.press("先看结果")
    assert {"未来产业先导区", "先导区中期检查", "先导区项目调整", "公示和期限"} <= set(room.screen.labels)
    await room.press("未来产业先导区")
    assert room.check.target == ZONE


async def test_a_contradiction_within_a_further_assessment_is_found_from_the_profile() -> None:
    """More projects below 20 % than there are projects."""
    room = Room()
    await room.command("midterm")
    await room.answer_until("projects_total")
    await room.say("3")
    await room.say("5")
    assert room.check.view == "conflict"
    assert "互相矛盾" in room.screen.plain


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", FURTHER)
async def test_the_whole_path_reads_in_every_language(
    target: str, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    """No key is missing from the first question to the result, its text and its basis."""
    room = Room()
    await room.desk.people.set_language(PERSON, language)
    await room.command("check", target)
    for _ in range(20):
        if room.check.view != "check":
            break
        await room.tap(room.screen.keys[-1][0].data, room.check.message_id or 0)
    assert not [record for record in caplog.records if "no text for" in record.message]
