"""The one place where money is rounded: half-up to the fen, at the end."""

from decimal import ROUND_HALF_UP, Context, Decimal

from rules.engine.interval import Point

FEN = Decimal("0.01")


def to_fen(amount: Point) -> Decimal:
    """An amount in yuan with two decimals, half-up."""
    exact = Decimal(amount) or Decimal(0)  # zero has a sign, which nobody is paid
    context = Context(prec=max(exact.adjusted() + 4, 28))
    return exact.quantize(FEN, rounding=ROUND_HALF_UP, context=context)
