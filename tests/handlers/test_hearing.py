"""What Telegram brings, as events: who is meant, what was said, what is left alone."""

from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update, User

from handlers.events import Attachment, Command, Edited, Joined, Tap, Text
from handlers.hearing import hear

BOT = User(4242, "申报通", is_bot=True, username="shenbao_bot")
PERSON = {"id": 7001, "is_bot": False, "first_name": "李", "language_code": "ru"}
PRIVATE = {"id": 7001, "type": "private", "first_name": "李"}
GROUP = {"id": -9, "type": "supergroup", "title": "组"}
DATE = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())


def update(kind: str = "message", **fields: Any) -> Update:
    """An update with a message as Telegram sends it."""
    message = {"message_id": 5, "date": DATE, "from": PERSON, "chat": PRIVATE, **fields}
    made = Update.de_json({"update_id": 1, kind: message}, None)
    assert made is not None
    return made


def by_another_bot() -> Update:
    """A message of another bot."""
    fields: dict[str, Any] = {"from": {**PERSON, "is_bot": True}, "text": "你好"}
    return update(**fields)


def in_group(text: str, **fields: Any) -> Update:
    """A message in a group; every @name in it is marked, as Telegram does."""
    marks = [
        {"type": "mention", "offset": text.index(word), "length": len(word)}
        for word in text.split()
        if word.startswith("@")
    ]
    return update(chat=GROUP, text=text, entities=marks, **fields)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("80万", Text("80万")),
        ("/check", Command("check")),
        ("/CHECK@Shenbao_Bot  all ", Command("check", "all")),
        ("／help", Command("help")),
        ("/start\nx", Command("start", "x")),
        ("/check@other_bot", Text("/check@other_bot")),
        ("/", Text("/")),
        ("/привет", Text("/привет")),
    ],
)
def test_words_and_commands_in_private(text: str, event: object) -> None:
    """The slash may be full-width; the bot's name is not part of a command."""
    heard = hear(update(text=text), BOT)
    assert heard is not None
    assert heard[1] == event
    assert heard[0].language_code == "ru"
    assert not heard[0].group


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("今天开会吗", None),
        ("@somebody 你好", None),
        ("mail@shenbao_bot.example", None),
        ("/weather", None),
        ("/check@other_bot", None),
        ("/check", Command("check")),
        ("/check@shenbao_bot", Command("check")),
        ("@shenbao_bot 80万", Text("80万")),
        ("@shenbao_bot /check", Command("check")),
    ],
)
def test_in_a_group_only_what_is_meant_for_the_bot_is_heard(text: str, event: object) -> None:
    """A mention, or a command of ours."""
    heard = hear(in_group(text), BOT)
    assert (heard and heard[1]) == event
    assert heard is None or heard[0].group


def test_an_answer_to_the_bots_message_is_meant_for_it() -> None:
    """No name is needed then; an answer to somebody else is talk."""
    own = {"message_id": 3, "date": DATE, "chat": GROUP, "from": BOT.to_dict(), "text": "多少？"}
    other = {**own, "from": PERSON}
    heard = hear(in_group("80万", reply_to_message=own), BOT)
    assert heard is not None
    assert heard[1] == Text("80万")
    assert hear(in_group("80万", reply_to_message=other), BOT) is None


def test_files_with_and_without_words() -> None:
    """Words under a file are words; a file alone is named by its kind."""
    document = {"file_id": "x", "file_unique_id": "y"}
    named = hear(update(document=document, caption="80万"), BOT)
    alone = hear(update(document=document), BOT)
    sticker = {
        **document,
        "type": "regular",
        "width": 1,
        "height": 1,
        "is_animated": False,
        "is_video": False,
    }
    stuck = hear(update(sticker=sticker), BOT)
    assert named is not None
    assert alone is not None
    assert stuck is not None
    assert (named[1], alone[1], stuck[1]) == (Text("80万"), Attachment("document"), Attachment("sticker"))


def test_edits_joins_and_presses() -> None:
    """Each is an event of its own."""
    edited = hear(update("edited_message", text="90万", edit_date=DATE), BOT)
    joined = hear(update(chat=GROUP, new_chat_members=[BOT.to_dict()]), BOT)
    query = {"id": "q", "from": PERSON, "chat_instance": "1", "data": "1.x"}
    query["message"] = {"message_id": 5, "date": 0, "chat": PRIVATE}
    tapped = hear(Update.de_json({"update_id": 1, "callback_query": query}, None), BOT)
    assert edited is not None
    assert joined is not None
    assert tapped is not None
    assert (edited[1], joined[1], tapped[1]) == (Edited("90万"), Joined(), Tap("1.x", "q"))
    assert tapped[0].message_id == 5, "also where the message is too old to be shown to the bot"


@pytest.mark.parametrize(
    "nothing",
    [
        by_another_bot(),
        update(chat=GROUP, new_chat_members=[PERSON]),
        update(chat=GROUP, left_chat_member=PERSON),
        update(chat=GROUP, migrate_to_chat_id=-100),
        update("channel_post", chat={"id": -1, "type": "channel", "title": "频道"}, text="通知"),
        Update(7),
    ],
)
def test_other_bots_service_messages_and_channels_are_left_alone(nothing: Update) -> None:
    """There is nothing to say to them."""
    assert hear(nothing, BOT) is None
