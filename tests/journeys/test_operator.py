"""What an operator recorded reaches the chat, and a receipt copied there can be replayed at a desk."""

import json
import re
from datetime import date

import pytest
from typer.testing import CliRunner

from bot.app import polling, started
from bot.cli import app
from bot.store.store import open_store
from handlers.records import Records
from handlers.wording.catalogue import wording_for
from rules.engine.recorded import Recorded
from tests.journeys.cases import SPENDER
from tests.journeys.conftest import APPLICANT, Stand
from tests.journeys.test_compute_purchase import choose_compute_purchase

ENDED = Records(recorded=Recorded(valid_until={"longjiang60": date(2026, 6, 30)}))
TOKEN = re.compile(r"^SB1-\S+$", re.MULTILINE)


@pytest.mark.parametrize(("records", "validity"), [(Records(), "unverified"), (ENDED, "expired")])
async def test_a_result_in_chat_is_replayed_on_the_command_line(
    stand: Stand, records: Records, validity: str
) -> None:
    """The receipt carries the recorded end: the desk has no operator's file at all."""
    token = stand.settings.token
    assert token is not None
    async with (
        await open_store(stand.settings.database, stand.clock) as store,
        started(stand.settings, token.get_secret_value(), store, stand.clock, records=records) as application,
        polling(application),
    ):
        stand.application = application
        person = stand.person(APPLICANT)
        await choose_compute_purchase(person)
        await person.answer_questions(SPENDER)
        result = person.last.text
        await person.press("复制为文本")
        copied = person.last.text
    (receipt,) = TOKEN.findall(copied)
    number = receipt.split("-")[1]
    assert f"凭据 {number}" in result
    replayed = CliRunner().invoke(app, ["replay", receipt, "--json"])
    assert replayed.exit_code == 0, replayed.stderr
    document = json.loads(replayed.stdout)
    assert document["validity"] == validity
    assert document["verdict"] == "eligible"
    assert document["award"]["high"] == "240000.00"
    assert wording_for("zh_CN").text("verdict.eligible") in copied
