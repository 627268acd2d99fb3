"""A request object with short times."""

from collections.abc import AsyncIterator

import pytest

from bot.transport import AiohttpRequest, Timeouts

SHORT = Timeouts(connect=0.2, read=0.2, write=0.2, upload=0.2, pool=0.2)


@pytest.fixture
async def request_(request: pytest.FixtureRequest) -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(2, SHORT) as opened:
        yield opened
