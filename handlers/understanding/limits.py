"""The bounds of what is taken as a value at all, the same for chat, command line and files."""

from datetime import date
from decimal import Decimal

LONGEST_TEXT = 4_000
LARGEST = Decimal(10) ** 15
"""No amount or count reaches this: a thousand million million yuan is more than any budget."""

MOST_DECIMALS = 10
"""Digits behind the point. Fen are two; net-of-tax amounts from spreadsheets have more, and are kept exactly,
since rounding comes last. Beyond ten no figure of an account has any, and exact products would not fit into
28 digits.
"""

FIRST_DAY = date(1949, 10, 1)
LAST_DAY = date(2100, 12, 31)
FIRST_YEAR, LAST_YEAR = 1949, 2100


def decimals(value: Decimal) -> int:
    """Digits behind the point, trailing zeros aside."""
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def in_calendar(day: date) -> bool:
    """Whether a date lies between 1949 and 2100."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
