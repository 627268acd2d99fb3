"""The law is paraphrased and cited, never copied: no sentence of a source stands in the tree."""

import re
from functools import cache

import pytest

from tests.structure.tree import HAN, ROOT, name_of, text_files

SOURCES = ROOT.parent / "shared" / "sources"
# Shorter runs are names, terms and amounts that can be said in one way only.
RUN = 26
TITLE = re.compile(r"《[^》\n]*》")
NOT_HAN = re.compile(r"[^\u4e00-\u9fff]")


def han(text: str) -> str:
    """The Han characters alone, titles in 《》 left out."""
    return NOT_HAN.sub("", TITLE.sub("", text))


def runs(text: str) -> set[str]:
    characters = han(text)
    return {characters[start : start + RUN] for start in range(len(characters) - RUN + 1)}


@cache
def law() -> frozenset[str]:
    if not SOURCES.is_dir():
        pytest.skip("the law texts (../shared/sources) are not beside this checkout")
    files = sorted(SOURCES.glob("*.md"))
    assert files, f"no law text in {SOURCES}"
    return frozenset(set().union(*(runs(file.read_text("utf-8")) for file in files)))


def test_no_sentence_of_a_law_text_is_copied() -> None:
    law()
    chinese = [(path, text) for path, text in text_files() if HAN.search(text)]
    assert chinese, "no file with Chinese text found"
    found = {name_of(path): copied_from(law(), text) for path, text in chinese}
    copied = [f"{name}: …{min(shared)}…" for name, shared in found.items() if shared]
    assert copied == []


def test_a_copied_sentence_is_seen() -> None:
    some = min(law())
    assert copied_from(law(), f"x = '{some[:13]}，{some[13:]}'") == {some}


def copied_from(sources: frozenset[str], text: str) -> set[str]:
    """The runs that a text shares with the sources, line breaks and punctuation disregarded."""
    return {run for run in runs(text) if run in sources}
