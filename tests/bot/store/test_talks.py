"""Talks last half an hour; notes for staff are of nobody, and are counted by the day."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from bot.clock import ManualClock
from bot.store import Store
from bot.store import feedback as feedback_module
from bot.store.tables import feedback, talks
from handlers.ports import Note, Noted

LI, WANG = 7, 8


async def test_a_talk_is_kept_by_person_and_chat(any_store: Store) -> None:
    await any_store.talks.save(LI, LI, "{}")
    await any_store.talks.save(LI, -5, "[1]")
    await any_store.talks.save(LI, -5, "[2]")
    assert await any_store.talks.load(LI, LI) == "{}"
    assert await any_store.talks.load(LI, -5) == "[2]"
    assert await any_store.talks.load(WANG, -5) == ""


async def test_a_talk_runs_out_after_half_an_hour_and_is_gone_from_the_table_with_the_next(
    any_store: Store, clock: ManualClock
) -> None:
    await any_store.talks.save(LI, LI, "{}")
    clock.advance(timedelta(minutes=29, seconds=59))
    assert await any_store.talks.load(LI, LI) == "{}"
    clock.advance(timedelta(seconds=1))
    assert await any_store.talks.load(LI, LI) == ""
    await any_store.talks.save(WANG, WANG, "{}")
    async with any_store.transaction() as connection:
        assert (await connection.execute(select(talks.c.person_id))).scalars().all() == [WANG]


async def test_the_same_note_of_a_day_is_counted(any_store: Store, clock: ManualClock) -> None:
    await any_store.feedback.add(Note("useful"))
    await any_store.feedback.add(Note("unclear", "天气"))
    await any_store.feedback.add(Note("unclear", "天气"))
    clock.advance(timedelta(days=1))
    await any_store.feedback.add(Note("unclear", "天气"))
    latest = await any_store.feedback.latest(10)
    assert latest == [
        Noted(date(2026, 11, 23), Note("unclear", "天气"), 1),
        Noted(date(2026, 11, 22), Note("unclear", "天气"), 2),
    ]
    assert await any_store.feedback.counts(date(2026, 11, 22)) == {"useful": 1, "unclear": 3}
    assert await any_store.feedback.counts(date(2026, 11, 23)) == {"unclear": 1}


async def test_any_text_can_be_noted_and_is_bounded(any_store: Store) -> None:
    await any_store.feedback.add(Note("unclear", "a\0\ud800" + "b" * 500))
    (noted,) = await any_store.feedback.latest(1)
    assert len(noted.note.text) == 200


async def test_the_oldest_notes_go_first(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who sends nonsense all day fills no disk."""
    most = 5
    monkeypatch.setattr(feedback_module, "MOST", most)
    for number in range(most + 3):
        await any_store.feedback.add(Note("unclear", f"第{number}"))
    async with any_store.transaction() as connection:
        assert await connection.scalar(select(func.count()).select_from(feedback)) == most
    latest = await any_store.feedback.latest(10)
    assert [noted.note.text for noted in latest] == ["第7", "第6", "第5", "第4", "第3"]


async def test_notes_stay_when_a_person_is_erased_for_they_are_of_nobody(any_store: Store) -> None:
    await any_store.talks.save(LI, LI, "{}")
    await any_store.feedback.add(Note("unclear", "天气"))
    await any_store.erase_person(LI)
    assert await any_store.talks.load(LI, LI) == ""
    assert len(await any_store.feedback.latest(10)) == 1
