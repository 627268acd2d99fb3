"""The sandbox as one object: start it, talk to it over HTTP or through its world, stop it."""

import errno
import socket
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.sandbox.bot_api import BotApi
from bot.sandbox.errors import PortTakenError
from bot.sandbox.pages import Pages, local_names_only
from bot.sandbox.people import User
from bot.sandbox.ports import Clock
from bot.sandbox.world import World

TOKEN = "424242:SANDBOX-for-trying-out-0123456789ab"  # noqa: S105 - opens nothing but the local stand-in
BOT_NAME = "申报通"
BOT_USERNAME = "shenbao_sandbox_bot"
HOST = "127.0.0.1"
BIGGEST_BODY = 64 * 2**20


class Sandbox:
    """A local stand-in of the Bot API; `async with Sandbox(clock=…) as sandbox` runs it.

    port 0 takes any free port. receipt_file, if given, gets one line of JSON per call.
    """

    def __init__(
        self,
        clock: Clock,
        port: int = 0,
        token: str = TOKEN,
        *,
        bot_name: str = BOT_NAME,
        bot_username: str = BOT_USERNAME,
        receipt_file: Path | None = None,
    ) -> None:
        self.token = token
        self.port = port
        bot = User(int(token.partition(":")[0]), bot_name, username=bot_username, is_bot=True)
        self.world = World(clock, bot, receipt_file)
        self._runner: web.AppRunner | None = None
        self._api = BotApi(self.world, token)

    @property
    def url(self) -> str:
        """Where the chat page is."""
        return f"http://{HOST}:{self.port}"

    @property
    def api_base(self) -> str:
        """The base_url of python-telegram-bot: the token is appended to it."""
        return f"{self.url}/bot"

    @property
    def file_base(self) -> str:
        """The base_file_url of python-telegram-bot."""
        return f"{self.url}/file/bot"

    async def start(self) -> None:
        """Listen; PortTakenError where the port is in use."""
        listener = _listener(self.port)
        self.port = listener.getsockname()[1]
        application = web.Application(client_max_size=BIGGEST_BODY, middlewares=[local_names_only])
        application.add_routes(self._api.routes())
        application.add_routes(Pages(self.world).routes())
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.SockSite(self._runner, listener).start()

    async def stop(self) -> None:
        """End all waiting calls and stop listening."""
        self.world.webhook.unset()
        self.world.updates.release()
        self.world.stream.end()
        self._api.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        self.world.receipts.close()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


def _listener(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(1024)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise PortTakenError(port) from None
        raise
    listener.setblocking(False)
    return listener
