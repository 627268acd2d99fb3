"""The tokens of the clause search: single characters and pairs of Chinese, whole words of other scripts."""

import re
from collections.abc import Iterable

MOST = 400
"""Grams of one question that are searched for; the first ones of a longer text."""

_RUN = re.compile(r"[一-鿿]+|[a-z0-9]+")


def grams(text: str) -> tuple[str, ...]:
    """The grams of a plain text in its order, repeated ones included."""
    return tuple(gram for run in _RUN.findall(text) for gram in _of_run(run))


def pairs(found: Iterable[str]) -> frozenset[str]:
    """The grams that tell something: pairs and words, no single characters."""
    return frozenset(gram for gram in found if len(gram) > 1)


def _of_run(run: str) -> Iterable[str]:
    if run[0].isascii():
        return (run,)
    return (*run, *(run[place : place + 2] for place in range(len(run) - 1)))
