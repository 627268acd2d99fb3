"""A running sandbox with one applicant, and plain HTTP to talk to it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox, World
from tests.bot.sandbox.support import APPLICANT, Api, ManualClock


@dataclass
class Stand:
    """The sandbox under test, its clock and a bare client."""

    sandbox: Sandbox
    clock: ManualClock
    api: Api
    http: aiohttp.ClientSession

    @property
    def world(self) -> World:
        return self.sandbox.world

    async def act(self, act: str, /, **body: Any) -> Any:
        """Call the control API; gives the result of an act that succeeds."""
        async with self.http.post(f"{self.sandbox.url}/sandbox/{act}", json=body) as response:
            answer = await response.json()
            assert answer["ok"], answer
            return answer["result"]


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def stand(clock: ManualClock) -> AsyncIterator[Stand]:
    async with Sandbox(clock) as sandbox, aiohttp.ClientSession() as http:
        sandbox.world.create_user(APPLICANT, "李经理", username="li_jingli", started=True)
        yield Stand(sandbox, clock, Api(http, sandbox), http)


@pytest.fixture
def api(stand: Stand) -> Api:
    return stand.api


@pytest.fixture
def world(stand: Stand) -> World:
    return stand.world
