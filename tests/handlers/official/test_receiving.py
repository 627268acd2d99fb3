"""A text tells which instrument it is; one that is none, or another, is refused and says why."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.official.difference import changed_sentences, compare
from handlers.official.instruments import document_number, official_title
from handlers.official.receiving import MOST_CHARACTERS, TextRefused, receive
from rules.engine.citation import cite
from rules.schemes import SCHEMES
from tests.handlers.official.law_making import made_text
from tests.rules.law_texts import SOURCES

PURCHASE, CENTRE = "hlj-compute-purchase", "hlj-computing-centre"


def refused(text: str, scheme: str | None = None) -> TextRefused:
    with pytest.raises(TextRefused) as found:
        receive(text, scheme)
    return found.value


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_title_tells_the_instrument_even_when_it_is_broken_into_lines(scheme: str) -> None:
    title = official_title(scheme)
    for written in (f"# {title}", f"《{title}》", f"{title[:9]}\n{title[9:]}", " ".join(title)):
        assert receive(f"通知\n{written}\n" + made_text(scheme, title="")).scheme == scheme


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if document_number(scheme)])
def test_the_document_number_tells_as_well(scheme: str) -> None:
    number = document_number(scheme).replace("第", "第 ")
    assert receive(f"{number}\n" + made_text(scheme, title="某通知")).scheme == scheme


def test_there_are_instruments_with_a_number() -> None:
    assert [scheme for scheme in SCHEMES if document_number(scheme)] == [
        "hlj-sme-digital",
        "js-special-funds",
    ]


def test_a_text_without_title_is_taken_for_what_the_operator_says_it_is() -> None:
    untitled = made_text(PURCHASE, title="通知")
    assert refused(untitled).code == "unknown_instrument"
    assert receive(untitled, PURCHASE).scheme == PURCHASE


def test_a_file_with_several_instruments_is_taken_one_at_a_time() -> None:
    both = made_text(CENTRE) + "\n" + made_text(PURCHASE)
    error = refused(both)
    assert (error.code, error.schemes) == ("several_instruments", (CENTRE, PURCHASE))
    for scheme in (CENTRE, PURCHASE):
        assert receive(both, scheme).placement == receive(made_text(scheme)).placement


def test_another_instrument_than_the_operator_says_is_refused() -> None:
    error = refused(made_text(CENTRE), PURCHASE)
    assert (error.code, error.schemes, error.params["expected"]) == ("other_instrument", (CENTRE,), PURCHASE)


def test_a_title_over_other_articles_is_not_believed() -> None:
    """As many articles, in chapters of the same numbers, about something else."""
    other = made_text(PURCHASE, title=official_title(CENTRE))
    assert refused(other).code in {"unlike", "too_few_articles"}
    foreign = "\n".join([official_title("pj-it-projects"), "第一章 总则"])
    for chapter, numbers in {"二": range(6, 16), "三": range(16, 26), "四": range(26, 32)}.items():
        foreign += f"\n第{chapter}章 甲"
        for number in numbers:
            foreign += f"\n第{number}条 猫在窗台上睡觉，狗在院子里跑。"
    assert refused(foreign).code == "unlike"


def test_an_explanation_of_an_instrument_is_not_the_instrument() -> None:
    """It has numbered sections and names the title, but none of the articles."""
    text = f"《{official_title('pj-it-projects')}》解读\n一、背景\n甲。\n二、内容\n共五章。\n"
    assert refused(text).code == "too_few_articles"


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), (" \n\u200b\t", "empty"), ("今天天气很好。", "no_articles")]
)
def test_what_is_no_law_text_is_refused(text: str, code: str) -> None:
    assert refused(text).code == code


def test_a_text_beyond_any_law_is_refused() -> None:
    assert refused("第一条 甲" * MOST_CHARACTERS).code == "too_long"


def test_an_unknown_id_is_refused_with_those_there_are() -> None:
    error = refused(made_text(PURCHASE), "hlj-compute")
    assert (error.code, error.schemes) == ("unknown_scheme", tuple(SCHEMES))


@pytest.mark.parametrize("name", ["harbin-it.excerpt", "sd-health-it.excerpt", "pj-it-projects.explained"])
def test_the_other_published_documents_are_refused(name: str) -> None:
    if not SOURCES.is_dir():
        pytest.skip("the law texts (../shared/sources) are not beside this checkout")
    assert refused((SOURCES / f"{name}.md").read_text("utf-8")).code in {
        "unknown_instrument",
        "too_few_articles",
    }


@given(st.text(), st.sampled_from([None, *SCHEMES]))
def test_any_text_is_received_or_refused(text: str, scheme: str | None) -> None:
    for given_text in (text, made_text(PURCHASE)[: len(text) * 20] + text):
        with suppress(TextRefused):
            assert receive(given_text, scheme).placement.texts


ONE, TWO, THREE = cite("一", "一"), cite("一", "二"), cite("一", "三")


def test_a_difference_tells_new_changed_gone_and_same() -> None:
    found = compare({ONE: "第一条 甲。", TWO: "第二条 乙。"}, {ONE: "第一条  甲。\n", THREE: "第三条 丙。"})
    assert (found.added, found.changed, found.removed, found.same) == ((THREE,), (), (TWO,), (ONE,))
    assert found.replaces
    assert not found.is_empty


def test_blanks_and_line_breaks_are_no_difference() -> None:
    assert compare({ONE: "第一条 甲,\n乙。"}, {ONE: "第一条甲,乙。"}).is_empty


def test_the_sentences_that_differ_are_shown_with_their_signs() -> None:
    changes = changed_sentences("第一条 甲。不少于5年；乙。", "第一条 甲。不少于6年；乙。丙。")
    assert list(changes) == [("-", "不少于5年；"), ("+", "不少于6年；"), ("+", "丙。")]
