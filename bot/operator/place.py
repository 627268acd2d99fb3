"""Where the operator's file lies: in the home folder, found without loading the other settings.

A command that only asks the rules starts without pydantic, and a wrong token does not keep it from answering.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from dotenv import dotenv_values

FILE_NAME = "operator.toml"
HOME = "SHENBAO_HOME"
DEFAULT_HOME = Path("var")


def operator_path(home: Path | None = None) -> Path:
    """The operator's file in this home folder, else in the one of the environment or `.env`."""
    return (home or home_folder()) / FILE_NAME


def home_folder() -> Path:
    """The folder for everything that is kept, as `bot.settings` has it."""
    stated = (*_named_home(os.environ.items()), *_named_home(_in_env_file()))
    return next((_expanded(Path(text)) for text in stated if text), DEFAULT_HOME)


def is_there(path: Path) -> bool:
    """Whether there is something to read, be it only to say why it cannot be read."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return True


def _expanded(path: Path) -> Path:
    """With ~ resolved; that there is no such person, the settings say."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _in_env_file() -> Iterable[tuple[str, str | None]]:
    """The lines of `.env`. What is wrong with the file itself, `shenbao doctor` says."""
    try:
        return dotenv_values(".env", encoding="utf-8").items()
    except (OSError, ValueError):
        return ()


def _named_home(variables: Iterable[tuple[str, str | None]]) -> list[str | None]:
    return [value for name, value in variables if name.upper() == HOME]
