"""What `make bench` runs of the answers: it prints shares and times and judges nothing by the clock."""

import pytest

from tests.benchmarks.understanding import bench_answers
from tests.handlers.ask.scoring import EXAMPLES


@pytest.mark.skipif(not EXAMPLES.is_file(), reason=f"the examples are not here: {EXAMPLES}")
def test_answers_to_the_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print()
        bench_answers.main()
