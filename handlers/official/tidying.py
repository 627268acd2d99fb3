"""Making the raw text of a file plain before it is cut: line ends, blanks, letters that only look right."""

import re
import unicodedata

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Fonts of PDF files map common characters to radicals that look the same.
_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EMPTY_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """The same text with plain line ends, nothing invisible, and at most one empty line in a row."""
    text = _CONTROL.sub("", _INVISIBLE.sub("", _LINE_END.sub("\n", text)))
    text = _RADICAL.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    lines = "\n".join(line.rstrip(" \t\u00a0\u3000") for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", lines).strip("\n")
