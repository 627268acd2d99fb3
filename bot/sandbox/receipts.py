"""The append-only log of every call: it judges the tests, not the bot's own database."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

import orjson


@dataclass(frozen=True, slots=True)
class Receipt:
    """One call: when it came, what it was, what became of it.

    arrived and done are seconds on the injected monotonic clock, at is unix time of the arrival. effect says
    whether the call took effect; reply is sent, closed (connection cut) or silent (never answered). fault
    names the fault that was laid on the call. inside_halt says that a 429 with a longer retry_after than the
    time passed since had been given before.
    """

    sequence: int
    at: float
    arrived: float
    done: float
    method: str
    chat_id: int | str | None
    digest: str
    text: str | None
    effect: bool
    code: int
    description: str
    reply: str
    message_id: int | None = None
    retry_after: int | None = None
    fault: str | None = None
    inside_halt: bool = False


class ReceiptLog:
    """Receipts in order; with a path also written to that file, one line of JSON each, flushed at once."""

    def __init__(self, path: Path | None = None) -> None:
        self._receipts: list[Receipt] = []
        self._next = 1
        self._file: BinaryIO | None = path.open("ab") if path else None

    def __len__(self) -> int:
        return len(self._receipts)

    def __iter__(self) -> Iterator[Receipt]:
        return iter(self._receipts)

    def __getitem__(self, place: int) -> Receipt:
        return self._receipts[place]

    @property
    def next_sequence(self) -> int:
        """The number that the next receipt will bear."""
        return self._next

    def append(self, receipt: Receipt) -> None:
        """Add one receipt; its sequence must be the next number."""
        if receipt.sequence != self._next:
            raise ValueError(f"receipt {receipt.sequence} out of order, expected {self._next}")
        self._next += 1
        self._receipts.append(receipt)
        if self._file:
            self._file.write(orjson.dumps(asdict(receipt), option=orjson.OPT_APPEND_NEWLINE))
            self._file.flush()

    def of(self, method: str, chat_id: int | str | None = None) -> list[Receipt]:
        """The receipts of one method, of one chat if one is named."""
        return [
            receipt
            for receipt in self._receipts
            if receipt.method == method and chat_id in (None, receipt.chat_id)
        ]

    def since(self, sequence: int) -> list[Receipt]:
        """The receipts numbered above sequence."""
        return [receipt for receipt in self._receipts if receipt.sequence > sequence]

    def forget(self) -> None:
        """Empty the log in memory; numbers go on, the file stays."""
        self._receipts.clear()

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()
            self._file = None
