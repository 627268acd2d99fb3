"""Telegram's limits on sending, strict on demand, in windows that slide on the injected clock."""

import pytest

from bot.sandbox import World
from bot.sandbox.limits import Window
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, GROUP, Api


@pytest.fixture(autouse=True)
def strict_limits(world: World) -> None:
    world.limits.configure(enabled=True, count_edits=False, overall=30, per_group=20)
    for number in range(40):
        world.create_user(1000 + number, f"企业{number}", started=True)


async def send(api: Api, chat_id: int) -> tuple[int, int | None]:
    status, body = await api.call("sendMessage", chat_id=chat_id, text="通知")
    return status, body.get("parameters", {}).get("retry_after")


async def test_a_person_gets_one_message_a_second(stand: Stand) -> None:
    assert await send(stand.api, APPLICANT) == (200, None)
    stand.clock.advance(0.999)
    assert await send(stand.api, APPLICANT) == (429, 1)
    stand.clock.advance(0.001)
    assert await send(stand.api, APPLICANT) == (200, None)


async def test_30_messages_pass_in_any_second_in_all(stand: Stand) -> None:
    for number in range(30):
        stand.clock.advance(0.03)
        assert await send(stand.api, 1000 + number) == (200, None)
    assert await send(stand.api, 1030) == (429, 1)
    stand.clock.advance(0.131)
    assert await send(stand.api, 1030) == (200, None)
    assert await send(stand.api, 1031) == (429, 1)


async def test_a_group_gets_20_messages_a_minute(stand: Stand) -> None:
    stand.world.create_group("群", [APPLICANT], chat_id=GROUP)
    for _ in range(20):
        assert await send(stand.api, GROUP) == (200, None)
    assert await send(stand.api, GROUP) == (429, 60)
    stand.clock.advance(45)
    assert await send(stand.api, GROUP) == (429, 15)
    stand.clock.advance(15)
    assert await send(stand.api, GROUP) == (200, None)


async def test_the_refusal_has_telegrams_form(stand: Stand) -> None:
    await send(stand.api, APPLICANT)
    url = f"{stand.sandbox.api_base}{stand.sandbox.token}/sendMessage"
    async with stand.http.post(url, json={"chat_id": APPLICANT, "text": "x"}) as response:
        assert response.headers["Retry-After"] == "1"
        assert await response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }


async def test_a_refused_call_has_no_effect_and_does_not_count(stand: Stand) -> None:
    await send(stand.api, APPLICANT)
    stand.clock.advance(0.9)
    await send(stand.api, APPLICANT)
    stand.clock.advance(0.1)
    assert await send(stand.api, APPLICANT) == (200, None)
    assert len(stand.world.bot_messages(APPLICANT)) == 2


async def test_edits_and_answers_are_free_unless_edits_are_counted(api: Api, world: World) -> None:
    number = (await api.ok("sendMessage", chat_id=APPLICANT, text="旧"))["message_id"]
    edit = {"chat_id": APPLICANT, "message_id": number}
    assert await api.ok("editMessageText", **edit, text="新")
    world.limits.configure(enabled=True, count_edits=True, overall=30, per_group=20)
    assert await api.ok("editMessageText", **edit, text="更新")
    assert await api.refused("editMessageText", **edit, text="又新") == "429 Too Many Requests: retry after 1"


async def test_switched_off_nothing_is_limited(api: Api, world: World) -> None:
    world.limits.configure(enabled=False, count_edits=False, overall=30, per_group=20)
    for _ in range(40):
        assert await send(api, APPLICANT) == (200, None)


def test_a_window_tells_the_wait_until_one_more_fits() -> None:
    window = Window(2, 1.0)
    for moment in (10.0, 10.5):
        assert window.wait(moment) == 0
        window.times.append(moment)
    assert window.wait(10.75) == 0.25
    assert window.wait(11.0) == 0
