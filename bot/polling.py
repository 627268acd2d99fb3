"""Fetching updates by long polling: an own loop, so that the offset and every way to end are ours.

Pending updates are never dropped. An update counts as fetched once the next request names a later offset; at
the end that is said to Telegram only after everything fetched has been processed.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut

from bot.refusals import SecondPollerError, WrongTokenError

logger = logging.getLogger(__name__)

LONG: Final = 25
"""Seconds that Telegram may hold a request open while nothing happens."""
PATIENCE: Final = 10.0
"""Seconds on top of that before a request counts as lost."""
SHORTEST, LONGEST = 1.0, 30.0
"""Seconds between attempts while Telegram cannot be reached: doubled from the first to the last."""

Updates = asyncio.Queue[object]


class Poller:
    """Puts updates into a queue until it is cancelled."""

    def __init__(self, bot: Bot, updates: Updates, kinds: Sequence[str]) -> None:
        self._bot = bot
        self._updates = updates
        self._kinds = list(kinds)
        self._offset = 0

    async def run(self) -> None:
        """Fetch for as long as nobody stops it.

        Raises `SecondPollerError` where another program fetches with the same token and `WrongTokenError`
        where the token is withdrawn; waits out everything else.
        """
        pause = SHORTEST
        while True:
            try:
                await self._fetch(LONG)
                pause = SHORTEST
            except Conflict:
                raise SecondPollerError from None
            except InvalidToken:
                raise WrongTokenError from None
            except RetryAfter as halt:
                await asyncio.sleep(seconds(halt))
            except TimedOut:
                continue
            except TelegramError as error:
                logger.warning("updates cannot be fetched: %s; next attempt in %.0f s", error, pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST)

    async def confirm(self) -> None:
        """Tell Telegram that everything fetched is done with, so that a restart does not get it again."""
        if self._offset:
            with suppress(TelegramError):
                await self._bot.get_updates(self._offset, limit=1, timeout=0, allowed_updates=self._kinds)

    async def _fetch(self, hold: int) -> None:
        fetched: tuple[Update, ...] = await self._bot.get_updates(
            self._offset or None, timeout=hold, read_timeout=PATIENCE, allowed_updates=self._kinds
        )
        for update in fetched:
            await self._updates.put(update)
            self._offset = update.update_id + 1


def seconds(halt: RetryAfter) -> float:
    """How long Telegram wants to be left alone."""
    after = halt.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()
