"""No test depends on the developer's settings or reaches beyond this machine."""

import asyncio
import os
import socket
from pathlib import Path

import pytest

from tests.structure.tree import ROOT

# Addresses reserved for documentation: nobody is there.
SOMEWHERE_ELSE = [
    (socket.AF_INET, "192.0.2.1"),
    (socket.AF_INET6, "2001:db8::1"),
    (socket.AF_INET, "example.invalid"),
]


@pytest.mark.parametrize(("family", "host"), SOMEWHERE_ELSE)
def test_a_connection_to_another_machine_is_refused(family: socket.AddressFamily, host: str) -> None:
    with socket.socket(family) as client, pytest.raises(OSError, match="tried to leave this machine"):
        client.connect((host, 443))


async def test_asyncio_is_refused_as_well() -> None:
    with pytest.raises(OSError, match="tried to leave this machine"):
        await asyncio.open_connection("192.0.2.1", 443)


def test_a_connection_within_this_machine_is_made() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())
        assert client.getpeername() == server.getsockname()


def test_no_setting_of_the_developer_is_seen() -> None:
    assert [name for name in os.environ if name.startswith("SHENBAO_")] == []
    assert not Path(".env").exists()
    assert ROOT not in (Path.cwd(), *Path.cwd().parents)
