"""The tokens of a numeral: numbers in digits, rows of Chinese digits, multipliers, and words for "and a bit
more".
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from handlers.understanding.literals import Comma, read_literal

_ROWS = ("零", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {character: str(value) for value, row in enumerate(_ROWS) for character in row}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
MULTIPLIERS = {**SMALL, **LARGE}
MOST_TOKENS = 40

# Behind a last digit these make it a number of its own: 三万 五年, 8千万 二期.
OWN_UNIT = frozenset("期级条号月日年个家台成次项天季分类等批楼人名度位章节款倍套张件篇周岁p%")
_NOT_MORE = frozenset("额下款数次种少方年")
_AFTER_LAI = frozenset("万亿个元块年月天分家台篇p人项名")
_HALVES = ("半亿", "半万", "半月", "半小", "半工")


class Unreadable(Exception):
    """The tokens are no numeral, or no certain one."""


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: a number (`value`), a row of Chinese digits (`row`), a multiplier, or a half of the last
    one.
    """

    start: int
    end: int
    value: Decimal | None = None
    row: str = ""
    multiplier: int = 0
    half: bool = False


@dataclass(slots=True)
class Tokens:
    """What was tokenised: the pieces and how they were written."""

    pieces: list[Token]
    end: int
    approx: bool = False
    slang: bool = False
    doubtful: bool = False
    literal_digits: str = ""


class Tokeniser:
    """One pass over a folded text from `at`. `whole` evaluates the pieces before a decimal point or a
    half.
    """

    def __init__(self, text: str, at: int, comma: Comma, whole: Callable[[list[Token]], Decimal]) -> None:
        self.text, self.at, self.start = text, at, at
        self.comma, self.whole = comma, whole
        self.found = Tokens([], at)

    def run(self) -> Tokens:
        """All tokens. Raises `Unreadable`, with `at` behind what was seen."""
        for _ in range(MOST_TOKENS):
            if not self._step():
                self.found.end = self.at
                return self.found
        raise Unreadable

    @property
    def _last(self) -> Token | None:
        return self.found.pieces[-1] if self.found.pieces else None

    def _peek(self, offset: int = 0, length: int = 1) -> str:
        return self.text[self.at + offset : self.at + offset + length]

    def _push(self, length: int, **piece: object) -> bool:
        end = self.at + length
        self.found.pieces.append(Token(self.at, end, **piece))  # type: ignore[arg-type]
        self.at = end
        return True

    def _step(self) -> bool:
        character = self._peek()
        if not character:
            return False
        if character in "0123456789":
            return self._literal()
        if character in DIGITS:
            return self._row()
        if character in MULTIPLIERS and not (
            character == "千" and self._peek(1) in {"瓦", "伏", "克", "米", "卡"}
        ):
            return self._push(1, multiplier=MULTIPLIERS[character])
        if character == " ":
            return self._space()
        return (
            self._slang(character) or self._point(character) or self._half(character) or self._more(character)
        )

    def _literal(self) -> bool:
        literal = read_literal(self.text, self.at, self.comma)
        if literal is None:
            return False
        if self._last is None:
            self.found.doubtful, self.found.literal_digits = literal.doubtful, literal.digits
            if literal.value is None:
                self.at = literal.end
                raise Unreadable
        elif not self._continues(literal.value, literal.digits, literal.end):
            return False
        return self._push(literal.end - self.at, value=literal.value)

    def _continues(self, value: Decimal | None, digits: str, end: int) -> bool:
        """Whether a number in digits belongs to the multiplier before it: 1亿2千万, 80万5000元, 1万2."""
        last = self._last.multiplier if self._last else 0
        if not digits or value is None or value >= last:
            return False
        behind = self.text[end : end + 1]
        if behind in MULTIPLIERS:
            return value * MULTIPLIERS[behind] < max(last, *(p.multiplier for p in self.found.pieces))
        if behind and (behind in OWN_UNIT or behind == "."):
            return False
        if behind in {"元", "块"} or Decimal(10) ** len(digits) == last:
            return True
        return len(digits) == 1 and not behind.isalnum()

    def _row(self) -> bool:
        if self._last and self._last.value is not None:
            return False
        end = self._end_of_row(self.at)
        return self._push(end - self.at, row="".join(DIGITS[c] for c in self.text[self.at : end]))

    def _space(self) -> bool:
        """80 万元: a space between a number in digits and its multiplier."""
        if (
            self._last is None
            or self._last.value is None
            or self._peek(1) not in MULTIPLIERS
            or not self._peek(1)
        ):
            return False
        self.at += 1
        return True

    def _slang(self, character: str) -> bool:
        """80w: right behind a number in digits and with no Latin letter behind."""
        behind = self._peek(1)
        if character != "w" or self._last is None or self._last.value is None or self.at != self._last.end:
            return False
        if behind.isascii() and behind.isalnum():
            return False
        self.found.slang = True
        return self._push(1, multiplier=LARGE["万"])

    def _point(self, character: str) -> bool:
        """一点二八, 十二点五, 三万零一点三."""
        if character != "点" or self._last is None or self._peek(1) not in DIGITS or not self._peek(1):
            return False
        if any(piece.value is not None for piece in self.found.pieces) or self._may_be_elliptic():
            return False
        whole = self.whole(self.found.pieces)
        end = self._end_of_row(self.at + 1)
        decimals = "".join(DIGITS[c] for c in self.text[self.at + 1 : end])
        self.found.pieces[:] = [Token(self.start, end, value=Decimal(f"{whole}.{decimals}"))]
        self.at = end
        return True

    def _may_be_elliptic(self) -> bool:
        """三万五点五: the 五 before the point may be 5 or 5,000."""
        last, *before = reversed(self.found.pieces)
        return bool(before) and bool(last.row) and last.row[0] != "0" and before[0].multiplier > 10

    def _end_of_row(self, at: int) -> int:
        most = min(len(self.text), at + MOST_TOKENS)
        while at < most and self.text[at] in DIGITS:
            at += 1
        return at

    def _half(self, character: str) -> bool:
        """半亿, 半个亿, 一个半亿, 两亿半; and 个 alone in 两个亿."""
        if character == "个" and self._last and self._last.half is False:
            return self._measure()
        if character != "半" or (self._last is not None and self._last.multiplier < 10**4):
            return False
        if self._last is not None:
            return self._push(1, half=True)
        if self._peek(1) in LARGE and self._peek(1):
            return self._push(1, value=Decimal("0.5"))
        return self._peek(1, 2) == "个亿" and self._push(2, value=Decimal("0.5"))

    def _measure(self) -> bool:
        following = self._peek(1, 2)
        if following in _HALVES:
            value = self.whole(self.found.pieces) + Decimal("0.5")
            self.at += 2
            self.found.pieces[:] = [Token(self.start, self.at, value=value)]
            return True
        if following[:1] in {"多", "几", "来"} and following[1:] in LARGE:
            self.found.approx = True
            self.at += 2
            return True
        if following[:1] in LARGE or following in {"百万", "千万"}:
            self.at += 1
            return bool(following)
        return False

    def _more(self, character: str) -> bool:
        """80多万, 80+万, 两百来万, 30余万, 十几万, 1.2几. Ends the numeral unless a multiplier follows."""
        behind = self._peek(1)
        if character not in "多来余几+" or self._last is None:
            return False
        if character == "+" and (not behind or behind not in MULTIPLIERS):
            return False
        if character == "来" and (not behind or behind not in _AFTER_LAI):
            return False
        if character in "多余" and behind and behind in _NOT_MORE:
            return False
        self.found.approx = True
        self.at += 1
        return bool(behind) and behind in MULTIPLIERS
