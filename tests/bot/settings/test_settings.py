"""Settings come from the environment or a file; a wrong one is told in one line that names it."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.settings import Listen, Settings, SettingsError, load_settings, unknown_variables

TOKEN = "1234567890:AAEhBOweik9ai2o01rW9-abc_def0123456"


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lines(monkeypatch: pytest.MonkeyPatch, **variables: str) -> tuple[str, ...]:
    for name, value in variables.items():
        monkeypatch.setenv(f"SHENBAO_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    return caught.value.lines


def test_without_any_setting_the_defaults_of_the_contract_hold() -> None:
    settings = load_settings()
    assert settings.token is None
    assert settings.api_base == "https://api.telegram.org/bot"
    assert settings.home == Path("var")
    assert settings.database == "sqlite:///var/shenbao.db"
    assert settings.staff == frozenset()
    assert settings.lang == "zh_CN"
    assert settings.timezone == ZoneInfo("Asia/Shanghai")
    assert settings.webhook_url is None


def test_every_setting_can_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "TOKEN": f" {TOKEN} ",
        "API_BASE": "http://127.0.0.1:8081/bot",
        "DATABASE_URL": "postgresql://shenbao:hush@db/shenbao",
        "HOME": "~/kept",
        "STAFF": "100, 200 300",
        "WEBHOOK_URL": "https://bot.example.org/hook",
        "WEBHOOK_LISTEN": "[::1]:8080",
        "WEBHOOK_SECRET": "s3cret-_",
        "LANG": "ru",
        "TIMEZONE": "Asia/Urumqi",
    }
    for name, value in given.items():
        monkeypatch.setenv(f"SHENBAO_{name}", value)
    settings = load_settings()
    assert set(given) == {name.upper() for name in Settings.model_fields}
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.home == Path.home() / "kept"
    assert settings.database == "postgresql://shenbao:hush@db/shenbao"
    assert settings.staff == {100, 200, 300}
    assert settings.webhook_listen == Listen("::1", 8080)
    assert settings.timezone == ZoneInfo("Asia/Urumqi")
    assert set(settings.secrets) == {TOKEN, "hush", "s3cret-_"}


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("SHENBAO_LANG=en\nSHENBAO_HOME=kept\nOTHER=1\n")
    monkeypatch.setenv("SHENBAO_LANG", "ru")
    settings = load_settings()
    assert (settings.lang, settings.home) == ("ru", Path("kept"))


def test_an_empty_variable_counts_as_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_TOKEN", "")
    monkeypatch.setenv("SHENBAO_STAFF", "")
    assert load_settings().token is None


@pytest.mark.parametrize("text", ["[1, 2]", "1,2", " 1 2 ", "1, 2,", "[1 2]"])
def test_staff_are_written_as_a_list_or_as_json(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_STAFF", text)
    assert load_settings().staff == {1, 2}


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("API_BASE", "https://api.telegram.org", "/bot"),
        ("API_BASE", "ftp://host/bot", "http"),
        ("API_BASE", "https:///bot", "http"),
        ("API_BASE", "http://host:99999/bot", "http"),
        ("STAFF", "1, wang", "user ids"),
        ("STAFF", "-5", "positive"),
        ("STAFF", "0", "positive"),
        ("STAFF", "９９", "user ids"),
        ("STAFF", "9" * 400, "user ids"),
        ("WEBHOOK_URL", "http://bot.example.org", "https"),
        ("WEBHOOK_LISTEN", "8080", "HOST:PORT"),
        ("WEBHOOK_LISTEN", "localhost:65536", "65535"),
        ("WEBHOOK_LISTEN", ":80", "HOST:PORT"),
        ("LANG", "de", "zh_Hant"),
        ("TIMEZONE", "Mars/Olympus", "Asia/Shanghai"),
        ("TIMEZONE", "../../etc/passwd", "Asia/Shanghai"),
    ],
)
def test_a_wrong_value_is_told_with_what_was_given_and_what_is_expected(
    name: str, value: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = lines(monkeypatch, **{name: value})
    assert line.startswith(f"SHENBAO_{name}: ")
    assert value[:40] in line
    assert expected in line
    assert len(line) < 250
    assert "\n" not in line


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN", "1234567890:with space"),
        ("TOKEN", TOKEN[11:]),
        ("DATABASE_URL", "mysql://user:hush@host/db"),
        ("DATABASE_URL", "postgresql://user:hush@host"),
        ("DATABASE_URL", "postgresql://user:hush@[::/db"),
        ("DATABASE_URL", "hush"),
        ("WEBHOOK_SECRET", "hush hush"),
        ("WEBHOOK_SECRET", "x" * 257),
    ],
)
def test_a_wrong_secret_is_told_without_showing_it(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (line,) = lines(monkeypatch, **{name: value})
    assert line.startswith(f"SHENBAO_{name}: ")
    assert "not shown" in line
    assert value not in line
    assert "hush" not in line


def test_all_wrong_settings_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = lines(monkeypatch, LANG="de", TIMEZONE="x", STAFF="y")
    assert [line.partition(":")[0] for line in told] == ["SHENBAO_STAFF", "SHENBAO_LANG", "SHENBAO_TIMEZONE"]


def test_a_file_that_is_no_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_bytes(b"SHENBAO_LANG=\xff\xfe")
    (line,) = lines(monkeypatch)
    assert line.startswith(".env: ")


def test_a_printed_setting_shows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_TOKEN", TOKEN)
    monkeypatch.setenv("SHENBAO_DATABASE_URL", "postgresql://shenbao:hush@db/shenbao")
    shown = repr(load_settings())
    assert TOKEN not in shown
    assert "hush" not in shown


def test_a_webhook_secret_is_made_up_when_none_is_given() -> None:
    first, second = (load_settings().webhook_secret.get_secret_value() for _ in range(2))
    assert len(first) >= 32
    assert first != second


def test_a_misspelt_variable_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_TOKNE", "1")
    monkeypatch.setenv("SHENBAO_LANG", "en")
    assert unknown_variables() == {"SHENBAO_TOKNE": "SHENBAO_TOKEN"}
