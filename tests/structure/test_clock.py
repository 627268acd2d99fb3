"""Only bot/clock.py reads the clock; everybody else is handed one."""

import ast
from collections.abc import Iterator

import pytest

from tests.structure.tree import PACKAGES, ROOT, name_of, parsed, python_files

THE_CLOCK = ROOT / "bot" / "clock.py"
_OF_TIME = ("time", "monotonic", "perf_counter", "sleep", "localtime", "gmtime", "strftime", "ctime")
READS_THE_CLOCK = {
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "datetime.date.today",
    *(f"time.{name}" for name in _OF_TIME),
    *(f"time.{name}_ns" for name in ("time", "monotonic", "perf_counter")),
}


def test_nobody_but_the_clock_module_reads_the_clock() -> None:
    readings = [
        f"{name_of(path)}:{line} {name}"
        for path in python_files(*PACKAGES)
        if path != THE_CLOCK
        for line, name in clock_readings(parsed(path))
    ]
    assert readings == []


def test_the_clock_module_does_read_it() -> None:
    """Otherwise the check above looks for the wrong thing, or at the wrong place."""
    assert THE_CLOCK.is_file(), "bot/clock.py has moved: the lint exception names it too"
    assert list(clock_readings(parsed(THE_CLOCK)))


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ndatetime.datetime.now()",
        "import datetime as dt\nx = dt.date.today",
        "from datetime import datetime\ndatetime.now(None)",
        "from datetime import date as day\nday.today()",
        "from time import monotonic as m\nm()",
        "import time\nfield(default_factory=time.time)",
    ],
)
def test_a_reading_is_seen_under_any_name(source: str) -> None:
    assert len(list(clock_readings(ast.parse(source)))) == 1


def test_an_injected_clock_is_not_taken_for_a_reading() -> None:
    assert (
        list(clock_readings(ast.parse("def due(clock):\n    return clock.now() - clock.monotonic()"))) == []
    )


def clock_readings(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every mention of a function that reads the clock."""
    names = dict(_imported(module))
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute | ast.Name):
            dotted = _dotted(node, names)
            if dotted in READS_THE_CLOCK:
                yield node.lineno, dotted


def _imported(module: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield (alias.asname or alias.name, alias.name)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield (alias.asname or alias.name, f"{node.module}.{alias.name}")


def _dotted(node: ast.expr, names: dict[str, str]) -> str:
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value, names)
        return f"{owner}.{node.attr}" if owner else ""
    return ""
