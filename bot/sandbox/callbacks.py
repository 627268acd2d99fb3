"""Presses of inline buttons that wait for an answer."""

from dataclasses import dataclass, field
from itertools import count

from bot.sandbox.errors import bad_request
from bot.sandbox.people import User
from bot.sandbox.ports import Clock

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True)
class Press:
    """One press; answer is None until the bot answers."""

    id: str
    user: User
    chat_id: int
    message_id: int
    data: str
    pressed_at: float
    answer: dict[str, str | bool | int] | None = None


@dataclass(slots=True)
class CallbackQueries:
    """All presses; one may be answered once, within lifetime seconds on the monotonic clock."""

    clock: Clock
    lifetime: float = 15.0
    presses: dict[str, Press] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=count)

    def add(self, user: User, chat_id: int, message_id: int, data: str) -> Press:
        """Note a press."""
        number = int(self.clock.now().timestamp()) * 100_000 + next(self._numbers)
        press = Press(str(number), user, chat_id, message_id, data, self.clock.monotonic())
        self.presses[press.id] = press
        return press

    def answer(self, query_id: str, answer: dict[str, str | bool | int]) -> Press:
        """Take the bot's answer; 400 where the query is unknown, answered or too old."""
        press = self.presses.get(query_id)
        expired = press is not None and self.clock.monotonic() - press.pressed_at > self.lifetime
        if press is None or press.answer is not None or expired:
            raise bad_request(TOO_OLD)
        press.answer = answer
        return press
