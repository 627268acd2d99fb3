"""The bot as it is, on the sandbox: the real application, real HTTP, a database file, and people."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import App, polling, sandboxed, started
from bot.clock import ManualClock
from bot.sandbox import Sandbox
from bot.settings import Settings
from bot.store.store import open_store
from tests.journeys.people import Person

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
APPLICANT, COLLEAGUE = 10_001, 10_002


class Stand:
    """A sandbox with people, and a bot that can be started, stopped and started again."""

    def __init__(self, sandbox: Sandbox, folder: Path, clock: ManualClock) -> None:
        self.sandbox = sandbox
        self.world = sandbox.world
        self.clock = clock
        self.settings = sandboxed(Settings(home=folder), sandbox)
        self.application: App | None = None

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[App]:
        """The bot while it runs; leaving is a clean stop."""
        token = self.settings.token
        assert token is not None
        async with (
            await open_store(self.settings.database, self.clock) as store,
            started(self.settings, token.get_secret_value(), store, self.clock) as application,
            polling(application),
        ):
            self.application = application
            try:
                yield application
            finally:
                self.application = None

    def person(self, user_id: int, chat: int | None = None) -> Person:
        """One of the people, in their private chat or in a group."""
        return Person(self, user_id, chat)

    async def settle(self) -> None:
        """Wait until the bot has answered everything that was said so far."""
        await self.world.wait_until(lambda: not len(self.world.updates))
        if self.application is not None:
            await self.application.update_queue.join()


@pytest.fixture
async def stand(tmp_path: Path) -> AsyncIterator[Stand]:
    """A sandbox with an applicant and a colleague; no bot yet."""
    clock = ManualClock(NOW)
    async with Sandbox(clock) as sandbox:
        sandbox.world.create_user(APPLICANT, "李经理", username="li_jingli")
        sandbox.world.create_user(COLLEAGUE, "陈会计", username="chen_kuaiji", started=True)
        yield Stand(sandbox, tmp_path, clock)


@pytest.fixture
async def bot_on_sandbox(stand: Stand) -> AsyncIterator[Stand]:
    """The bot running on the sandbox."""
    async with stand.bot():
        yield stand


@pytest.fixture
def applicant(bot_on_sandbox: Stand) -> Person:
    """Somebody who has not met the bot yet."""
    return bot_on_sandbox.person(APPLICANT)
