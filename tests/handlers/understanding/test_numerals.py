"""Chinese numerals: every regular one as an independent library writes it, and the elliptic ones of
speech.
"""

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.folding import fold, folded_text
from handlers.understanding.numerals import read_numeral

NUMERALS = 10_000


def value(text: str) -> Decimal | None:
    """The one value of a numeral that is the whole text."""
    folded = folded_text(text)
    numeral = read_numeral(folded, 0)
    if numeral is None or numeral.end != len(folded) or numeral.low != numeral.high:
        return None
    return numeral.low


def test_ten_thousand_numerals_read_as_cn2an_writes_them() -> None:
    cn2an = pytest.importorskip("cn2an")
    draw = random.Random(20261122)
    wrong = []
    for _ in range(NUMERALS):
        number = draw.randrange(1, 10 ** draw.randrange(1, 17))
        text = cn2an.an2cn(number, draw.choice(("low", "up")))
        if value(text) != number:
            wrong.append((number, text, value(text)))
    assert wrong == []


def test_decimals_read_as_cn2an_writes_them() -> None:
    cn2an = pytest.importorskip("cn2an")
    draw = random.Random(7)
    for _ in range(500):
        number = Decimal(draw.randrange(1, 10**7)).scaleb(-draw.randrange(1, 4))
        assert value(cn2an.an2cn(format(number, "f"), "low")) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一亿二", 120_000_000),
        ("三万五", 35_000),
        ("一千二", 1_200),
        ("三百五", 350),
        ("十五", 15),
        ("一百一十五", 115),
        ("一百零五", 105),
        ("三万零五", 30_005),
        ("两亿半", 250_000_000),
        ("一个半亿", 150_000_000),
        ("半个亿", 50_000_000),
        ("两点五千万", 25_000_000),
        ("十二点五亿", 1_250_000_000),
        ("1亿2千万", 120_000_000),
        ("1亿500万", 105_000_000),
        ("80万5000", 805_000),
        ("1万2", 12_000),
        ("80w", 800_000),
        ("貳佰萬", 2_000_000),
        ("三億五千萬", 350_000_000),
        ("二〇二四", 2024),
        ("一万二千亿", 1_200_000_000_000),
    ],
)
def test_what_people_say_for_short_is_read_as_it_is_meant(text: str, expected: int) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"), [("四五十万", 40, 50), ("三五百万", 300, 500), ("十二三万", 12, 13)]
)
def test_two_neighbouring_digits_name_two_numbers(text: str, low: int, high: int) -> None:
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert (numeral.low, numeral.high) == (Decimal(low * 10_000), Decimal(high * 10_000))


@pytest.mark.parametrize("text", ["80多万", "两百来万", "十几万", "30余万", "1.2几", "80+万", "一百多万"])
def test_a_bit_more_is_approximate(text: str) -> None:
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert numeral.approx
    assert numeral.end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "三百五百万",
        "三百万五",
        "一二三万",
        "007",
        "1.2.3",
        "13812345678",
        "9" * 50,
        "百万千万百万",
        "五十二十",
    ],
)
def test_what_is_out_of_order_is_unreadable_as_a_whole(text: str) -> None:
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert numeral.low is None
    assert numeral.end == len(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [("八千万三年", "三年"), ("80万5月", "5月"), ("8千万二期", "二期"), ("80万60万", "60万")],
)
def test_a_number_that_counts_something_of_its_own_stays_apart(text: str, rest: str) -> None:
    numeral = read_numeral(text, 0)
    assert numeral is not None
    assert text[numeral.end :] == rest


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿点半个几多来0123456789.,w ", max_size=40))
def test_any_row_of_numeral_characters_comes_to_an_end(text: str) -> None:
    numeral = read_numeral(text, 0)
    assert numeral is None or 0 < numeral.end <= len(text)


@given(st.text(max_size=80))
def test_folding_keeps_the_way_back_to_every_character(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
