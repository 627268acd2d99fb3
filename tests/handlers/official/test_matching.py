"""Articles find their places in the ledger; what has none, or is missing, is said."""

import pytest

from handlers.ledgers import ledger_of
from handlers.official.instruments import likeness
from handlers.official.matching import Trouble, place, wholes
from handlers.official.numerals import read_numeral, write_numeral
from handlers.official.places import citation_of, name_of
from handlers.official.receiving import receive
from rules.engine.citation import cite, cite_section
from rules.schemes import SCHEMES
from tests.handlers.official.law_making import made_text
from tests.rules.law_texts import SOURCES

# Whole articles (sections in hlj-science-facility) and numbered items.
COUNTS = {
    "hlj-computing-centre": (15, 12),
    "hlj-compute-purchase": (17, 11),
    "hlj-industrial-security": (16, 10),
    "hlj-science-facility": (6, 26),
    "hlj-sme-digital": (12, 7),
    "zj-future-industry": (37, 23),
    "js-special-funds": (49, 43),
    "pj-it-projects": (37, 0),
}


@pytest.mark.parametrize(("scheme", "counts"), COUNTS.items())
def test_every_article_of_the_published_texts_is_placed(scheme: str, counts: tuple[int, int]) -> None:
    """The texts as they were published, with everything around them; the instrument finds itself."""
    if not SOURCES.is_dir():
        pytest.skip("the law texts (../shared/sources) are not beside this checkout")
    received = receive((SOURCES / f"{scheme}.md").read_text("utf-8"))
    found = received.placement
    assert received.scheme == scheme
    assert (len(found.texts), len(found.items)) == counts
    assert (found.strays, found.missing) == ((), ())
    assert tuple(found.texts) == wholes(ledger_of(scheme))
    assert found.bare == ((cite("一", "一"),) if scheme == "pj-it-projects" else ())
    assert likeness(found, ledger_of(scheme)) > 0.45


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_article_of_a_made_up_edition_is_placed(scheme: str) -> None:
    """The same without the published texts: our digests in the form of the instrument."""
    found = receive(made_text(scheme)).placement
    assert (len(found.texts), len(found.items)) == COUNTS[scheme]
    assert (found.strays, found.missing) == ((), ())
    for citation, text in found.texts.items():
        entry = ledger_of(scheme).find(citation)
        assert entry
        assert entry.digest in text


def test_a_text_that_has_lost_its_chapters_is_placed_by_the_order_of_its_articles() -> None:
    """Article 九 stands in two chapters of this instrument."""
    ledger = ledger_of("hlj-computing-centre")
    found = place(made_text("hlj-computing-centre", chapters=False), ledger)
    assert tuple(found.texts) == wholes(ledger)
    assert found.texts[cite("五", "九")] != found.texts[cite("六", "九")]


def test_articles_that_the_ledger_does_not_have_or_that_come_twice_are_reported() -> None:
    text = made_text("hlj-compute-purchase") + "\n第十八条 新增的一条。\n第十八章 不存在\n第一条 又一条。\n"
    strays = place(text, ledger_of("hlj-compute-purchase")).strays
    assert [(stray.citation.key, stray.trouble) for stray in strays] == [
        ("十八", Trouble.UNKNOWN),
        ("一", Trouble.UNKNOWN),
    ]
    twice = made_text("hlj-compute-purchase").replace("第二条", "第一条", 1)
    found = place(twice, ledger_of("hlj-compute-purchase"))
    assert [(stray.citation.key, stray.trouble) for stray in found.strays] == [("一", Trouble.TWICE)]
    assert found.missing == (cite("一", "二"),)


def test_items_that_the_text_lacks_or_the_ledger_does_not_know_are_reported() -> None:
    text = made_text("hlj-compute-purchase")
    fourth = next(line for line in text.splitlines() if line.startswith("（四）"))
    less = place(text.replace(fourth + "\n", "", 1), ledger_of("hlj-compute-purchase"))
    assert less.missing == (cite("二", "五", "四"),)
    more = place(text.replace(fourth, f"{fourth}\n（五）另一项。", 1), ledger_of("hlj-compute-purchase"))
    assert [stray.citation for stray in more.strays] == [cite("二", "五", "五")]
    assert "另一项" in more.texts[cite("二", "五")]


def test_numbers_are_read_as_they_are_written() -> None:
    for number in range(1, 1000):
        assert read_numeral(write_numeral(number)) == number
        assert read_numeral(str(number)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("二 十 一", 21), ("１０", 10), ("一百〇八", 108), ("两百", 200)]
)
def test_numbers_may_be_written_in_other_ways(text: str, number: int) -> None:
    assert read_numeral(text) == number


@pytest.mark.parametrize("text", ["", "零", "0", "甲", "一千", "99999999", "1.5", "-1"])
def test_what_is_no_number_of_an_article_is_none(text: str) -> None:
    assert read_numeral(text) is None


def test_every_article_has_a_name_of_its_own() -> None:
    for scheme in SCHEMES:
        places = wholes(ledger_of(scheme))
        names = [name_of(citation) for citation in places]
        assert len(set(names)) == len(places) > 0
        assert [citation_of(name) for name in names] == list(places)
    assert (name_of(cite("五", "九")), name_of(cite_section("二", "四"))) == ("c5a9", "s2")


@pytest.mark.parametrize("name", ["", "a", "a0", "a01", "c5", "c5a9 ", "s1a2", "x1", "a1000", "A1", "a٣"])
def test_what_is_no_name_of_an_article_stands_for_none(name: str) -> None:
    assert citation_of(name) is None
