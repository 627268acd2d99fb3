"""A strict local stand-in of the Telegram Bot API with a chat page; see README.md."""

from bot.sandbox.errors import PortTakenError, SandboxError
from bot.sandbox.faults import Fault
from bot.sandbox.receipts import Receipt
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World

__all__ = ["Fault", "PortTakenError", "Receipt", "Sandbox", "SandboxError", "World"]
