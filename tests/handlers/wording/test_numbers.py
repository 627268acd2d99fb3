"""Numbers, money, dates and ranges: exact, in the form of the language, and read back to the same value."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.numbers import day, measured, money, money_range, number, share
from rules.engine.interval import Interval

SPACES = re.compile(r"[\u00a0\u202f]")
YUAN = st.decimals(min_value=0, max_value=Decimal(10) ** 15, places=2)
ROUND_YUAN = st.integers(0, 10**9).map(lambda n: Decimal(n) * 10_000)
SCALES = {"亿元": 10**8, "億元": 10**8, "万元": 10**4, "萬元": 10**4}


def plain(text: str) -> str:
    """A text with ordinary spaces: Babel groups digits with the ones that do not break."""
    return SPACES.sub(" ", text)


def read_back(text: str) -> Decimal:
    """The value of an amount as a strict reader takes it: digits, one decimal mark, one unit."""
    decimal_comma = "юан" in text
    digits = re.sub(r"[^0-9.,]", "", text)
    digits = digits.replace(",", ".") if decimal_comma else digits.replace(",", "")
    scale = next((factor for unit, factor in SCALES.items() if unit in text), 1)
    return Decimal(digits) * scale


@pytest.mark.parametrize(
    ("amount", "chinese", "english", "russian"),
    [
        ("800000", "80万元", "CNY 800,000", "800 000 юаней"),
        ("120000000", "1.2亿元", "CNY 120,000,000", "120 000 000 юаней"),
        ("23535000", "2353.5万元", "CNY 23,535,000", "23 535 000 юаней"),
        ("2353.50", "2,353.50元", "CNY 2,353.50", "2 353,50 юаня"),
        ("90000.30", "90,000.30元", "CNY 90,000.30", "90 000,30 юаня"),
        ("300000.01", "300,000.01元", "CNY 300,000.01", "300 000,01 юаня"),
        ("123456789", "12,345.6789万元", "CNY 123,456,789", "123 456 789 юаней"),
        ("1", "1元", "CNY 1", "1 юань"),
        ("21", "21元", "CNY 21", "21 юань"),
        ("3", "3元", "CNY 3", "3 юаня"),
        ("0", "0元", "CNY 0", "0 юаней"),
        ("0.01", "0.01元", "CNY 0.01", "0,01 юаня"),
        ("1200000000000", "12,000亿元", "CNY 1,200,000,000,000", "1 200 000 000 000 юаней"),
    ],
)
def test_money_in_the_form_of_each_language(amount: str, chinese: str, english: str, russian: str) -> None:
    said = [
        plain(money(wording_for(language, strict=True), Decimal(amount)))
        for language in ("zh_CN", "en", "ru")
    ]
    assert said == [chinese, english, russian]


def test_traditional_chinese_writes_its_own_units() -> None:
    wording = wording_for("zh_Hant", strict=True)
    assert [money(wording, Decimal(n)) for n in (800000, 120000000)] == ["80萬元", "1.2億元"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(amount=st.one_of(YUAN, ROUND_YUAN))
def test_no_fen_is_ever_lost(language: str, amount: Decimal) -> None:
    assert read_back(money(wording_for(language, strict=True), amount)) == amount


@given(amount=st.decimals(min_value=0, max_value=Decimal(10) ** 12, places=6))
def test_an_unrounded_amount_is_shown_rounded_half_up_to_the_fen(amount: Decimal) -> None:
    shown = read_back(money(wording_for("en", strict=True), amount))
    assert abs(shown - amount) <= Decimal("0.005")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh_CN", "30%"), ("zh_Hant", "30%"), ("en", "30%"), ("ru", "30 %")],
)
def test_shares_are_percentages(language: str, expected: str) -> None:
    assert plain(share(wording_for(language), Decimal("0.30"))) == expected


def test_a_share_keeps_all_its_digits() -> None:
    assert share(wording_for("zh_CN"), Decimal("0.123456789")) == "12.3456789%"


@given(value=st.decimals(min_value=-(10**12), max_value=10**12, places=9))
def test_a_number_keeps_all_its_digits(value: Decimal) -> None:
    assert Decimal(number(wording_for("en"), value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh_CN", "2026年11月22日"),
        ("zh_Hant", "2026年11月22日"),
        ("en", "22 November 2026"),
        ("ru", "22 ноября 2026 г."),
    ],
)
def test_dates_in_full(language: str, expected: str) -> None:
    assert plain(day(wording_for(language), date(2026, 11, 22))) == expected


def span(low: str | None, high: str | None, low_open: bool = False, high_open: bool = False) -> Interval:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Interval(ends[0], ends[1], low_open, high_open)


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (
            span("90000", "4000000", True),
            "超过9万元，最高400万元",
            "more than CNY 90,000, up to CNY 4,000,000",
        ),
        (span("200000", "500000"), "20万元至50万元", "CNY 200,000 to CNY 500,000"),
        (span("0", "20000000"), "最高2000万元", "up to CNY 20,000,000"),
        (span("0", "20000000", True, True), "不到2000万元", "less than CNY 20,000,000"),
        (span("90000", None), "9万元以上", "CNY 90,000 or more"),
        (span("90000", None, True), "超过9万元", "more than CNY 90,000"),
        (
            span("10000", "20000", False, True),
            "1万元以上、不到2万元",
            "CNY 10,000 or more, less than CNY 20,000",
        ),
        (
            span("10000", "20000", True, True),
            "超过1万元、不到2万元",
            "more than CNY 10,000, less than CNY 20,000",
        ),
        (span("50000", "50000"), "5万元", "CNY 50,000"),
        (span("0", None), "待定", "not yet known"),
        (span(None, None), "待定", "not yet known"),
    ],
)
def test_a_range_says_whether_its_ends_are_reached(value: Interval, chinese: str, english: str) -> None:
    said = [money_range(wording_for(language, strict=True), value) for language in ("zh_CN", "en")]
    assert [plain(text) for text in said] == [chinese, english]


@pytest.mark.parametrize(
    ("unit", "value", "russian"),
    [
        ("pflops", "50", "50 PFLOPS"),
        ("ratio", "1.3", "1,3"),
        ("year", "2", "2 года"),
        ("year", "5", "5 лет"),
        ("year", "1.5", "1,5 года"),
        ("month", "1", "1 месяц"),
        ("point", "87.25", "87,25 балла"),
        ("share", "0.8", "80 %"),
        ("", "12", "12"),
    ],
)
def test_a_unit_takes_the_form_of_its_number(unit: str, value: str, russian: str) -> None:
    assert plain(measured(wording_for("ru", strict=True), unit, Decimal(value))) == russian
