"""The text of a message: its length after parsing, white space, what Telegram finds in it by itself."""

import pytest
from aiogram.types import Message

from tests.bot.sandbox.support import APPLICANT, Api, strict


async def test_a_text_has_1_to_4096_utf16_units_after_entity_parsing(api: Api) -> None:
    """Tags do not count, and a character outside the basic plane counts twice."""
    assert await api.ok("sendMessage", chat_id=APPLICANT, text="中" * 4096)
    assert await api.ok("sendMessage", chat_id=APPLICANT, text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    assert await api.ok("sendMessage", chat_id=APPLICANT, text="🏟" * 2048)
    too_long = "400 Bad Request: message is too long"
    assert await api.refused("sendMessage", chat_id=APPLICANT, text="x" * 4097) == too_long
    assert await api.refused("sendMessage", chat_id=APPLICANT, text="🏟" * 2048 + "x") == too_long


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n "}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": ["a"]}, 'field "text" must be of type String'),
        ({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"text": "*x*", "parse_mode": "MarkdownV2"}, "unsupported parse_mode: the sandbox reads HTML only"),
        ({"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
         "entity begins or ends outside of the text"),
        ({"text": "x", "entities": [{"type": "loud", "offset": 0, "length": 1}]},
         "can't parse MessageEntity: Unsupported type specified"),
        ({"text": "x", "entities": [{"type": "bold"}]},
         "can't parse MessageEntity: offset and length must be of type Number"),
        ({"text": "x", "entities": [1]}, "can't parse MessageEntity: MessageEntity must be an Object"),
        ({"text": "x", "entities": "no"}, "can't parse entities JSON object"),
        ({"text": "x", "entities": 7}, "can't parse entities: expected an Array of MessageEntity"),
    ],
)  # fmt: skip
async def test_a_faulty_text_is_refused(api: Api, parameters: dict[str, object], reason: str) -> None:
    assert await api.refused("sendMessage", chat_id=APPLICANT, **parameters) == f"400 Bad Request: {reason}"


async def test_white_space_around_a_text_is_dropped_and_entities_move_along(api: Api) -> None:
    sent = await api.ok("sendMessage", chat_id=APPLICANT, text=" \n <b>a\r\nb</b> \n", parse_mode="HTML")
    assert sent["text"] == "a\nb"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


async def test_explicit_entities_are_kept(api: Api) -> None:
    entities = [{"type": "bold", "offset": 0, "length": 2}]
    assert (await api.ok("sendMessage", chat_id=APPLICANT, text="你好", entities=entities))[
        "entities"
    ] == entities


async def test_commands_links_mentions_and_hashtags_are_found(api: Api) -> None:
    text = "看 /check@shenbao_bot 或 https://example.com/a?b=1，写信 a.b@example.com，问 @wang_zhuren #申报"
    message = strict(Message, await api.ok("sendMessage", chat_id=APPLICANT, text=text))
    assert message.entities is not None
    found = {entity.type: entity.extract_from(text) for entity in message.entities}
    assert found == {
        "bot_command": "/check@shenbao_bot",
        "url": "https://example.com/a?b=1",
        "email": "a.b@example.com",
        "mention": "@wang_zhuren",
        "hashtag": "#申报",
    }


async def test_nothing_is_found_inside_code_and_links(api: Api) -> None:
    text = "<code>/check</code> <a href='https://example.com'>@someone</a> 1/2"
    sent = await api.ok("sendMessage", chat_id=APPLICANT, text=text, parse_mode="HTML")
    assert [entity["type"] for entity in sent["entities"]] == ["code", "text_link"]


async def test_code_holds_no_other_entity(api: Api) -> None:
    text = "<code>a<b>b</b></code><pre>c<i>d</i></pre>"
    sent = await api.ok("sendMessage", chat_id=APPLICANT, text=text, parse_mode="HTML")
    assert [entity["type"] for entity in sent["entities"]] == ["code", "pre"]


async def test_a_mention_by_id_carries_the_user(api: Api) -> None:
    text = f"<a href='tg://user?id={APPLICANT}'>李</a>"
    message = strict(Message, await api.ok("sendMessage", chat_id=APPLICANT, text=text, parse_mode="HTML"))
    assert message.entities is not None
    assert message.entities[0].user is not None
    assert message.entities[0].user.first_name == "李经理"


async def test_entities_are_sorted_by_place_and_the_longer_first(api: Api) -> None:
    text = "<i>a<b>b</b></i> <blockquote><b>c</b></blockquote>"
    sent = await api.ok("sendMessage", chat_id=APPLICANT, text=text, parse_mode="HTML")
    assert [entity["type"] for entity in sent["entities"]] == ["italic", "bold", "blockquote", "bold"]
