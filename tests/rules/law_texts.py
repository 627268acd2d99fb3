"""The law texts cut into their places: chapter, article, numbered item; or section and item.

The texts are not part of the project. Where they are not beside the checkout, a test that needs them skips.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from rules.engine.citation import Citation
from tests.structure.tree import ROOT

SOURCES = ROOT.parent / "shared" / "sources"
EXCERPT = ".excerpt"

NUMERAL = "[一二三四五六七八九十]+"
CHAPTER = re.compile(rf"第({NUMERAL})章")
# After a full stop too: two articles may share a line. A reference (违反第二十条) follows other words.
ARTICLE = re.compile(rf"(?:^|(?<=。))第({NUMERAL})条")
SECTION = re.compile(rf"^({NUMERAL})、")
ITEM = re.compile(rf"^[（(]({NUMERAL})[)）]")
MARKDOWN = re.compile(r"[#*]")
# What follows the last article: the decree by which the instrument was published.
ENDING = re.compile(r"^江苏省人民政府令第 138 号$")
# An excerpt is one line of running text.
EXCERPT_BREAK = re.compile(rf"(?=第{NUMERAL}[章条]\s)")

Places = dict[Citation, str]


@cache
def places(instrument: str) -> Places:
    """The text of each place of an instrument, in order; an article without its items."""
    return _cut(_read(instrument).splitlines(), by_section=instrument == "hlj-science-facility")


@cache
def excerpt_places(instrument: str) -> Places:
    """The text of each place of an excerpt."""
    return _cut(EXCERPT_BREAK.split(_read(instrument + EXCERPT)), by_section=False)


def _read(name: str) -> str:
    if not SOURCES.is_dir():
        pytest.skip("the law texts (../shared/sources) are not beside this checkout")
    return (SOURCES / f"{name}.md").read_text("utf-8")


def _cut(lines: list[str], *, by_section: bool) -> Places:
    found: Places = {}
    chapter, here = "", None
    for line in (MARKDOWN.sub("", line).strip() for line in lines):
        if new_chapter := CHAPTER.match(line):
            chapter, here = new_chapter[1], None
            continue
        if here is not None and ENDING.match(line):
            break
        for piece in _articles(line):
            place = _section(piece) if by_section else _article(piece, chapter)
            if place is None and here is not None and (item := ITEM.match(piece)):
                place = Citation(here.article, item[1], here.chapter, here.section)
            if place in found:
                raise ValueError(f"{place} is in the text twice")
            here = place or here
            if here is not None:
                found[here] = f"{found.get(here, '')}{piece}\n"
    return found


def _articles(line: str) -> Iterator[str]:
    starts = [0, *(match.start() for match in ARTICLE.finditer(line) if match.start()), len(line)]
    yield from (line[start:end] for start, end in pairwise(starts))


def _article(piece: str, chapter: str) -> Citation | None:
    match = ARTICLE.match(piece)
    return Citation(article=match[1], chapter=chapter) if match else None


def _section(piece: str) -> Citation | None:
    match = SECTION.match(piece)
    return Citation(section=match[1]) if match else None
