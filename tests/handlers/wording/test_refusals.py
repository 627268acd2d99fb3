"""Refused or doubtful input gets a sentence that names the field, what was given and what is expected."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.answers import read_answer
from handlers.understanding.readings import Doubt
from handlers.understanding.readings import Refusal as Code
from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.refusals import contradiction, engine_refusal, expected, field, refusal
from rules.engine.refusals import BadValue, Contradiction, InapplicableRefused, Refusal
from rules.engine.situation import known
from rules.schemes import FACTS
from tests.handlers.wording.markup import visible

TODAY = date(2026, 11, 22)
ZH = wording_for("zh_CN", strict=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", Code)
def test_every_refusal_has_its_own_words(language: str, code: Code) -> None:
    wording = wording_for(language, strict=True)
    assert wording.has(f"refusal.{code}")
    text = refusal(wording, str(code), FACTS["pue"], "<b>1.0</b>", minimum=Decimal(1), maximum=Decimal(3))
    assert "{" not in visible(text.markup)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_its_own_question(language: str, doubt: Doubt) -> None:
    text = wording_for(language, strict=True).text(f"askback.{doubt}", said="80", value="80万元")
    assert "{" not in text


@pytest.mark.parametrize(
    ("fact", "given", "answer"),
    [
        ("compute_spend", "", "没有收到内容。请给出人民币金额，例如 800000、80万、1.2亿。"),
        (
            "compute_spend",
            "-5",
            "收到“-5”，但“当年算力支出”不能是负数。请给出人民币金额，例如 800000、80万、1.2亿。",
        ),
        ("compute_spend", "nan", "“nan”不是一个可以计算的数。请给出人民币金额，例如 800000、80万、1.2亿。"),
        ("pue", "0.9", "收到“0.9”，但“PUE”不会小于 1。请给出一个数，例如 1.28。"),
        ("pue", "很低", "“很低”里没有读到数字。请给出一个数，例如 1.28。"),
        ("acceptance_date", "2026-02-30", "“2026-02-30”不是一个存在的日期。请给出日期，例如 2024-11-05。"),
        ("acceptance_date", "1800-01-01", "“1800-01-01”的年份不在 1949 到 2100 之间。请检查年份。"),
        ("applicant_kind", "医院", "“医院”不在可选项里。可选：高校、科研院所、企业、其他"),
    ],
)
def test_what_was_typed_is_answered_with_field_given_and_expected(fact: str, given: str, answer: str) -> None:
    reading = read_answer(FACTS[fact], given, TODAY)
    assert reading.refusal is not None
    said = refusal(ZH, str(reading.refusal), reading.fact, reading.said, **dict(reading.parameters))
    assert said.plain == answer


def test_a_text_of_ten_thousand_characters_is_not_repeated() -> None:
    reading = read_answer(FACTS["compute_spend"], "x" * 10_000, TODAY)
    said = refusal(ZH, str(reading.refusal), reading.fact, reading.said, **dict(reading.parameters))
    assert said.plain == "太长了（10000 个字符，最多 4,000 个）。请只写答案。"


@given(st.text(max_size=300), st.sampled_from(sorted(FACTS)))
def test_no_input_can_break_a_refusal(given: str, fact_id: str) -> None:
    reading = read_answer(FACTS[fact_id], given, TODAY)
    if reading.refusal is not None:
        said = refusal(ZH, str(reading.refusal), reading.fact, given, **dict(reading.parameters))
        assert visible(said.markup) == said.plain
        assert len(said.plain) < 500


@pytest.mark.parametrize(
    ("refused", "answer"),
    [
        (
            BadValue(FACTS["pue"], Decimal("0.5"), "minimum"),
            "收到“0.5”，但“PUE”不会小于 1。请给出一个数，例如 1.28。",
        ),
        (
            BadValue(FACTS["compute_spend"], Decimal(-1), "minimum"),
            "收到“-1”，但“当年算力支出”不能是负数。请给出人民币金额，例如 800000、80万、1.2亿。",
        ),
        (
            BadValue(FACTS["vendor_listed"], "x", "type"),
            "“x”不能作“向重点算力服务商购买”的答案。请答“是”或“否”。",
        ),
        (
            BadValue(FACTS["applicant_kind"], "x", "choice"),
            "“x”不在可选项里。可选：高校、科研院所、企业、其他",
        ),
        (
            InapplicableRefused(FACTS["tax_problem"]),
            "“涉税问题”在这里用得上，不能答“不适用”。拿不准可以选“不知道”。",
        ),
    ],
)
def test_what_the_engine_refuses_is_explained(refused: Refusal, answer: str) -> None:
    assert engine_refusal(ZH, refused, {}).plain == answer


def test_a_contradiction_names_both_answers() -> None:
    situation = {"security_incident_3y": known(True), "security_bad_record": known(False)}
    refused = Contradiction("incident_is_bad_record", ("security_incident_3y", "security_bad_record"))
    assert contradiction(ZH, refused, situation).plain.splitlines() == [
        "这些答案互相矛盾：",
        "· 近三年安全事件：是",
        "· 网络和数据安全不良记录：否",
        "近三年发生过安全事件，就不能同时说没有不良记录。",
        "请改正其中一个：",
    ]
    assert engine_refusal(ZH, refused, situation) == contradiction(ZH, refused, situation)


def test_the_command_line_names_a_fact_by_its_label_and_id() -> None:
    assert field(ZH, FACTS["compute_spend"]) == "当年算力支出（compute_spend）"


def test_what_is_expected_of_a_choice_lists_the_choices() -> None:
    assert expected(ZH, FACTS["applicant_kind"]) == "请从这些里选：高校、科研院所、企业、其他"
