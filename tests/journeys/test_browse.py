"""Reading the instruments on the sandbox: from the command to the official wording, imported meanwhile."""

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.handlers.official.law_making import made_text
from tests.journeys.conftest import Stand
from tests.journeys.people import Person

SCHEME = "hlj-compute-purchase"


async def test_a_person_reads_from_the_list_down_to_an_article_and_back(applicant: Person) -> None:
    """List, instrument, aspect, article, and the whole way back, in one message that is edited in place."""
    await applicant.start()
    await applicant.say("/browse")
    assert "8. 盘锦政务信息化 · 共 37 条" in applicant.last.text
    count = len(applicant.sees())
    await applicant.press("购买算力服务", applicant.last)
    assert "《黑龙江省支持购买算力服务奖励政策实施细则》" in applicant.last.text
    await applicant.answer("条件", "第五条")
    assert applicant.last.text.startswith("第五条（第二章）")
    assert "(四) " in applicant.last.text
    assert "官方原文尚未导入" in applicant.last.text
    await applicant.answer("‹ 条件", "‹ 购买算力服务", "‹ 全部法规")
    assert applicant.last.text.startswith("法规条文")
    assert len(applicant.sees()) == count


async def test_the_award_table_and_the_procedure_lead_on_to_a_check(applicant: Person) -> None:
    await applicant.start()
    await applicant.say("/browse hlj-compute-purchase")
    await applicant.press("🧭 办理步骤")
    assert "1. " in applicant.last.text
    assert "〔八(一)〕" in applicant.last.text
    await applicant.answer("‹ 购买算力服务", "💰 奖励怎么算")
    assert "100万元 → 每年30万元" in applicant.last.text
    await applicant.press("核对这一项")
    assert applicant.question() is not None


async def test_an_excerpt_is_said_to_be_one(applicant: Person) -> None:
    await applicant.start()
    await applicant.say("/browse")
    await applicant.press("哈尔滨市信息化项目建设管理办法（节选）")
    assert "只有节选，全文不在手边" in applicant.last.text
    assert "第三条" in applicant.last.text


async def test_what_the_operator_imports_is_shown_without_a_restart(
    bot_on_sandbox: Stand, applicant: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command runs beside the bot on the same store; the digest then has the wording below it."""
    await applicant.start()
    await applicant.say(f"/browse {SCHEME}")
    await applicant.answer("条件", "第五条")
    before = applicant.last.text
    file = tmp_path / "细则.txt"
    file.write_text(made_text(SCHEME).replace("第五条 ", "第五条 官方措辞 <甲> & 乙。"), "utf-8")
    monkeypatch.setenv("SHENBAO_HOME", str(bot_on_sandbox.settings.home))
    result = await run_beside(str(file))
    assert "已导入 17 处" in result
    await applicant.answer("‹ 条件", "第五条")
    assert "官方措辞 <甲> & 乙。" in applicant.last.text
    assert "来自文件 细则.txt" in applicant.last.text
    assert before.splitlines()[3] in applicant.last.text


async def test_old_buttons_of_the_library_still_work_below_a_later_message(applicant: Person) -> None:
    """They say all that they need: another message has come in between, and the page opens all the same."""
    await applicant.start()
    await applicant.say("/browse")
    page = applicant.last
    data = next(button["callback_data"] for button in page.buttons if button["text"] == "江苏专项资金")
    await applicant.say("/language")
    await applicant.press_old(page, data)
    assert "《江苏省省级财政专项资金管理办法》" in applicant.last.text


async def run_beside(file: str) -> str:
    """The command in a thread of its own, as another process would run it."""
    result = await asyncio.to_thread(CliRunner().invoke, app, ["import-text", file])
    assert result.exit_code == 0, result.output
    return result.stdout
