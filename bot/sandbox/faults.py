"""Faults on demand: delays, withheld replies, floods and server errors, counted or drawn with a seed."""

from dataclasses import dataclass, field
from random import Random

KINDS = frozenset(("delay", "lost", "withhold", "flood", "server_error", "forbidden", "bad_request"))
REPLIES = frozenset(("close", "silent"))


@dataclass(slots=True)
class Fault:
    """What to do to which calls.

    kind: delay (seconds), lost (connection cut before any effect), withhold (takes effect, then no reply: the
    connection is cut or stays silent, see reply), flood (429 with retry_after, or drawn from the range
    retry_after..retry_after_to), server_error (status; before the effect, or after it with after=True),
    forbidden (403), bad_request (400). method and chat_id narrow it down; times bounds how often it strikes;
    share strikes that part of the calls, drawn with the seed.
    """

    kind: str
    method: str | None = None
    chat_id: int | None = None
    times: int | None = None
    share: float | None = None
    seed: int = 0
    seconds: float = 0.0
    reply: str = "close"
    retry_after: int = 1
    retry_after_to: int | None = None
    status: int = 500
    after: bool = False
    description: str = ""
    struck: int = 0
    _random: Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of fault {self.kind!r}; known are {', '.join(sorted(KINDS))}")
        if self.reply not in REPLIES:
            raise ValueError(f"reply must be close or silent, not {self.reply!r}")
        if self.share is not None and not 0 <= self.share <= 1:
            raise ValueError(f"share must be from 0 to 1, not {self.share}")
        self._random = Random(self.seed)  # noqa: S311 - reproducible by its seed, not for secrets

    @property
    def spent(self) -> bool:
        """Whether the fault has struck as often as it may."""
        return self.times is not None and self.struck >= self.times

    @property
    def name(self) -> str:
        """The kind, with what distinguishes it in a receipt."""
        if self.kind == "server_error":
            return f"server_error {self.status} {'after' if self.after else 'before'}"
        return f"withhold {self.reply}" if self.kind == "withhold" else self.kind

    def strikes(self, method: str, chat_id: int | str | None) -> bool:
        """Whether this call is hit; counts it if so."""
        named = self.method is None or self.method.lower() == method.lower()
        if self.spent or not named or self.chat_id not in (None, chat_id):
            return False
        if self.share is not None and self._random.random() >= self.share:
            return False
        self.struck += 1
        return True

    def drawn_retry_after(self) -> int:
        """retry_after in seconds for this strike."""
        if self.retry_after_to is None:
            return self.retry_after
        return self._random.randint(self.retry_after, self.retry_after_to)


@dataclass(slots=True)
class Faults:
    """The faults that are laid, tried in the order in which they were added."""

    laid: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        """Lay a fault; returned so that a test can look at how often it struck."""
        self.laid.append(fault)
        return fault

    def clear(self) -> None:
        """Lift all faults."""
        self.laid.clear()

    def on(self, method: str, chat_id: int | str | None) -> tuple[float, Fault | None]:
        """(seconds of delay, the first other fault) for this call."""
        delay, chosen = 0.0, None
        for fault in self.laid:
            if fault.kind == "delay":
                if fault.strikes(method, chat_id):
                    delay += fault.seconds
            elif chosen is None and fault.strikes(method, chat_id):
                chosen = fault
        return delay, chosen
