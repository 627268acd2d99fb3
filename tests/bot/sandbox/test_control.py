"""The control API: the acts of people and the faults over HTTP, live events, and the files of the page."""

import asyncio
import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import aiohttp
import pytest

import bot.sandbox as sandbox_package
from bot.sandbox.acts import ACTS
from bot.sandbox.faults import KINDS
from bot.sandbox.stream import CAPACITY
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, OTHER, png


async def failed(stand: Stand, act: str, /, **body: Any) -> str:
    async with stand.http.post(f"{stand.sandbox.url}/sandbox/{act}", json=body) as response:
        answer = await response.json()
        assert (response.status, answer["ok"]) == (400, False)
        return str(answer["error"])


async def get(stand: Stand, path: str) -> Any:
    async with stand.http.get(f"{stand.sandbox.url}/sandbox/{path}") as response:
        return (await response.json())["result"]


async def test_a_whole_conversation_can_be_led_over_http(stand: Stand) -> None:
    await stand.act("create_user", user_id=OTHER, first_name="陈经理", role="applicant")
    await stand.act("start", user_id=OTHER, payload="abc")
    buttons = {"inline_keyboard": [[{"text": "是", "callback_data": "y"}]]}
    sent = await stand.api.ok("sendMessage", chat_id=OTHER, text="？", reply_markup=buttons)
    assert await stand.act("press", user_id=OTHER, message_id=sent["message_id"], label="是")
    written = await stand.act("text", user_id=OTHER, text="80万", reply_to=sent["message_id"])
    await stand.act("edit", user_id=OTHER, message_id=written["message_id"], text="90万")
    content = b64encode(png(4, 4)).decode()
    await stand.act("photo", user_id=OTHER, content=content)
    await stand.act("document", user_id=OTHER, name="a.txt", content=b64encode(b"x").decode())
    seen = await get(stand, f"messages?chat_id={OTHER}")
    texts = [message.get("text") for message in seen["messages"]]
    assert texts == ["/start abc", "？", "90万", None, None]


async def test_people_groups_and_languages_can_be_arranged(stand: Stand) -> None:
    group = await stand.act("create_group", title="群", members=[APPLICANT])
    await stand.act("bot_status", chat_id=group["id"], by_user_id=APPLICANT, status="administrator")
    new_id = await stand.act("migrate", chat_id=group["id"])
    await stand.act("language", user_id=APPLICANT, language_code="ru")
    await stand.act("block", user_id=APPLICANT)
    [account] = (await get(stand, "overview"))["accounts"]
    assert account["language_code"] == "ru"
    assert [(chat["id"], chat["bot_status"]) for chat in account["chats"]] == [
        (APPLICANT, "kicked"),
        (new_id, "administrator"),
    ]
    await stand.act("unblock", user_id=APPLICANT)
    assert stand.world.chat(APPLICANT).bot_status == "member"


async def test_faults_limits_receipts_and_reset_are_there_too(stand: Stand) -> None:
    assert await stand.act("fault", kind="flood", method="sendMessage", retry_after=5, times=1) == 1
    refusal = await stand.api.refused("sendMessage", chat_id=APPLICANT, text="x")
    assert refusal == "429 Too Many Requests: retry after 5"
    await stand.act("clear_faults")
    await stand.act("limits", enabled=True)
    assert stand.world.limits.enabled
    [receipt] = await stand.act("receipts")
    assert (receipt["method"], receipt["code"], receipt["retry_after"]) == ("sendMessage", 429, 5)
    assert await stand.act("receipts", since=receipt["sequence"]) == []
    await stand.act("reset")
    assert (await get(stand, "overview"))["accounts"] == []
    assert not stand.world.limits.enabled


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("fly", {}, "there is no act 'fly'; there are create_user"),
        ("text", {"user_id": APPLICANT}, "text: text: Field required"),
        ("text", {"user_id": APPLICANT, "text": "x", "loud": True}, "loud: Extra inputs are not permitted"),
        ("text", {"user_id": 99, "text": "x"}, "there is no user 99"),
        ("start", {"user_id": APPLICANT, "payload": "空 格"}, "payload: String should match pattern"),
        ("press", {"user_id": APPLICANT, "message_id": 1, "data": "y"}, "has no message 1"),
        ("fault", {"kind": "gremlin"}, "unknown kind of fault 'gremlin'"),
        ("photo", {"user_id": APPLICANT, "content": "*"}, "content: base64 is expected"),
    ],
)
async def test_an_impossible_act_is_refused_with_the_reason(
    stand: Stand, name: str, body: dict[str, Any], reason: str
) -> None:
    assert reason in await failed(stand, name, **body)


async def test_a_label_that_is_missing_is_refused(stand: Stand) -> None:
    sent = await stand.api.ok("sendMessage", chat_id=APPLICANT, text="x")
    body = {"user_id": APPLICANT, "message_id": sent["message_id"], "label": "是"}
    assert "has no button '是'" in await failed(stand, "press", **body)


async def test_only_json_is_taken_so_that_no_foreign_page_can_send_a_form(stand: Stand) -> None:
    url = f"{stand.sandbox.url}/sandbox/reset"
    for body in (b"{}", aiohttp.FormData({"a": "b"})):
        async with stand.http.post(url, data=body) as response:
            assert response.status == 415
    assert stand.world.users


@pytest.mark.parametrize("path", ["messages", "messages?chat_id=x", "messages?chat_id=99", "menu?user_id=1"])
async def test_a_view_of_nothing_says_what_is_missing(stand: Stand, path: str) -> None:
    async with stand.http.get(f"{stand.sandbox.url}/sandbox/{path}") as response:
        answer = await response.json()
        assert response.status == 400
        assert "a number is expected" in answer["error"] or "there is no" in answer["error"]


async def test_every_act_says_what_it_does() -> None:
    assert len(ACTS) > 10
    assert all(act.__doc__ for act in ACTS.values())


async def test_events_tell_of_every_change(stand: Stand) -> None:
    async with stand.http.get(f"{stand.sandbox.url}/sandbox/events") as response:
        assert response.content_type == "text/event-stream"
        await stand.world.wait_until(lambda: stand.world.stream.is_heard)
        sent = await stand.api.ok("sendMessage", chat_id=APPLICANT, text="旧")
        number = sent["message_id"]
        await stand.api.ok("editMessageText", chat_id=APPLICANT, message_id=number, text="新")
        await stand.api.ok("deleteMessage", chat_id=APPLICANT, message_id=number)
        await stand.api.ok("setMyCommands", commands=[])
        await stand.act("block", user_id=APPLICANT)
        events = [await next_event(response) for _ in range(5)]
    assert [event["type"] for event in events] == ["message", "message", "deleted", "commands", "people"]
    assert (events[0]["message"]["text"], events[1]["message"]["text"]) == ("旧", "新")


async def next_event(response: aiohttp.ClientResponse) -> Any:
    while True:
        line = await asyncio.wait_for(response.content.readline(), 5)
        if line.startswith(b"data: "):
            return json.loads(line.removeprefix(b"data: "))


async def test_a_listener_that_falls_behind_is_told_to_load_anew(stand: Stand) -> None:
    listener = stand.world.stream.open()
    for _ in range(CAPACITY + 1):
        stand.world.stream.tell(lambda: {"type": "people"})
    assert listener.qsize() == 1
    assert listener.get_nowait() == {"type": "reload"}


async def test_files_are_served_so_that_they_cannot_run(stand: Stand) -> None:
    """A page that was sent as a document is downloaded, never shown; a picture is shown."""
    page = stand.world.files.add_document("报告.html", "text/html", b"<script>alert(1)</script>")
    picture = stand.world.files.add_photo(png(4, 4))
    async with stand.http.get(f"{stand.sandbox.url}/sandbox/files/{page.file_id}") as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E6%8A%A5")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    async with stand.http.get(f"{stand.sandbox.url}/sandbox/files/{picture.file_id}") as response:
        assert (response.content_type, response.status) == ("image/png", 200)
        assert response.headers["Content-Disposition"].startswith("inline")
    async with stand.http.get(f"{stand.sandbox.url}/sandbox/files/none") as response:
        assert response.status == 404


def test_the_readme_names_every_act_kind_of_fault_and_module() -> None:
    """What the documentation lists is what there is."""
    folder = Path(sandbox_package.__file__).parent
    readme = (folder / "README.md").read_text(encoding="utf-8")
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "errors", "ports", "utf16"}
    assert len(modules) > 20
    missing = [name for name in (*ACTS, *KINDS, *sorted(modules)) if f"`{name}`" not in readme]
    assert missing == []
