"""Pages of printed lines as running text: what repeats on every page goes, broken lines are joined again."""

import re
from collections import Counter
from collections.abc import Iterator

_PAGE_NUMBER = re.compile(
    r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/,，共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·\s]*|[-—–·\s]*第\s*[一二三四五六七八九十百]+\s*页[-—–·\s]*"
)
_DIGITS = re.compile(r"\d+")
_NUMERAL = "[一二三四五六七八九十百零〇\\d]"
_BEGINS = re.compile(
    rf"\s*(?:第\s*(?:{_NUMERAL}\s*){{1,7}}[章条节]|[一二三四五六七八九十]{{1,3}}\s*、|[(（]\s*[一二三四五六七八九十]{{1,3}}\s*[)）]"
    r"|\d{1,2}\s*[.．、](?!\d)|附\s*[件表录])"
)
_CHAPTER = re.compile(rf"\s*第\s*(?:{_NUMERAL}\s*){{1,7}}章")
_REFERENCE = re.compile(
    rf"\s*第\s*(?:{_NUMERAL}\s*){{1,7}}条\s*(?:第|规定|的|[、,，。；）)]|(?:和|或|及|至)第)"
)
_ENDS = "。；：！？;:!?"
_EDGES = 2
"""Lines at the top and at the bottom of a page that can be its head or foot."""
_FULL = 0.75
"""The share of the widest line from which on a line counts as full, so that its sentence may go on."""


def joined_pages(pages: list[str]) -> str:
    """The running text of pages."""
    lines = [_lines(page) for page in pages]
    repeated = _repeated(lines)
    body = [line for page in lines for line in _body(page, repeated)]
    return "\n".join(_joined(body))


def _lines(page: str) -> list[str]:
    return [line.rstrip() for line in page.splitlines() if line.strip()]


def _repeated(pages: list[list[str]]) -> set[str]:
    """Lines at the edge of at least half of the pages, and of three; numbers in them disregarded."""
    counted = Counter(line for page in pages for line in {_folded(line) for line in _edge_lines(page)})
    least = max(3, len(pages) // 2)
    return {line for line, count in counted.items() if count >= least}


def _edge_lines(page: list[str]) -> list[str]:
    return page[:_EDGES] + page[-_EDGES:]


def _folded(line: str) -> str:
    return _DIGITS.sub("#", "".join(line.split()))


def _body(page: list[str], repeated: set[str]) -> Iterator[str]:
    for at, line in enumerate(page):
        on_edge = at < _EDGES or at >= len(page) - _EDGES
        if not (on_edge and (_PAGE_NUMBER.fullmatch(line) or _folded(line) in repeated)):
            yield line


def _joined(lines: list[str]) -> Iterator[str]:
    """Paragraphs: a full line goes on in the next one unless a sentence ends or a heading begins."""
    full = _FULL * max(map(_width, lines), default=0)
    paragraph: list[str] = []
    for line in lines:
        if paragraph and not _goes_on(paragraph[-1], line, full):
            yield "".join(paragraph)
            paragraph = []
        spaced = paragraph and paragraph[-1][-1:].isascii() and line[:1].isascii()
        paragraph.append(f" {line}" if spaced else line.lstrip() if paragraph else line)
    if paragraph:
        yield "".join(paragraph)


def _goes_on(line: str, following: str, full: float) -> bool:
    if line[-1] in _ENDS or _is_chapter(line):
        return False
    if _BEGINS.match(following) and not _REFERENCE.match(following):
        return False
    return _width(line) >= full


def _is_chapter(line: str) -> bool:
    return _CHAPTER.match(line) is not None and not any(mark in line for mark in "，,。")


def _width(line: str) -> int:
    """How wide a line prints: letters of CJK count double."""
    return sum(1 + (letter >= "\u2e80") for letter in line)
