"""The readings on our own cases and on the shared examples."""

import pytest

from tests.handlers.understanding.reading.reading_cases import EXAMPLES, example_cases, own_cases, score

LEAST_SHARE = 0.97


def test_there_are_enough_cases_of_every_language() -> None:
    """At least 300 texts, none twice, in all four languages, a third of them held out."""
    cases = own_cases()
    assert len(cases) >= 300
    assert len({case.text for case in cases}) == len(cases)
    assert {case.lang for case in cases} == {"zh_CN", "zh_Hant", "en", "ru"}
    assert len(cases) / 4 < sum(case.held_out for case in cases) < len(cases) / 2


def test_the_facts_of_our_own_cases_are_read_and_none_wrongly() -> None:
    """What is not understood is left out or asked back; nothing is taken that was not said."""
    result = score(own_cases())
    assert result.wrong == []
    assert result.share >= LEAST_SHARE, result.failed


@pytest.mark.skipif(not EXAMPLES.exists(), reason="the shared examples are not beside this checkout")
def test_the_facts_of_the_examples_are_read_and_none_wrongly() -> None:
    """The examples, without being told which scheme each is about."""
    result = score(example_cases())
    assert result.expected > 80
    assert result.wrong == []
    assert result.share >= LEAST_SHARE, result.failed
