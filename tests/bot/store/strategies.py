"""Drawn answers of every kind of fact."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from rules.engine.facts import Fact, Kind, Value
from rules.engine.situation import Answer, Source, State

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)

VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.BOOL: st.booleans(),
    Kind.CHOICE: WORDS,
    Kind.SET: st.frozensets(WORDS, max_size=5),
    Kind.MONEY: st.decimals(min_value=0, max_value=10**15, places=2),
    Kind.NUMBER: NUMBERS,
    Kind.INTEGER: st.integers().map(Decimal),
    Kind.YEAR: st.integers(1949, 2999).map(Decimal),
    Kind.DATE: st.dates(),
}


def example(fact: Fact) -> Value:
    """A value that the fact takes."""
    least = fact.minimum if fact.minimum is not None else Decimal(0)
    if fact.kind is Kind.DATE:
        return date(2026, 5, 1)
    return next(iter(fact.members())) if fact.is_finite else least


def known_answers(kind: Kind) -> st.SearchStrategy[Answer]:
    return st.builds(
        Answer,
        st.just(State.KNOWN),
        VALUES[kind],
        st.sampled_from(Source),
        WORDS.map(lambda said: said[:200]),
    )


def answers() -> st.SearchStrategy[Answer]:
    """An answer in any state, with a value of any kind where it has one."""
    valueless = st.builds(
        Answer,
        st.sampled_from([State.UNKNOWN, State.NOT_APPLICABLE]),
        st.none(),
        st.sampled_from(Source),
        WORDS,
    )
    return st.one_of(valueless, *(known_answers(kind) for kind in Kind))
