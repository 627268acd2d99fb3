"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
from typing import Any

import orjson
from aiohttp import web

from bot.sandbox.dispatch import Dispatcher, Reply
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.parameters import Parameters, Upload
from bot.sandbox.world import World

UNAUTHORIZED = ApiError(401, "Unauthorized")
NO_FILE = ApiError(404, "Not Found")


class BotApi:
    """The two routes that the bot uses."""

    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self._token = token
        self._dispatcher = Dispatcher(world)
        self._closing = asyncio.Event()

    def routes(self) -> list[web.RouteDef]:
        """The routes, for the application that serves them."""
        return [
            web.route("*", "/bot{token}/{method}", self._call),
            web.get("/file/bot{token}/{path:.+}", self._download),
        ]

    def close(self) -> None:
        """Let go of calls that are never to be answered."""
        self._closing.set()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._token:
            return _refusal(UNAUTHORIZED)
        try:
            parameters = await read_parameters(request)
        except ApiError as refusal:
            return _refusal(refusal)
        reply = await self._dispatcher.call(request.match_info["method"], parameters)
        if reply.delivery == "silent":
            await self._closing.wait()
        if reply.delivery != "sent":
            return _cut(request)
        return _response(reply)

    async def _download(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self._token:
            return _refusal(UNAUTHORIZED)
        stored = self._world.files.by_path.get(request.match_info["path"])
        if stored is None:
            return _refusal(NO_FILE)
        return web.Response(body=stored.content, content_type="application/octet-stream")


async def read_parameters(request: web.Request) -> Parameters:
    """The values of a call from its query string and body; 400 where the body cannot be read."""
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= _json_object(await request.read())
    elif request.can_read_body:
        await _read_form(request, values, uploads)
    return Parameters(values, uploads)


def _json_object(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("can't parse JSON object: an Object is expected")
    return value


async def _read_form(request: web.Request, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    except ValueError:
        raise bad_request("can't parse the form; strings must be encoded in UTF-8") from None
    for name, value in form.items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.content_type, value.file.read())
        elif isinstance(value, str):
            values[name] = value
        else:
            uploads[name] = Upload(name, "", bytes(value))


def _response(reply: Reply) -> web.Response:
    headers = {"Retry-After": str(reply.retry_after)} if reply.retry_after else None
    return web.Response(body=reply.body, status=reply.code, content_type="application/json", headers=headers)


def _refusal(refusal: ApiError) -> web.Response:
    return web.Response(
        body=orjson.dumps(refusal.body()), status=refusal.code, content_type="application/json"
    )


def _cut(request: web.Request) -> web.StreamResponse:
    """Close the connection without a word."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
