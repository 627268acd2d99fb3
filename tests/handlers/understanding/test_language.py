"""The guess at a text's language: four languages, mixed terms, and nothing where there is too little to
tell.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.language import guess_language

QUESTIONS = Path(__file__).parents[4] / "shared" / "examples" / "questions.jsonl"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("我们公司去年买了80万的算力服务", "zh_CN"),
        ("PUE 1.28、新建60P", "zh_CN"),
        ("算力补贴 PFLOPS how", "zh_CN"),
        ("購買算力服務可以拿多少獎勵", "zh_Hant"),
        ("我們智算中心新增六十四P", "zh_Hant"),
        ("How much is the award for our institute?", "en"),
        ("We bought services from 阿里云 last year, how much is the award", "en"),
        ("Сколько субсидии за покупку вычислительных мощностей?", "ru"),
        ("да", "ru"),
        ("PUE 1,25 у нас", "ru"),
    ],
)
def test_a_language_is_told_by_its_script_and_its_words(text: str, language: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "80", "60P", "PUE 1.28", "A100", "😀", "...", "OK", "800,000.00"])
def test_figures_and_terms_alone_tell_no_language(text: str) -> None:
    assert guess_language(text) is None


def test_the_example_questions_are_told_apart() -> None:
    if not QUESTIONS.is_file():
        pytest.skip("the example texts are not beside this checkout (../shared/examples/questions.jsonl)")
    questions = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    assert len(questions) > 100
    wrong = [(q["q"], q["lang"]) for q in questions if guess_language(q["q"]) != q["lang"]]
    assert wrong == []


@given(st.text(max_size=200))
def test_any_text_has_one_of_four_languages_or_none(text: str) -> None:
    assert guess_language(text) in {"zh_CN", "zh_Hant", "en", "ru", None}
