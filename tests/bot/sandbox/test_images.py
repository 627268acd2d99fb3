"""The size of a picture is read from the header of each format that Telegram takes."""

import pytest

from bot.sandbox.images import media_type, size_of
from tests.bot.sandbox.support import png

JPEG = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x0b\x08\x00\x1e\x00\x28\x01\x00\x00"
GIF = b"GIF89a\x28\x00\x1e\x00"
WEBP_EXTENDED = b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + b"\x27\x00\x00\x1d\x00\x00"
WEBP_LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L" + b"\0" * 4 + b"\x2f" + (39 | 29 << 14).to_bytes(4, "little")
WEBP_LOSSY = b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 10 + b"\x28\x00\x1e\x00"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(40, 30), "image/png"),
        (JPEG, "image/jpeg"),
        (GIF, "image/gif"),
        (WEBP_EXTENDED, "image/webp"),
        (WEBP_LOSSLESS, "image/webp"),
        (WEBP_LOSSY, "image/webp"),
    ],
)
def test_width_and_height_are_read(content: bytes, kind: str) -> None:
    assert size_of(content) == (40, 30)
    assert media_type(content) == kind


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\x00\x00", b"RIFF\0\0\0\0WEBPXXXX", b"%PDF-1.7"]
)
def test_anything_else_has_no_size(content: bytes) -> None:
    assert size_of(content) is None
