"""Logs on standard error: one form for all records, without secrets and without people's texts."""

import logging
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger
from telegram import TelegramObject

from bot.redaction import keep_secret, redacted

SHOWN = 40
LONGEST = 10_000
"""Characters of one value of a record, such as its message or its traceback; the rest is cut."""

# These write a line for each request or statement, with addresses or values in it.
_QUIET = (
    "aiohttp",
    "aiosqlite",
    "alembic",
    "apscheduler",
    "httpcore",
    "httpx",
    "sqlalchemy",
    "telegram",
    "uvicorn",
    "uvicorn.access",
)


def set_up_logs(
    secrets: Iterable[str] = (), *, stream: TextIO | None = None, level: int = logging.INFO
) -> None:
    """Send every record of this process to the stream, standard error when left out.

    On a terminal as readable lines, elsewhere as one JSON object a line. What was set up before is replaced.
    """
    keep_secret(*secrets)
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_RedactingFormatter(_renderers(stream.isatty())))
    handler.addFilter(_without_people)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    logging.captureWarnings(True)
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def shortened(text: str, limit: int = SHOWN) -> str:
    """A text of a person for a log: its beginning and its length, with line breaks and controls escaped."""
    if len(text) <= limit:
        return repr(text)
    return f"{text[:limit]!r}… ({len(text)} characters)"


class _RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """Takes secrets out last, when the text is whole: message, values, traceback and causes."""

    def __init__(self, renderers: list[Processor]) -> None:
        super().__init__(processors=renderers, foreign_pre_chain=_shared())

    def format(self, record: logging.LogRecord) -> str:
        """The line, or lines, of a record."""
        return redacted(super().format(record))


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.StackInfoRenderer(),
        # Plain: the decorated ones of rich show the values of variables, which are people's words.
        structlog.processors.format_exc_info,
    ]


def _renderers(readable: bool) -> list[Processor]:
    last: Processor = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if readable
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    return [_stamp, _bounded, structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]


def _stamp(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The instant at which the record was made, in UTC."""
    record: logging.LogRecord = event["_record"]
    event["timestamp"] = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    return event


def _bounded(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    for name, value in event.items():
        if isinstance(value, str) and len(value) > LONGEST:
            event[name] = f"{value[:LONGEST]}…"
    return event


def _without_people(record: logging.LogRecord) -> bool:
    """python-telegram-bot logs whole updates now and then, with people's words: keep their names only."""
    if isinstance(record.args, tuple):
        record.args = tuple(_named(argument) for argument in record.args)
    elif isinstance(record.args, Mapping):
        record.args = {key: _named(argument) for key, argument in record.args.items()}
    return True


def _named(argument: Any) -> Any:
    if not isinstance(argument, TelegramObject):
        return argument
    number = getattr(argument, "update_id", None) or getattr(argument, "id", None)
    return f"{type(argument).__name__} {number if isinstance(number, int) else ''}".rstrip()
