"""The value of a numeral's tokens: sections of 千, 百, 十 between 万 and 亿, and elliptic last digits
(三万五).
"""

from decimal import Decimal

from handlers.understanding.numeral_tokens import LARGE, Token, Unreadable

Pair = tuple[Decimal, Decimal]
_WAN, _YI = LARGE["万"], LARGE["亿"]
_ORDERS = {(), (_WAN,), (_YI,), (_YI, _WAN), (_WAN, _YI), (_WAN, _YI, _WAN)}


def whole(pieces: list[Token]) -> Decimal:
    """The whole number before a decimal point or a half."""
    low, high = _row(pieces[0]) if len(pieces) == 1 and pieces[0].row else evaluate(pieces)
    if low != high:
        raise Unreadable
    return low


def _row(piece: Token) -> Pair:
    """A row of digits that stands alone: two neighbours name two numbers, else it is a positional number."""
    pair = _two_numbers(piece.row)
    return pair or (Decimal(piece.row), Decimal(piece.row))


def _two_numbers(row: str) -> Pair | None:
    """四五(十万), 三五(百万), 一两(百万)."""
    if len(row) != 2 or row[0] == "0" or not (int(row[1]) - int(row[0]) == 1 or row == "35"):
        return None
    return Decimal(row[0]), Decimal(row[1])


def evaluate(pieces: list[Token]) -> Pair:
    """Low and high of a numeral. Raises `Unreadable` where the multipliers are out of order."""
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
    """Between 万 and 亿 stand thousands, or a zero, or nothing: 一万二千亿, 万亿. 八千万一亿 is no
    numeral.
    """
    if section and not section[0].row.startswith("0") and 1000 not in {p.multiplier for p in section[:2]}:
        raise Unreadable


def _section(section: list[Token], *, is_first: bool) -> Pair:
    """What stands before a large multiplier. Nothing at all is one (万 alone), behind another one zero
    (万亿).
    """
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
        if (last and piece.multiplier >= last) or (number is None and index > 0 and piece.multiplier != 10):
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
    """What stands behind the last large multiplier; a last digit may mean the next lower place (三万五,
    一百二).
    """
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
