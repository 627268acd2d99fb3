"""Answers of every kind, drawn at random and kept where the rules can assess them."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from rules.engine.assess import assess
from rules.engine.facts import EARLIEST, LATEST, NUMERIC, Fact, Kind, Value
from rules.engine.recorded import Recorded
from rules.engine.refusals import Refusal
from rules.engine.result import Assessment
from rules.engine.scheme import Scheme
from rules.engine.situation import Answer, Situation, Source, State
from rules.schemes import ASSESSMENTS

ON = date(2026, 11, 22)


def values(fact: Fact) -> st.SearchStrategy[Value]:
    """Values that a fact can have."""
    if fact.kind is Kind.BOOL:
        return st.booleans()
    if fact.kind is Kind.CHOICE:
        return st.sampled_from(fact.choices)
    if fact.kind is Kind.SET:
        return st.frozensets(st.sampled_from(fact.choices))
    if fact.kind is Kind.DATE:
        return st.dates(EARLIEST, LATEST)
    assert fact.kind in NUMERIC
    low, high = fact.minimum or Decimal(0), fact.maximum or Decimal(10) ** 11
    places = 0 if fact.kind in {Kind.INTEGER, Kind.YEAR} else 6
    return st.decimals(low, high, places=places)


@st.composite
def answers(draw: st.DrawFn, fact: Fact) -> Answer:
    """An answer of any state and provenance, with words that it was read from."""
    source, said = draw(st.sampled_from(Source)), draw(st.text(max_size=20))
    state = draw(st.sampled_from(State))
    value = draw(values(fact)) if state is State.KNOWN else None
    return Answer(state, value, source, said)


@st.composite
def situations(draw: st.DrawFn, scheme: Scheme) -> Situation:
    """Answers to some of the facts of a scheme."""
    facts = draw(st.lists(st.sampled_from(scheme.facts), unique=True))
    return {fact.id: draw(answers(fact)) for fact in facts}


@st.composite
def records(draw: st.DrawFn) -> Recorded:
    """Anything that an operator can have recorded for the policies of Heilongjiang."""
    release = draw(st.none() | st.dates(date(2023, 1, 1), date(2023, 12, 31)))
    until = draw(st.none() | st.dates(date(2024, 1, 1), date(2030, 12, 31)))
    value = draw(st.none() | st.decimals(0, 100, places=4))
    return Recorded(
        {"longjiang60": release} if release else {},
        {"longjiang60": until} if until else {},
        {"machine_hours": value} if value is not None else {},
    )


@st.composite
def assessed(draw: st.DrawFn) -> tuple[Assessment, Situation, Recorded]:
    """An answer with all that it rests on."""
    scheme = draw(st.sampled_from(list(ASSESSMENTS.values())))
    situation, recorded = draw(situations(scheme)), draw(records())
    try:
        return assess(scheme, situation, ON, recorded), situation, recorded
    except Refusal:
        return assess(scheme, {}, ON, recorded), {}, recorded
