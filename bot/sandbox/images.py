"""Width and height of a picture from its first bytes; enough to judge what Telegram would refuse."""

from itertools import count

PNG = b"\x89PNG\r\n\x1a\n"
JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size_of(content: bytes) -> tuple[int, int] | None:
    """(width, height) in pixels of a PNG, JPEG, GIF or WebP picture; None where it is none of these."""
    if content.startswith(PNG) and len(content) >= 24:
        return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp(content)
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    return None


def media_type(content: bytes) -> str:
    """The media type of a picture that size_of knows."""
    if content.startswith(PNG):
        return "image/png"
    if content.startswith(b"GIF8"):
        return "image/gif"
    return "image/webp" if content.startswith(b"RIFF") else "image/jpeg"


def _jpeg(content: bytes) -> tuple[int, int] | None:
    position = 2
    for _ in count():
        if position + 9 > len(content) or content[position] != 0xFF:
            return None
        if content[position + 1] in JPEG_FRAMES:
            height = int.from_bytes(content[position + 5 : position + 7], "big")
            return int.from_bytes(content[position + 7 : position + 9], "big"), height
        position += 2 + int.from_bytes(content[position + 2 : position + 4], "big")
    return None


def _webp(content: bytes) -> tuple[int, int] | None:
    kind = content[12:16]
    if kind == b"VP8X" and len(content) >= 30:
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if kind == b"VP8L" and len(content) >= 25:
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 " and len(content) >= 30:
        width, height = int.from_bytes(content[26:28], "little"), int.from_bytes(content[28:30], "little")
        return width & 0x3FFF, height & 0x3FFF
    return None
