"""Requests to the Bot API: python-telegram-bot's request interface on aiohttp and orjson."""

from bot.transport.errors import MaybeSentError, NeverSentError, was_sent
from bot.transport.patience import Timeouts
from bot.transport.request import AiohttpRequest

__all__ = ["AiohttpRequest", "MaybeSentError", "NeverSentError", "Timeouts", "was_sent"]
