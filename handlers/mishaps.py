"""What a person hears when something of ours went wrong, and what the log keeps of it: never their words."""

import logging
from traceback import TracebackException

from telegram import Update, User
from telegram.error import Forbidden, TelegramError

from handlers.dispatch import Conversation
from handlers.events import Tap, Visit
from handlers.hearing import hear
from handlers.wording.catalogue import wording_for
from handlers.wording.html import html

logger = logging.getLogger(__name__)


async def apologise(conversation: Conversation, update: object, error: Exception, bot: User) -> None:
    """Log a failure, and tell whoever waits for an answer in their own language.

    Somebody who has blocked the bot waits for nothing; an apology that fails as well is left at that.
    """
    if isinstance(error, Forbidden):
        logger.info("somebody who has blocked the bot, or a group that it has left, gets no answer")
        return
    logger.error("an update could not be answered: %s", trace_of(error))
    heard = hear(update, bot) if isinstance(update, Update) else None
    if heard is None:
        return
    visit, event = heard
    text = wording_for(await _language(conversation, visit)).text("error.apology")
    try:
        if isinstance(event, Tap):
            await conversation.outlet.answer(event.query_id)
        await conversation.outlet.send(visit.chat, html(text))
    except TelegramError as second:
        logger.warning("nor could the apology be sent: %s", type(second).__name__)


async def _language(conversation: Conversation, visit: Visit) -> str:
    try:
        return (await conversation.state_of(visit)).language
    except Exception:
        logger.exception("the language of a person could not be read")
        return conversation.language


def trace_of(error: BaseException) -> str:
    """Where an error came from, without its message: that may hold what somebody wrote."""
    stack = TracebackException.from_exception(error).stack
    places = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(stack))
    cause = error.__cause__ or error.__context__
    return f"{type(error).__name__} at {places}" + (f", from {trace_of(cause)}" if cause else "")
