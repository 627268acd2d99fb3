"""What is installed is what is in the tree, and the locks are what pyproject.toml asks for."""

import re
import tomllib
import zipfile

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name
from packaging.version import Version

from tests.structure.tree import PACKAGES, ROOT, name_of, project_files

RUNTIME, DEV = "requirements.lock", "requirements-dev.lock"
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;]+)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
FOLDERS = tuple(f"{name}/" for name in (*PACKAGES, "locale"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_file_of_the_packages_and_the_catalogues(wheel: set[str]) -> None:
    """Migrations, clause ledgers, pages and catalogues too, not Python alone."""
    ours = {name_of(path) for path in project_files() if name_of(path).startswith(FOLDERS)}
    assert {name.partition("/")[0] for name in ours} == {*PACKAGES, "locale"}
    assert ours - wheel == set()


def test_the_wheel_holds_nothing_else(wheel: set[str]) -> None:
    others = {name.partition("/")[0] for name in wheel} - {*PACKAGES, "locale"}
    assert [name for name in others if not re.fullmatch(r"shenbao-[0-9.]+\.dist-info", name)] == []


def test_the_catalogues_do_not_shadow_the_standard_library() -> None:
    assert not (ROOT / "locale" / "__init__.py").exists()


@pytest.mark.parametrize("lock", [RUNTIME, DEV])
def test_a_lock_is_versions_and_hashes_and_nothing_else(lock: str) -> None:
    """No index address above all: pip asks whichever index a machine is set up with."""
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    assert lines
    assert [line for line in lines if not PINNED.match(line) and not HASH.match(line)] == []


def test_the_locks_agree() -> None:
    runtime, dev = locked(RUNTIME), locked(DEV)
    assert runtime.items() <= dev.items()


@pytest.mark.parametrize(("lock", "groups"), [(RUNTIME, ["build"]), (DEV, ["build", "dev"])])
def test_a_lock_has_everything_that_is_asked_for(lock: str, groups: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"] + [
        one for group in groups for one in project["dependency-groups"][group]
    ]
    pinned, wrong = locked(lock), []
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            wrong.append(f"{requirement} is locked as {version}: run `make lock`")
    assert wrong == []


def locked(lock: str) -> dict[NormalizedName, Version]:
    matches = map(PINNED.match, (ROOT / lock).read_text("utf-8").splitlines())
    pinned = {canonicalize_name(m["name"]): Version(m["version"]) for m in matches if m}
    assert pinned, f"{lock} pins nothing"
    return pinned
