"""rules/ speaks to nobody: what people read is in the catalogues, found by key."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.structure.tree import HAN, PACKAGES, name_of, parsed, python_files

# A place in an instrument (四(三), 第六条, 附件2) is a key and not wording.
A_CITATION = re.compile(r"[〇零一二三四五六七八九十百第章节条款项目附件表之0-9()（）.,;:/\-\s]*")


def test_rules_hold_no_chinese_text_but_citations() -> None:
    texts = [
        f"{name_of(path)}:{line} {text[:40]!r}"
        for path in python_files("rules")
        for line, text in texts_of(parsed(path))
        if HAN.search(text) and not A_CITATION.fullmatch(text)
    ]
    assert texts == []


@pytest.mark.parametrize("source", ['X = "独立法人"', 'f(f"缺{n}")', 'raise ValueError("第四条不满足")'])
def test_wording_in_code_is_seen(source: str) -> None:
    assert any(HAN.search(text) and not A_CITATION.fullmatch(text) for _, text in texts_of(ast.parse(source)))


@pytest.mark.parametrize(
    "source", ['"""独立法人资格"""', 'def f():\n    """第四条：资格"""', 'X = "四(三)"', 'X = "第六条"']
)
def test_docstrings_and_citations_are_not_wording(source: str) -> None:
    texts = [text for _, text in texts_of(ast.parse(source))]
    assert all(A_CITATION.fullmatch(text) for text in texts)


def test_identifiers_are_ascii() -> None:
    names = [
        f"{name_of(path)}:{line} {name}"
        for path in python_files(*PACKAGES, "tests")
        for line, name in _identifiers(parsed(path))
        if not name.isascii()
    ]
    assert names == []


def texts_of(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string of the code that is not a docstring (a string that stands alone as a statement)."""
    alone = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.lineno, node.value


def _identifiers(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr
