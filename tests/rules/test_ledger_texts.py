"""The ledgers against the law texts: nothing forgotten or invented, no figure lost, no sentence copied."""

import re
from collections.abc import Iterator

import pytest

from handlers.ledgers import excerpts, ledger_of
from rules.engine.citation import Citation
from rules.ledger import Article, Ledger
from tests.rules.law_texts import SOURCES, Places, excerpt_places, places
from tests.structure.test_law_texts import han, law
from tests.structure.tree import ROOT

# How many entries, and how many of them are whole articles (sections in hlj-science-facility).
COUNTS = {
    "hlj-computing-centre": (27, 15),
    "hlj-compute-purchase": (28, 17),
    "hlj-industrial-security": (26, 16),
    "hlj-science-facility": (32, 6),
    "hlj-sme-digital": (19, 12),
    "zj-future-industry": (60, 37),
    "js-special-funds": (92, 49),
    "pj-it-projects": (37, 37),
}
EXCERPTS = {"harbin-it": 3, "sd-health-it": 3}
COPIED = 20
TITLE = re.compile(r"《[^》]*》")
DOCUMENT = re.compile(r"〔[\d〕\s]*号")
POINT = re.compile(r"^\d\.(?!\d)", re.MULTILINE)
FIGURE = re.compile(
    r"\d+(?:\.\d+)?%?|[一二两三四五六七八九十]+(?:分之[一二三四五六七八九十]+|个月|年)|过半|一半"
)


def instruments() -> Iterator[tuple[str, Ledger, Places]]:
    for instrument in COUNTS:
        yield instrument, ledger_of(instrument), places(instrument)
    for instrument, ledger in excerpts().items():
        yield instrument, ledger, excerpt_places(instrument)


def entries() -> list[tuple[str, Article]]:
    found = [(instrument, article) for instrument in COUNTS for article in ledger_of(instrument).articles]
    found += [(name, article) for name, ledger in excerpts().items() for article in ledger.articles]
    assert found
    return found


def name_of(instrument: str, place: Citation) -> str:
    return f"{instrument} {place.chapter} {place.key}"


def test_every_instrument_has_a_ledger() -> None:
    folders = {path.parent.name.replace("_", "-") for path in ROOT.glob("rules/schemes/*/articles.toml")}
    assert folders == set(COUNTS)
    assert {path.stem for path in ROOT.glob("rules/excerpts/*.toml")} == set(EXCERPTS)


@pytest.mark.parametrize(("instrument", "counts"), COUNTS.items())
def test_a_ledger_has_as_many_entries_as_its_instrument(instrument: str, counts: tuple[int, int]) -> None:
    articles = ledger_of(instrument).articles
    assert (len(articles), sum(not article.citation.item for article in articles)) == counts


def test_an_excerpt_has_as_many_entries_as_are_at_hand() -> None:
    assert {name: len(ledger.articles) for name, ledger in excerpts().items()} == EXCERPTS


def test_every_place_of_the_texts_is_in_the_ledger_in_its_order_and_none_is_invented() -> None:
    for instrument, ledger, text in instruments():
        assert [article.citation for article in ledger.articles] == list(text), instrument


def test_every_text_has_a_ledger() -> None:
    law()
    texts = {path.stem for path in SOURCES.glob("*.md")} - {"pj-it-projects.explained"}
    assert texts == set(COUNTS) | {f"{name}.excerpt" for name in EXCERPTS}


def test_a_digest_keeps_the_figures_of_its_place() -> None:
    lost = {
        name_of(instrument, article.citation): sorted(missing)
        for instrument, ledger, text in instruments()
        for article in ledger.articles
        if (missing := figures(without_references(text[article.citation])) - figures(article.digest))
    }
    assert lost == {}


def test_a_digest_has_no_figure_that_its_place_lacks() -> None:
    invented = {
        name_of(instrument, article.citation): sorted(added)
        for instrument, ledger, text in instruments()
        for article in ledger.articles
        if (added := figures(article.digest) - figures(whole(article.citation, text)))
    }
    assert invented == {}


def test_no_digest_and_no_note_shares_twenty_characters_with_a_text() -> None:
    law()
    texts = [han(path.read_text("utf-8")) for path in sorted(SOURCES.glob("*.md"))]
    copied = {
        name_of(instrument, article.citation): run
        for instrument, article in entries()
        for words in (article.digest, article.note)
        for run in runs(words)
        if any(run in text for text in texts)
    }
    assert copied == {}


def test_a_digest_is_one_to_three_sentences_of_8_to_160_characters() -> None:
    wrong = {
        name_of(instrument, article.citation): article.digest
        for instrument, article in entries()
        if not (8 <= len(article.digest) <= 160 and 1 <= article.digest.count("。") <= 3)
        or not article.digest.endswith("。")
    }
    assert wrong == {}


def test_an_article_is_encoded_where_an_item_of_it_is() -> None:
    wrong = [
        name_of(instrument, article.citation)
        for instrument in COUNTS
        for article in ledger_of(instrument).articles
        if any(item.treatment == "encoded" for item in ledger_of(instrument).items_of(article))
        and article.treatment != "encoded"
    ]
    assert wrong == []


def test_what_the_source_does_not_give_is_said() -> None:
    """An entry without data says in its note what is missing."""
    assert [
        name_of(instrument, article.citation)
        for instrument, article in entries()
        if article.treatment == "no_data" and not article.note
    ] == []


def figures(text: str) -> set[str]:
    return set(FIGURE.findall(re.sub(r"(?<=\d) (?=年|个|日)", "", text)))


def without_references(text: str) -> str:
    """A text without the titles and numbers of other documents and the numbers of its own points."""
    return POINT.sub("", DOCUMENT.sub("", TITLE.sub("", text)))


def whole(place: Citation, text: Places) -> str:
    """The text of a place with its items, for an article that sums them up."""
    above = (place.chapter, place.section, place.article)
    parts = [
        words
        for other, words in text.items()
        if (other.chapter, other.section, other.article) == above and place.item in ("", other.item)
    ]
    return "".join(parts)


def runs(words: str) -> Iterator[str]:
    characters = han(words)
    yield from (characters[start : start + COPIED] for start in range(len(characters) - COPIED + 1))
