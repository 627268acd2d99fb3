"""A place in an instrument reads as it is cited in each language."""

import pytest

from handlers.wording.catalogue import wording_for
from handlers.wording.citations import arabic, cited, place, place_with_chapter, short
from rules.engine.citation import Citation, cite, cite_section


@pytest.mark.parametrize(
    ("language", "citation", "full", "brief"),
    [
        ("zh_CN", cite("二", "五", "三"), "第五条第(三)项（第二章）", "五(三)"),
        ("zh_Hant", cite("二", "五", "三"), "第五條第(三)項（第二章）", "五(三)"),
        ("en", cite("二", "五", "三"), "Art. 5(3), ch. 2", "Art. 5(3)"),
        ("ru", cite("二", "五", "三"), "ст. 5, п. 3, гл. 2", "ст. 5, п. 3"),
        ("zh_CN", cite("六", "十三"), "第十三条（第六章）", "十三"),
        ("en", cite("六", "十三"), "Art. 13, ch. 6", "Art. 13"),
        ("zh_CN", cite_section("二", "四"), "第二部分第(四)项", "二(四)"),
        ("en", cite_section("二", "四"), "Sec. 2(4)", "Sec. 2(4)"),
        ("ru", cite_section("四"), "разд. 4", "разд. 4"),
        ("en", Citation(article="四十四"), "Art. 44", "Art. 44"),
    ],
)
def test_a_place_in_full_and_in_short(language: str, citation: Citation, full: str, brief: str) -> None:
    wording = wording_for(language, strict=True)
    assert place_with_chapter(wording, citation) == full
    assert short(wording, citation) == brief
    assert full.startswith(place(wording, citation))


def test_a_criterion_carries_its_place() -> None:
    assert cited(wording_for("zh_CN"), "独立法人", cite("二", "五", "二")) == "独立法人〔五(二)〕"


@pytest.mark.parametrize(
    ("numeral", "digits"),
    [("一", "1"), ("十", "10"), ("十九", "19"), ("二十", "20"), ("四十七", "47"), ("一百零三", "103")],
)
def test_chinese_numerals_become_digits(numeral: str, digits: str) -> None:
    assert arabic(numeral) == digits


@pytest.mark.parametrize("other", ["", "附件2", "3", "甲"])
def test_what_is_no_chinese_numeral_stays(other: str) -> None:
    assert arabic(other) == other
