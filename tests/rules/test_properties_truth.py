"""Kleene's strong logic: the tables, the laws, and what unknown may never become."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.engine.facts import flag
from rules.engine.truth import Truth, all_of, any_of, negate

TRUTHS: tuple[Truth, ...] = (True, False, None)
TRUTH = st.sampled_from(TRUTHS)
SEVERAL = st.lists(TRUTH, max_size=6)


def completions(truths: list[Truth]) -> list[tuple[bool, ...]]:
    return list(product(*([truth] if truth is not None else [True, False] for truth in truths)))


def common(found: set[bool]) -> Truth:
    return found.pop() if len(found) == 1 else None


@given(SEVERAL)
def test_and_or_say_what_all_completions_agree_on(truths: list[Truth]) -> None:
    assert all_of(truths) is common({all(completed) for completed in completions(truths)})
    assert any_of(truths) is common({any(completed) for completed in completions(truths)})


@given(SEVERAL)
def test_de_morgan(truths: list[Truth]) -> None:
    assert negate(all_of(truths)) is any_of(negate(truth) for truth in truths)
    assert negate(any_of(truths)) is all_of(negate(truth) for truth in truths)


@given(TRUTH, TRUTH, TRUTH)
def test_and_or_are_commutative_associative_distributive_and_absorbing(a: Truth, b: Truth, c: Truth) -> None:
    assert all_of([a, b]) is all_of([b, a])
    assert any_of([a, b]) is any_of([b, a])
    assert all_of([all_of([a, b]), c]) is all_of([a, all_of([b, c])])
    assert all_of([a, any_of([b, c])]) is any_of([all_of([a, b]), all_of([a, c])])
    assert any_of([a, all_of([a, b])]) is a
    assert negate(negate(a)) is a


@pytest.mark.parametrize("truth", TRUTHS)
def test_unknown_never_decays(truth: Truth) -> None:
    assert all_of([None, truth]) is (False if truth is False else None)
    assert any_of([None, truth]) is (True if truth is True else None)


def test_a_condition_cannot_be_taken_for_a_truth_of_python() -> None:
    either, other = flag("either"), flag("other")
    with pytest.raises(TypeError, match="&"):
        bool(either.yes)
    with pytest.raises(TypeError, match="&"):
        _ = either.yes and other.yes
    with pytest.raises(TypeError, match="&"):
        _ = not either.yes


@given(st.data())
def test_a_tree_of_conditions_follows_the_same_logic(data: st.DataObject) -> None:
    a, b = flag("a"), flag("b")
    known = data.draw(st.fixed_dictionaries({}, optional={"a": st.booleans(), "b": st.booleans()}))
    first, second = known.get("a"), known.get("b")
    assert (a.yes & b.yes).truth(known) is all_of([first, second])
    assert (a.yes | ~b.yes).truth(known) is any_of([first, negate(second)])
    assert (~(a.no & b.no)).truth(known) is any_of([first, second])
