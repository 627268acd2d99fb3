"""`shenbao run`: the bot, on Telegram or on the sandbox."""

import asyncio
import logging

from bot.app import run
from bot.commands.common import refused, words_for
from bot.commands.recorded import records_for
from bot.logs import set_up_logs
from bot.refusals import CannotRunError
from bot.sandbox.errors import PortTakenError
from bot.settings import SettingsError, load_settings, unknown_variables
from bot.store.errors import StoreError

logger = logging.getLogger(__name__)


def run_bot(*, sandbox: bool) -> None:
    """Run until somebody stops it; what keeps it from running is said in one line."""
    try:
        settings = load_settings()
    except SettingsError as error:
        raise refused("\n".join(error.lines)) from None
    records = records_for(words_for(settings.lang), settings.home)
    set_up_logs(settings.secrets)
    _mention_strange_variables()
    try:
        asyncio.run(run(settings, sandbox=sandbox, records=records))
    except (CannotRunError, StoreError, PortTakenError) as error:
        raise refused(str(error)) from None


def _mention_strange_variables() -> None:
    """A misspelt setting is silently a default otherwise."""
    for name, near in unknown_variables().items():
        hint = f"; did you mean {near}?" if near else ""
        logger.warning("%s is no setting%s", name, hint)
