"""What holds for every test: the environment is empty of our settings, and nothing leaves this machine."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# No deadline anywhere: a slow machine is no fault of the code. `ci` draws the same examples in every run, so
# that a red run can be repeated; `default` draws new ones; `quick` is for `make check`.
_COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("default", **_COMMON)
settings.register_profile("quick", max_examples=10, derandomize=True, **_COMMON)
settings.register_profile("ci", derandomize=True, print_blob=True, **_COMMON)
settings.register_profile("thorough", max_examples=2_000, **_COMMON)
settings.load_profile("default")


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, empty_folder: Path) -> None:
    """A developer's own SHENBAO_ variables and `.env` never reach a test, and nothing is written here."""
    monkeypatch.chdir(empty_folder)
    for name in list(os.environ):
        if name.startswith("SHENBAO_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where tests run: beside the checkout rather than in it."""
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(autouse=True, scope="session")
def nothing_leaves_this_machine() -> Iterator[None]:
    """Only loopback and local sockets can be connected to, so that no test reaches a real service."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _only_loopback(getattr(socket.socket, name)))
    yield
    patch.undo()


def _only_loopback(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(str(address[0])):
            raise OSError(f"a test tried to leave this machine: {address[0]}")
        return connect(self, address)

    return guarded


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False
