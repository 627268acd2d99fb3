"""The result card says what was decided, why, in which numbers, and what comes next.

The golden files are whole cards as people read them. To renew one, delete it and run this file twice.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from handlers.wording.card import card, card_plain
from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.splitting import LIMIT
from rules.engine.result import Assessment
from rules.engine.situation import Situation
from tests.handlers.wording.cases import BUYER, SOUND, assessing, bought, built, centre, purchase, said
from tests.handlers.wording.markup import visible

GOLDEN = Path(__file__).parent / "golden"
Case = tuple[Callable[[Situation], Assessment], Situation]
CASES: dict[str, Case] = {
    "eligible": (purchase, bought()),
    "capped": (centre, built()),
    "short_of_the_threshold": (purchase, bought(compute_spend=Decimal(250000))),
    "excluded_twice": (purchase, bought(compute_spend=Decimal(300000), dishonest_debtor=True)),
    "half_answered": (purchase, said(BUYER, without=("compute_spend", "vendor_listed"))),
    "does_not_know": (purchase, said(BUYER, "tax_problem", without=("tax_problem",))),
    "left_open_by_the_text": (centre, built(acceptance_date=date(2023, 6, 1))),
    "two_readings": (
        assessing("hlj-industrial-security"),
        said(
            {
                **SOUND,
                "industrial_internet_kind": "platform",
                "security_grade": Decimal(3),
                "data_classified": True,
                "assessment_passed": True,
                "awarded_grades": frozenset({"2"}),
                "security_incident_3y": False,
                "security_bad_record": True,
            }
        ),
    ),
    "scored_in_part": (
        assessing("hlj-science-facility"),
        said(
            {
                "is_national_facility": True,
                "accepted_and_in_use": True,
                "rd_statistics_omitted": False,
                "score_rd": Decimal(45),
                "score_output": Decimal(8),
            }
        ),
    ),
    "barred_from_applying": (
        assessing("js-special-funds"),
        said(
            {
                "truthful_material": True,
                "credit_review_passed": True,
                "penalty_date": date(2025, 1, 1),
                "penalty_serious": True,
            }
        ),
    ),
    "graded_halfway": (
        assessing("zj-future-industry/midterm"),
        said(
            {
                "progress": "on_plan_overall",
                "funds_timely": True,
                "prepaid_share": Decimal("0.65"),
                "package_planned": Decimal(100_000_000),
                "package_actual": Decimal(45_000_000),
                "projects_total": Decimal(10),
                "projects_below_20pct": Decimal(6),
            }
        ),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_card_reads_as_it_was_agreed(name: str, language: str) -> None:
    assess, situation = CASES[name]
    said = card_plain(wording_for(language, strict=True), assess(situation), situation) + "\n"
    golden = GOLDEN / f"{name}.{language}.txt"
    if not golden.exists():
        golden.write_text(said, "utf-8")
        pytest.fail(f"{golden.name} was missing and has been written: read it, then run again")
    assert said == golden.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_card_is_one_message_that_telegram_takes(name: str, language: str) -> None:
    assess, situation = CASES[name]
    wording = wording_for(language, strict=True)
    parts = card(wording, assess(situation), situation)
    assert len(parts) == 1
    assert visible(parts[0].markup) == card_plain(wording, assess(situation), situation)
    assert parts[0].length <= LIMIT


@pytest.mark.parametrize("name", ["eligible", "capped", "short_of_the_threshold", "half_answered"])
def test_a_normal_card_in_chinese_is_about_a_screen_long(name: str) -> None:
    """Folded quotations show three lines, as on a phone."""
    assess, situation = CASES[name]
    lines = card_plain(wording_for("zh_CN"), assess(situation), situation).splitlines()
    steps = [line for line in lines if line[:1].isdecimal()]
    assert len(lines) - max(len(steps) - 3, 0) <= 31


@pytest.mark.parametrize(
    ("situation", "said_in_numbers"),
    [
        (built(pue=Decimal("1.34")), "PUE 1.34，须不高于 1.3，超出 0.04〔四(五)〕"),
        (
            built(new_pflops=Decimal("49.99")),
            "新增算力 49.99 PFLOPS，须达到 50 PFLOPS，还差 0.01 PFLOPS〔四(五)〕",
        ),
        (
            built(acceptance_date=date(2027, 3, 1)),
            "竣工验收日期 2027年3月1日，须不晚于 2026年11月22日〔四(五)〕",
        ),
        (built(acceptance_date=date(2022, 3, 1)), "竣工验收日期：2022年3月1日"),
        (built(registration_province="other"), "注册地：其他省份"),
        (built(fraud=True), "弄虚作假：是"),
    ],
)
def test_what_fails_is_said_in_numbers_or_in_the_words_of_the_answer(
    situation: Situation, said_in_numbers: str
) -> None:
    assert said_in_numbers in card_plain(wording_for("zh_CN", strict=True), centre(situation), situation)


def test_exactly_on_a_strict_threshold_is_said_to_be_so() -> None:
    situation = bought(compute_spend=Decimal(300000))
    text = card_plain(wording_for("zh_CN"), purchase(situation), situation)
    assert "当年算力支出正好 30万元，须超过这个数〔七〕" in text


def test_one_fen_above_the_threshold_gives_exactly_what_the_law_gives() -> None:
    situation = bought(compute_spend=Decimal("300000.01"))
    text = card_plain(wording_for("zh_CN"), purchase(situation), situation)
    assert "每年9万元" in text
    assert "300,000.01元 × 30% = 9万元〔七〕" in text


def test_the_presumption_is_said_to_be_one_until_it_is_answered() -> None:
    presumed, answered = bought(), bought(fraud=False)
    wording = wording_for("zh_CN")
    assert "按诚信推定：没有弄虚作假〔九〕" in card_plain(wording, purchase(presumed), presumed)
    assert "按诚信推定" not in card_plain(wording, purchase(answered), answered)


def test_nobody_is_promised_money_who_is_ruled_out() -> None:
    situation = bought(dishonest_debtor=True)
    text = card_plain(wording_for("zh_CN"), purchase(situation), situation)
    assert "💰" not in text
    assert "接下来" not in text


def test_every_card_ends_with_who_decides() -> None:
    for assess, situation in CASES.values():
        text = card_plain(wording_for("zh_CN"), assess(situation), situation)
        assert text.splitlines()[-1] == "以上依据公开条款推算，最终由主管部门审核决定。"
