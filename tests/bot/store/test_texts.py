"""Official texts are kept by instrument, replaced all together, and are nobody's personal data."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import ManualClock
from bot.store import Store, open_store
from bot.store.tables import SOURCE_LENGTH
from rules.engine.citation import cite

ARTICLES = {"c2a10": "第十条 甲。", "c1a9": "第九条 乙。\n（一）丙。\n（二）丁。"}


async def test_an_instrument_without_a_text_has_none(any_store: Store) -> None:
    assert await any_store.texts.load("hlj-compute-purchase") is None


async def test_articles_come_back_in_their_order_with_file_and_time(
    any_store: Store, clock: ManualClock
) -> None:
    await any_store.texts.replace("hlj-compute-purchase", ARTICLES, "细则.pdf")
    found = await any_store.texts.load("hlj-compute-purchase")
    assert found
    assert list(found.articles.items()) == list(ARTICLES.items())
    assert (found.source, found.imported_at) == ("细则.pdf", clock.now())
    assert await any_store.texts.load("hlj-computing-centre") is None


async def test_a_text_is_found_by_its_place_and_an_item_within_it(any_store: Store) -> None:
    await any_store.texts.replace("hlj-compute-purchase", ARTICLES, "a.txt")
    found = await any_store.texts.load("hlj-compute-purchase")
    assert found
    assert found.at(cite("二", "十")) == "第十条 甲。"
    assert found.at(cite("一", "十")) == ""
    assert found.closest(cite("一", "九", "二")) == "（二）丁。"
    assert found.closest(cite("一", "九", "五")) == found.at(cite("一", "九"))


async def test_a_new_text_replaces_all_of_the_old_one_and_nothing_else(
    any_store: Store, clock: ManualClock
) -> None:
    await any_store.texts.replace("hlj-compute-purchase", ARTICLES, "old.txt")
    await any_store.texts.replace("pj-it-projects", {"a1": "第一条"}, "other.txt")
    clock.advance(timedelta(hours=1))
    await any_store.texts.replace("hlj-compute-purchase", {"c1a1": "第一条 新。"}, "x" * 999)
    found = await any_store.texts.load("hlj-compute-purchase")
    other = await any_store.texts.load("pj-it-projects")
    assert found
    assert other
    assert (dict(found.articles), len(found.source)) == ({"c1a1": "第一条 新。"}, SOURCE_LENGTH)
    assert found.imported_at > other.imported_at
    assert dict(other.articles) == {"a1": "第一条"}


async def test_a_replacement_that_fails_leaves_the_old_text(any_store: Store) -> None:
    await any_store.texts.replace("hlj-compute-purchase", ARTICLES, "a.txt")

    async def fail_halfway() -> None:
        async with any_store.transaction():
            await any_store.texts.replace("hlj-compute-purchase", {}, "b.txt")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        await fail_halfway()
    found = await any_store.texts.load("hlj-compute-purchase")
    assert found
    assert dict(found.articles) == ARTICLES


async def test_texts_outlive_the_process_and_an_erased_person(file: Path, clock: ManualClock) -> None:
    async with await open_store(f"sqlite:///{file}", clock) as store:
        await store.texts.replace("hlj-compute-purchase", ARTICLES, "a.txt")
        await store.people.set_language(7, "en")
        await store.erase_person(7)
    async with await open_store(f"sqlite:///{file}", clock) as store:
        assert await store.texts.load("hlj-compute-purchase")
        assert "texts" not in await store.export_person(7)
