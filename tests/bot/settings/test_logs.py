"""Logs hold no secret and no text of a person, wherever a record comes from."""

import io
import json
import logging
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from telegram import Chat, Message, Update

from bot import redaction
from bot.logs import LONGEST, set_up_logs, shortened
from bot.redaction import MASK, redacted

TOKEN = "1234567890:AAEhBOweik9ai2o01rW9-abc_def0123456"
URL = f"https://api.telegram.org/bot{TOKEN}/sendMessage"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(redaction, "_secrets", set())
    yield
    logging.captureWarnings(False)
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(params=[io.StringIO, Terminal], ids=["json", "terminal"])
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    opened: io.StringIO = request.param()
    set_up_logs(["hush-hush"], stream=opened)
    return opened


def records(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize(
    "name", ["httpx", "httpcore", "aiohttp.client", "uvicorn.error", "telegram.ext", "ours"]
)
def test_no_library_writes_the_token(name: str, stream: io.StringIO) -> None:
    logging.getLogger(name).error("HTTP Request: POST %s", URL)
    assert "sendMessage" in stream.getvalue()
    assert TOKEN not in stream.getvalue()
    assert MASK in stream.getvalue()


def test_an_exception_its_causes_and_notes_hold_no_secret(stream: io.StringIO) -> None:
    try:
        try:
            raise OSError(f"cannot reach {URL}")
        except OSError as error:
            error.add_note("password hush-hush")
            raise RuntimeError(f"failed: {URL}") from error
    except RuntimeError:
        logging.getLogger("ours").exception("it went wrong")
    written = stream.getvalue()
    assert "RuntimeError" in written
    assert "OSError" in written
    assert TOKEN not in written
    assert "hush-hush" not in written


def test_values_of_variables_are_not_shown(stream: io.StringIO) -> None:
    said = "我们去年花了" + "一百万"
    try:
        raise ValueError(len(said))
    except ValueError:
        structlog.get_logger("ours").exception("failed", chat=7)
    assert "ValueError" in stream.getvalue()
    assert said not in stream.getvalue()


def test_structured_records_and_plain_ones_look_alike() -> None:
    stream = io.StringIO()
    set_up_logs(stream=stream)
    structlog.get_logger("ours").info("sent", chat=7, url=URL)
    logging.getLogger("theirs").warning("算力 %d", 5)
    ours, theirs = records(stream)
    assert (ours["event"], ours["chat"], ours["level"], ours["logger"]) == ("sent", 7, "info", "ours")
    assert (theirs["event"], theirs["level"], theirs["logger"]) == ("算力 5", "warning", "theirs")
    assert datetime.fromisoformat(theirs["timestamp"]).tzinfo == UTC
    assert TOKEN not in ours["url"]


def test_an_update_is_named_and_not_shown(stream: io.StringIO) -> None:
    words = "我的统一社会信用代码是"
    message = Message(1, datetime(2026, 11, 22, tzinfo=UTC), Chat(7, "private"), text=words)
    logging.getLogger("telegram.ext").error("no handler for %s", Update(99, message=message))
    logging.getLogger("telegram.ext").error(
        "no handler for %(update)s", {"update": Update(98, message=message)}
    )
    assert "Update 99" in stream.getvalue()
    assert "Update 98" in stream.getvalue()
    assert words not in stream.getvalue()


def test_the_chatter_of_libraries_is_left_out(stream: io.StringIO) -> None:
    for name in ("httpx", "aiosqlite", "sqlalchemy.engine", "aiohttp.access", "uvicorn.access", "alembic"):
        logging.getLogger(name).info("every single request")
    assert stream.getvalue() == ""


def test_warnings_become_records(stream: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(f"deprecated: {URL}", UserWarning, stacklevel=1)
    assert "deprecated" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_a_huge_record_is_cut(stream: io.StringIO) -> None:
    logging.getLogger("ours").info("x" * 10 * LONGEST)
    assert LONGEST < len(stream.getvalue()) < LONGEST + 300


def test_setting_up_twice_writes_once() -> None:
    stream = io.StringIO()
    set_up_logs(stream=stream)
    set_up_logs(stream=stream)
    logging.getLogger("ours").info("once")
    assert len(records(stream)) == 1


def test_a_persons_text_is_shortened_and_cannot_forge_a_line() -> None:
    assert shortened("八十万") == "'八十万'"
    assert shortened("万" * 10_000) == f"'{'万' * 40}'… (10000 characters)"
    assert "\n" not in shortened("a\nERROR forged \u202e")
    assert "\u202e" not in shortened("a\nERROR forged \u202e")


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_token_is_found_wherever_it_stands(before: str, after: str) -> None:
    assert TOKEN not in redacted(f"{before}{TOKEN}{after}")
    assert TOKEN.split(":")[1] not in redacted(f"{before} {TOKEN} {after}")


def test_an_escaped_token_is_found_too() -> None:
    assert redacted(f"POST /bot{TOKEN.replace(':', '%3A')}/x") == f"POST /bot{MASK}/x"


def test_a_named_secret_is_taken_out_and_an_empty_one_is_no_secret() -> None:
    redaction.keep_secret("pass", "password", "", 'a"/b')
    assert redacted("the password is pass") == f"the {MASK} is {MASK}"
    assert redacted('a%22%2Fb, {"key": "a\\"/b"}') == f'{MASK}, {{"key": "{MASK}"}}'
    assert redacted("a text like any other") == "a text like any other"
