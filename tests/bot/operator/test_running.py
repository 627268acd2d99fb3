"""`shenbao run` starts with what the operator recorded."""

from datetime import date
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.commands import run as command
from handlers.records import NO_RECORDS, Records
from tests.bot.operator.conftest import Write
from tests.bot.operator.test_effects import UNTIL_2027


@pytest.fixture
def started_with(monkeypatch: pytest.MonkeyPatch) -> list[Records]:
    """The records of every bot that is started; none really is."""
    seen: list[Records] = []

    async def run(settings: object, *, records: Records, **_: Any) -> None:
        seen.append(records)

    monkeypatch.setattr(command, "run", run)
    return seen


@pytest.mark.usefixtures("home")
def test_the_bot_starts_without_a_file(started_with: list[Records]) -> None:
    assert CliRunner().invoke(app, ["run"]).exit_code == 0
    assert started_with == [NO_RECORDS]


def test_the_bot_starts_with_what_is_recorded(write: Write, started_with: list[Records]) -> None:
    write(UNTIL_2027)
    assert CliRunner().invoke(app, ["run"]).exit_code == 0
    (records,) = started_with
    assert records.recorded.valid_until == {"longjiang60": date(2027, 6, 30)}


def test_a_home_folder_from_the_settings_file_counts(
    write: Write, monkeypatch: pytest.MonkeyPatch, started_with: list[Records]
) -> None:
    path = write(UNTIL_2027)
    monkeypatch.delenv("SHENBAO_HOME")
    monkeypatch.chdir(path.parent)
    (path.parent / ".env").write_text(f"SHENBAO_HOME={path.parent}\n", "utf-8")
    assert CliRunner().invoke(app, ["run"]).exit_code == 0
    assert started_with[0].recorded.valid_until
