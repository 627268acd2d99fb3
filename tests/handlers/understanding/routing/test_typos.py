"""Misspelled terms are offered, never silently changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding.routing import suggestions


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("智算中兴奖励标准", "智算中心"),
        ("购买算例服务有补贴吗", "购买算力服务"),
        ("工业互连网奖励", "工业互联网"),
        ("小具人奖励", "小巨人"),
        ("智中算心", "智算中心"),
        ("因数法是什么", "因素法"),
    ],
)
def test_a_term_that_sounds_alike_or_is_jumbled_is_offered(text: str, term: str) -> None:
    assert suggestions(text) == (term,)


@pytest.mark.parametrize("text", ["智算中心奖励", "今天天气怎么样", "", "PUE 1.2", "工业物联网"])
def test_nothing_is_offered_for_what_is_written_right_or_is_something_else(text: str) -> None:
    assert suggestions(text) == ()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=60))
def test_at_most_three_terms_are_offered(text: str) -> None:
    assert len(suggestions(text)) <= 3
