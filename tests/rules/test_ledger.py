"""A ledger text becomes entries that are found by their place; anything that breaks the form is refused."""

import pytest

from rules.engine.citation import Citation, cite, cite_section
from rules.ledger import Aspect, LedgerError, Treatment, parse_ledger

HEADINGS = '[headings]\n"一" = "目的"\n"二" = "条件"\n'


def entry(**fields: str) -> str:
    given = {
        "chapter": "一",
        "aspect": "purpose",
        "treatment": "information",
        "digest": "说明目的。",
    } | fields
    lines = [f'{name} = "{value}"' for name, value in given.items() if value != "-"]
    return "\n".join(["[[article]]", *lines, ""])


TWO_CHAPTERS = HEADINGS + "".join(
    (
        entry(article="九"),
        entry(chapter="二", article="九", digest="条件有两项。", aspect="condition", treatment="encoded"),
        entry(chapter="二", article="九", item="一", digest="第一项条件。", note="第二项不核对。"),
        entry(chapter="二", article="九", item="二", digest="第二项条件。"),
    )
)


def test_an_entry_has_its_place_heading_digest_aspect_treatment_and_note() -> None:
    item = parse_ledger(TWO_CHAPTERS).articles[2]
    assert item.citation == cite("二", "九", "一")
    assert (item.heading, item.digest, item.note) == ("条件", "第一项条件。", "第二项不核对。")
    assert (item.aspect, item.treatment) == (Aspect.PURPOSE, Treatment.INFORMATION)


def test_the_entries_stand_in_the_order_of_the_text() -> None:
    assert [article.citation.key for article in parse_ledger(TWO_CHAPTERS).articles] == [
        "九",
        "九",
        "九(一)",
        "九(二)",
    ]


def test_articles_with_one_number_in_two_chapters_are_told_apart() -> None:
    ledger = parse_ledger(TWO_CHAPTERS)
    first, second = ledger.find(cite("一", "九")), ledger.find(cite("二", "九"))
    assert first
    assert second
    assert (first.heading, second.heading) == ("目的", "条件")


def test_an_item_without_an_entry_falls_back_on_its_article_but_is_not_known() -> None:
    ledger = parse_ledger(TWO_CHAPTERS)
    assert ledger.find(cite("二", "九", "三")) == ledger.find(cite("二", "九"))
    assert not ledger.knows(cite("二", "九", "三"))


def test_an_item_with_an_entry_is_found_and_known() -> None:
    ledger = parse_ledger(TWO_CHAPTERS)
    found = ledger.find(cite("二", "九", "二"))
    assert found
    assert found.digest == "第二项条件。"
    assert ledger.knows(cite("二", "九", "二"))


@pytest.mark.parametrize("place", [cite("三", "九"), cite("一", "十"), Citation(article="九"), Citation()])
def test_a_place_that_the_instrument_does_not_have_is_not_found(place: Citation) -> None:
    ledger = parse_ledger(TWO_CHAPTERS)
    assert ledger.find(place) is None
    assert not ledger.knows(place)


def test_the_items_of_an_article_are_its_own_in_order() -> None:
    ledger = parse_ledger(TWO_CHAPTERS)
    first, second, item, _ = ledger.articles
    assert [below.citation.item for below in ledger.items_of(second)] == ["一", "二"]
    assert ledger.items_of(first) == ledger.items_of(item) == ()


def test_an_instrument_may_have_sections_instead_of_articles() -> None:
    ledger = parse_ledger(
        HEADINGS
        + entry(chapter="-", section="一")
        + entry(chapter="-", section="二")
        + entry(chapter="-", section="二", item="四")
    )
    assert ledger.knows(cite_section("二", "四"))
    assert [article.heading for article in ledger.articles] == ["目的", "条件", "条件"]


def test_an_excerpt_may_have_articles_without_a_chapter() -> None:
    ledger = parse_ledger(entry(chapter="-", article="一"))
    assert ledger.knows(Citation(article="一"))
    assert ledger.articles[0].heading == ""


FAULTS = {
    "[[article]": "not TOML",
    "": "at least one [[article]]",
    "article = 3": "at least one [[article]]",
    "article = [3]": "[[article]] number 1: expected a table",
    "headings = 3": "headings: expected a table",
    '[headings]\n"一" = ""\n': "headings.一: expected a text",
    "title = 'x'\n" + HEADINGS + entry(article="一"): "unknown field title",
    HEADINGS + entry(article="一"): "no article stands under 二",
    HEADINGS + entry(article="一", chapter="三"): "[headings] has no 三",
    HEADINGS + entry(article="一", chapter="-"): "chapter is missing",
    HEADINGS + entry(): "expected either an article or a section",
    HEADINGS + entry(article="一", section="一"): "expected either an article or a section",
    HEADINGS + entry(section="一"): "a section stands in no chapter",
    HEADINGS + entry(article="1"): "article '1' is no Chinese numeral",
    HEADINGS + entry(article="一", item="二"): "chapter 一, article 一, item 二: an item must stand after",
    HEADINGS + entry(article="一") + entry(article="一"): "chapter 一, article 一: is in the ledger twice",
    HEADINGS + entry(article="一", digest="-"): "chapter 一, article 一: digest is missing",
    HEADINGS + entry(article="一", digest="  "): "digest is empty",
    HEADINGS + entry(article="一", note=""): "note is empty",
    HEADINGS + entry(article="一", aspect="money"): "unknown aspect 'money', expected one of purpose, defi",
    HEADINGS + entry(article="一", treatment="ignored"): "unknown treatment 'ignored', expected one of enc",
    HEADINGS + entry(article="一", treatment="-"): "treatment is missing",
    HEADINGS + entry(article="一", remark="x"): "unknown field remark",
    HEADINGS + entry(article="一") + "digest2 = 3": "unknown field digest2",
    HEADINGS + "[[article]]\nchapter = '一'\narticle = 1": "article must be a text, got 1",
}


@pytest.mark.parametrize(("text", "message"), FAULTS.items(), ids=FAULTS.values())
def test_a_text_that_breaks_the_form_is_refused_with_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(LedgerError) as refused:
        parse_ledger(text)
    assert message in str(refused.value)
