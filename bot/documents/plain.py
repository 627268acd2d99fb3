"""Bytes as text: UTF-8, UTF-16 and GB18030 (with it GB2312 and GBK), told apart by what they can be."""

import codecs
import unicodedata

from bot.documents.refusals import DocumentRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
_MOST_STRANGE = 0.02
"""The largest share of characters that no text of people has."""


def decoded(content: bytes, declared: str | None = None) -> str:
    """The text of some bytes; `declared` is the encoding that the file itself names.

    Raises `DocumentRefused` for bytes that are no text in any of the encodings.
    """
    for encoding in _candidates(content, declared):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _reads_as_text(text):
            return text
    raise DocumentRefused("binary")


def _candidates(content: bytes, declared: str | None) -> list[str]:
    """The encodings to try, the surest first. Text in UTF-16 has zeros beside its ASCII characters."""
    marked = [encoding for mark, encoding in _MARKS if content.startswith(mark)]
    if marked:
        return marked
    if b"\0" in content:
        return ["utf-16-le", "utf-16-be"] if content[1::2].count(0) else ["utf-16-be"]
    own = [_wider(declared)] if declared else []
    return [*own, "utf-8", "gb18030"]


def _wider(encoding: str) -> str:
    """Files that name GB2312 or GBK often have characters of their successor."""
    return "gb18030" if encoding.lower() in {"gb2312", "gbk", "gb_2312-80"} else encoding


def _reads_as_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum(unicodedata.category(letter) in {"Cc", "Cn", "Co", "Cs"} for letter in sample)
    ordinary = sum(letter in "\n\r\t\f\x0b" for letter in sample)
    return strange - ordinary <= _MOST_STRANGE * len(sample)
