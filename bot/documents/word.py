"""A Word document as plain text: a line a paragraph, tables row by row, in the order of the document."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from bot.documents.refusals import DocumentRefused

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
LARGEST_UNPACKED = 100 * 1024 * 1024
"""The most that a document may unpack to, in bytes: a few kilobytes can be made to fill a disk."""
_DOCUMENT = "word/document.xml"
_PARAGRAPH, _ROW, _CELL, _RUN, _TEXT = (qn(f"w:{name}") for name in ("p", "tr", "tc", "r", "t"))
_BLANKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# What was deleted or moved away while changes were tracked, and the second copy of a text box.
_LEFT_OUT = frozenset({qn("w:del"), qn("w:moveFrom"), f"{{{_COMPATIBILITY}}}Fallback"})


def text_of_docx(content: bytes) -> str:
    """The paragraphs of a document. Raises `DocumentRefused`."""
    _refuse_odd(content)
    try:
        return "\n".join(_lines(content))
    except DocumentRefused:
        raise
    except Exception as error:  # the library passes on whatever a broken part leads to
        raise DocumentRefused("damaged", kind=".docx") from error


def _refuse_odd(content: bytes) -> None:
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, OSError) as error:
        raise DocumentRefused("damaged", kind=".docx") from error
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise DocumentRefused("unpacks_too_large", most=LARGEST_UNPACKED // 1024 // 1024)
    if _DOCUMENT not in {entry.filename for entry in entries}:
        raise DocumentRefused("not_its_kind", kind=".docx")


def _lines(content: bytes) -> Iterator[str]:
    return _blocks(Document(BytesIO(content)).element.body)


def _blocks(element: BaseOxmlElement) -> Iterator[str]:
    """Paragraphs and table rows, also those within content controls, which the library passes over."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield _words(child)
        elif child.tag == _ROW:
            cells = (" ".join(_blocks(cell)) for cell in child.iterchildren(_CELL))
            yield "\t".join(cells)
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _words(paragraph: BaseOxmlElement) -> str:
    """All words of a paragraph, insertions and marked dates included, without what was deleted."""
    words = []
    for node in paragraph.iter():
        if node.tag == _TEXT and not any(above.tag in _LEFT_OUT for above in node.iterancestors()):
            words.append(node.text or "")
        elif node.tag in _BLANKS and (parent := node.getparent()) is not None and parent.tag == _RUN:
            words.append(_BLANKS[node.tag])
    return "".join(words)
