"""The examples of what people write: how many of them are understood and answered as they should be."""

import pytest

from bot.search import ClauseIndex
from tests.handlers.ask.scoring import EXAMPLES, Score, examples, scored

WANTED = {
    "scheme": 0.98,
    "first article": 0.88,
    "within three": 0.96,
    "facts": 0.97,
    "not taken": 1.0,
    "unsure": 1.0,
    "verdict": 0.97,
    "award": 0.97,
    "off-topic": 1.0,
    "intent": 0.97,
}

pytestmark = pytest.mark.skipif(not EXAMPLES.is_file(), reason=f"the examples are not here: {EXAMPLES}")


@pytest.fixture(scope="module")
def score(search: ClauseIndex) -> Score:
    cases = examples()
    assert cases, "no example found"
    return scored(cases, search)


@pytest.mark.parametrize("kind", WANTED)
def test_the_share_of_the_examples_that_is_right(score: Score, kind: str) -> None:
    """Shares as they are asked for; what is never to be taken as known never is."""
    assert score.count(kind), f"no example checks {kind}"
    assert score.share(kind) >= WANTED[kind], f"missed: {score.wrong[kind]}"
