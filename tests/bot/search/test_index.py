"""The clause index finds what it holds, whatever it is asked."""

from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search import Clause, ClauseIndex, clauses
from handlers.ledgers import excerpts, ledger_of
from handlers.understanding.routing import Hit, grams, plain
from rules.engine.citation import cite
from rules.schemes import SCHEMES

INDEX = ClauseIndex.of_the_ledgers()


def find(text: str, *instruments: str, limit: int = 12) -> list[Hit]:
    return list(INDEX.find(grams(plain(text)), instruments, limit))


def test_every_clause_of_every_ledger_is_a_row() -> None:
    held = {(row.instrument, row.citation) for row in clauses()}
    ledgers = {**{scheme: ledger_of(scheme) for scheme in SCHEMES}, **excerpts()}
    expected = {(name, entry.citation) for name, ledger in ledgers.items() for entry in ledger.articles}
    assert held == expected


@pytest.mark.parametrize("row", list(clauses())[::17], ids=lambda row: f"{row.instrument} {row.citation.key}")
def test_a_clause_is_found_by_its_own_text(row: Clause) -> None:
    best = INDEX.find(grams(row.text.lower()), (row.instrument,))[0]
    assert best.citation.article == row.citation.article
    assert best.covered > 0.9


def test_the_best_clause_stands_for_its_article() -> None:
    found = find("公示期 五个工作日 省工信厅网站")
    places = [
        (hit.instrument, hit.citation.chapter, hit.citation.article or hit.citation.key) for hit in found
    ]
    assert len(set(places)) == len(places)


def test_a_search_can_be_narrowed_and_is_limited() -> None:
    found = find("绩效评价结果", "js-special-funds", limit=2)
    assert {hit.instrument for hit in found} == {"js-special-funds"}
    assert len(found) == 2


def test_the_score_falls_and_the_share_is_one_at_most() -> None:
    found = find("专项资金结转两年收回")
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert all(0 <= hit.covered <= 1 for hit in found)


def test_a_traditional_question_finds_the_simplified_clause() -> None:
    assert find("專項資金結轉兩年")[0] == find("专项资金结转两年")[0]


def test_nothing_is_found_for_nothing() -> None:
    assert INDEX.find(()) == ()
    assert find("😀 ,.!") == []


def test_an_index_of_other_clauses_knows_only_these() -> None:
    index = ClauseIndex([Clause("one", cite("一", "一"), "公示期五天")])
    assert [hit.instrument for hit in index.find(grams("公示"))] == ["one"]
    assert index.find(grams("算力")) == ()
    index.close()


def test_several_threads_read_at_once() -> None:
    found: list[list[Hit]] = []
    threads = [Thread(target=lambda: found.append(find("因素法"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(each == found[0] for each in found)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_searched_for(text: str) -> None:
    assert len(find(text)) <= 12


@pytest.mark.parametrize("gram", ['"', "AND", "a OR b", "NEAR(", "*", "^", "col:x", "\x00", ""])
def test_search_syntax_is_text(gram: str) -> None:
    """Whatever a caller hands in as a gram is looked for as it stands."""
    assert isinstance(INDEX.find((gram, "公示")), tuple)
