"""What `make bench` runs of the rules: each benchmark prints its ratios and judges nothing by the clock."""

import pytest

from tests.benchmarks import bench_engine, bench_interview


def test_questions_until_the_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print()
        bench_interview.main()


def test_one_assessment_against_zen_engine(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print()
        bench_engine.main()
