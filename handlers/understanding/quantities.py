"""Every quantity and date in a text, with its unit, its bound and the words it was read from.

What cannot be read for certain is not read: no half of a number, no part of a phone number, of an article
(第七条), of a model name (A100) or of an idiom (千万别). Reading takes time linear in the text.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handlers.understanding.amounts import Amount, Skip, read_amount
from handlers.understanding.bounds import Bound
from handlers.understanding.date_spans import DateSpan, read_ago_span, read_date_span
from handlers.understanding.folding import fold
from handlers.understanding.idioms import behind_name
from handlers.understanding.literals import Comma
from handlers.understanding.numerals import CHINESE
from handlers.understanding.spans import Span, read_span
from handlers.understanding.units import Unit

LONGEST = 10_000
"""Characters that are read; nothing behind them is. Whoever takes longer texts refuses them before."""

_EDGE = " \t\r\n.。,，!！~;；"
_DATE_WORDS = frozenset("大前去今明后昨上下本这当周星礼过")
_SIGN_BEFORE = re.compile(r"(?:^|(?<=[\s(:=,，;；。]))(?P<sign>-|负|minus |минус )\Z")
_PREFIX_WORD = re.compile(r"(?<![a-z])(?:pue|rmb|cny|usd|us|hkd|eur|jpy|gbp|from|to|of)\Z")
_CYRILLIC = re.compile("[а-я]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity. `value` is a decimal in the base unit, or for dates as much of YYYY-MM-DD as was said.

    `said` is `text[start:end]`, the words it was read from. `doubt` names what had to be supposed: no_year,
    two_digit_year, relative, compact (20241105), slang (80w), separator (1,234 in a Russian text), converted
    (75000T).
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

    `today` is the day from which relative dates count. `alone` says that the text answers one question, so
    that a bare 百万, 五 or 1,28 is a number.
    """
    bounded = text[:LONGEST]
    scan = _Scan(bounded.rstrip(_EDGE) if alone else bounded, today, alone)
    scan.run()
    return scan.found


def plain(value: Decimal) -> Decimal:
    """The value without trailing zeros or an exponent."""
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()


class _Scan:
    """One pass over a folded text; `since` is behind the last quantity that was read."""

    def __init__(self, original: str, today: date, alone: bool) -> None:
        self.folded = fold(original)
        self.text, self.today, self.alone = self.folded.text, today, alone
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
        if character in "0123456789半" or character in CHINESE or character in _DATE_WORDS:
            return True
        before = self.text[self.at - 1] if self.at else " "
        return character.isalpha() and character < "一" and not (before.isalpha() and before < "一")

    def _read_here(self) -> None:
        if self._is_inside_name():
            self.at = behind_name(self.text, self.at)
            return
        when = read_date_span(self.text, self.at, self.today, self.since, alone=self.alone)
        if when is not None:
            self._take_dates(when)
            return
        amount = read_amount(self.text, self.at, self._comma_here(), alone=self.alone)
        if isinstance(amount, Amount):
            self._take_amount(amount)
        else:
            self.at = max(amount.end if isinstance(amount, Skip) else 0, self.at + 1)

    def _comma_here(self) -> Comma:
        """No PUE has thousands to group: PUE 1,25 has decimals."""
        before = self.text[max(self.at - 12, self.since) : self.at]
        return Comma.EITHER if self.comma is Comma.GROUPS and "pue" in before else self.comma

    def _is_inside_name(self) -> bool:
        """Digits right behind letters are a name (A100, H800), unless the letters are a currency or PUE."""
        if self.text[self.at] not in "0123456789" or not self.at:
            return False
        before = self.text[self.at - 1]
        if not (before == "_" or (before.isalpha() and before < "一")):
            return False
        return _PREFIX_WORD.search(self.text, max(self.at - 8, 0), self.at) is None

    def _take_dates(self, span: DateSpan) -> None:
        self.at = max(span.end, self.at + 1)
        if not span.values:
            self.since = self.at
        for value, bound in span.values:
            self._add(value, Unit.DATE, bound, span.start, span.end, span.doubt)

    def _take_amount(self, amount: Amount) -> None:
        when = read_ago_span(self.text, amount, self.today)
        if when is not None:
            self._take_dates(when)
            return
        span = read_span(self.text, amount, self.since, self.comma)
        if span is None:
            self.at = max(amount.end, self.at + 1)
        else:
            self._take_span(span)

    def _take_span(self, span: Span) -> None:
        sign = _SIGN_BEFORE.search(self.text, max(span.start - 7, 0), span.start)
        start = sign.start("sign") if sign else span.start
        for value, bound in span.values:
            self._add(plain(-value if sign else value), span.unit, bound, start, span.end, span.doubt)

    def _add(self, value: Decimal | str, unit: Unit, bound: Bound, start: int, end: int, doubt: str) -> None:
        first, last = self.folded.span(start, end)
        said = self.folded.original[first:last]
        self.found.append(Quantity(value, unit, bound, said, first, last, doubt))
        self.at = self.since = max(end, self.at)
