"""The home folder is found without the other settings, and is the one that they name."""

from pathlib import Path

import pytest

from bot.operator.place import home_folder, operator_path
from bot.settings import SettingsError, load_settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("variable", "env_file"),
    [
        (None, None),
        ("", None),
        ("one", None),
        ("one", "SHENBAO_HOME=two"),
        ("", "SHENBAO_HOME=two"),
        (None, "SHENBAO_HOME=two"),
        (None, 'SHENBAO_HOME="two three" # why'),
        (None, "shenbao_home=two"),
        (None, "SHENBAO_HOME="),
        (None, "SHENBAO_HOME"),
        (None, "SHENBAO_LANG=en"),
        (None, "SHENBAO_HOME=一"),
        ("~", None),
    ],
)
def test_it_is_the_folder_that_the_settings_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None, env_file: str | None
) -> None:
    if variable is not None:
        monkeypatch.setenv("SHENBAO_HOME", variable)
    if env_file is not None:
        (folder / ".env").write_text(env_file + "\n", "utf-8")
    assert home_folder() == load_settings().home


def test_other_settings_that_are_wrong_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_TOKEN", "wrong")
    assert operator_path() == Path("var/operator.toml")


def test_a_settings_file_that_cannot_be_read_leaves_the_default(folder: Path) -> None:
    (folder / ".env").write_bytes(b"SHENBAO_HOME=\xff\xfe")
    assert home_folder() == Path("var")


def test_a_home_of_nobody_is_a_wrong_setting_and_keeps_nothing_from_answering(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SHENBAO_HOME", "~nobody-of-this-name")
    assert home_folder() == Path("~nobody-of-this-name")
    with pytest.raises(SettingsError, match="SHENBAO_HOME"):
        load_settings()
