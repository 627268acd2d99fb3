"""How calls come in and errors go out: every form of request, wrong tokens, unknown methods, the port."""

import socket
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiogram.types import User

from bot.sandbox import PortTakenError, Sandbox
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, ManualClock, strict

KEYBOARD = '{"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]}'


async def send(stand: Stand, **request: Any) -> tuple[int, dict[str, Any]]:
    url = f"{stand.sandbox.api_base}{stand.sandbox.token}/sendMessage"
    async with stand.http.request(request.pop("verb", "POST"), url, **request) as response:
        assert response.content_type == "application/json"
        return response.status, await response.json()


@pytest.mark.parametrize(
    "request_",
    [
        {"verb": "GET", "params": {"chat_id": APPLICANT, "text": "好", "reply_markup": KEYBOARD}},
        {"data": {"chat_id": str(APPLICANT), "text": "好", "reply_markup": KEYBOARD}},
        {"json": {"chat_id": APPLICANT, "text": "好", "reply_markup": KEYBOARD}},
        {"params": {"chat_id": APPLICANT}, "data": {"text": "好", "reply_markup": KEYBOARD}},
    ],
    ids=["query", "form", "json", "query and form"],
)
async def test_a_call_may_come_in_every_form(stand: Stand, request_: dict[str, Any]) -> None:
    status, body = await send(stand, **request_)
    assert status == 200, body
    assert body["result"]["text"] == "好"
    assert body["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "是"


async def test_multipart_without_a_file_is_a_form_too(stand: Stand) -> None:
    with aiohttp.MultipartWriter("form-data") as form:
        for name, value in (("chat_id", str(APPLICANT)), ("text", "好")):
            form.append(value).set_content_disposition("form-data", name=name)
    status, body = await send(stand, data=form)
    assert (status, body["result"]["text"]) == (200, "好")


@pytest.mark.parametrize("body", [b"{", b"[1]", b'"x"', b"\xff", b'{"text": "\\ud800"}'])
async def test_broken_json_is_refused(stand: Stand, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    status, answer = await send(stand, data=body, headers=headers)
    assert (status, answer["error_code"], answer["ok"]) == (400, 400, False)
    assert "can't parse JSON object" in answer["description"]


async def test_a_form_that_is_no_utf8_is_refused(stand: Stand) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    status, answer = await send(stand, data=b"chat_id=501&text=\xff", headers=headers)
    assert status == 400, answer


async def test_an_unknown_method_is_404_and_case_does_not_matter(stand: Stand) -> None:
    assert await stand.api.refused("sendThought") == "404 Not Found: method not found"
    assert strict(User, {k: v for k, v in (await stand.api.ok("GETME")).items() if v is not None}).is_bot


@pytest.mark.parametrize("token", ["424242:wrong", "nonsense", "1:x"])
async def test_a_wrong_token_is_401(stand: Stand, token: str) -> None:
    for path in (f"bot{token}/getMe", f"file/bot{token}/documents/file_0.txt"):
        async with stand.http.get(f"{stand.sandbox.url}/{path}") as response:
            assert response.status == 401
            assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_file_is_404(stand: Stand) -> None:
    async with stand.http.get(f"{stand.sandbox.file_base}{stand.sandbox.token}/documents/no") as response:
        assert (response.status, (await response.json())["error_code"]) == (404, 404)


async def test_a_foreign_host_name_is_refused(stand: Stand) -> None:
    """A web page elsewhere cannot reach the sandbox by a name that it points at this machine."""
    async with stand.http.get(stand.sandbox.url, headers={"Host": "evil.example:80"}) as response:
        assert response.status == 403


async def test_a_taken_port_is_said_with_what_to_do(stand: Stand, clock: ManualClock) -> None:
    second = Sandbox(clock, port=stand.sandbox.port)
    with pytest.raises(PortTakenError, match=r"already in use: stop the program .* or choose another port"):
        await second.start()


async def test_the_sandbox_listens_on_the_loopback_address_only(stand: Stand) -> None:
    assert stand.sandbox.url == f"http://127.0.0.1:{stand.sandbox.port}"
    with socket.socket() as probe:
        probe.bind(("127.0.0.2", stand.sandbox.port))


async def test_stopping_ends_polls_and_frees_the_port(clock: ManualClock) -> None:
    async with Sandbox(clock) as first:
        port = first.port
    async with Sandbox(clock, port=port) as second:
        assert second.port == port


async def test_ids_go_on_growing_when_the_sandbox_is_started_again_later(clock: ManualClock) -> None:
    """A bot that kept its database must not meet update or message ids that it knows already."""
    found = []
    for _ in range(2):
        async with Sandbox(clock) as sandbox:
            sandbox.world.create_user(APPLICANT, "李经理")
            message = sandbox.world.press_start(APPLICANT)
            found.append((message.id, sandbox.world.updates.pending[0]["update_id"]))
        clock.advance(timedelta(minutes=1).total_seconds())
    assert found[1][0] > found[0][0]
    assert found[1][1] > found[0][1]
