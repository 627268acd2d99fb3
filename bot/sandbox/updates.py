"""The queue of updates that wait for the bot, with Telegram's rules of offsets and one poller."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Any

from bot.sandbox.errors import bad_request, conflict

Update = dict[str, Any]

KINDS = frozenset(
    (
        "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
        "business_message", "edited_business_message", "deleted_business_messages", "guest_message",
        "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result",
        "callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll",
        "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost",
        "removed_chat_boost", "managed_bot",
    )
)  # fmt: skip
NOT_BY_DEFAULT = frozenset(("chat_member", "message_reaction", "message_reaction_count"))
SET_WEBHOOK = "terminated by setWebhook request"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    """Updates in order of their ids; those below an asked offset are confirmed and forgotten."""

    def __init__(self, first_id: int, on_change: Callable[[], None] = lambda: None) -> None:
        self._next_id = first_id
        self._pending: deque[Update] = deque()
        self._allowed = KINDS - NOT_BY_DEFAULT
        self._poller: asyncio.Future[str] | None = None
        self._arrived = asyncio.Event()
        self.changed = on_change

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def pending(self) -> list[Update]:
        """The updates that the bot has not confirmed."""
        return list(self._pending)

    @property
    def is_polled(self) -> bool:
        """Whether a poll is waiting now."""
        return self._poller is not None

    @property
    def next_id(self) -> int:
        """The id that the next update will bear."""
        return self._next_id

    def push(self, kind: str, content: dict[str, Any]) -> int | None:
        """Queue one update; its id, or None where the bot did not ask for this kind."""
        if kind not in self._allowed:
            return None
        update_id = self._next_id
        self._next_id += 1
        self._pending.append({"update_id": update_id, kind: content})
        self._wake()
        self._arrived.set()
        self.changed()
        return update_id

    def allow(self, kinds: Any) -> None:
        """Choose the kinds of update from now on; an empty list stands for Telegram's default."""
        if kinds is None:
            return
        if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
            raise bad_request("can't parse allowed_updates: expected an Array of String")
        self._allowed = frozenset(kinds) & KINDS if kinds else KINDS - NOT_BY_DEFAULT

    @property
    def allowed(self) -> list[str]:
        """The kinds that are queued now."""
        return sorted(self._allowed)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Update]:
        """getUpdates: confirm what is below the offset, then wait up to timeout seconds for something."""
        self.confirm(offset)
        if not self._pending and timeout > 0:
            self._wake(OTHER_POLLER)
            await self._wait(timeout)
        return [self._pending[place] for place in range(min(limit, len(self._pending)))]

    def confirm(self, offset: int) -> None:
        """Forget the updates below offset; a negative one keeps only the last -offset of them."""
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while offset > 0 and self._pending and self._pending[0]["update_id"] < offset:
            self._pending.popleft()
        self.changed()

    def drop(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()

    def interrupt(self) -> None:
        """End a waiting poll because a webhook takes over."""
        self._wake(SET_WEBHOOK)

    def release(self) -> None:
        """End a waiting poll with what there is."""
        self._wake()

    async def head(self) -> Update:
        """The oldest update, waiting for one if there is none; for webhook delivery."""
        while not self._pending:
            self._arrived.clear()
            await self._arrived.wait()
        return self._pending[0]

    async def _wait(self, timeout: float) -> None:
        poller = self._poller = asyncio.get_running_loop().create_future()
        self.changed()
        try:
            await asyncio.wait([poller], timeout=timeout)
        finally:
            if self._poller is poller:
                self._poller = None
        if poller.done() and poller.result():
            raise conflict(poller.result())

    def _wake(self, reason: str = "") -> None:
        """End a waiting poll: with what there is, or refused with a reason."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(reason)
        self._poller = None
