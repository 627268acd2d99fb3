"""The profile, the list of schemes, the greeting, the help and the privacy notice."""

from decimal import Decimal

import pytest

from handlers.wording import terms
from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.help import COMMANDS, help_card, privacy_card, start_card
from handlers.wording.profile import answer_card, profile_button, profile_card, record
from handlers.wording.schemes import scheme_card, schemes_card
from rules.engine.facts import Kind
from rules.engine.result import Validity
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Source, known
from rules.schemes import FACTS, SCHEMES
from tests.handlers.wording.cases import ON, PURCHASE
from tests.handlers.wording.markup import visible

ZH = wording_for("zh_CN", strict=True)
SPEND = FACTS["compute_spend"]


def test_the_profile_shows_every_answer_and_where_it_came_from() -> None:
    situation = {
        "compute_spend": known(Decimal(800000), Source.STATED, "80w"),
        "registration_province": known("heilongjiang", Source.DERIVED),
        "vendor_listed": known(True, Source.CHOSEN),
        "tax_problem": UNKNOWN,
        "is_expansion": INAPPLICABLE,
    }
    (card,) = profile_card(ZH, situation)
    assert set(card.plain.splitlines()[3:]) == {
        "注册地：黑龙江 · 由信用代码推出",
        "涉税问题：不知道",
        "改扩建：不适用",
        "当年算力支出：80万元 · 您输入的",
        "向重点算力服务商购买：是",
    }


def test_an_empty_profile_says_how_to_begin() -> None:
    (card,) = profile_card(ZH, {})
    assert "/check" in card.plain


def test_one_answer_repeats_the_words_it_was_read_from_without_their_tricks() -> None:
    answer = known(Decimal(800000), Source.STATED, "<b>80w</b>\u202e\n元")
    assert answer_card(ZH, SPEND, answer).plain.splitlines() == [
        "当年算力支出 80万元",
        "您输入的：“<b>80w</b> 元”",
        "用于：购买算力服务",
    ]
    assert visible(answer_card(ZH, SPEND, answer).markup)


def test_an_answer_on_a_button_is_short() -> None:
    answer = known("other")
    assert profile_button(ZH, FACTS["registration_province"], answer) == "注册地：其他省份"
    assert len(profile_button(wording_for("ru"), FACTS["purpose_ai"], known(True))) <= 42


def test_what_was_answered_leaves_a_line() -> None:
    assert record(ZH, SPEND, known(Decimal(800000))).plain == "✓ 当年算力支出：80万元"
    assert record(ZH, SPEND, UNKNOWN).plain == "✓ 当年算力支出：不知道"


def test_the_list_of_schemes_says_what_each_gives() -> None:
    (card,) = schemes_card(ZH, list(SCHEMES.values()), ON)
    assert "2. 购买算力服务 · 普惠" in card.plain
    assert "超过 30万元，奖励实际支出的 30%，每年最高 400万元" in card.plain


def test_a_list_without_schemes_says_so() -> None:
    assert [part.plain for part in schemes_card(ZH, [], ON)] == ["目前还没有可以核对的政策。"]


def test_a_scheme_is_introduced_with_its_authority_and_its_term() -> None:
    (card,) = scheme_card(ZH, PURCHASE, ON, Validity.UNVERIFIED)
    assert "主管部门：黑龙江省工业和信息化厅、黑龙江省财政厅" in card.plain
    assert "自 2024年3月26日 起施行" in card.plain
    assert "没有写明终止日" in card.plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_greeting_help_and_privacy_fit_one_message_each(language: str) -> None:
    wording = wording_for(language, strict=True)
    (help_message,) = help_card(wording, "shenbao_bot")
    assert "@shenbao_bot" in help_message.plain
    assert all(f"/{name}" in help_message.plain for name in COMMANDS if name not in {"start", "help"})
    for card in (start_card(wording), start_card(wording, known_before=True), privacy_card(wording)):
        assert visible(card.markup)
        assert card.length < 1200


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_button_of_an_answer_the_name_gives_way_and_not_the_value(language: str) -> None:
    """Whatever is answered, the value stands there whole; where both fit, the name does as well."""
    wording = wording_for(language)
    for fact in FACTS.values():
        for member in fact.choices if fact.kind is Kind.CHOICE else ():
            shown = profile_button(wording, fact, known(member, Source.CHOSEN))
            assert shown.endswith(terms.choice(wording, fact, member))
    amount = profile_button(wording, FACTS["compute_spend"], known(Decimal("1234567.89"), Source.STATED))
    assert terms.value(wording, FACTS["compute_spend"], Decimal("1234567.89")) in amount
    everything = known(frozenset(FACTS["awarded_grades"].choices), Source.CHOSEN)
    assert "…" not in profile_button(wording, FACTS["awarded_grades"], everything).partition("：")[2]
    yes = wording.text("value.yes")
    for fact in FACTS.values():
        if fact.kind is Kind.BOOL:
            shown = profile_button(wording, fact, known(True, Source.CHOSEN))
            assert shown.endswith(yes)
            assert len(shown) <= 44
