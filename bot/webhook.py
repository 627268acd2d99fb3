"""Receiving updates by webhook: one route that checks the secret and hands the update on.

python-telegram-bot's own webhook needs Tornado; this is a Starlette application under uvicorn, which listens
behind a proxy that ends TLS.
"""

import asyncio
import hmac
import json
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update

from bot.polling import Updates
from bot.refusals import PortInUseError
from bot.settings import Listen

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret
BIGGEST_BODY = 1 << 20
"""An update is a few kilobytes; whatever is larger than this was not sent by Telegram."""


def webhook_application(bot: Bot, updates: Updates, path: str, secret: str) -> Starlette:
    """The web application: POST to `path` with the right secret, and nothing else."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=401)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        update = _update(body, bot)
        if update is None:
            return Response(status_code=400)
        await updates.put(update)
        return Response()

    return Starlette(routes=[Route(path, receive, methods=["POST"])])


async def _body(request: Request) -> bytes | None:
    """What was sent; `None` where it is too large to be an update."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > BIGGEST_BODY:
            return None
    return body


def _update(body: bytes, bot: Bot) -> Update | None:
    try:
        document = json.loads(body)
        return Update.de_json(document, bot) if isinstance(document, dict) else None
    except (ValueError, TypeError, KeyError):
        logger.warning("the webhook got %d bytes that are no update", len(body))
        return None


@asynccontextmanager
async def listening(application: Starlette, listen: Listen) -> AsyncIterator[int]:
    """Serve an application while the context lasts; gives the port. Raises `PortInUseError`."""
    listener = _listener(listen)
    server = _Server(uvicorn.Config(application, log_config=None, access_log=False, lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[listener]), name="webhook")
    try:
        yield int(listener.getsockname()[1])
    finally:
        server.should_exit = True
        await serving
        listener.close()


def path_of(address: str) -> str:
    """The path of the public address, which the proxy passes on unchanged."""
    return urlsplit(address).path or "/"


def _listener(listen: Listen) -> socket.socket:
    family = socket.AF_INET6 if ":" in listen.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((listen.host, listen.port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise PortInUseError(listen.host, listen.port, error.strerror or "unknown") from None
    listener.setblocking(False)
    return listener


class _Server(uvicorn.Server):
    """Leaves signals to the program that it is a part of."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing is captured."""
        yield
