"""Languages, answers and living checks are kept, over a restart as well."""

from decimal import Decimal

import pytest
from sqlalchemy import text

from bot.clock import ManualClock
from bot.store import Store, open_store
from handlers.ports import Check, Desk
from rules.engine.facts import money
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Source, known
from rules.schemes import FACTS
from tests.bot.store.strategies import example

LI, WANG = 7_000_000_001, 42
GROUP = -1_001_234_567_890


def test_the_store_is_what_the_conversations_ask_for(any_store: Store) -> None:
    desk: Desk = any_store
    assert desk.answers is any_store.answers


async def test_a_language_is_kept_once_it_is_chosen(any_store: Store) -> None:
    assert await any_store.people.language(LI) is None
    await any_store.people.set_language(LI, "ru")
    await any_store.people.set_language(LI, "zh_Hant")
    assert await any_store.people.language(LI) == "zh_Hant"
    assert await any_store.people.language(WANG) is None


async def test_an_answer_of_every_fact_of_the_rules_is_kept_with_its_provenance(any_store: Store) -> None:
    given = {fact.id: known(example(fact), Source.READ, said="说的话") for fact in FACTS.values()}
    await any_store.answers.save(LI, given)
    assert given
    assert await any_store.answers.load(LI) == given


async def test_a_later_answer_takes_the_place_of_an_earlier_one(any_store: Store) -> None:
    await any_store.answers.save(LI, {"fraud": known(False), "tax_problem": UNKNOWN})
    await any_store.answers.save(LI, {"fraud": INAPPLICABLE})
    assert await any_store.answers.load(LI) == {"fraud": INAPPLICABLE, "tax_problem": UNKNOWN}


async def test_answers_are_removed_one_by_one_or_all_at_once(any_store: Store) -> None:
    await any_store.answers.save(LI, {"fraud": UNKNOWN, "tax_problem": UNKNOWN, "safety_blacklist": UNKNOWN})
    await any_store.answers.save(WANG, {"fraud": UNKNOWN})
    await any_store.answers.remove(LI, "fraud")
    await any_store.answers.remove(LI, "never_answered")
    assert set(await any_store.answers.load(LI)) == {"tax_problem", "safety_blacklist"}
    await any_store.answers.clear(LI)
    assert await any_store.answers.load(LI) == {}
    assert set(await any_store.answers.load(WANG)) == {"fraud"}


async def test_saving_no_answer_keeps_nothing_of_the_person(any_store: Store) -> None:
    await any_store.answers.save(LI, {})
    assert await any_store.export_person(LI) == {}


async def test_answers_that_the_rules_no_longer_know_or_take_are_left_out_but_exported(
    any_store: Store, url: str, clock: ManualClock
) -> None:
    await any_store.answers.save(
        LI, {"fraud": UNKNOWN, "given_up": known(True), "compute_spend": known("word")}
    )
    assert set(await any_store.answers.load(LI)) == {"fraud"}
    assert len((await any_store.export_person(LI))["answers"]) == 3  # type: ignore[arg-type]
    async with await open_store(url, clock, facts={"given_up": money("given_up")}) as other:
        assert await other.answers.load(LI) == {}


async def test_an_answer_in_a_form_of_a_later_version_is_left_out(any_store: Store) -> None:
    await any_store.answers.save(LI, {"fraud": known(True), "tax_problem": known(True)})
    async with any_store.transaction() as connection:
        await connection.execute(text("""UPDATE answers SET value = '{"x": 1}' WHERE fact_id = 'fraud'"""))
    assert set(await any_store.answers.load(LI)) == {"tax_problem"}


async def test_a_check_is_kept_per_person_and_chat(any_store: Store) -> None:
    private = Check(
        LI, LI, "hlj-compute-purchase", 17, "question", "compute_spend", ("a", "b"), 3, '{"x":"y"}'
    )
    group = Check(LI, GROUP, "all")
    await any_store.checks.save(group)
    await any_store.checks.save(Check(LI, LI))
    await any_store.checks.save(private)
    assert await any_store.checks.load(LI, LI) == private
    assert await any_store.checks.load(LI, GROUP) == group
    assert await any_store.checks.load(WANG, GROUP) is None


async def test_a_check_that_ended_leaves_the_answers(any_store: Store) -> None:
    await any_store.checks.save(Check(LI, LI, "all"))
    await any_store.answers.save(LI, {"fraud": UNKNOWN})
    await any_store.checks.end(LI, LI)
    await any_store.checks.end(LI, GROUP)
    assert await any_store.checks.load(LI, LI) is None
    assert set(await any_store.answers.load(LI)) == {"fraud"}


async def test_everything_is_there_after_a_restart(url: str, clock: ManualClock) -> None:
    check = Check(LI, LI, "all", 5, "question", "fraud", ("tax_problem",), 9)
    answer = known(Decimal("800000.50"), Source.READ, "80万零5毛")
    async with await open_store(url, clock) as before:
        await before.people.set_language(LI, "en")
        await before.answers.save(LI, {"compute_spend": answer})
        await before.checks.save(check)
    async with await open_store(url, clock) as after:
        assert await after.people.language(LI) == "en"
        assert await after.answers.load(LI) == {"compute_spend": answer}
        assert await after.checks.load(LI, LI) == check


@pytest.mark.parametrize("person", [1, 2**31, 2**52 - 1])
async def test_ids_of_any_size_that_telegram_gives_are_kept(any_store: Store, person: int) -> None:
    await any_store.checks.save(Check(person, -person, message_id=2**31 - 1))
    kept = await any_store.checks.load(person, -person)
    assert kept is not None
    assert kept.message_id == 2**31 - 1
