"""The one place where everything is wired: settings, store, transport, conversations, updates."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from typing import Any, Final

from pydantic import SecretStr
from telegram import Update
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes, ExtBot, TypeHandler
from telegram.request import BaseRequest

from bot.clock import Clock, SystemClock
from bot.polling import LONGEST, SHORTEST, Poller, seconds
from bot.redaction import keep_secret
from bot.refusals import WrongTokenError
from bot.sandbox.cast import seat_cast
from bot.sandbox.server import Sandbox
from bot.search import ClauseIndex
from bot.settings import Settings
from bot.store.store import open_store
from bot.transport import AiohttpRequest
from bot.updates import InOrderWithinChat
from bot.webhook import listening, path_of, webhook_application
from handlers.dispatch import Conversation
from handlers.hearing import hear
from handlers.messenger import Messenger
from handlers.mishaps import apologise
from handlers.ports import Desk
from handlers.records import NO_RECORDS, Records

logger = logging.getLogger(__name__)

UPDATES: Final = ("message", "edited_message", "callback_query")
"""The kinds of updates that the bot asks Telegram for; there is something to say to nothing else."""
CONNECTIONS = 32
"""Connections for sending; polling has one of its own."""
SANDBOX_PORT = 8010

App = Application[
    ExtBot[None], ContextTypes.DEFAULT_TYPE, dict[Any, Any], dict[Any, Any], dict[Any, Any], None
]
Announce = Callable[[str], None]


def build(settings: Settings, token: str, sending: BaseRequest, fetching: BaseRequest) -> App:
    """The application without handlers: our requests, our order of updates, no updater and no job queue."""
    builder = (
        ApplicationBuilder()
        .token(token)
        .base_url(settings.api_base)
        .base_file_url(file_base(settings.api_base))
        .request(sending)
        .get_updates_request(fetching)
        .concurrent_updates(InOrderWithinChat())
        .updater(None)
        .job_queue(None)
    )
    return builder.build()


def file_base(api_base: str) -> str:
    """Where files are fetched from, as Telegram and its local server have it: /file before the last /bot."""
    before, bot, after = api_base.rpartition("/bot")
    return f"{before}/file{bot}{after}"


def connect(
    application: App,
    desk: Desk,
    clock: Clock,
    language: str,
    records: Records = NO_RECORDS,
    staff: Collection[int] = (),
) -> Messenger:
    """Let the conversations hear every update.

    One handler is enough: what an update means is decided in `handlers.hearing` and `handlers.dispatch`, in
    one order that can be read there. The application's part is to keep chats in order and to catch errors.
    """
    messenger = Messenger(application.bot)
    search = ClauseIndex.of_the_ledgers()
    name = application.bot.username
    conversation = Conversation(desk, messenger, clock, name, language, records, search=search, staff=staff)

    async def converse(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        heard = hear(update, application.bot.bot)
        if heard is not None:
            await conversation.hear(*heard)

    async def fail(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if context.error is not None:
            await apologise(conversation, update, context.error, application.bot.bot)

    application.add_handler(TypeHandler(Update, converse))
    application.add_error_handler(fail)
    return messenger


@asynccontextmanager
async def started(
    settings: Settings,
    token: str,
    desk: Desk,
    clock: Clock,
    stop: asyncio.Event | None = None,
    records: Records = NO_RECORDS,
) -> AsyncIterator[App]:
    """The application, known to Telegram and handling what is put into its queue.

    Raises `WrongTokenError`. A Telegram that cannot be reached is waited for; `StoppedError` where `stop` is
    set meanwhile. What was put into the queue is handled before the context ends.
    """
    sending, fetching = AiohttpRequest(CONNECTIONS), AiohttpRequest(1)
    application = build(settings, token, sending, fetching)
    stop = stop or asyncio.Event()
    try:
        await _until_reached(application.initialize, stop)
        messenger = connect(application, desk, clock, settings.lang, records, settings.staff)
        await _until_reached(messenger.introduce, stop)
        await application.start()
        try:
            yield application
        finally:
            await application.stop()
    finally:
        await application.shutdown()
        # An application that never came to be initialised leaves its connections open.
        await sending.shutdown()
        await fetching.shutdown()


class StoppedError(Exception):
    """Somebody stopped the bot before it had reached Telegram."""


async def _until_reached(call: Callable[[], Any], stop: asyncio.Event) -> None:
    """Make a first call to Telegram, again and again while it cannot be reached."""
    pause = SHORTEST
    while not stop.is_set():
        try:
            await call()
            return
        except InvalidToken:
            raise WrongTokenError from None
        except TelegramError as error:
            wait = seconds(error) if isinstance(error, RetryAfter) else pause
            logger.warning("Telegram cannot be reached: %s; next attempt in %.0f s", error, wait)
            pause = min(pause * 2, LONGEST)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), wait)
    raise StoppedError


@asynccontextmanager
async def polling(application: App) -> AsyncIterator[asyncio.Task[None]]:
    """Fetch updates while the context lasts; the task ends by itself only with the reason it cannot go on."""
    await application.bot.delete_webhook(drop_pending_updates=False)
    poller = Poller(application.bot, application.update_queue, UPDATES)
    fetching = asyncio.create_task(poller.run(), name="polling")
    try:
        yield fetching
    finally:
        fetching.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await fetching
        await application.update_queue.join()
        await poller.confirm()


@asynccontextmanager
async def webhook(application: App, settings: Settings) -> AsyncIterator[int]:
    """Receive updates at the address of the settings while the context lasts; gives the port."""
    address, secret = settings.webhook_url or "", settings.webhook_secret.get_secret_value()
    receiving = webhook_application(application.bot, application.update_queue, path_of(address), secret)
    async with listening(receiving, settings.webhook_listen) as port:
        await application.bot.set_webhook(
            address, secret_token=secret, allowed_updates=list(UPDATES), drop_pending_updates=False
        )
        yield port


async def run(
    settings: Settings,
    *,
    sandbox: bool = False,
    sandbox_port: int = SANDBOX_PORT,
    clock: Clock | None = None,
    announce: Announce = print,
    stop: asyncio.Event | None = None,
    records: Records = NO_RECORDS,
) -> None:
    """Run the bot until it is told to stop: on Telegram with a token, else against the sandbox.

    `records` is what the operator has recorded; a changed file counts from the next start.

    Raises `CannotRunError`, `StoreError` or the sandbox's `PortTakenError`, each with one line for a person.
    """
    clock = clock or SystemClock(settings.timezone)
    stop = stop or asyncio.Event()
    keep_secret(*settings.secrets)
    async with AsyncExitStack() as stack:
        stack.enter_context(stopping_on_signals(stop))
        store = await stack.enter_async_context(await open_store(settings.database, clock))
        token = settings.token.get_secret_value() if settings.token else ""
        if sandbox or not token:
            stand_in = await stack.enter_async_context(Sandbox(clock, sandbox_port))
            cast = seat_cast(stand_in.world)
            settings, token = sandboxed(settings, stand_in, cast.staff), stand_in.token
            announce(f"The sandbox's chat page: {stand_in.url}")
        stack.enter_context(suppress(StoppedError))
        application = await stack.enter_async_context(started(settings, token, store, clock, stop, records))
        await _receive(application, settings, stop, announce)


async def _receive(application: App, settings: Settings, stop: asyncio.Event, announce: Announce) -> None:
    """Take updates until somebody stops the bot, or until it cannot go on."""
    name = f"@{application.bot.username}"
    if settings.webhook_url:
        async with webhook(application, settings) as port:
            announce(f"{name} receives updates on port {port}. Ctrl+C ends it.")
            await stop.wait()
        return
    async with polling(application) as fetching:
        announce(f"{name} is listening. Ctrl+C ends it.")
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait({fetching, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if fetching.done():
            fetching.result()


def sandboxed(settings: Settings, sandbox: Sandbox, staff: Iterable[int] = ()) -> Settings:
    """The same settings with the sandbox in Telegram's place, and its staff among ours."""
    changes = {
        "token": SecretStr(sandbox.token),
        "api_base": sandbox.api_base,
        "webhook_url": None,
        "staff": settings.staff | frozenset(staff),
    }
    return settings.model_copy(update=changes)


@contextmanager
def stopping_on_signals(stop: asyncio.Event) -> Iterator[None]:
    """Let Ctrl+C and a polite kill set the event, where the loop can listen to signals."""
    loop = asyncio.get_running_loop()
    caught = []
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(name, stop.set)
            caught.append(name)
    try:
        yield
    finally:
        for name in caught:
            loop.remove_signal_handler(name)
