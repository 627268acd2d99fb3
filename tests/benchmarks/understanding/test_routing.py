"""What `make bench` runs of the routing: it prints shares and ratios and judges nothing by the clock."""

import pytest

from tests.benchmarks.understanding import bench_routing


@pytest.mark.filterwarnings("default")
def test_routing_against_jieba_and_bm25(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("jieba")
    pytest.importorskip("rank_bm25")
    with capsys.disabled():
        print()
        bench_routing.main()
