"""What is kept of a question for staff tells nothing of who asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.talking.masking import LONGEST, MASK, masked


@pytest.mark.parametrize(
    "personal",
    [
        "13800138000",
        "138 0013 8000",
        "+86 138-0013-8000",
        "１３８００１３８０００",
        "138\u200b00138000",
        "91230100MA1B2C3D4E",
        "91230100ma1b2c3d4e",
        "li.jingli@example.com",
        "@li_jingli",
        "https://example.com/a?b=c",
        "www.example.com",
        "example.cn/path",
        "一三八零零一三八零零零",
        "6222020200112233445",
    ],
)
def test_numbers_codes_addresses_and_names_are_masked(personal: str) -> None:
    kept = masked(f"我的是 {personal} 能拿多少奖励")
    assert personal not in kept
    assert MASK in kept
    assert kept.startswith("我的是")
    assert "能拿多少奖励" in kept or kept.endswith(MASK)


def test_what_a_question_is_about_stays() -> None:
    text = "PUE 1.28、新建60P的智算中心，设备投了8000万，能申请吗？"
    assert masked(text).startswith("PUE 1.28、新建60P的智算中心")
    assert "8000万" in masked(text)


def test_a_long_text_is_cut_after_it_was_masked() -> None:
    """A number across the cut leaves no beginning behind."""
    kept = masked("字" * (LONGEST - 4) + "13800138000")
    assert len(kept) <= LONGEST
    assert "138" not in kept


@given(st.text(max_size=500))
def test_any_text_is_kept_short_on_one_line_without_long_numbers(text: str) -> None:
    kept = masked(text)
    assert len(kept) <= LONGEST
    assert "\n" not in kept
    digits = "".join(character if character.isdigit() else " " for character in kept)
    assert all(len(run) < 7 for run in digits.split() if run.isdecimal())
