"""`shenbao doctor`: each fault has a line that says what to do, and the exit status tells."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner, Result

from bot.cli import app


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path / "var"))
    monkeypatch.delenv("SHENBAO_TOKEN", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "var"


def examined(language: str = "en") -> Result:
    return CliRunner().invoke(app, ["doctor", "--lang", language])


def test_a_new_installation_is_in_order() -> None:
    result = examined()
    assert result.exit_code == 0, result.output
    assert "✗" not in result.stdout


def test_a_wrong_setting_is_named_with_what_is_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_TIMEZONE", "Mars/Olympus")
    result = examined()
    assert result.exit_code == 1
    assert "SHENBAO_TIMEZONE" in result.stdout
    assert "Asia/Shanghai" in result.stdout


def test_a_misspelt_variable_is_mentioned_with_the_likely_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_TOKN", "x")
    result = examined()
    assert result.exit_code == 0
    assert "SHENBAO_TOKEN" in result.stdout


def test_a_database_from_a_newer_version_is_a_fault_that_says_what_to_do(home: Path) -> None:
    assert examined().exit_code == 0
    with sqlite3.connect(home / "shenbao.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    result = examined()
    assert result.exit_code == 1
    assert "newer version" in result.stdout


def test_a_file_that_is_no_database_is_a_fault(home: Path) -> None:
    home.mkdir()
    (home / "shenbao.db").write_bytes(b"not a database, and long enough to be looked at" * 100)
    result = examined()
    assert result.exit_code == 1
    assert "shenbao.db" in result.stdout


@pytest.mark.parametrize(
    ("day", "warned"), [("2026-11-01", False), ("2026-11-02", True), ("2027-03-01", True)]
)
def test_fewer_than_sixty_days_of_official_calendar_are_a_warning(day: str, warned: bool) -> None:
    """2026 ends 60 days after 1 November; nothing is published for 2027."""
    with time_machine.travel(datetime.fromisoformat(f"{day}T08:00:00+00:00").astimezone(UTC), tick=False):
        result = examined()
    assert result.exit_code == 0
    assert ("fewer than 60" in result.stdout) is warned


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    token = "123456:" + "A" * 35
    monkeypatch.setenv("SHENBAO_TOKEN", token)
    assert token not in examined().output
    monkeypatch.setenv("SHENBAO_TOKEN", "not a token at all")
    result = examined()
    assert result.exit_code == 1
    assert "not a token" not in result.output
