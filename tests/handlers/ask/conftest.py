"""The clause index, built once."""

import pytest

from bot.search import ClauseIndex


@pytest.fixture(scope="package")
def search() -> ClauseIndex:
    return ClauseIndex.of_the_ledgers()
