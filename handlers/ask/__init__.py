"""A free-text question understood and answered: for the command line and the chat alike."""

from handlers.ask.understood import Understood, understand

__all__ = ["Understood", "understand"]
