"""What people wrote is repeated bounded, on one line, and without characters that play tricks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.wording.people import LIMIT, shown


@pytest.mark.parametrize(
    ("said", "repeated"),
    [
        ("80万", "80万"),
        ("  a\n\tb\r\n c\u2028d ", "a b c d"),
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("a\u2066b\u2069c\ufeff", "abc"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("שלום", "\u2068שלום\u2069"),
        ("مرحبا 80", "\u2068مرحبا 80\u2069"),
        ("e" + "\u0301" * 50, "e" + "\u0301" * 3),
        ("\ud800x", "\ufffdx"),
        ("", ""),
        ("\u200b\u200e", ""),
    ],
)
def test_tricks_are_taken_out(said: str, repeated: str) -> None:
    assert shown(said) == repeated


def test_a_long_text_is_cut_and_says_so() -> None:
    assert shown("字" * 10_000) == "字" * (LIMIT - 1) + "…"
    assert shown("x" * 10, limit=5) == "xxxx…"


@given(st.text(alphabet=st.characters(), max_size=400))
def test_whatever_was_said_the_repetition_is_short_one_line_and_encodable(said: str) -> None:
    repeated = shown(said)
    assert len(repeated) <= LIMIT + 2
    assert len(repeated.splitlines()) <= 1
    assert repeated.encode("utf-8").decode("utf-8") == repeated
    inner = repeated.strip("\u2068\u2069")
    kinds = {unicodedata.category(character) for character in inner} - {"Cf"}
    assert "Cc" not in kinds
    assert repeated.count("\u2068") == repeated.count("\u2069") <= 1
