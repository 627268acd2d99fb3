"""Quantities and dates in people's words: every form of the table, and nothing out of what is no quantity."""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding import quantities
from handlers.understanding.bounds import Bound
from handlers.understanding.quantities import Quantity, read_quantities
from handlers.understanding.units import Unit
from tests.handlers.understanding import facts

TODAY = date(2026, 11, 21)
HERE = Path(__file__).parent
TABLE = HERE / "quantities.tsv"
EXAMPLES = HERE.parents[3] / "shared" / "examples" / "numbers.jsonl"


def table() -> list[tuple[str, str]]:
    lines = TABLE.read_text("utf-8").splitlines()
    return [(text, expected) for text, expected in (line.split("\t") for line in lines if "\t" in line)]


def summary(found: Iterable[Quantity]) -> str:
    """The readings as the table writes them."""
    return "; ".join(f"{number(q.value)} {q.unit} {q.bound}" for q in found) or "nothing"


def number(value: Decimal | str) -> str:
    return value if isinstance(value, str) else format(value, "f")


def test_the_table_is_there_and_long() -> None:
    assert len(table()) >= 150


@pytest.mark.parametrize(("text", "expected"), table())
def test_each_text_of_the_table_is_read_as_it_says(text: str, expected: str) -> None:
    assert summary(read_quantities(text, TODAY)) == expected


def test_every_example_of_the_commission_is_read() -> None:
    if not EXAMPLES.is_file():
        pytest.skip("the example texts are not beside this checkout (../shared/examples/numbers.jsonl)")
    expected: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for line in EXAMPLES.read_text("utf-8").splitlines():
        row = json.loads(line)
        wanted = expected.setdefault((row["text"], row.get("today", TODAY.isoformat())), [])
        if row["value"] is not None:
            wanted.append((row["value"], row["unit"], row["bound"]))
    assert len(expected) > 30
    found = {
        (text, day): [(number(q.value), q.unit.value, q.bound.value) for q in read(text, day)]
        for text, day in expected
    }
    assert {key: as_numbers(rows) for key, rows in found.items()} == {
        key: as_numbers(rows) for key, rows in expected.items()
    }


def read(text: str, day: str) -> list[Quantity]:
    return read_quantities(text, date.fromisoformat(day))


def as_numbers(rows: list[tuple[str, str, str]]) -> list[tuple[object, str, str]]:
    """Values compared as decimals, dates as they are written."""
    return [(value if unit == "date" else Decimal(value), unit, bound) for value, unit, bound in rows]


def test_the_words_that_were_read_are_kept_as_they_were_written() -> None:
    text = "去年花了　約８０萬元以上，ＰＵＥ不高於１．３"
    said = [quantity.said for quantity in read_quantities(text, TODAY)]
    assert said == ["去年", "約８０萬元以上", "ＰＵＥ不高於１．３"]


def test_both_ends_of_a_range_point_to_the_same_words() -> None:
    low, high = read_quantities("预算30~50万元吧", TODAY)
    assert (low.start, low.end, low.said) == (high.start, high.end, high.said) == (2, 9, "30~50万元")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("80w", "slang"),
        ("75000T", "converted"),
        ("11月5日", "no_year"),
        ("24年3月", "two_digit_year"),
        ("去年", "relative"),
        ("20241105", "compact"),
        ("1,234 юаней", "separator"),
        ("80万", ""),
        ("2024-11-05", ""),
    ],
)
def test_what_had_to_be_supposed_is_named(text: str, doubt: str) -> None:
    (quantity,) = read_quantities(text, TODAY)
    assert quantity.doubt == doubt


@pytest.mark.parametrize(
    ("text", "value"),
    [("百万", "1000000"), ("五", "5"), ("千万", "10000000"), ("1,28", "1.28"), ("二〇二五", "2025")],
)
def test_as_the_answer_to_one_question_a_bare_word_is_a_number(text: str, value: str) -> None:
    (quantity,) = read_quantities(text, TODAY, alone=True)
    assert quantity.value == Decimal(value)


def test_invisible_and_combining_characters_do_not_hide_a_number() -> None:
    text = "\u202e8\u200b0\u2060万\u200f元, 5 ноября".replace("й", "й")
    assert summary(read_quantities(text, TODAY)).startswith("800000 yuan eq")


def test_superscripts_and_fractions_never_become_digits() -> None:
    assert read_quantities("10⁶ 2½ ③ m² 1⁄2", TODAY) == []


def test_nothing_behind_the_longest_text_is_read() -> None:
    assert read_quantities(" " * quantities.LONGEST + "80万", TODAY) == []


@pytest.mark.parametrize(
    "unit", ["1", "1,", "1.", "万", "零", "1到", "PUE1", "超过", "二〇二四年", "上个", "not more than "]
)
def test_long_rows_of_anything_are_read_to_their_end(unit: str) -> None:
    """A row of ten thousand characters is no trap: it is read, or left, like any other."""
    text = (unit * quantities.LONGEST)[: quantities.LONGEST]
    assert len(read_quantities(text, TODAY)) <= len(text)


PIECES = st.sampled_from([*facts.PIECES.split(), " ", "\n", "\0"])
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


@given(TEXTS, st.dates(), st.booleans())
def test_any_text_is_read_without_an_error_and_in_order(text: str, today: date, alone: bool) -> None:
    end = 0
    previous: Quantity | None = None
    for quantity in read_quantities(text, today, alone=alone):
        assert quantity.said == text[quantity.start : quantity.end] != ""
        same_range = previous is not None and (previous.start, previous.end) == (quantity.start, quantity.end)
        assert quantity.start >= end or same_range
        assert isinstance(quantity.value, str) or quantity.value.is_finite()
        end, previous = quantity.end, quantity


AMOUNTS = st.decimals(min_value=0, max_value=10**14, places=2, allow_nan=False)


@given(AMOUNTS, st.sampled_from(["{:f}元", "{:,f}元", "¥{:f}", "RMB {:,f}", "{:,f} yuan", "人民币{:f}"]))
def test_money_that_is_written_out_reads_back_exactly(amount: Decimal, form: str) -> None:
    (quantity,) = read_quantities(form.format(amount), TODAY)
    assert (quantity.value, quantity.unit, quantity.bound) == (amount, Unit.YUAN, Bound.EQ)


@given(AMOUNTS)
def test_russian_grouping_reads_back_exactly(amount: Decimal) -> None:
    text = f"{amount:,f}".replace(",", " ").replace(".", ",") + " юаней"
    (quantity,) = read_quantities(text, TODAY)
    assert (quantity.value, quantity.unit) == (amount, Unit.YUAN)


@given(
    st.integers(1, 10**9),
    st.sampled_from([("万", 10**4), ("亿", 10**8), (" million", 10**6), (" тыс.", 10**3)]),
)
def test_a_multiplier_reads_back_exactly(amount: int, multiplier: tuple[str, int]) -> None:
    word, factor = multiplier
    (quantity,) = read_quantities(f"{amount}{word}", TODAY)
    assert quantity.value == amount * factor


@given(
    st.dates(date(1949, 10, 1), date(2100, 12, 31)),
    st.sampled_from(
        ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%d.%m.%Y", "%b %d, %Y", "%d %B %Y"]
    ),
)
def test_a_date_reads_back_in_every_form(day: date, form: str) -> None:
    (quantity,) = read_quantities(day.strftime(form), TODAY)
    assert (quantity.value, quantity.unit, quantity.doubt) == (day.isoformat(), Unit.DATE, "")


@given(st.integers(1, 10**8), st.integers(1, 10**8), st.sampled_from(["~", "-", "至", "到", " – "]))
def test_a_range_gives_both_ends_in_order_or_two_numbers(low: int, high: int, connector: str) -> None:
    found = read_quantities(f"{low}万{connector}{high}万元", TODAY)
    assert [q.value for q in found] == [low * 10**4, high * 10**4]
    expected = [Bound.GE, Bound.LE] if low < high else [Bound.EQ, Bound.EQ]
    assert [q.bound for q in found] == expected
