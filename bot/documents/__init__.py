"""Documents from outside as plain text: .txt, .md, .html, .docx, .pdf; what is odd is refused in words."""

from bot.documents.reading import KINDS, read_document
from bot.documents.refusals import DocumentRefused

__all__ = ["KINDS", "DocumentRefused", "read_document"]
