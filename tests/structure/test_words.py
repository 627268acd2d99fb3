"""No file names one machine's folders or one registry's hosts: the tree works wherever it lies."""

import re

import pytest

from tests.structure.tree import name_of, text_files

# Put together from halves, so that this file does not find itself.
OF_ONE_MACHINE = ("/wor" + "k/", "/tmp/" + "w/", "/ro" + "ot/", "/Us" + "ers/")
REGISTRIES = ("pypi" + r"\.org", r"files\." + "pythonhosted", r"registry\." + "npmjs", r"deb\." + "debian")
FORBIDDEN = re.compile("|".join((*OF_ONE_MACHINE, *REGISTRIES)))


def test_no_file_names_a_machine_or_a_registry() -> None:
    texts = list(text_files())
    assert texts
    found = [
        f"{name_of(path)}:{number} {line.strip()[:80]}"
        for path, text in texts
        for number, line in enumerate(text.splitlines(), 1)
        if FORBIDDEN.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("line", ["open('/wor" + "k/x')", "--index-url https://pypi" + ".org/simple"])
def test_a_forbidden_word_is_seen(line: str) -> None:
    assert FORBIDDEN.search(line)


def test_the_shared_folder_of_law_texts_is_named_by_tests_only() -> None:
    """The product runs without the law texts: an operator imports them at run time."""
    named = [name_of(path) for path, text in text_files() if "shared/" + "sources" in text]
    assert [name for name in named if not name.startswith("tests/")] == []
