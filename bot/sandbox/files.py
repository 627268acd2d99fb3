"""Files that people and the bot have sent, kept in memory under Telegram's two identifiers."""

import mimetypes
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import Any

from bot.sandbox import images
from bot.sandbox.errors import ApiError, bad_request

MAX_UPLOAD = 50 * 2**20
MAX_PHOTO = 10 * 2**20
MAX_DOWNLOAD = 20 * 2**20


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file; path is what getFile gives and the download address ends in."""

    file_id: str
    unique_id: str
    name: str
    mime_type: str
    path: str
    content: bytes
    size: tuple[int, int] | None = None

    def as_document(self) -> dict[str, Any]:
        """The Document object of the Bot API."""
        return self._identity() | {"file_name": self.name, "mime_type": self.mime_type}

    def as_photo(self) -> list[dict[str, Any]]:
        """The PhotoSize objects of the Bot API: the sandbox keeps one size."""
        width, height = self.size or (0, 0)
        return [self._identity() | {"width": width, "height": height}]

    def as_file(self) -> dict[str, Any]:
        """The File object of the Bot API."""
        return self._identity() | {"file_path": self.path}

    def _identity(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


@dataclass(slots=True)
class Files:
    """All files by identifier and by path."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=count)

    def add_document(self, name: str, mime_type: str, content: bytes) -> StoredFile:
        """Keep a file that was sent as a document; 413 above 50 MB, 400 when empty."""
        guessed = mimetypes.guess_type(name)[0]
        declared = "" if mime_type in ("", "application/octet-stream") else mime_type
        return self._keep(
            "documents", name or "file", declared or guessed or "application/octet-stream", content
        )

    def add_photo(self, content: bytes) -> StoredFile:
        """Keep a picture; 400 where Telegram would not take it as a photo."""
        if len(content) > MAX_PHOTO:
            raise bad_request("file is too big")
        size = images.size_of(content)
        if content and size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        if size and (sum(size) > 10_000 or min(size) < 1 or max(size) > 20 * min(size)):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        mime_type = images.media_type(content)
        extension = mimetypes.guess_extension(mime_type) or ""
        return self._keep("photos", f"photo{extension}", mime_type, content, size)

    def find(self, file_id: str) -> StoredFile:
        """The file with this identifier; 400 where there is none."""
        if file_id not in self.by_id:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self.by_id[file_id]

    def _keep(
        self, folder: str, name: str, mime_type: str, content: bytes, size: tuple[int, int] | None = None
    ) -> StoredFile:
        if not content:
            raise bad_request("file must be non-empty")
        if len(content) > MAX_UPLOAD:
            raise ApiError(413, "Request Entity Too Large")
        number = next(self._numbers)
        fingerprint = sha256(content).hexdigest()
        extension = "." + name.rpartition(".")[2] if "." in name else ""
        safe = extension if extension[1:].isalnum() and extension.isascii() else ""
        stored = StoredFile(
            file_id=f"SBX{number:06d}{fingerprint[:24]}",
            unique_id=f"U{fingerprint[:15]}",
            name=name,
            mime_type=mime_type,
            path=f"{folder}/file_{number}{safe}",
            content=content,
            size=size,
        )
        self.by_id[stored.file_id] = self.by_path[stored.path] = stored
        return stored
