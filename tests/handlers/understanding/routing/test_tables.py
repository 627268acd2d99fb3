"""The curated tables agree with the ledgers, with each other, and with what people can write."""

import pytest

from handlers.ledgers import excerpts, ledger_of
from handlers.understanding.language import guess_language
from handlers.understanding.routing import plain
from handlers.understanding.routing.instruments import (
    citation_at,
    excerpt_routes,
    instruments,
    topics,
)
from handlers.understanding.routing.plain import plain_from
from handlers.understanding.routing.tables import document, table
from rules.schemes import SCHEMES


def test_every_scheme_has_routes_and_no_route_is_of_another() -> None:
    assert set(instruments()) == set(SCHEMES)
    assert set(excerpt_routes()) == set(excerpts())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_article_can_be_reached(scheme: str) -> None:
    """An article is reached by itself or by one of its items."""
    instrument = instruments()[scheme]
    routed = {place.citation for place in instrument.places}
    routed |= {citation for citations in instrument.topics.values() for citation in citations}
    articles = {(each.chapter, each.article or each.section) for each in routed}
    ledger = [entry.citation for entry in ledger_of(scheme).articles]
    assert {(each.chapter, each.article or each.section) for each in ledger} == articles


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_topic_of_the_routes_exists(scheme: str) -> None:
    named = set(instruments()[scheme].topics)
    assert named
    assert named <= set(topics())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_place_has_two_entries(scheme: str) -> None:
    places = [place.citation for place in instruments()[scheme].places]
    assert len(set(places)) == len(places)


def test_a_place_that_the_ledger_lacks_or_has_twice_is_refused() -> None:
    ledger = ledger_of("hlj-computing-centre")
    assert citation_at(ledger, "五/九").chapter == "五"
    with pytest.raises(KeyError):
        citation_at(ledger, "九")
    with pytest.raises(KeyError):
        citation_at(ledger, "九十九")


def test_the_cues_are_written_in_the_plain_form() -> None:
    """A cue in another form (traditional, upper case, full width) could never match."""
    words = [
        word
        for instrument in instruments().values()
        for group in (instrument.names, instrument.hints, instrument.leads, instrument.weak)
        for each in group
        for words in each.groups
        for word in words
    ]
    words += [
        word for topic in topics().values() for cue in topic.cues for group in cue.groups for word in group
    ]
    assert len(words) > 500
    assert [word for word in words if plain(word) != word] == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_glossary_gives_words_in_the_plain_form(language: str) -> None:
    entries = table("glossary", language)
    assert len(entries) > 150
    words = [word for meant in entries.values() for word in meant.split()]
    assert [word for word in words if plain(word) != word] == []
    assert [said for said in entries if said != said.lower() or "ё" in said] == []


def test_the_table_of_syllables_agrees_with_an_independent_one() -> None:
    pypinyin = pytest.importorskip("pypinyin")
    entries = [(syllable, each) for syllable, characters in document("pinyin").items() for each in characters]
    assert len(entries) > 3_700
    others = [
        each
        for syllable, each in entries
        if syllable
        not in {read.replace("ü", "v") for read in pypinyin.pinyin(each, style=0, heteronym=True)[0]}
    ]
    assert others == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("購買算力服務", "购买算力服务"),
        ("設備軟體花了三千萬", "设备软件花了三千万"),
        ("數位化示範標竿", "数字化示范标杆"),
        ("ＰＵＥ　１．２", "pue 1.2"),
        ("智算\u200b中心\u202e", "智算中心"),
        ("智 算 中 心", "智算中心"),
    ],
)
def test_a_question_has_one_plain_form_however_it_is_written(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("How much for an AI computing center?", "智算中心"),
        ("вычислительным услугам", "算力服务"),
        ("Сколько дней?", "几天"),
    ],
)
def test_english_and_russian_go_through_the_glossary(written: str, word: str) -> None:
    assert word in plain_from(written, guess_language(written) or "en")
