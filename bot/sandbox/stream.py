"""Everything that changes, told to whoever listens: the chat page over Server-Sent Events, and tests."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

Event = dict[str, Any]
Listener = asyncio.Queue[Event]

CAPACITY = 1000
RELOAD: Event = {"type": "reload"}
END: Event = {"type": "end"}


class Stream:
    """Broadcasts events; a listener that falls too far behind is told to load everything anew."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._waiters: set[asyncio.Future[None]] = set()

    @property
    def is_heard(self) -> bool:
        """Whether building an event is worth the while."""
        return bool(self._listeners)

    def end(self) -> None:
        """Tell all listeners that the sandbox closes."""
        self.tell(lambda: END)

    def open(self) -> Listener:
        """Start listening."""
        listener: Listener = asyncio.Queue(CAPACITY)
        self._listeners.add(listener)
        return listener

    def close(self, listener: Listener) -> None:
        """Stop listening."""
        self._listeners.discard(listener)

    def tell(self, event: Callable[[], Event]) -> None:
        """Tell all listeners; the event is built only if somebody listens."""
        if self._listeners:
            self._distribute(event())
        self.stir()

    def stir(self) -> None:
        """Wake those who wait for any change."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()

    async def change(self) -> None:
        """Wait for the next change of any kind."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await waiter
        finally:
            self._waiters.discard(waiter)

    def _distribute(self, event: Event) -> None:
        for listener in self._listeners:
            if listener.full():
                while not listener.empty():
                    with suppress(asyncio.QueueEmpty):
                        listener.get_nowait()
                listener.put_nowait(RELOAD)
            else:
                listener.put_nowait(event)
