"""Markdown as plain text: its marks go, its words and lines stay."""

import re

_LINE_MARKS = re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)")
_TRAILING = re.compile(r"[ \t]+#+[ \t]*$")
_PAIRED = re.compile(r"(\*\*|__|~~|`)(?=\S)(.{1,400}?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]\n]{0,400})\]\([^)\n]{0,2000}\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_RULE = re.compile(r"[ \t]*(?:[-*_=][ \t]*){3,}")


def text_of_markdown(text: str) -> str:
    """The words of a Markdown text, line by line."""
    lines = (_plain(line) for line in text.splitlines() if not _RULE.fullmatch(line))
    return "\n".join(lines)


def _plain(line: str) -> str:
    line = _TRAILING.sub("", _LINE_MARKS.sub("", line))
    line = _LINK.sub(r"\1", _PAIRED.sub(r"\2", line))
    return _ESCAPE.sub(r"\1", line)
