"""Telegram's limits on sending, strict: in any sliding window, counted on the injected monotonic clock."""

from collections import deque
from dataclasses import dataclass, field
from math import ceil

SENDING = frozenset(("sendMessage", "sendDocument", "sendPhoto"))
EDITING = frozenset(("editMessageText", "editMessageCaption", "editMessageReplyMarkup"))


@dataclass(slots=True)
class Window:
    """At most `most` events in any `seconds`."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until one more event fits; 0 where it fits now."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        if len(self.times) < self.most:
            return 0.0
        return self.times[len(self.times) - self.most] + self.seconds - now


@dataclass(slots=True)
class Limits:
    """30 a second in all, 1 a second to a person, 20 a minute to a group; off until switched on."""

    enabled: bool = False
    count_edits: bool = False
    overall: int = 30
    per_group: int = 20
    _overall: Window = field(init=False)
    _chats: dict[int | str, Window] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._overall = Window(self.overall, 1.0)

    def admit(self, method: str, chat_id: int | str | None, now: float) -> int | None:
        """Count the call; None where it is within the limits, else retry_after in whole seconds."""
        counted = method in SENDING or (self.count_edits and method in EDITING)
        if not self.enabled or not counted or chat_id is None:
            return None
        window = self._chats.get(chat_id) or self._new_window(chat_id)
        wait = max(self._overall.wait(now), window.wait(now))
        if wait > 0:
            return ceil(wait)
        self._overall.times.append(now)
        window.times.append(now)
        return None

    def configure(self, *, enabled: bool, count_edits: bool, overall: int, per_group: int) -> None:
        """Switch the limits on or off; the windows start empty."""
        self.enabled, self.count_edits = enabled, count_edits
        self.overall, self.per_group = overall, per_group
        self._overall = Window(overall, 1.0)
        self._chats.clear()

    def _new_window(self, chat_id: int | str) -> Window:
        is_group = str(chat_id).startswith(("-", "@"))
        window = Window(self.per_group, 60.0) if is_group else Window(1, 1.0)
        self._chats[chat_id] = window
        return window
