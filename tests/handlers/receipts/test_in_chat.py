"""Receipts in chat: every result names its own, the copied text carries it whole; records count there too."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from handlers.contract import assessment_document
from handlers.receipts.ground import ground_of
from handlers.receipts.replay import replay
from handlers.receipts.token import read_token
from handlers.records import Records
from handlers.wording.catalogue import wording_for
from rules.engine.assess import assess
from rules.engine.recorded import Recorded
from rules.engine.situation import Answer, Source, known
from rules.schemes import SCHEMES
from tests.handlers.room import TODAY, Room

PURCHASE, CENTRE = SCHEMES["hlj-compute-purchase"], SCHEMES["hlj-computing-centre"]
TOKEN = re.compile(r"^SB1-\S+$", re.MULTILINE)
RECORDED = Recorded({"longjiang60": date(2023, 5, 10)}, {"longjiang60": date(2026, 1, 31)}, {})
ALL_BUT_SPEND = {
    fact.id: known(
        fact.choices[0] if fact.choices else fact.id in {"vendor_listed", "independent_legal_person"}
    )
    for fact in PURCHASE.facts
    if fact.id not in {"compute_spend", "purpose_ai"}
} | {
    "registration_province": known("heilongjiang"),
    "applicant_kind": known("university"),
    "purpose_ai": known(True),
    "compute_spend": known(Decimal(800000), Source.READ, "八十万左右"),
}


async def result_of(target: str, answers: dict[str, Answer], records: Records | None = None) -> Room:
    """A room in which the check of a scheme has come to its result."""
    room = Room()
    room.desk.answers.kept[room.person] = dict(answers)
    if records is not None:
        room.bot = replace(room.bot, records=records)
    await room.command("check", target)
    return room


@pytest.fixture
async def room() -> Room:
    return await result_of(PURCHASE.id, ALL_BUT_SPEND)


async def test_a_result_names_its_receipt(room: Room) -> None:
    found = assess(PURCHASE, room.answers, TODAY)
    assert found.next is None
    assert f"凭据 {ground_of(found, room.answers).id}" in room.screen.plain


async def test_the_copied_text_carries_the_receipt_that_gives_the_same_answer(room: Room) -> None:
    await room.press("复制为文本")
    (token,) = TOKEN.findall(room.last.plain)
    replayed = replay(read_token(token))
    assert replayed.same_rules
    assert replayed.now is not None
    words = wording_for("zh_CN")
    expected = assessment_document(assess(PURCHASE, room.answers, TODAY), words)
    assert assessment_document(replayed.now, words) == expected
    assert "八十万左右" not in token


async def test_what_the_operator_recorded_decides_in_chat_and_stands_in_the_receipt() -> None:
    answers = {
        fact.id: known(False) for fact in CENTRE.facts if fact.kind == "bool" and not fact.optional
    } | {
        "serves_4567": known(True),
        "independent_legal_person": known(True),
        "registration_province": known("heilongjiang"),
        "project_province": known("heilongjiang"),
        "new_pflops": known(Decimal(60)),
        "pue": known(Decimal("1.2")),
        "acceptance_date": known(date(2023, 5, 11)),
        "equipment_software_cost": known(Decimal(1000000)),
    }
    words = wording_for("zh_CN")
    plain = await result_of(CENTRE.id, answers)
    assert words.text("verdict.eligible") not in plain.screen.plain
    room = await result_of(CENTRE.id, answers, Records(recorded=RECORDED))
    assert words.text("verdict.eligible") in room.screen.plain
    await room.press("复制为文本")
    (token,) = TOKEN.findall(room.last.plain)
    assert read_token(token).receipt.recorded == RECORDED
