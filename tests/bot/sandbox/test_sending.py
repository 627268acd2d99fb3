"""Files, pictures, replies and the rest of what a bot sends."""

from io import BytesIO
from typing import Any

import aiohttp
import pytest
from aiogram.types import File, Message

from bot.sandbox import World
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, Api, png, strict

PREFIX = "400 Bad Request: "


def upload(field: str, content: bytes, name: str, **fields: str) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("chat_id", str(APPLICANT))
    form.add_field(field, BytesIO(content), filename=name)
    for key, value in fields.items():
        form.add_field(key, value)
    return form


async def test_a_document_can_be_uploaded_found_and_downloaded(stand: Stand) -> None:
    status, body = await stand.api.form(
        "sendDocument", upload("document", "答案".encode(), "说明.txt", caption="说明")
    )
    assert status == 200, body
    message = strict(Message, body["result"])
    assert message.document is not None
    assert (message.document.file_name, message.document.mime_type) == ("说明.txt", "text/plain")
    assert message.caption == "说明"
    file = strict(File, await stand.api.ok("getFile", file_id=message.document.file_id))
    url = f"{stand.sandbox.file_base}{stand.sandbox.token}/{file.file_path}"
    async with stand.http.get(url) as response:
        assert await response.read() == "答案".encode()


async def test_a_file_can_come_as_a_named_part(stand: Stand) -> None:
    """aiogram sends attach://NAME in the field and the file under NAME."""
    form = aiohttp.FormData()
    form.add_field("chat_id", str(APPLICANT))
    form.add_field("document", "attach://part")
    form.add_field("part", b"x", filename="a.csv")
    status, body = await stand.api.form("sendDocument", form)
    assert status == 200
    assert body["result"]["document"]["file_name"] == "a.csv"


async def test_a_known_file_can_be_sent_again_by_its_id(stand: Stand) -> None:
    _, body = await stand.api.form("sendDocument", upload("document", b"x", "a.txt"))
    file_id = body["result"]["document"]["file_id"]
    again = await stand.api.ok("sendDocument", chat_id=APPLICANT, document=file_id)
    assert again["document"]["file_id"] == file_id


@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        ("sendDocument", {}, "there is no document in the request"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendDocument", {"document": "nonsense"}, "wrong file_id or the file is temporarily unavailable"),
        ("sendDocument", {"document": "https://example.com/a.pdf"}, "failed to get HTTP URL content"),
        ("sendDocument", {"document": "attach://lost"}, "file part lost is missing"),
        ("getFile", {}, "file_id not specified"),
        ("getFile", {"file_id": "nonsense"}, "wrong file_id or the file is temporarily unavailable"),
    ],
)
async def test_a_missing_or_unknown_file_is_refused(
    api: Api, method: str, parameters: dict[str, str], reason: str
) -> None:
    assert await api.refused(method, chat_id=APPLICANT, **parameters) == PREFIX + reason


async def test_a_caption_has_at_most_1024_units_after_entity_parsing(api: Api) -> None:
    fits = upload("document", b"x", "a.txt", caption=f"<b>{'x' * 1024}</b>", parse_mode="HTML")
    assert (await api.form("sendDocument", fits))[0] == 200
    status, body = await api.form("sendDocument", upload("document", b"x", "a.txt", caption="x" * 1025))
    assert (status, body["description"]) == (400, "Bad Request: message caption is too long")


async def test_an_empty_file_is_refused(api: Api) -> None:
    _, body = await api.form("sendDocument", upload("document", b"", "a.txt"))
    assert body["description"] == "Bad Request: file must be non-empty"


async def test_a_picture_is_measured(api: Api) -> None:
    status, body = await api.form("sendPhoto", upload("photo", png(40, 30), "a.png", caption="时间轴"))
    assert status == 200
    message = strict(Message, body["result"])
    assert message.photo is not None
    assert (message.photo[-1].width, message.photo[-1].height) == (40, 30)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(210, 10), "PHOTO_INVALID_DIMENSIONS"),
        (png(1, 1) + b"\0" * (10 * 2**20), "file is too big"),
    ],
    ids=["no picture", "too long and thin", "above 10 MB"],
)
async def test_what_is_no_proper_picture_is_no_photo(api: Api, content: bytes, reason: str) -> None:
    _, body = await api.form("sendPhoto", upload("photo", content, "a.png"))
    assert body["description"] == f"Bad Request: {reason}"


async def test_a_document_cannot_be_sent_as_a_photo_by_its_id(stand: Stand) -> None:
    _, body = await stand.api.form("sendDocument", upload("document", png(4, 4), "a.png"))
    reason = await stand.api.refused(
        "sendPhoto", chat_id=APPLICANT, photo=body["result"]["document"]["file_id"]
    )
    assert reason == PREFIX + "can't use file of type Document as Photo"


async def test_a_file_above_20_megabytes_cannot_be_fetched(stand: Stand) -> None:
    _, body = await stand.api.form("sendDocument", upload("document", b"x" * (20 * 2**20 + 1), "big.bin"))
    file_id = body["result"]["document"]["file_id"]
    assert await stand.api.refused("getFile", file_id=file_id) == PREFIX + "file is too big"


async def test_a_file_above_50_megabytes_is_not_taken(api: Api) -> None:
    status, body = await api.form("sendDocument", upload("document", b"x" * (50 * 2**20 + 1), "big.bin"))
    assert (status, body["description"]) == (413, "Request Entity Too Large")


async def test_a_reply_carries_the_message_that_it_answers(api: Api, world: World) -> None:
    asked = world.send_text(APPLICANT, "能补多少？")
    sent = await api.ok(
        "sendMessage", chat_id=APPLICANT, text="看情况", reply_parameters={"message_id": asked.id}
    )
    message = strict(Message, sent)
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "能补多少？"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ({"message_id": 1}, "message to be replied not found"),
        ({"message_id": "x"}, "can't parse reply parameters: message_id must be of type Number"),
        ([1], "can't parse reply parameters: message_id must be of type Number"),
        ({"message_id": 1, "chat_id": 99}, "the sandbox replies within the chat only"),
    ],
)
async def test_a_faulty_reply_is_refused(api: Api, reply: Any, reason: str) -> None:
    refusal = await api.refused("sendMessage", chat_id=APPLICANT, text="x", reply_parameters=reply)
    assert refusal == PREFIX + reason


async def test_a_reply_to_a_lost_message_can_be_allowed(api: Api) -> None:
    reply = {"message_id": 1, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api.ok(
        "sendMessage", chat_id=APPLICANT, text="x", reply_parameters=reply
    )


async def test_preview_and_notification_options_are_taken(api: Api) -> None:
    sent = await api.ok(
        "sendMessage", chat_id=APPLICANT, text="https://example.com",
        link_preview_options={"is_disabled": True}, disable_notification=True, protect_content=True,
    )  # fmt: skip
    message = strict(Message, sent)
    assert message.has_protected_content is True
    assert message.link_preview_options is not None


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"is_disabled": "sometimes"}, 'wrong field "is_disabled"'),
        ({"off": True}, 'wrong field "off"'),
        ([], "expected an Object"),
    ],
)
async def test_faulty_preview_options_are_refused(api: Api, options: Any, reason: str) -> None:
    refusal = await api.refused("sendMessage", chat_id=APPLICANT, text="x", link_preview_options=options)
    assert refusal == f"{PREFIX}can't parse link preview options: {reason}"


async def test_a_chat_action_is_shown_to_the_person(api: Api, world: World) -> None:
    listener = world.stream.open()
    assert await api.ok("sendChatAction", chat_id=APPLICANT, action="typing") is True
    assert listener.get_nowait() == {"type": "action", "chat_id": APPLICANT, "action": "typing"}
    reason = await api.refused("sendChatAction", chat_id=APPLICANT, action="dancing")
    assert reason == PREFIX + "wrong parameter action in request"
