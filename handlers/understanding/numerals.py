"""Numerals as people write them: 八十万, 1.2亿, 一亿二, 三万五, 两百来万, 四五十万, 1亿2千万, 二〇二四, 80w.

A numeral has a low and a high value, which differ only where the words themselves name two (四五十万). What breaks
the order of the multipliers (三百五百万) is unreadable as a whole: half a numeral would be a wrong number.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from math import prod

from handlers.understanding.literals import Comma
from handlers.understanding.numeral_tokens import (
    DIGITS,
    LARGE,
    MULTIPLIERS,
    OWN_UNIT,
    Token,
    Tokeniser,
    Tokens,
    Unreadable,
)

CHINESE = frozenset(DIGITS) | frozenset(MULTIPLIERS)
FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
Pair = tuple[Decimal, Decimal]
_WAN, _YI = LARGE["万"], LARGE["亿"]
_ORDERS = {(), (_WAN,), (_YI,), (_YI, _WAN), (_WAN, _YI), (_WAN, _YI, _WAN)}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in a folded text. `low` and `high` are `None` where it cannot be read.

    `approx`: 80多万, 十几. `scaled`: a multiplier stands in it. `bare`: it begins with one (百万). `single`: one
    Chinese digit or 十 alone. `digits`: its digits where it is nothing but digits. `slang`: 万 is written as w.
    `doubtful`: its separator could be read otherwise. `open_pair`: it ends in two numbers that wait for a unit
    (两三, 十四五). `large` is the product of 万 and 亿 at its end, `chain` of all multipliers there (三百万: 10^6).
    """

    end: int
    low: Decimal | None = None
    high: Decimal | None = None
    approx: bool = False
    scaled: bool = False
    bare: bool = False
    single: bool = False
    digits: str = ""
    slang: bool = False
    doubtful: bool = False
    open_pair: bool = False
    large: int = 1
    chain: int = 1


def read_numeral(text: str, at: int, comma: Comma = Comma.GROUPS) -> Numeral | None:
    """The numeral that begins at this character of a folded text; `None` where none does."""
    tokeniser = Tokeniser(text, at, comma, _whole)
    try:
        tokens = tokeniser.run()
        if not tokens.pieces:
            return None
        _give_back_own_number(text, tokens)
        low, high = _evaluate(tokens.pieces)
    except Unreadable:
        return Numeral(_behind_all(text, max(tokeniser.at, at + 1)))
    return _described(tokens, low, high)


def _described(tokens: Tokens, low: Decimal, high: Decimal) -> Numeral:
    pieces = tokens.pieces
    first, scaled = pieces[0], any(piece.multiplier for piece in pieces)
    alone = len(pieces) == 1 and (len(first.row) == 1 or first.multiplier == 10)
    digits = "" if len(pieces) > 1 else first.row or tokens.literal_digits
    bare = first.multiplier > 10
    return Numeral(
        tokens.end,
        low,
        high,
        tokens.approx,
        scaled,
        bare,
        alone,
        digits,
        tokens.slang,
        tokens.doubtful,
        open_pair=low != high and bool(pieces[-1].row),
        large=prod(m for m in _multipliers_at_end(pieces) if m >= _WAN),
        chain=prod(_multipliers_at_end(pieces)),
    )


def _multipliers_at_end(pieces: list[Token]) -> list[int]:
    return [piece.multiplier for piece in takewhile(lambda piece: piece.multiplier, reversed(pieces))]


def _behind_all(text: str, at: int) -> int:
    """Behind every character that could be part of the unreadable numeral."""
    while at < len(text) and (text[at] in CHINESE or text[at] in "0123456789"):
        at += 1
    return at


def _give_back_own_number(text: str, tokens: Tokens) -> None:
    """Drops a last number that counts something of its own: 八千万 三年, 80万 5000台."""
    pieces = tokens.pieces
    behind = text[tokens.end : tokens.end + 1]
    if len(pieces) > 1 and pieces[-1].row == "0":
        tokens.end = pieces.pop().start
        return
    if len(pieces) < 2 or not behind or behind not in OWN_UNIT or tokens.approx:
        return
    last, before = pieces[-1], pieces[-2].multiplier
    if last.multiplier or last.half or last.row.startswith("0") or before <= 10:
        return
    pieces.pop()
    tokens.end = last.start


def _whole(pieces: list[Token]) -> Decimal:
    """The whole number before a decimal point or a half."""
    low, high = _row(pieces[0]) if len(pieces) == 1 and pieces[0].row else _evaluate(pieces)
    if low != high:
        raise Unreadable
    return low


def _row(piece: Token) -> Pair:
    """A row of digits that stands alone: two neighbours name two numbers, else it is a positional number."""
    pair = _two_numbers(piece.row)
    return pair if pair else (Decimal(piece.row), Decimal(piece.row))


def _two_numbers(row: str) -> Pair | None:
    """四五(十万), 三五(百万), 一两(百万)."""
    if len(row) != 2 or row[0] == "0" or not (int(row[1]) - int(row[0]) == 1 or row == "35"):
        return None
    return Decimal(row[0]), Decimal(row[1])


def _evaluate(pieces: list[Token]) -> Pair:
    if len(pieces) == 1 and pieces[0].row:
        return _row(pieces[0])
    sections, orders = _sections(pieces)
    if tuple(orders) not in _ORDERS:
        raise Unreadable
    total: Pair = (Decimal(0), Decimal(0))
    for index, (section, order) in enumerate(zip(sections, orders, strict=False)):
        value = _section(section, is_first=index == 0)
        if order == _YI and index > 0:
            _require_full_section(section)
            total = _times(_plus(total, value), _YI)
        else:
            total = _plus(total, _times(value, order))
    return _plus(total, _tail(sections[-1], pieces, orders))


def _sections(pieces: list[Token]) -> tuple[list[list[Token]], list[int]]:
    """The pieces between the large multipliers, and those multipliers; the last section has none."""
    sections: list[list[Token]] = [[]]
    orders: list[int] = []
    for piece in pieces:
        if piece.multiplier >= _WAN:
            orders.append(piece.multiplier)
            sections.append([])
        else:
            sections[-1].append(piece)
    return sections, orders


def _require_full_section(section: list[Token]) -> None:
    """Between 万 and 亿 stand thousands, or a zero, or nothing: 一万二千亿, 万亿. 八千万一亿 is no numeral."""
    if section and not section[0].row.startswith("0") and 1000 not in {p.multiplier for p in section[:2]}:
        raise Unreadable


def _section(section: list[Token], *, is_first: bool) -> Pair:
    """What stands before a large multiplier. Nothing at all is one (万 alone), behind another one zero (万亿)."""
    if not section:
        return (Decimal(1), Decimal(1)) if is_first else (Decimal(0), Decimal(0))
    value, last, rest = _smalls(section)
    if rest is None:
        return value
    if last > 10 and not rest.row.startswith("0"):
        raise Unreadable
    return _plus(value, _number(rest))


def _smalls(section: list[Token]) -> tuple[Pair, int, Token | None]:
    """The sum of numbers with 千, 百, 十 in falling order; the last of these; and what is left over."""
    total: Pair = (Decimal(0), Decimal(0))
    last = 0
    number: Token | None = None
    for index, piece in enumerate(section):
        if not piece.multiplier:
            if number is not None or piece.half:
                raise Unreadable
            number = piece
            continue
        if last and piece.multiplier >= last or (number is None and index > 0 and piece.multiplier != 10):
            raise Unreadable
        factor = _number(number) if number is not None else (Decimal(1), Decimal(1))
        total, last, number = _plus(total, _times(factor, piece.multiplier)), piece.multiplier, None
    return total, last, number


def _number(piece: Token) -> Pair:
    """A number that a multiplier or nothing follows; a longer row of digits cannot be one."""
    if piece.value is not None:
        return piece.value, piece.value
    row = piece.row.removeprefix("0") or "0"
    if len(row) == 1:
        return Decimal(row), Decimal(row)
    pair = _two_numbers(row)
    if pair is None:
        raise Unreadable
    return pair


def _tail(section: list[Token], pieces: list[Token], orders: list[int]) -> Pair:
    """What stands behind the last large multiplier; a last digit may mean the next lower place (三万五, 一百二)."""
    if section and section[-1].half:
        half = Decimal(orders[-1]) / 2
        return half, half
    value, last, rest = _smalls(section)
    if rest is None:
        return value
    number = _number(rest)
    place = last or (orders[-1] if orders else 0)
    is_digit = len(rest.row) in {1, 2} or (rest.value is not None and rest.value < 10)
    if place > 10 and is_digit and not rest.row.startswith("0"):
        _refuse_stacked(pieces)
        number = _times(number, place // 10)
    return _plus(value, number)


def _refuse_stacked(pieces: list[Token]) -> None:
    """三百万五 is said for 305 万 and for 350 万 alike."""
    if len(pieces) > 2 and pieces[-2].multiplier >= _WAN and pieces[-3].multiplier >= 100:
        raise Unreadable


def _plus(left: Pair, right: Pair) -> Pair:
    return left[0] + right[0], left[1] + right[1]


def _times(pair: Pair, factor: int) -> Pair:
    return pair[0] * factor, pair[1] * factor
