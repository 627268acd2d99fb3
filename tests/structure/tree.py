"""Walks over the project's own files. A walk that finds nothing fails: no check passes on an empty folder."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "handlers", "rules")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")

_NOT_OURS = {
    ".git",
    ".venv",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "__pycache__",
    "var",
}


@cache
def project_files() -> tuple[Path, ...]:
    """Every file of the project: those that git tracks or would track; without git, every file but caches."""
    files = tuple(path for path in _listed_by_git() or _walked() if path.is_file())
    assert files, f"no file found under {ROOT}"
    return files


def python_files(*folders: str) -> tuple[Path, ...]:
    """The Python files below these folders; each folder must have some."""
    found: list[Path] = []
    for folder in folders:
        here = [path for path in project_files() if path.suffix == ".py" and (ROOT / folder) in path.parents]
        assert here, f"no Python file found under {folder}/"
        found += here
    return tuple(found)


def text_files() -> Iterator[tuple[Path, str]]:
    """Every file that reads as UTF-8, with its text."""
    for path in project_files():
        try:
            yield path, path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _listed_by_git() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def _walked() -> list[Path]:
    return [path for path in ROOT.rglob("*") if not _NOT_OURS & set(path.relative_to(ROOT).parts)]
