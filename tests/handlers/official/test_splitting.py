"""A text is cut at its own headings: wherever they stand, however they are written, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.official.splitting import Form, Kind, cut, items
from handlers.official.tidying import tidy

MARKS = "第一二十百零条章款项、。；：()（）号令的#*1２ \u3000\n\u2028\x0c"
WORDS = ("规定", "附件", "\r\n", "第一条", "第二条", "第二章", "（一）", "一、", "第一条 甲。", "\n第三条")
FRAGMENTS = st.sampled_from([*MARKS, *WORDS])
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS).map("".join))


def articles(text: str) -> list[int]:
    return [piece.number for piece in cut(text, Form.ARTICLES) if piece.kind is Kind.ARTICLE]


def test_chapters_and_articles_are_told_apart_with_everything_between_them() -> None:
    text = "某办法\n第一章 总则\n第一条 甲。\n乙。\n第二条 丙。\n第二章 附则\n第三条 丁。\n"
    assert [(piece.kind, piece.number, piece.text) for piece in cut(text, Form.ARTICLES)] == [
        (Kind.BEFORE, 0, "某办法\n"),
        (Kind.CHAPTER, 1, "第一章 总则\n"),
        (Kind.ARTICLE, 1, "第一条 甲。\n乙。\n"),
        (Kind.ARTICLE, 2, "第二条 丙。\n"),
        (Kind.CHAPTER, 2, "第二章 附则\n"),
        (Kind.ARTICLE, 3, "第三条 丁。\n"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "第一条 甲",
        "第一条甲",
        "第 一 条 甲",
        "　　第一条　甲",
        "**第一条** 甲",
        "第1条 甲",
        "第１条 甲",
        "第一条\n甲",
    ],
)
def test_a_heading_may_be_written_with_blanks_bold_or_digits(heading: str) -> None:
    assert articles(f"总则\n{heading}。\n") == [1]


@pytest.mark.parametrize(
    "reference",
    [
        "违反第二条规定的,不予支持",
        "违反\n第二条第二款规定的,不予支持",
        "依照本办法\n第三条的规定办理",
        "按照第一条、第二条办理",
        "符合第二条和第三条",
        "甲。第二条规定的情形除外",
        "第五条(三)项",
    ],
)
def test_an_article_that_is_only_mentioned_begins_none(reference: str) -> None:
    assert articles(f"第一条 {reference}。\n第二条 乙。\n") == [1, 2]


def test_an_article_may_begin_within_a_line_after_a_full_stop() -> None:
    """One of the sources has lost a line break there."""
    assert articles("第二十六条甲。第二十七条乙。\n第二十八条丙。") == [26, 27, 28]


def test_the_first_articles_may_share_the_line_of_their_chapter() -> None:
    found = cut("第一章 总则 第一条 甲。 第二条 乙。", Form.ARTICLES)
    assert [(piece.kind, piece.number) for piece in found] == [
        (Kind.CHAPTER, 1),
        (Kind.ARTICLE, 1),
        (Kind.ARTICLE, 2),
    ]


def test_numbers_may_be_skipped_and_come_again_in_another_chapter() -> None:
    assert articles("第五章 甲\n第九条 甲。\n第六章 乙\n第九条 乙。\n第十一条 丙。\n第十三条 丁。") == [
        9,
        9,
        11,
        13,
    ]


def test_an_article_without_words_is_an_article() -> None:
    assert articles("第一章总则\n第一条\n第二条甲。") == [1, 2]


def test_a_sentence_that_begins_with_a_chapter_is_no_heading() -> None:
    text = "第一章“总则”,主要提出了目的。\n第二章“规划”,主要是申报。\n"
    assert [piece.kind for piece in cut(text, Form.ARTICLES)] == [Kind.BEFORE]


@pytest.mark.parametrize(
    "after", ["附件：申报表", "附件1", "某省人民政府令第 138 号", "责任编辑：某某", "打印本页"]
)
def test_what_follows_the_last_article_is_not_part_of_it(after: str) -> None:
    last = cut(f"第一条 甲。\n{after}\n某某公布。\n", Form.ARTICLES)
    assert [piece.text for piece in last] == ["第一条 甲。\n", f"{after}\n某某公布。\n"]


def test_sections_count_on_and_a_list_within_them_does_not() -> None:
    text = "前言\n一、对象\n设施。\n二、条件\n(一)甲。\n一、不是部分\n三、流程\n"
    found = [piece.number for piece in cut(text, Form.SECTIONS) if piece.kind is Kind.SECTION]
    assert found == [1, 2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "条件：\n（一）甲；\n（二）乙；\n（三）丙。",
        "条件：(一)甲；(二)乙；(三)丙。",
        "条件:\n ( 一 ) 甲。\n(二)乙\n(三)丙",
    ],
)
def test_items_begin_lines_or_follow_one_another(text: str) -> None:
    assert [piece.number for piece in items(text)] == [0, 1, 2, 3]


@pytest.mark.parametrize("text", ["见前款(一)的规定", "甲。(二)乙", "符合四(一)(二)"])
def test_items_that_are_only_mentioned_or_do_not_count_on_are_none(text: str) -> None:
    assert [piece.number for piece in items(text)] == [0]


@given(TEXTS, st.sampled_from(Form))
def test_no_character_is_lost_whatever_the_text(text: str, form: Form) -> None:
    pieces = cut(text, form)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.number > 0 for piece in pieces if piece.kind not in (Kind.BEFORE, Kind.AFTER))
    for piece in pieces:
        assert "".join(item.text for item in items(piece.text)) == piece.text


@given(TEXTS)
def test_tidying_loses_no_visible_character(text: str) -> None:
    """Blanks and what cannot be seen go; every letter and digit stays, and a second time changes nothing."""
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    if text.isascii():
        assert [letter for letter in text if letter.isalnum()] == [
            letter for letter in tidied if letter.isalnum()
        ]


def test_long_texts_without_a_heading_take_no_long_time() -> None:
    """Runs that look like the beginning of something, each as long as a large file allows."""
    for run in ("第", "第一条", "（一）", " ", "一、", "第一章", "第一 ", "#"):
        text = run * (300_000 // len(run))
        for form in Form:
            assert "".join(piece.text for piece in cut(text, form)) == text
        assert "".join(piece.text for piece in items(text)) == text
        assert len(tidy(text)) <= len(text)
