"""An answer comes back from the store exactly as it went in."""

from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store import values
from bot.store.values import UnreadableValueError
from rules.engine.facts import Kind
from rules.engine.situation import Answer, known
from tests.bot.store.strategies import VALUES, answers


def test_every_kind_of_fact_is_drawn() -> None:
    assert set(VALUES) == set(Kind)


@given(answers())
def test_an_answer_survives_the_way_to_columns_and_back(answer: Answer) -> None:
    row = SimpleNamespace(**values.columns(answer))
    returned = values.answer(row)
    assert returned == answer
    assert type(returned.value) is type(answer.value)
    assert str(returned.value) == str(answer.value) or isinstance(answer.value, frozenset)


@given(st.one_of(*VALUES.values()))
def test_the_same_value_always_gives_the_same_text(value: Any) -> None:
    text = values.encode(value)
    assert values.encode(values.decode(text)) == text


def test_values_are_readable_in_the_file() -> None:
    assert values.encode(Decimal("0.30")) == '{"number":"0.30"}'
    assert values.encode(frozenset({"b", "a"})) == '["a","b"]'
    assert values.encode(True) == "true"


@pytest.mark.parametrize(
    "value", [1.5, Decimal("NaN"), Decimal("Infinity"), datetime(2026, 1, 1, tzinfo=UTC), 7, None]
)
def test_what_is_no_value_of_a_fact_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        values.encode(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "1.5",
        "null",
        "{}",
        '{"number":"NaN"}',
        '{"number":1}',
        '{"number":"1","x":"2"}',
        '{"date":"2026-02-30"}',
        "[1]",
    ],
)
def test_a_text_in_an_unknown_form_is_told_as_such(text: str) -> None:
    with pytest.raises(UnreadableValueError):
        values.decode(text)


def test_what_no_database_takes_is_left_out_of_the_words() -> None:
    row = values.columns(known(True, said="80\0万 \ud83d!"))
    assert row["said"] == "80万 ?!"


def test_the_words_that_were_read_are_kept_to_two_hundred_characters() -> None:
    row = values.columns(known(True, said="万" * 500))
    assert row["said"] == "万" * 200
