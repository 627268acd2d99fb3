"""A question says what is asked, why, how to answer, how much is left and what is certain already."""

import pytest

from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.list_card import list_card, ranked
from handlers.wording.numbers import money
from handlers.wording.question import question_card, question_text
from rules.engine.assess import assess
from rules.engine.result import Assessment, Verdict
from rules.schemes import FACTS, SCHEMES
from tests.handlers.wording.cases import (
    BUILDER,
    BUYER,
    CENTRE,
    ON,
    PURCHASE,
    bought,
    built,
    centre,
    purchase,
    said,
)
from tests.handlers.wording.markup import visible


def begun() -> Assessment:
    """A check of the purchase award of which one question is answered."""
    return purchase(said({"registration_province": "heilongjiang"}))


def test_a_question_in_a_check_of_one_scheme() -> None:
    assessment = begun()
    text = question_card(wording_for("zh_CN", strict=True), PURCHASE.fact("compute_spend"), [assessment], 10)
    assert text.plain.splitlines() == [
        "购买算力服务　最多还有 10 个问题",
        "已满足 1 项；若待定的条件都满足：每年超过9万元，最高400万元",
        "",
        "这一年购买算力实际支出了多少？",
        "填实际付出的金额，元和万元都可以。",
        "请直接打出金额，例如 80万、1.2亿。",
        "",
        "为什么问：当年算力支出超过 30万元〔七〕；奖励金额按它计算〔七〕",
    ]


def test_the_last_question_is_announced() -> None:
    text = question_card(wording_for("en", strict=True), PURCHASE.fact("compute_spend"), [begun()], 1)
    assert "last question" in text.plain


def test_why_unfolds_every_article_with_its_chapter() -> None:
    fact = PURCHASE.fact("safety_blacklist")
    both = [centre(said({})), purchase(said({}))]
    folded = question_card(wording_for("zh_CN", strict=True), fact, both, 12)
    unfolded = question_card(wording_for("zh_CN", strict=True), fact, both, 12, why=True)
    assert "智算、超算中心建设 六(二)；购买算力服务 八(二)" in folded.plain
    assert "第六条第(二)项（第四章）：不在安全生产黑名单上" in unfolded.plain
    assert "第八条第(二)项（第四章）：安全生产、涉税方面没有严重问题" in unfolded.plain


def test_a_check_of_all_schemes_says_how_many_are_still_possible() -> None:
    elsewhere = said({"project_province": "other"})
    both = [centre(elsewhere), purchase(elsewhere)]
    text = question_card(wording_for("zh_CN", strict=True), PURCHASE.fact("compute_spend"), both, 9)
    assert "1 项还有可能，1 项已排除" in text.plain


def test_a_question_that_only_words_another_says_that_it_decides_nothing() -> None:
    text = question_card(wording_for("zh_CN"), CENTRE.fact("is_expansion"), [centre(said({}))], 3)
    assert "本身不改变结论" in text.plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_of_every_scheme_can_be_asked_in_every_language(language: str) -> None:
    wording = wording_for(language, strict=True)
    asked = [(scheme, fact) for scheme in SCHEMES.values() for fact in scheme.facts]
    assert asked
    for scheme, fact in asked:
        card = question_card(wording, fact, [_nothing_known(scheme.id)], 5, why=True)
        assert question_text(wording, fact) in visible(card.markup)


def _nothing_known(scheme_id: str) -> Assessment:
    return assess(SCHEMES[scheme_id], {}, ON)


def test_schemes_are_listed_from_the_most_to_the_least_promising() -> None:
    nothing = said({})
    out = centre(built(project_province="other"))
    open_one = purchase(nothing)
    sure = centre(built())
    assert [one.verdict for one in ranked([out, open_one, sure])] == [
        Verdict.ELIGIBLE,
        Verdict.UNDETERMINED,
        Verdict.INELIGIBLE,
    ]


def test_the_list_shows_verdict_money_what_is_missing_and_what_failed() -> None:
    out = centre(built(project_province="other"))
    half = purchase(said(BUYER, without=("compute_spend",)))
    (card,) = list_card(wording_for("zh_CN", strict=True), [out, half])
    lines = card.plain.splitlines()
    assert lines[:2] == ["哪些适合贵单位", "共 2 项政策"]
    assert "❔ 购买算力服务 · 待定 · 普惠" in lines
    assert "💰 若待定的条件都满足：每年超过9万元，最高400万元" in lines
    assert "还需要：当年算力支出" in lines
    assert "❌ 智算、超算中心建设 · 不符合 · 普惠" in lines
    assert "不满足：项目建在黑龙江〔四(四)〕" in lines


def test_nothing_of_an_applicant_is_needed_to_list_schemes() -> None:
    parts = list_card(wording_for("ru", strict=True), [centre(said({})), purchase(said({}))])
    assert all(visible(part.markup) for part in parts)


def test_the_facts_of_the_cases_are_those_of_the_rules() -> None:
    assert set(BUYER) | set(BUILDER) <= set(FACTS)
    assert money(wording_for("en"), 800000)
    assert purchase(bought()).verdict is Verdict.ELIGIBLE
