"""Small files and small functions: what can be read in one go."""

import ast
from collections.abc import Iterator

from tests.structure.tree import PACKAGES, name_of, parsed, python_files

MOST_LINES_IN_A_FILE = 400
MOST_LINES_IN_A_FUNCTION = 50


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {
        name_of(path): path.read_text("utf-8").count("\n") for path in python_files(*PACKAGES, "tests")
    }
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_IN_A_FILE} == {}


def test_no_function_is_longer_than_50_lines() -> None:
    lengths = dict(_functions())
    assert lengths, "no function found"
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_IN_A_FUNCTION} == {}


def _functions() -> Iterator[tuple[str, int]]:
    for path in python_files(*PACKAGES):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{name_of(path)}:{node.lineno} {node.name}", lines
