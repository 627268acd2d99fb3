"""Which fit us?: few questions, nothing assessed twice, nothing of a person kept in memory."""

from decimal import Decimal

import pytest

from handlers.codes import ALL
from handlers.memory import MOST, Asked, Memory
from handlers.overview import FOR_ANYBODY, Assessor
from handlers.usefulness import UNBOUNDED, effort, most_useful, stake
from rules.engine.assess import assess
from rules.engine.result import Assessment
from rules.engine.scheme import Scheme
from rules.engine.situation import UNKNOWN, Answer, Source, known
from rules.schemes import FACTS, SCHEMES
from tests.benchmarks.bench_which import LIMIT, compare
from tests.handlers.room import TODAY, Room


@pytest.fixture
def assessed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The schemes that the engine is asked for, in order."""
    asked: list[str] = []

    def counted(scheme: Scheme, *rest: object) -> Assessment:
        asked.append(scheme.id)
        return assess(scheme, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("handlers.overview.assess", counted)
    return asked


@pytest.mark.parametrize("population", ["uniform", "realistic"])
def test_the_plan_asks_hardly_more_than_the_best_order_found(population: str) -> None:
    """At most 1.25 times as many, and never less than nobody can go below; the benchmark draws a thousand."""
    found = compare(population, size=40, pupils=30, steps=15)
    assert found.least <= found.plan <= LIMIT * found.best


async def test_an_answer_makes_only_those_schemes_be_assessed_again_that_ask_for_it(
    assessed: list[str],
) -> None:
    """Nor is any assessed twice in a turn, or one whose questions are not asked here."""
    room = Room()
    await room.command("check", ALL)
    assert set(assessed) <= {scheme.id for scheme in SCHEMES.values() if scheme.nature in FOR_ANYBODY}
    for _ in range(40):
        fact = room.check.fact
        assessed.clear()
        await room.press("不知道")
        if room.check.view == "result":
            break
        assert len(assessed) == len(set(assessed))
        assert all(FACTS[fact] in SCHEMES[scheme].all_facts for scheme in assessed)
    assert room.check.view == "result"


async def test_what_others_have_answered_alike_is_not_computed_again(assessed: list[str]) -> None:
    """A second person in the same place costs nothing, in an assessment that has nobody's figures."""
    room = Room()
    await room.command("check", ALL)
    await room.press("黑龙江")
    other = Room(person=7002, beside=room)
    other.bot = room.bot
    assessed.clear()
    await other.command("check", ALL)
    await other.press("黑龙江")
    assert assessed == []


def test_what_has_a_figure_is_forgotten_with_the_turn() -> None:
    """Nor are words kept: neither the ones a yes was read from."""
    memory = Memory()
    scheme = SCHEMES["hlj-compute-purchase"]
    spent: dict[str, Answer] = {"compute_spend": known(Decimal(800_000), Source.STATED, "八十万")}
    Assessor(TODAY, memory=memory).assess(scheme, spent)
    assert len(memory) == 0
    listed: dict[str, Answer] = {"vendor_listed": known(True, Source.STATED, "在名单里的, 张三说的")}
    Assessor(TODAY, memory=memory).assess(scheme, listed)
    assert len(memory) == 1
    assert "张三" not in repr(memory)


def test_the_memory_is_bounded() -> None:
    """What was not wanted for longest gives way."""
    memory = Memory()
    found = Assessor(TODAY).assess(SCHEMES["hlj-compute-purchase"], {})
    for number in range(MOST + 10):
        memory.keep(Asked(f"scheme-{number}", TODAY, frozenset()), found)
    assert len(memory) == MOST
    assert memory.find(Asked("scheme-0", TODAY, frozenset())) is None
    assert memory.find(Asked(f"scheme-{MOST + 9}", TODAY, frozenset())) is found


def test_not_knowing_is_told_from_not_being_asked() -> None:
    """The same assessment, but another question next."""
    assessor = Assessor(TODAY)
    first = assessor.plan(ALL, {})
    assert first.next is not None
    second = assessor.plan(ALL, {first.next: UNKNOWN})
    assert second.next != first.next
    assert second.questions_left == first.questions_left - 1


def test_money_and_effort_decide_what_is_asked() -> None:
    """The scheme with more at stake goes first; pressing a button is less than typing a figure."""
    large = Assessor(TODAY).assess(SCHEMES["hlj-computing-centre"], {})
    small = Assessor(TODAY).assess(SCHEMES["hlj-sme-digital"], {})
    assert stake(large) > stake(small) > 0
    assert stake(large) < UNBOUNDED
    assert effort(FACTS["compute_spend"]) > effort(FACTS["vendor_listed"])
    assert most_useful([]) is None
    assert most_useful([large, small]) in {large.next, small.next}
