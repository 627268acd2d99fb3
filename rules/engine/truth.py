"""Truth with unknown: Kleene's strong three-valued logic.

A truth is `True`, `False`, or `None` for unknown. Unknown is a state of its own, never read as no.
"""

from collections.abc import Iterable

Truth = bool | None


def negate(truth: Truth) -> Truth:
    """Not: unknown stays unknown."""
    return None if truth is None else not truth


def all_of(truths: Iterable[Truth]) -> Truth:
    """And: one no decides, whatever is unknown beside it."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """Or: one yes decides, whatever is unknown beside it."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result
