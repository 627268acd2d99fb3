"""Numbers written in digits: grouping, decimal points and commas, exponents.

What cannot be read for certain (1.2.3, 007, 10:30, a phone number) is unreadable as a whole: no part of it is
taken for a number.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

MOST_DIGITS = 40


class Comma(StrEnum):
    """How a comma between digits is meant: it groups by threes; it may as well be decimal (1,28 as the answer
    to a question); it is decimal (a Russian text), and three digits behind it leave a doubt.
    """

    GROUPS = "groups"
    EITHER = "either"
    DECIMAL = "decimal"


_BLOB = re.compile(r"[0-9](?:[.,']?[0-9]){0,60}", re.ASCII)
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3}){1,6}(?:[.,][0-9]{1,2})?(?![.,]?[0-9])")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([,'])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
_EUROPEAN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}")
_PLAIN = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_COMMA = re.compile(r"(0|[1-9][0-9]*),([0-9]+)")
_SCALE_BEHIND = re.compile(r"\s?(?:[十百千万亿w%]|million|billion|thousand|млн|млрд|тыс)")
_EXPONENT = re.compile(r"e([+-]?[0-9]+)(?![0-9a-z])", re.ASCII)
_PHONE = re.compile(r"1[3-9][0-9]{9}")
_CHINESE_SCALE = re.compile(r" ?[十百千万亿w]")


@dataclass(frozen=True, slots=True)
class Literal:
    """A number in digits. `value` is `None` where it cannot be read; `end` is behind all that belongs to it.

    `doubtful` says that the separator could also be read otherwise (1,200 in a Russian text).
    """

    end: int
    value: Decimal | None = None
    digits: str = ""
    doubtful: bool = False


def read_literal(text: str, at: int, comma: Comma = Comma.GROUPS) -> Literal | None:
    """The number that begins at a digit of a folded text; `None` where there is no digit."""
    blob = _BLOB.match(text, at)
    if blob is None:
        return None
    if text[blob.end() : blob.end() + 1].isdecimal():
        return Literal(_end_of_digits(text, blob.end()))
    spaced = _read_spaced(text, at)
    if spaced is not None:
        return spaced
    literal = _interpret(blob.group(), at, comma)
    if comma is Comma.GROUPS and _COMMA.fullmatch(blob.group()) and _SCALE_BEHIND.match(text, blob.end()):
        literal = replace(
            _interpret(blob.group(), at, Comma.EITHER), doubtful=not _GROUPED.fullmatch(blob.group())
        )
    return _with_exponent(text, literal)


def _end_of_digits(text: str, at: int) -> int:
    while at < len(text) and text[at] in "0123456789.,'":
        at += 1
    return at


def _read_spaced(text: str, at: int) -> Literal | None:
    """800 000 and 1 200 000,50; but 60 800万 are two numbers."""
    match = _SPACED.match(text, at)
    if match is None or _CHINESE_SCALE.match(text, match.end()):
        return None
    return Literal(match.end(), Decimal(match.group().replace(" ", "").replace(",", ".")))


def _interpret(blob: str, at: int, comma: Comma) -> Literal:
    end = at + len(blob)
    if _PHONE.fullmatch(blob) or sum(map(str.isdecimal, blob)) > MOST_DIGITS:
        return Literal(end)
    if _PLAIN.fullmatch(blob):
        return Literal(end, Decimal(blob), blob if blob.isdecimal() else "")
    decimal = _COMMA.fullmatch(blob) if comma is not Comma.GROUPS else None
    if _GROUPED.fullmatch(blob):
        doubtful = comma is Comma.DECIMAL and decimal is not None and decimal[2] != "000"
        return Literal(end, Decimal(re.sub("[,']", "", blob)), doubtful=doubtful)
    if _EUROPEAN.fullmatch(blob) and comma is not Comma.GROUPS:
        return Literal(end, Decimal(blob.replace(".", "").replace(",", ".")))
    if decimal:
        return Literal(end, Decimal(f"{decimal[1]}.{decimal[2]}"))
    if _POINTS.fullmatch(blob):
        return Literal(end, Decimal(blob.replace(".", "")), doubtful=True)
    return _first_of_list(blob, at)


def _first_of_list(blob: str, at: int) -> Literal:
    """The first of numbers between commas: 35,8,32. Points in the wrong places make all of it unreadable."""
    first = blob.partition(",")[0]
    if "," in blob and _PLAIN.fullmatch(first):
        return Literal(at + len(first), Decimal(first), first if first.isdecimal() else "")
    return Literal(at + len(blob))


def _with_exponent(text: str, literal: Literal) -> Literal:
    exponent = _EXPONENT.match(text, literal.end)
    if exponent is None or literal.value is None:
        return literal
    power = exponent[1]
    if len(power) > 3 or abs(int(power)) > 15:
        return Literal(exponent.end())
    return Literal(exponent.end(), literal.value.scaleb(int(power)))
