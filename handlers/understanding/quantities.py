"""Every quantity and date in a text, with its unit, its bound and the words it was read from.

What cannot be read for certain is not read: no half of a number, no part of a phone number, an article (第七条), a
model name (A100) or an idiom (千万别). Reading takes time linear in the text.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handlers.understanding.amounts import Amount, Skip, read_amount
from handlers.understanding.bounds import Bound
from handlers.understanding.date_bounds import date_bound
from handlers.understanding.dates import DateMatch, read_date
from handlers.understanding.folding import Folded, fold
from handlers.understanding.literals import Comma
from handlers.understanding.numerals import CHINESE
from handlers.understanding.relative_dates import read_ago, read_relative
from handlers.understanding.spans import Span, read_span
from handlers.understanding.units import Unit

LONGEST = 10_000
"""Characters that are read; nothing behind them is. Whoever takes longer texts refuses them before."""

_EDGE = " \t\r\n.。,，!！~;；"
_DATE_WORDS = frozenset("大前去今明后昨上下本这当周星礼")
_SIGN_BEFORE = re.compile(r"(?:^|[\s(:=,，;；。])(?:-|负|minus |минус )\Z")
_CYRILLIC = re.compile("[а-я]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity. `value` is a decimal in the base unit, or for dates as much of YYYY-MM-DD as was said.

    `said` is `text[start:end]`, the words it was read from. `doubt` names what had to be supposed: no_year,
    two_digit_year, relative, slang (80w), separator (1,200 in a Russian text), converted (75000T).
    """

    value: Decimal | str
    unit: Unit
    bound: Bound
    said: str
    start: int
    end: int
    doubt: str = ""


def read_quantities(text: str, today: date, *, alone: bool = False) -> list[Quantity]:
    """The quantities of a text in reading order; a range gives two (ge and le). Never raises.

    `today` is the day from which relative dates count. `alone` says that the text answers one question, so that
    a bare 百万, 五 or 1,28 is a number.
    """
    scan = _Scan(fold(text[:LONGEST].rstrip(_EDGE) if alone else text[:LONGEST]), today, alone)
    scan.run()
    return scan.found


class _Scan:
    """One pass over a folded text; `since` is behind the last quantity that was read."""

    def __init__(self, folded: Folded, today: date, alone: bool) -> None:
        self.folded, self.text, self.today, self.alone = folded, folded.text, today, alone
        self.comma = Comma.EITHER if alone else Comma.GROUPS
        if _CYRILLIC.search(self.text):
            self.comma = Comma.DECIMAL
        self.at = self.since = 0
        self.found: list[Quantity] = []

    def run(self) -> None:
        while self.at < len(self.text):
            if self._may_begin(self.text[self.at]):
                self._read_here()
            else:
                self.at += 1

    def _may_begin(self, character: str) -> bool:
        if character in "0123456789" or character in CHINESE or character == "半":
            return True
        if character in _DATE_WORDS:
            return True
        before = self.text[self.at - 1] if self.at else " "
        return character.isalpha() and character < "一" and not (before.isalpha() and before < "一")

    def _read_here(self) -> None:
        at = self.at
        if self._is_inside_name():
            self.at = self._behind_name()
            return
        when = read_relative(self.text, at, self.today) or read_date(self.text, at, self.today)
        if when is not None:
            self._take_date(at, when)
            return
        amount = read_amount(self.text, at, comma=self.comma, alone=self.alone)
        if isinstance(amount, Skip):
            self.at = max(amount.end, at + 1)
        elif amount is None:
            self.at = at + 1
        else:
            self._take_amount(amount)

    def _is_inside_name(self) -> bool:
        """Digits right behind letters are a name (A100, H800), unless the letters are a currency or PUE."""
        if self.text[self.at] not in "0123456789" or not self.at:
            return False
        before = self.text[self.at - 1]
        if not (before == "_" or (before.isalpha() and before < "一")):
            return False
        return _PREFIX_WORD.search(self.text, max(self.at - 8, 0), self.at) is None

    def _behind_name(self) -> int:
        at = self.at
        while at < len(self.text) and (self.text[at] in "0123456789._-" or "a" <= self.text[at] <= "z"):
            at += 1
        return at

    def _take_date(self, at: int, when: DateMatch) -> None:
        self.at = max(when.end, at + 1)
        if when.value is None:
            self.since = self.at
            return
        start, end, bound = date_bound(self.text, at, when, self.since)
        self._add(when.value, Unit.DATE, bound, start, end, when.doubt)

    def _take_amount(self, amount: Amount) -> None:
        span_of_time = read_ago(self.text, amount.end, self.today, *_time(amount))
        if span_of_time is not None and amount.low == amount.high:
            doubtful = DateMatch(span_of_time.end, span_of_time.value, span_of_time.doubt, amount.approx)
            self._take_date(amount.start, doubtful)
            return
        self._take_span(read_span(self.text, amount, self.since, self.comma))

    def _take_span(self, span: Span) -> None:
        sign = -1 if _SIGN_BEFORE.search(self.text, max(span.start - 7, 0), span.start) else 1
        start = _sign_start(self.text, span.start) if sign < 0 else span.start
        for value, bound in span.values:
            self._add(plain(value * sign), span.unit, bound, start, span.end, span.doubt)

    def _add(self, value: Decimal | str, unit: Unit, bound: Bound, start: int, end: int, doubt: str) -> None:
        first, last = self.folded.span(start, end)
        said = self.folded.original[first:last]
        self.found.append(Quantity(value, unit, bound, said, first, last, doubt))
        self.at = self.since = max(end, self.at)


_PREFIX_WORD = re.compile(r"(?<![a-z])(?:pue|rmb|cny|usd|us|hkd|eur|jpy|gbp|约|from|to|of)\s?\Z")


def _sign_start(text: str, at: int) -> int:
    for sign in ("minus ", "минус ", "负", "-"):
        if text.endswith(sign, 0, at):
            return at - len(sign)
    return at


def _time(amount: Amount) -> tuple[str, Decimal]:
    return amount.unit.value, amount.low


def plain(value: Decimal) -> Decimal:
    """The value without trailing zeros or an exponent."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()
