"""The parameters of one call, whatever form they came in: query string, form, multipart or JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import orjson

from bot.sandbox.errors import bad_request

TRUE_WORDS = ("true", "yes", "1")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """Typed access to the values of one call; every refusal is a 400 that names the field."""

    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string; empty where it is absent."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise bad_request(f'field "{name}" must be of type String')

    def optional_text(self, name: str) -> str | None:
        """A string, or None where it is absent or empty."""
        return self.text(name) or None

    def integer(self, name: str, default: int = 0) -> int:
        """An integer; the default where it is absent."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'field "{name}" must be of type Number') from None

    def boolean(self, name: str) -> bool:
        """A flag; false where it is absent."""
        value = self.values.get(name)
        return value is True or (isinstance(value, str | int) and str(value).lower() in TRUE_WORDS)

    def structure(self, name: str) -> Any:
        """A JSON value, given as such or as a string that holds JSON; None where it is absent."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file under this name, sent directly or as attach://part; None where a string was given."""
        if name in self.uploads:
            return self.uploads[name]
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            part = value.removeprefix("attach://")
            if part not in self.uploads:
                raise bad_request(f"file part {part} is missing")
            return self.uploads[part]
        return None

    def chat_key(self) -> int | str | None:
        """The chat that the call names, as far as it can be read; for receipts and faults."""
        value = self.values.get("chat_id")
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and value:
            return int(value) if value.removeprefix("-").isdecimal() else value
        return None

    def digest(self) -> str:
        """The first 16 hexadecimal digits of a hash over all parameters and files."""
        files = {name: sha256(upload.content).hexdigest() for name, upload in self.uploads.items()}
        canonical = orjson.dumps([dict(self.values), files], option=orjson.OPT_SORT_KEYS, default=str)
        return sha256(canonical).hexdigest()[:16]
