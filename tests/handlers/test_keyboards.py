"""What buttons carry: it fits, it comes back, and nothing that comes back can break anything."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.codes import ALL, code_of, index, pack_members, unpack_members
from handlers.keyboards import ARGUMENTS, LIMIT, Press, Pressed, Verb, decode, encode
from handlers.ledgers import excerpts, ledger_of
from handlers.official.places import name_of
from handlers.wording.catalogue import LANGUAGES
from rules.deadlines.registry import DEADLINES, events_of
from rules.engine.facts import Fact, Kind
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Answer, Source, known
from rules.ledger import Aspect
from rules.schemes import ASSESSMENTS, FACTS, SCHEMES

LARGEST_ID = 2**53

facts = st.sampled_from(sorted(FACTS))
targets = st.sampled_from((ALL, *ASSESSMENTS))
events = st.sampled_from(sorted({event for scheme in DEADLINES for event in events_of(scheme)}))
instruments = st.sampled_from((*SCHEMES, *excerpts()))
places = st.sampled_from(
    sorted({name_of(article.citation) for name in SCHEMES for article in ledger_of(name).articles})
)


def answers_to(fact_id: str) -> st.SearchStrategy[Answer]:
    """Every answer that a button can stand for."""
    fact = FACTS[fact_id]
    offered = [UNKNOWN, INAPPLICABLE]
    if fact.kind is Kind.BOOL:
        offered += [known(True, Source.CHOSEN), known(False, Source.CHOSEN)]
    if fact.kind is Kind.CHOICE:
        offered += [known(choice, Source.CHOSEN) for choice in fact.choices]
    if fact.kind is Kind.INTEGER and fact.is_finite:
        offered += [known(number, Source.CHOSEN) for number in fact.members() if isinstance(number, Decimal)]
    return st.sampled_from(offered)


@st.composite
def presses(draw: st.DrawFn) -> Press:
    """Any press that a screen can offer."""
    verb = draw(st.sampled_from(Verb))
    names = ARGUMENTS.get(verb, ())
    fact = draw(facts)
    if "members" in names:
        fact = draw(st.sampled_from(sorted(FACTS)))
    members = frozenset(draw(st.lists(st.sampled_from(FACTS[fact].choices)))) if FACTS[fact].choices else ()
    return Press(
        verb,
        target=draw(targets) if "target" in names else "",
        fact=fact if "fact" in names else "",
        answer=draw(answers_to(fact)) if "answer" in names else None,
        members=frozenset(members) if "members" in names else frozenset(),
        number=draw(st.integers(0, 10_000_000)) if "number" in names else 0,
        language=draw(st.sampled_from(LANGUAGES)) if "language" in names else "",
        instrument=draw(instruments) if "instrument" in names else "",
        aspect=draw(st.sampled_from([str(aspect) for aspect in Aspect])) if "aspect" in names else "",
        place=draw(places) if "place" in names else "",
        event=draw(events) if "event" in names else "",
    )


@given(presses(), st.integers(1, LARGEST_ID), st.integers(0, 10**9))
def test_a_button_fits_into_64_bytes_and_means_the_same_when_it_comes_back(
    press: Press, owner: int, version: int
) -> None:
    """For every verb, fact, choice, scheme and language, and the largest ids."""
    data = encode(press, owner, version)
    assert len(data.encode()) <= LIMIT
    assert decode(data) == Pressed(press, owner, version)


@given(st.text(max_size=80))
def test_reading_never_raises(data: str) -> None:
    """Anything can be sent in the name of a button."""
    decode(data)


@given(presses(), st.integers(0, 63), st.characters())
def test_a_changed_button_is_read_or_refused_but_never_raises(press: Press, place: int, other: str) -> None:
    """One character changed, added or lost."""
    data = encode(press, 7, 1)
    for changed in (data[:place] + other + data[place + 1 :], data[:place], data + other):
        decode(changed)


def test_no_two_ids_share_a_code() -> None:
    """Facts, targets, and the choices of each fact."""
    assert len(index(FACTS)) == len(FACTS) > 0
    assert len(index((ALL, *SCHEMES))) == len(SCHEMES) + 1
    with_choices = [fact for fact in FACTS.values() if fact.choices]
    assert with_choices
    for fact in with_choices:
        assert len(index(fact.choices, 4)) == len(fact.choices)


def test_two_ids_with_the_same_code_fail_loudly() -> None:
    """With codes of one letter, a hundred names must meet."""
    with pytest.raises(ValueError, match="same code"):
        index((f"name{number}" for number in range(100)), length=1)


def test_codes_stay_what_they_are_over_releases() -> None:
    """They are in old chats: a change here is a change for everybody who has one."""
    assert code_of("compute_spend") == "np6fz"
    assert code_of("hlj-compute-purchase") == "ku4wb"
    assert str(Verb.ANSWER) == "a"
    assert encode(Press(Verb.ANSWER, fact="vendor_listed", answer=known(True)), 10_001, 5).startswith(
        "1.7pt.5.a."
    )


def test_the_verbs_differ() -> None:
    """One letter each, none twice."""
    assert len({verb.value for verb in Verb}) == len(Verb)
    assert all(len(verb.value) == 1 for verb in Verb)


def test_members_of_a_list_that_has_changed_are_not_read_as_others() -> None:
    """A bit counts along the list that it was packed with."""
    before = Fact("grades", Kind.SET, choices=("1", "2", "3"))
    after = Fact("grades", Kind.SET, choices=("2", "3", "4"))
    packed = pack_members(before, {"1", "3"})
    assert unpack_members(before, packed) == frozenset({"1", "3"})
    assert unpack_members(after, packed) is None


@given(st.sets(st.sampled_from([str(number) for number in range(20)])))
def test_members_come_back_as_they_were(members: set[str]) -> None:
    """For a list of twenty."""
    fact = Fact("many", Kind.SET, choices=tuple(str(number) for number in range(20)))
    assert unpack_members(fact, pack_members(fact, members)) == frozenset(members)
