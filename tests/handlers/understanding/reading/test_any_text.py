"""Reading survives any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.understanding.reading.prepared import LONGEST
from handlers.understanding.reading.tables import document
from rules.schemes import FACTS, SCHEMES
from tests.handlers.understanding.reading.reading_cases import own_cases, read

_PIECES = st.sampled_from([case.text for case in own_cases()])
_MIXED = st.lists(st.one_of(st.text(max_size=12), _PIECES), max_size=5).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=_MIXED, scheme=st.sampled_from([None, *SCHEMES]))
def test_any_text_gives_readings_that_stand_in_it(text: str, scheme: str | None) -> None:
    """No exception; every reading is a span of the text and a value that its fact can have."""
    for reading in read(text, scheme=scheme).readings:
        assert reading.said == text[reading.start : reading.end]
        assert reading.value is None or reading.fact.problem(reading.value) is None
        assert reading.sure is (reading.doubt is None)


@settings(max_examples=100, deadline=None)
@given(text=_MIXED)
def test_a_fact_is_taken_at_most_once(text: str) -> None:
    """What contradicts itself is not taken twice."""
    taken = [reading.fact.id for reading in read(text).taken]
    assert len(taken) == len(set(taken))


def test_what_stands_behind_the_bound_is_not_read() -> None:
    """4,000 characters are read."""
    assert read("。" * LONGEST + "我们买算力花了80万").readings == ()


def test_the_tables_name_only_facts_that_there_are() -> None:
    """A fact that is renamed in the rules is noticed here."""
    named = {*document("flags"), *document("choices")}
    named |= {row["fact"] for row in document("figures")["figure"]} - {"", "equipment_part", "software_part"}
    assert len(named) > 50
    assert named <= set(FACTS)


def test_the_tables_name_only_choices_that_there_are() -> None:
    """As above, for the values of choices and for provinces."""
    for fact, values in document("choices").items():
        assert set(values) <= set(FACTS[fact].choices)
    assert set(document("places")["provinces"]) == set(FACTS["registration_province"].choices)
