"""One clause index for all tests of the routing: it is only read."""

from collections.abc import Iterator

import pytest

from bot.search import ClauseIndex


@pytest.fixture(scope="session")
def search() -> Iterator[ClauseIndex]:
    index = ClauseIndex.of_the_ledgers()
    yield index
    index.close()
