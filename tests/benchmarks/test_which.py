"""What `make bench` runs of "which fit us?"."""

import pytest

from tests.benchmarks import bench_which


def test_questions_until_no_answer_can_change_anything(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print()
        bench_which.main()
