"""A Word document as plain text: a line a paragraph, tables row by row, in the order of the document."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from bot.documents.refusals import DocumentRefused

LARGEST_UNPACKED = 100 * 1024 * 1024
"""The most that a document may unpack to, in bytes: a few kilobytes can be made to fill a disk."""
_DOCUMENT = "word/document.xml"


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
    for block in Document(BytesIO(content)).iter_inner_content():
        yield from [block.text] if isinstance(block, Paragraph) else _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield "\t".join(dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells))
