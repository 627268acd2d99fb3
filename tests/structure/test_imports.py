"""One direction of imports, and nothing imported that is not declared."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.structure.tree import PACKAGES, ROOT, name_of, parsed, python_files

# What rules may use of the standard library. What nobody has thought of yet is forbidden too.
PURE = {
    "__future__", "abc", "bisect", "collections", "contextlib", "copy", "dataclasses", "datetime", "decimal",
    "enum", "fractions", "functools", "hashlib", "heapq", "importlib", "itertools", "json", "math",
    "operator", "pkgutil", "re", "string", "tomllib", "types", "typing", "unicodedata", "zoneinfo",
}  # fmt: skip
# The one library of the rules: the published holidays, as data.
CALENDAR_DATA = {"chinese_calendar"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_import_contracts_are_kept() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "source", "contract"),
    [
        ("rules/x.py", "import handlers.y", "One direction of imports"),
        ("handlers/y.py", "import bot.z", "One direction of imports"),
        ("rules/x.py", "import os.path", "rules is pure"),
        ("rules/x.py", "from time import time", "rules is pure"),
        ("rules/schemes/one/x.py", "import rules.schemes.two", "One scheme knows nothing of another"),
        ("handlers/y.py", "import sqlalchemy", "handlers know nothing of tables"),
        ("bot/z.py", "import sqlalchemy", "Only bot.store and the clause index in bot.search speak SQL"),
    ],
)
def test_each_contract_is_broken_by_what_it_forbids(
    tmp_path: Path, module: str, source: str, contract: str
) -> None:
    """The contracts of pyproject.toml, on a small tree with one breach."""
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    schemes = ("rules/schemes", "rules/schemes/one", "rules/schemes/two")
    for package in (*PACKAGES, "bot/store", *schemes):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    for empty in ("rules/x.py", "handlers/y.py", "bot/z.py"):
        (tmp_path / empty).touch()
    (tmp_path / "bot/store/tables.py").write_text("import sqlalchemy\n")
    assert lint_imports(tmp_path).returncode == 0
    (tmp_path / module).write_text(source + "\n")
    result = lint_imports(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert re.search(rf"^{re.escape(contract)}.* BROKEN", result.stdout, re.MULTILINE), result.stdout


def test_rules_import_the_pure_part_of_the_standard_library_and_nothing_else() -> None:
    allowed = PURE | CALENDAR_DATA | {"rules"}
    others = [
        f"{name_of(path)}:{line} {name}"
        for path in python_files("rules")
        for line, name in imports(parsed(path))
        if name not in allowed
    ]
    assert others == []


def test_the_published_holidays_are_read_by_the_calendar_alone() -> None:
    readers = {
        path.relative_to(ROOT).parts[:2]
        for path in python_files("rules")
        for _, name in imports(parsed(path))
        if name in CALENDAR_DATA
    }
    assert readers <= {("rules", "calendar")}


def test_every_library_that_is_imported_is_declared() -> None:
    """A library that arrives only because another one needs it may leave as quietly."""
    declared = {normal(name) for name in _declared_requirements()}
    owners = packages_distributions()
    used = [
        (f"{name_of(path)}:{line} {name}", {normal(owner) for owner in owners.get(name, ["?"])})
        for path in python_files(*PACKAGES)
        for line, name in imports(parsed(path))
        if name not in sys.stdlib_module_names and name not in PACKAGES
    ]
    assert used, "no import of a library found"
    assert [place for place, distributions in used if not distributions & declared] == []


def _declared_requirements() -> Iterator[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    for requirement in (*project["dependencies"], *(one for extra in extras for one in extra)):
        yield re.split(r"[\[<>=!~ ;]", requirement, maxsplit=1)[0]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imports(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and top-level name of every import, those inside functions included."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module.partition(".")[0]
