"""Every setting, from the environment or a `.env` file, checked before anything starts."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from secrets import token_urlsafe
from typing import Annotated, Literal, TypeVar, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "SHENBAO_"
Language = Literal["zh_CN", "zh_Hant", "en", "ru"]
T = TypeVar("T")

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_DATABASES = ("sqlite", "sqlite+aiosqlite", "postgresql", "postgresql+asyncpg")
_LARGEST_USER_ID = 2**53
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One wrong setting: its variable, what was given ("" for a secret) and what is expected."""

    variable: str
    given: str
    expected: str

    def __str__(self) -> str:
        given = f"{self.given} was given" if self.given else "what was given (not shown) does not fit"
        return f"{self.variable}: {given}; expected {self.expected}"


class SettingsError(Exception):
    """Settings are wrong; `lines` says for each which, what was given and what is expected."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        self.lines = tuple(str(problem) for problem in self.problems)
        super().__init__("\n".join(self.lines))


@dataclass(frozen=True, slots=True)
class Listen:
    """Where a server listens: host and port (0 for any free one)."""

    host: str
    port: int


class Settings(BaseSettings):
    """The settings of `shenbao run`. A field's description says what is expected of it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    token: SecretStr | None = Field(
        None, description="a bot token as @BotFather gives it: digits, a colon, then letters, digits, _ and -"
    )
    api_base: str = Field(
        "https://api.telegram.org/bot",
        description="the http(s) address before the token, ending in /bot or holding {token}",
    )
    database_url: SecretStr | None = Field(
        None, description="sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE"
    )
    home: Path = Field(Path("var"), description="the folder for everything that is kept")
    staff: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(),
        description="Telegram user ids (positive whole numbers) with commas or spaces between them",
    )
    webhook_url: str | None = Field(
        None, description="the public https address that Telegram sends updates to"
    )
    webhook_listen: Annotated[Listen, NoDecode] = Field(
        Listen("127.0.0.1", 8443), description="HOST:PORT with a port from 0 to 65535"
    )
    webhook_secret: SecretStr = Field(
        default_factory=lambda: SecretStr(token_urlsafe(32)),
        description="1 to 256 characters of A-Z, a-z, 0-9, _ and -; a new one for each start when left out",
    )
    lang: Language = Field("zh_CN", description="zh_CN, zh_Hant, en or ru")
    timezone: Annotated[ZoneInfo, NoDecode] = Field(
        ZoneInfo("Asia/Shanghai"), description="a time zone of the IANA database such as Asia/Shanghai"
    )

    @property
    def database(self) -> str:
        """The address of the store: the one that was set, else a file in the home folder."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.home / 'shenbao.db'}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never stand in a log: the token, the webhook's secret, the database's password."""
        named = (self.token, self.webhook_secret)
        password = urlsplit(self.database).password
        return (*(secret.get_secret_value() for secret in named if secret), *([password] if password else []))

    @field_validator("token")
    @classmethod
    def _is_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        stripped = value.get_secret_value().strip()
        return SecretStr(_fitting(stripped, _TOKEN.fullmatch(stripped)))

    @field_validator("api_base")
    @classmethod
    def _is_api_base(cls, value: str) -> str:
        fits = _is_address(value, "http", "https") and (value.endswith("/bot") or "{token}" in value)
        return _fitting(value, fits)

    @field_validator("database_url")
    @classmethod
    def _is_database(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            address = urlsplit(value.get_secret_value())
            _fitting(value, address.scheme in _DATABASES and address.path.strip("/"))
        return value

    @field_validator("home")
    @classmethod
    def _is_folder(cls, value: Path) -> Path:
        try:
            return value.expanduser()
        except RuntimeError as error:
            raise ValueError("nobody of this name") from error

    @field_validator("staff", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        words = value.strip().removeprefix("[").removesuffix("]").replace(",", " ").split()
        return frozenset(_user_id(word) for word in words)

    @field_validator("webhook_url")
    @classmethod
    def _is_public(cls, value: str | None) -> str | None:
        return value if value is None else _fitting(value, _is_address(value, "https"))

    @field_validator("webhook_listen", mode="before")
    @classmethod
    def _is_listen(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        host, _, port = value.strip().rpartition(":")
        _fitting(value, host and port.isascii() and port.isdigit() and int(port) < 65536)
        return Listen(host.strip("[]"), int(port))

    @field_validator("webhook_secret")
    @classmethod
    def _is_webhook_secret(cls, value: SecretStr) -> SecretStr:
        return _fitting(value, _WEBHOOK_SECRET.fullmatch(value.get_secret_value()))

    @field_validator("timezone", mode="before")
    @classmethod
    def _is_zone(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return ZoneInfo(value.strip())
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("unknown zone") from error


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process; the environment goes before the file.

    Raises `SettingsError` with one line for each wrong one.
    """
    try:
        return Settings(_env_file=env_file, _env_file_encoding="utf-8")
    except ValidationError as error:
        wrong = {str(fault["loc"][0]): fault["input"] for fault in error.errors()}
        raise SettingsError(_problem(field, given) for field, given in wrong.items()) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError([Problem(str(env_file), "a file", "UTF-8 text that can be read")]) from None


def unknown_variables() -> dict[str, str]:
    """Variables of the environment named like settings that are none, each with the likely one or ""."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    strange = [name for name in os.environ if name.startswith(PREFIX) and name not in known]
    return {name: next(iter(get_close_matches(name, known, n=1)), "") for name in sorted(strange)}


def _problem(field: str, given: object) -> Problem:
    shown = "" if field in _secret_fields() else repr(given)
    shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
    return Problem(PREFIX + field.upper(), shown, Settings.model_fields[field].description or "")


def _secret_fields() -> set[str]:
    fields = Settings.model_fields.items()
    return {name for name, field in fields if SecretStr in (field.annotation, *get_args(field.annotation))}


def _fitting(value: T, fits: object) -> T:
    """The value where it fits; pydantic turns the `ValueError` into a line about the field."""
    if not fits:
        raise ValueError("does not fit")
    return value


def _is_address(text: str, *schemes: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _user_id(word: str) -> int:
    fits = word.isascii() and word.isdigit() and len(word) <= 16 and 0 < int(word) < _LARGEST_USER_ID
    return int(_fitting(word, fits))
