"""One call from arrival to reply: fault, limit, method, receipt."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

import orjson

from bot.sandbox.errors import ApiError, bad_request, forbidden, too_many_requests
from bot.sandbox.faults import Fault
from bot.sandbox.methods import BY_SMALL_NAME, METHODS
from bot.sandbox.parameters import Parameters
from bot.sandbox.receipts import Receipt
from bot.sandbox.world import World

LONGEST_RECORDED_TEXT = 8192


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back; delivery is sent, closed (cut the connection) or silent (never answer)."""

    code: int
    body: bytes
    delivery: str = "sent"
    retry_after: int | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    effect: bool
    code: int
    description: str
    body: bytes
    message_id: int | None = None
    retry_after: int | None = None


class Dispatcher:
    """Runs calls against a world and writes their receipts."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._halted_until = float("-inf")

    async def call(self, method_name: str, parameters: Parameters) -> Reply:
        """Run one call; every call leaves exactly one receipt, written before its reply."""
        world = self._world
        method = BY_SMALL_NAME.get(method_name.lower(), method_name)
        arrived, at = world.clock.monotonic(), world.clock.now().timestamp()
        inside_halt = arrived < self._halted_until and method != "getUpdates"
        chat_key = parameters.chat_key()
        delay, fault = world.faults.on(method, chat_key)
        if delay > 0:
            world.stream.stir()
            await asyncio.sleep(delay)
        outcome = await self._outcome(method, parameters, fault)
        if outcome.retry_after:
            self._halted_until = max(self._halted_until, world.clock.monotonic() + outcome.retry_after)
        delivery = _delivery(fault)
        text = parameters.values.get("text", parameters.values.get("caption"))
        world.receipts.append(
            Receipt(
                sequence=world.receipts.next_sequence,
                at=at,
                arrived=arrived,
                done=world.clock.monotonic(),
                method=method,
                chat_id=chat_key,
                digest=parameters.digest(),
                text=text[:LONGEST_RECORDED_TEXT] if isinstance(text, str) else None,
                effect=outcome.effect,
                code=outcome.code,
                description=outcome.description,
                reply=delivery,
                message_id=outcome.message_id,
                retry_after=outcome.retry_after,
                fault=fault.name if fault else None,
                inside_halt=inside_halt,
            )
        )
        world.stream.stir()
        return Reply(outcome.code, outcome.body, delivery, outcome.retry_after)

    async def _outcome(self, method: str, parameters: Parameters, fault: Fault | None) -> _Outcome:
        try:
            if fault is not None:
                _refuse_before(fault)
            if fault is not None and fault.kind == "lost":
                return _Outcome(False, 0, "connection lost before any effect", b"")
            self._check_limits(method, parameters)
            outcome = await self._run(method, parameters)
        except ApiError as refusal:
            return _refused(refusal, effect=False)
        if fault is not None and fault.kind == "server_error":
            return _refused(_server_error(fault), effect=True, message_id=outcome.message_id)
        return outcome

    def _check_limits(self, method: str, parameters: Parameters) -> None:
        wait = self._world.limits.admit(method, parameters.chat_key(), self._world.clock.monotonic())
        if wait is not None:
            raise too_many_requests(wait)

    async def _run(self, method: str, parameters: Parameters) -> _Outcome:
        if method not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        result: Any = METHODS[method](self._world, parameters)
        if isinstance(result, Awaitable):
            result = await result
        message_id = result.get("message_id") if isinstance(result, dict) else None
        return _Outcome(True, 200, "ok", orjson.dumps({"ok": True, "result": result}), message_id)


def _delivery(fault: Fault | None) -> str:
    if fault is None:
        return "sent"
    if fault.kind == "lost":
        return "closed"
    if fault.kind == "withhold":
        return "closed" if fault.reply == "close" else "silent"
    return "sent"


def _refuse_before(fault: Fault) -> None:
    if fault.kind == "flood":
        raise too_many_requests(fault.drawn_retry_after())
    if fault.kind == "forbidden":
        raise forbidden(fault.description or "bot was blocked by the user")
    if fault.kind == "bad_request":
        raise bad_request(fault.description or "chat not found")
    if fault.kind == "server_error" and not fault.after:
        raise _server_error(fault)


def _server_error(fault: Fault) -> ApiError:
    names = {
        500: "Internal Server Error",
        502: "Bad Gateway",
        503: "Service Unavailable",
        504: "Gateway Timeout",
    }
    return ApiError(fault.status, fault.description or names.get(fault.status, "Internal Server Error"))


def _refused(refusal: ApiError, *, effect: bool, message_id: int | None = None) -> _Outcome:
    retry_after = (refusal.parameters or {}).get("retry_after")
    body = orjson.dumps(refusal.body())
    return _Outcome(effect, refusal.code, refusal.description, body, message_id, retry_after)
