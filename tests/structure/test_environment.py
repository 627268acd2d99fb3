"""`make` on a machine that lacks something says in one line what to install."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.structure.tree import ROOT

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with all that the environment is made from, and no environment."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def interpreter(folder: Path, *, understands: str) -> Path:
    """An executable that succeeds where the code it is given contains these words."""
    path = folder / "python"
    path.write_text(f'#!/bin/sh\ncase "$2" in *"{understands}"*) exit 0;; *) exit 1;; esac\n')
    path.chmod(0o755)
    return path


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """make as from a fresh shell: nothing is inherited of the `make test` that these tests may run under."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }
    command = ["make", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def first_line(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()[0]


@pytest.mark.parametrize("target", ["run", "test", "check"])
def test_without_a_recent_python_make_says_what_to_install(checkout: Path, target: str) -> None:
    python = interpreter(checkout, understands="nothing at all")
    said = first_line(make(checkout, target, f"PYTHON={python}"))
    assert said.startswith("Python 3.11 or newer is needed")
    assert "apt install python3" in said
    assert not (checkout / ".venv").exists()


def test_without_the_venv_module_make_names_the_package(checkout: Path) -> None:
    python = interpreter(checkout, understands="version_info")
    said = first_line(make(checkout, "run", f"PYTHON={python}"))
    assert "has no venv module" in said
    assert "apt install python3-venv" in said


def test_an_environment_that_was_moved_counts_as_missing(checkout: Path) -> None:
    binaries = checkout / ".venv" / "bin"
    binaries.mkdir(parents=True)
    (binaries / "pip").write_text("#!/somewhere/else/.venv/bin/python\n")
    (checkout / ".venv" / ".runtime").touch()
    python = interpreter(checkout, understands="nothing at all")
    said = first_line(make(checkout, "run", f"PYTHON={python}"))
    assert said.startswith("Python 3.11 or newer is needed")


def test_bare_make_lists_the_commands(checkout: Path) -> None:
    result = make(checkout)
    assert result.returncode == 0
    listed = {line.split()[0] for line in result.stdout.splitlines()}
    assert {"run", "test", "check", "lock", "bench", "clean"} <= listed
