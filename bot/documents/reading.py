"""Reading a file by the kind that its name says and its first bytes confirm."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.documents.markdown import text_of_markdown
from bot.documents.pdf import text_of_pdf
from bot.documents.plain import decoded
from bot.documents.refusals import DocumentRefused
from bot.documents.web import declared_encoding, text_of_html
from bot.documents.word import text_of_docx

LARGEST = 10 * 1024 * 1024
"""The largest file, in bytes."""

_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_PDF_WITHIN = 1024
"""A PDF file may have other bytes before its mark; readers look for it here."""


def read_document(path: Path) -> str:
    """The text of a file. Raises `DocumentRefused`."""
    read = KINDS.get(path.suffix.lower())
    if read is None:
        raise DocumentRefused("kind", given=path.suffix or path.name, kinds=", ".join(KINDS))
    content = _content(path)
    if not content:
        raise DocumentRefused("empty")
    return read(content)


def _content(path: Path) -> bytes:
    """The bytes of a file; one more than allowed is read, to notice it."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise DocumentRefused("unreadable", reason=getattr(error, "strerror", None) or str(error)) from None
    if len(content) > LARGEST:
        raise DocumentRefused("too_large", most=LARGEST // 1024 // 1024)
    return content


def _text(content: bytes) -> str:
    _refuse_binary(content)
    return decoded(content)


def _markdown(content: bytes) -> str:
    return text_of_markdown(_text(content))


def _html(content: bytes) -> str:
    _refuse_binary(content)
    return text_of_html(decoded(content, declared_encoding(content)))


def _docx(content: bytes) -> str:
    if not content.startswith(_ZIP):
        raise DocumentRefused("not_its_kind", kind=".docx")
    return text_of_docx(content)


def _pdf(content: bytes) -> str:
    if _PDF not in content[:_PDF_WITHIN]:
        raise DocumentRefused("not_its_kind", kind=".pdf")
    return text_of_pdf(content)


def _refuse_binary(content: bytes) -> None:
    if content.startswith((_PDF, _ZIP)):
        raise DocumentRefused("binary")


KINDS: Mapping[str, Callable[[bytes], str]] = {
    ".txt": _text,
    ".md": _markdown,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".pdf": _pdf,
}
"""How each kind of file is read."""
