"""The chat page and the control API over HTTP; for browsers and tests on this machine only."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson
from aiohttp import web

from bot.sandbox import views
from bot.sandbox.acts import perform
from bot.sandbox.errors import ApiError, SandboxError
from bot.sandbox.stream import END
from bot.sandbox.world import World

PAGE = Path(__file__).with_name("page.html")
SHOWN_PICTURES = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp"))
LOCAL_NAMES = frozenset(("127.0.0.1", "localhost"))
HEARTBEAT_SECONDS = 15.0
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Pages:
    """The routes that people and tests use; the bot uses those of BotApi."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """The routes, for the application that serves them."""
        return [
            web.get("/", self._page),
            web.get("/sandbox/overview", self._answering(lambda _: views.overview(self._world))),
            web.get("/sandbox/messages", self._answering(self._conversation)),
            web.get("/sandbox/menu", self._answering(self._menu)),
            web.get("/sandbox/events", self._events),
            web.get("/sandbox/files/{file_id}", self._file),
            web.post("/sandbox/{act}", self._act),
        ]

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return web.Response(
            body=PAGE.read_bytes(), content_type="text/html", charset="utf-8", headers=PAGE_HEADERS
        )

    def _answering(self, view: Callable[[web.Request], Any]) -> Handler:
        async def answer(request: web.Request) -> web.StreamResponse:
            return _answer(lambda: view(request))

        return answer

    def _conversation(self, request: web.Request) -> Any:
        return views.conversation(self._world, _number(request, "chat_id"))

    def _menu(self, request: web.Request) -> Any:
        return views.menu(self._world, _number(request, "user_id"), _number(request, "chat_id"))

    async def _act(self, request: web.Request) -> web.StreamResponse:
        # A page of another origin cannot send JSON without asking first, and the sandbox never agrees.
        if request.content_type != "application/json":
            return _failure("send JSON: Content-Type: application/json", 415)
        body = await request.read()
        return _answer(lambda: perform(self._world, request.match_info["act"], body))

    async def _file(self, request: web.Request) -> web.StreamResponse:
        try:
            stored = self._world.files.find(request.match_info["file_id"])
        except ApiError as refusal:
            return _failure(refusal.description, 404)
        is_picture = stored.mime_type in SHOWN_PICTURES
        kind = stored.mime_type if is_picture else "application/octet-stream"
        disposition = "inline" if is_picture and stored.size else "attachment"
        headers = {
            "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(stored.name, safe='')}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        }
        return web.Response(body=stored.content, content_type=kind, headers=headers)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        await response.prepare(request)
        listener = self._world.stream.open()
        try:
            await response.write(b"retry: 1000\n\n")
            while True:
                try:
                    event = await asyncio.wait_for(listener.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if event is END:
                    return response
                await response.write(b"data: " + orjson.dumps(event) + b"\n\n")
        except ConnectionError:
            return response
        finally:
            self._world.stream.close(listener)


@web.middleware
async def local_names_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse foreign host names, so that no page elsewhere reaches the sandbox by a name of its own."""
    name = request.host.rpartition(":")[0] or request.host
    if name not in LOCAL_NAMES:
        return _failure("the sandbox answers to 127.0.0.1 and localhost only", 403)
    return await handler(request)


def _number(request: web.Request, name: str) -> int:
    try:
        return int(request.query[name])
    except (KeyError, ValueError):
        raise SandboxError(f"{name}: a number is expected") from None


def _answer(make: Callable[[], Any]) -> web.Response:
    try:
        body = orjson.dumps({"ok": True, "result": make()})
    except SandboxError as error:
        return _failure(str(error), 400)
    return web.Response(body=body, content_type="application/json")


def _failure(reason: str, status: int) -> web.Response:
    body = orjson.dumps({"ok": False, "error": reason})
    return web.Response(body=body, status=status, content_type="application/json")
