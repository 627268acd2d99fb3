"""A PDF file as plain text: page by page, without heads, feet and page numbers, broken lines joined again."""

import logging
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from bot.documents.pages import joined_pages
from bot.documents.refusals import DocumentRefused

MOST_PAGES = 300
LEAST_CHARACTERS_A_PAGE = 10
"""Fewer letters than this on a page, on average, and the pages are pictures."""

# What it has to say of odd files is for programmers; the person gets our one line.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def text_of_pdf(content: bytes) -> str:
    """The text of a file. Raises `DocumentRefused`."""
    try:
        pages = _pages(content)
    except DocumentRefused:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise DocumentRefused("encrypted") from error
    except Exception as error:  # the library passes on whatever a broken part leads to
        raise DocumentRefused("damaged", kind=".pdf") from error
    letters = sum(not letter.isspace() for page in pages for letter in page)
    if letters < LEAST_CHARACTERS_A_PAGE * len(pages):
        raise DocumentRefused("scanned", pages=len(pages))
    return joined_pages(pages)


def _pages(content: bytes) -> list[str]:
    reader = PdfReader(BytesIO(content))
    # Many files are locked against changes only and open with an empty password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentRefused("encrypted")
    if len(reader.pages) > MOST_PAGES:
        raise DocumentRefused("too_many_pages", count=len(reader.pages), most=MOST_PAGES)
    if not reader.pages:
        raise DocumentRefused("empty")
    return [page.extract_text() for page in reader.pages]
