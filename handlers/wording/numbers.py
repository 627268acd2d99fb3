"""Numbers, money, shares, dates and ranges in the form of a language. Exact: no digit is ever dropped.

Money in Chinese stands in 万元 and 亿元 where four decimals hold it exactly, else in yuan to the fen. English
says CNY (¥ is the yen as well), Russian юаней in the form that the number asks for.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext
from functools import lru_cache, partial

from babel.dates import format_date
from babel.numbers import format_decimal

from handlers.wording.catalogue import Translator
from rules.engine.interval import Interval, Point, Quantity
from rules.engine.rounding import to_fen

_EXACT = "#,##0." + "#" * 30
_UNGROUPED = "0." + "#" * 30
_WAN, _YI = Decimal(10_000), Decimal(100_000_000)
_BIG_UNITS = {
    "zh_CN": ((_YI, "亿元"), (_WAN, "万元")),
    "zh_Hant": ((_YI, "億元"), (_WAN, "萬元")),
}
_DECIMALS = 4
# Far more digits than any figure has: Babel moves the point under the current precision.
_PRECISION = 200

Form = Callable[[Translator, Point], str]
"""How one end of a range is written."""


def number(wording: Translator, value: Point) -> str:
    """A number with its groups of digits, exactly."""
    return _decimal(wording, Decimal(value), _EXACT)


def share(wording: Translator, value: Point) -> str:
    """A share as a percentage: 0.30 is 30%."""
    pattern: str = wording.locale.percent_formats[None].pattern
    return _decimal(wording, Decimal(value), pattern.replace("#,##0", _EXACT))


def day(wording: Translator, value: date) -> str:
    """A calendar date in full."""
    return format_date(value, "long", wording.locale)


def money(wording: Translator, yuan: Point) -> str:
    """An amount in yuan, rounded to the fen and no further."""
    exact = to_fen(yuan)
    for unit, name in _BIG_UNITS.get(wording.language, ()):
        with localcontext(prec=_PRECISION):
            scaled = exact / unit
            is_exact = scaled == round(scaled, _DECIMALS)
        if is_exact and abs(exact) >= unit:
            return _decimal(wording, scaled, _EXACT if abs(scaled) >= _WAN else _UNGROUPED) + name
    return _counted_in("yuan", wording, exact, _to_the_fen(exact))


def _counted_in(unit: str, wording: Translator, value: Point, pattern: str = _EXACT) -> str:
    """A number with its unit, in the form of the unit that fits the number."""
    exact = Decimal(value)
    return wording.plural(f"unit.{unit}", _count_of(exact), amount=_decimal(wording, exact, pattern))


def money_range(wording: Translator, value: Quantity) -> str:
    """An amount or a range of amounts; an end that is itself left out is said to be."""
    if not isinstance(value, Interval):
        return money(wording, value)
    low = None if value.low is None else to_fen(value.low)
    high = None if value.high is None else to_fen(value.high)
    if low is not None and low == high:
        return money(wording, low)
    return _range(wording, low, high, value, money)


def measured(wording: Translator, unit: str, value: Quantity) -> str:
    """A quantity, or a range of it, in its unit: yuan, share, or any that has a text `unit.<unit>`."""
    if unit == "yuan":
        return money_range(wording, value)
    form: Form = share if unit == "share" else partial(_counted_in, unit) if unit else number
    if not isinstance(value, Interval):
        return form(wording, value)
    if value.low is not None and value.low == value.high:
        return form(wording, value.low)
    return _range(wording, value.low, value.high, value, form)


def is_open_ended(value: Quantity) -> bool:
    """Whether nothing at all is known of a quantity but that it is not negative."""
    return isinstance(value, Interval) and value.high is None and (value.low is None or value.low == 0)


def _range(wording: Translator, low: Point | None, high: Point | None, ends: Interval, form: Form) -> str:
    """From nothing it is enough to say how much at most; an open end says that it is not reached."""
    lower = "" if low is None else "above" if ends.low_open else "from"
    upper = "" if high is None else "below" if ends.high_open else "to"
    if low == 0:
        lower = ""
    key = "_".join(part for part in (lower, upper) if part) or "any"
    params = {
        "low": "" if low is None else form(wording, low),
        "high": "" if high is None else form(wording, high),
    }
    return wording.text(f"range.{key}", **params)


@lru_cache(maxsize=4096)
def _decimal(wording: Translator, value: Decimal, pattern: str) -> str:
    with localcontext(prec=_PRECISION):
        return format_decimal(value, format=pattern, locale=wording.locale, decimal_quantization=False)


def _to_the_fen(exact: Decimal) -> str:
    return "#,##0" if exact == exact.to_integral_value() else "#,##0.00"


def _count_of(exact: Decimal) -> int:
    """The whole number whose form of the unit fits: a broken number takes that of two to four."""
    return int(exact) if exact == exact.to_integral_value() else 2
