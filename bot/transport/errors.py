"""Whether a call that failed may have reached Telegram all the same.

python-telegram-bot raises `NetworkError` and `TimedOut` for both. sendMessage has no idempotency key: a call
that may have been sent must not be repeated. The two causes below keep them apart.
"""

from typing import Literal

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.redaction import redacted


class NeverSentError(Exception):
    """No connection was there to send on: the call took no effect. Cause of a `NetworkError`."""


class MaybeSentError(Exception):
    """The call went out, or may have, and its answer is missing. Cause of a `NetworkError`."""


# Before anything of the request is written. ClientConnectorError holds refusal, DNS, TLS and certificates.
_BEFORE_SENDING = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ServerFingerprintMismatch,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)
# The Bot API answered that nothing was done. BadRequest is a NetworkError, so these go first.
_REFUSED = (BadRequest, ChatMigrated, Conflict, EndPointNotFound, Forbidden, InvalidToken, RetryAfter)


def was_sent(error: BaseException) -> Literal["no", "maybe"]:
    """Whether the call that raised this may have taken effect.

    "no": it never left, or the Bot API answered that it did nothing. "maybe": everything else, among them 5xx
    answers and answers that cannot be read.
    """
    if isinstance(error, _REFUSED) or isinstance(error.__cause__, NeverSentError):
        return "no"
    return "maybe"


def translated(error: Exception) -> TelegramError:
    """What python-telegram-bot expects in place of an error of aiohttp, its cause set.

    The original is not part of it: its text and its attributes hold the address, and that the token.
    """
    name = type(error).__name__
    text = redacted(str(error))
    is_late = isinstance(error, TimeoutError)
    message = f"{name}: {text}" if text else f"{name}: no answer"
    failure: NetworkError = TimedOut(message) if is_late else NetworkError(message)
    kind = NeverSentError if isinstance(error, _BEFORE_SENDING) else MaybeSentError
    failure.__cause__ = kind(message)
    return failure
