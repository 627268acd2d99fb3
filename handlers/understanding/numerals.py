"""Numerals as people write them: 八十万, 1.2亿, 一亿二, 三万五, 两百来万, 四五十万, 1亿2千万, 二〇二四, 80w.

A numeral has a low and a high value, which differ only where the words themselves name two (四五十万). What
breaks the order of the multipliers (三百五百万) is unreadable as a whole: half a numeral would be a wrong
number.
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
from handlers.understanding.numeral_values import evaluate, whole

CHINESE = frozenset(DIGITS) | frozenset(MULTIPLIERS)
FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in a folded text. `low` and `high` are `None` where it cannot be read.

    `approx`: 80多万, 十几. `scaled`: a multiplier stands in it. `bare`: it begins with one (百万). `single`:
    one Chinese digit or 十 alone. `digits`: its digits where it is nothing but digits. `slang`: 万 is written
    as w. `doubtful`: its separator could be read otherwise. `open_pair`: it ends in two numbers that wait for
    a unit (两三, 十四五). `large` is the product of 万 and 亿 at its end, `chain` of all multipliers there
    (三百万: 10^6).
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
    tokeniser = Tokeniser(text, at, comma, whole)
    try:
        tokens = tokeniser.run()
        if not tokens.pieces:
            return None
        _give_back_own_number(text, tokens)
        low, high = evaluate(tokens.pieces)
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
        large=prod(m for m in _multipliers_at_end(pieces) if m >= LARGE["万"]),
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
