"""Cutting an official text into chapters, articles and items: by its own headings, losing no character.

A heading is told from a reference (违反第二十条第二款规定) by where it stands, by what follows it, and by
whether its number continues the count. Numbers may repeat in another chapter and may be skipped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from handlers.official.numerals import DIGITS, read_numeral


class Form(StrEnum):
    """How an instrument numbers its text: articles (第一条), or sections (一、)."""

    ARTICLES = "articles"
    SECTIONS = "sections"


class Kind(StrEnum):
    """What a piece is; `AFTER` is what follows the last article: the decree, annexes, a page's foot."""

    BEFORE = "before"
    CHAPTER = "chapter"
    ARTICLE = "article"
    SECTION = "section"
    ITEM = "item"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text from one heading to the next, the heading included; 0 where it has no number."""

    kind: Kind
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _Start:
    at: int
    kind: Kind
    number: int


_BLANK = r"[ \t\u00a0\u3000]"
_MARKS = " \t\u00a0\u3000#>*_"
_EDGE = f"[{_MARKS}]*"
_NUMBER = rf"((?:[{DIGITS}]{_BLANK}*){{1,7}})"
_ARTICLE = re.compile(rf"第{_BLANK}*{_NUMBER}条")
_CHAPTER = re.compile(rf"{_EDGE}第{_BLANK}*{_NUMBER}章(?P<name>.*)", re.DOTALL)
_SECTION = re.compile(rf"{_EDGE}([一二三四五六七八九十]{{1,3}}){_BLANK}*、")
_ITEM = re.compile(rf"[(（]{_BLANK}*([一二三四五六七八九十]{{1,3}}){_BLANK}*[)）]")
_REFERENCE = re.compile(
    rf"{_BLANK}*(?:第{_BLANK}*[{DIGITS}]+{_BLANK}*款|第?[(（][{DIGITS}]+[)）]?{_BLANK}*项|规定|所[列称述]|的|之|中的"
    r"|(?:和|或|或者|及|以及|至|与)第|[、,，。;；:：)）》”])"
)
_AFTER = re.compile(
    r"[ \t\u3000]*(?:附[件表录]\s*(?:[:：\d一二三四五]|$)|.{0,30}令\s*第\s*\d+\s*号\s*$"
    r"|(?:打印|关闭|分享|责任编辑|信息来源|扫一扫|上一篇|下一篇|相关(?:附件|文件|链接|解读)|主办单位|版权所有))"
)
_ENDS = frozenset("。；：！？;:.!?”』」】〕》)）*_")
_STOPS = frozenset("。！？")
_BEFORE_AN_ITEM = frozenset(["", *"\n\r。；：;:"])
_LONGEST_HEADING = 30
_LONGEST_SKIP = 2


def cut(text: str, form: Form) -> tuple[Piece, ...]:
    """The pieces of a text in order; joined they are the text again."""
    starts = [_Start(0, Kind.BEFORE, 0), *_Reader(text, form).starts(), _Start(len(text), Kind.AFTER, 0)]
    pieces = (Piece(start.kind, start.number, text[start.at : end.at]) for start, end in pairwise(starts))
    return tuple(piece for piece in pieces if piece.text)


def items(text: str) -> tuple[Piece, ...]:
    """An article cut at its numbered items: what stands before them, then each; joined, the text again.

    An item begins a line, or follows a stop or the one before; its number continues the count from 一.
    """
    starts = [_Start(0, Kind.BEFORE, 0)]
    for match in _ITEM.finditer(text):
        number = read_numeral(match[1])
        if number == starts[-1].number + 1 and _begins_item(text, match.start()):
            starts.append(_Start(match.start(), Kind.ITEM, number))
    ends = [*(start.at for start in starts[1:]), len(text)]
    pieces = (
        Piece(start.kind, start.number, text[start.at : end]) for start, end in zip(starts, ends, strict=True)
    )
    return tuple(piece for piece in pieces if piece.text)


def _begins_item(text: str, at: int) -> bool:
    return _before(text, at) in _BEFORE_AN_ITEM


def _before(text: str, at: int) -> str:
    """The character before a place, marks and blanks left out; empty at the beginning."""
    while at and text[at - 1] in _MARKS:
        at -= 1
    return text[at - 1 : at]


@dataclass
class _Reader:
    """Walks through the lines of a text and keeps count."""

    text: str
    form: Form
    last: int = 0
    chapter_is_new: bool = True
    after_heading: bool = True

    def starts(self) -> Iterator[_Start]:
        """Where pieces begin, in order."""
        at, line_before, found_any = 0, "", False
        for line in self.text.splitlines(keepends=True):
            if found_any and _is_after(line):
                yield _Start(at, Kind.AFTER, 0)
                return
            for start in self._of_line(line, line_before):
                found_any = found_any or start.kind in (Kind.ARTICLE, Kind.SECTION)
                yield _Start(at + start.at, start.kind, start.number)
            line_before = line
            at += len(line)

    def _of_line(self, line: str, before: str) -> Iterator[_Start]:
        if self.form is Form.SECTIONS:
            yield from self._sections(line)
            return
        chapter = self._chapter(line)
        if chapter is not None:
            yield chapter
        named = chapter is not None
        for match in _ARTICLE.finditer(line):
            number = read_numeral(match[1])
            if number is None or _REFERENCE.match(line, match.end()):
                continue
            told = _before(line, match.start())
            if self._goes_on(number) if named else self._is_heading(number, told, before):
                yield _Start(match.start() if told else 0, Kind.ARTICLE, number)
                self.last, self.chapter_is_new = number, False
            named = False
        if line.strip():
            bare = _ARTICLE.fullmatch(line.strip(" \t\u3000*#\r\n")) is not None
            self.after_heading = chapter is not None or bare

    def _chapter(self, line: str) -> _Start | None:
        match = _CHAPTER.match(line)
        number = read_numeral(match[1]) if match else None
        if match is None or number is None:
            return None
        name = _ARTICLE.split(match["name"], maxsplit=1)[0].strip(" \t\u3000*\r\n")
        if len(name) > _LONGEST_HEADING or any(mark in name for mark in "，,。；;"):
            return None
        self.chapter_is_new, self.after_heading = True, True
        return _Start(0, Kind.CHAPTER, number)

    def _goes_on(self, number: int) -> bool:
        return self.chapter_is_new or self.last < number <= self.last + _LONGEST_SKIP

    def _is_heading(self, number: int, told: str, line_before: str) -> bool:
        """`told` is the character before it in its line; where there is none, the line before speaks."""
        if told:
            return told in _STOPS and self._goes_on(number)
        if self.after_heading or not line_before.strip() or line_before.rstrip()[-1] in _ENDS:
            return True
        return number == self.last + 1

    def _sections(self, line: str) -> Iterator[_Start]:
        match = _SECTION.match(line)
        number = read_numeral(match[1]) if match else None
        if number is not None and self.last < number <= self.last + _LONGEST_SKIP:
            self.last = number
            yield _Start(0, Kind.SECTION, number)


def _is_after(line: str) -> bool:
    return len(line) <= 2 * _LONGEST_HEADING and "。" not in line and _AFTER.match(line) is not None
