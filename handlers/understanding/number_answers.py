"""A typed number as the answer to the one question on the screen: money, sizes, shares, counts, years.

What is asked back: a range, a bound, an approximation, a value that sits on a threshold of the rules, a bare
small number where money is asked (80: yuan or 万?), a foreign currency, several numbers, a number inside a
sentence.
"""

import re
from collections.abc import Collection
from datetime import date
from decimal import Decimal

from handlers.understanding.bounds import Bound
from handlers.understanding.folding import folded_text
from handlers.understanding.limits import FIRST_YEAR, LARGEST, LAST_YEAR, MOST_DECIMALS, decimals
from handlers.understanding.quantities import Quantity, plain, read_quantities
from handlers.understanding.readings import Doubt, Question, Reading, Refusal
from handlers.understanding.units import Unit
from rules.engine.facts import Fact, Kind

_NOT_FINITE = re.compile(
    r"[+-]?(?:nan|inf(?:inity)?|∞|无穷大?|无限大?|бесконечность)", re.ASCII | re.IGNORECASE
)
_EXPONENT = re.compile(r"[+-]?[0-9.]+e[+-]?[0-9]+")
_TOO_MANY_DIGITS = re.compile(r"([+-]?)[0-9,' ]*(\.?)[0-9]{30,}", re.ASCII)
_GRADE = re.compile(
    r"(?:等保|安全|定级|第|为|是|\s)*([0-9一二三四五六七八九十]{1,3})\s?(?:级|等级|类|档|个|项|家)?(?:的|\s)*"
)
_SENTENCE_STOP = re.compile(r"(?<=[0-9])。(?=[0-9])")
_HARMLESS = re.compile(
    r"[\s,，。.;；!！:：()（）=]|我们公司|本公司|我们|公司|一共|总共|共计|合计|总计|全年|实际|花了|支出|支付|投了|投入"
    r"|是|为|共|总|的|了|吧|呢|啊|元|整|就|有|大写|it is|it's|we spent|spent|total|is|это"
)
_UNITS = {
    "yuan": {Unit.YUAN, Unit.NONE},
    "pflops": {Unit.PFLOPS, Unit.NONE},
    "ratio": {Unit.PUE, Unit.NONE, Unit.SHARE},
    "share": {Unit.SHARE, Unit.NONE},
    "year": {Unit.YEAR, Unit.MONTH, Unit.NONE},
    "month": {Unit.MONTH, Unit.YEAR, Unit.NONE},
}
_OF_A_YEAR = Decimal("0.0001")
_LEAST_PLAIN_YUAN = Decimal(10_000)
_WAN, _FEN = Decimal(10_000), Decimal("0.01")
_BOUNDS = {
    Bound.GT: Doubt.BOUND,
    Bound.GE: Doubt.BOUND,
    Bound.LT: Doubt.BOUND,
    Bound.LE: Doubt.BOUND,
    Bound.APPROX: Doubt.APPROXIMATE,
}
_QUANTITY_DOUBTS = {
    "slang": Doubt.UNIT_SUPPOSED,
    "separator": Doubt.SEPARATOR_UNCLEAR,
    "converted": Doubt.UNIT_SUPPOSED,
    "relative": Doubt.RELATIVE_DATE,
    "two_digit_year": Doubt.YEAR_SUPPOSED,
}


def read_number_answer(question: Question, today: date, thresholds: Collection[Decimal]) -> Reading:
    """The reading of a text as the answer to a fact with a number."""
    folded = folded_text(question.text).strip()
    if _NOT_FINITE.fullmatch(folded):
        return question.refused(Refusal.NOT_FINITE)
    grade = _GRADE.fullmatch(folded) if question.fact.kind is Kind.INTEGER else None
    text = grade[1] if grade else _SENTENCE_STOP.sub(".", question.text)
    quantities = read_quantities(text, today, alone=True)
    if not quantities and _EXPONENT.fullmatch(folded):
        return question.refused(Refusal.NOT_FINITE)
    fitting = [q for q in quantities if _value(question.fact, q) is not None]
    if not fitting:
        return _unreadable(question, folded, quantities)
    reading = _among(question, text, fitting, thresholds)
    if not grade and text != question.text and reading.sure and reading.value is not None:
        return question.taken(reading.value, Doubt.SEPARATOR_UNCLEAR)
    return reading


def _unreadable(question: Question, folded: str, quantities: list[Quantity]) -> Reading:
    many = _TOO_MANY_DIGITS.fullmatch(folded)
    if many:
        return _too_many_digits(question, many)
    if question.fact.unit == "yuan" and any(q.unit is Unit.FOREIGN for q in quantities):
        return question.asked_back(Doubt.FOREIGN_CURRENCY)
    if quantities:
        return question.refused(
            Refusal.WRONG_UNIT, unit=question.fact.unit, given_unit=quantities[0].unit.value
        )
    return question.refused(Refusal.NOT_A_NUMBER, unit=question.fact.unit)


def _too_many_digits(question: Question, match: re.Match[str]) -> Reading:
    if match[1] == "-":
        return question.refused(Refusal.NEGATIVE, minimum=question.fact.minimum)
    if match[2]:
        return question.refused(Refusal.TOO_PRECISE, most=MOST_DECIMALS)
    return question.refused(Refusal.ABOVE_MAXIMUM, maximum=_maximum(question.fact), unit=question.fact.unit)


def _among(
    question: Question, text: str, fitting: list[Quantity], thresholds: Collection[Decimal]
) -> Reading:
    """One number is read; two ends of a range and several numbers are asked back."""
    values = [value for q in fitting if (value := _value(question.fact, q)) is not None]
    if len(fitting) == 1:
        return _single(question, text, fitting[0], values[0], thresholds)
    refused = [reading for value in values if (reading := _refusal(question, value))]
    if len(refused) == len(values):
        return refused[0]
    is_range = [q.bound for q in fitting] == [Bound.GE, Bound.LE] and fitting[0].said == fitting[1].said
    allowed = dict.fromkeys(value for value in values if not _refusal(question, value))
    return question.asked_back(Doubt.RANGE if is_range else Doubt.SEVERAL, *allowed)


def _single(
    question: Question, text: str, quantity: Quantity, value: Decimal, thresholds: Collection[Decimal]
) -> Reading:
    meanings = (value, *_other_meanings(question.fact, quantity, value))
    allowed = [meaning for meaning in meanings if not _refusal(question, meaning)]
    if not allowed:
        return _refusal(question, value) or question.refused(Refusal.NOT_A_NUMBER)
    if quantity.bound is not Bound.EQ:
        return question.taken(allowed[0], _BOUNDS[quantity.bound], *allowed[1:], bound=quantity.bound.value)
    if len(meanings) > 1:
        doubt = Doubt.UNIT_UNCLEAR if len(allowed) > 1 else Doubt.UNIT_SUPPOSED
        return question.taken(allowed[0], doubt, *allowed[1:], unit=question.fact.unit)
    if quantity.doubt in _QUANTITY_DOUBTS:
        others = [plain(value / 1000)] if quantity.doubt == "separator" else []
        return question.taken(value, _QUANTITY_DOUBTS[quantity.doubt], *others)
    return question.taken(value, _plain_doubt(question, text, quantity, value, thresholds))


def _plain_doubt(
    question: Question, text: str, quantity: Quantity, value: Decimal, thresholds: Collection[Decimal]
) -> Doubt | None:
    """The doubts that a number gives though it is written clearly."""
    if _HARMLESS.sub("", folded_text(text[: quantity.start] + text[quantity.end :])):
        return Doubt.IN_A_SENTENCE
    if value in thresholds:
        return Doubt.ON_THRESHOLD
    if question.fact.kind is Kind.MONEY and decimals(value) > 2:
        return Doubt.FINER_THAN_FEN
    return None


def _value(fact: Fact, quantity: Quantity) -> Decimal | None:
    """The value in the fact's own unit; `None` where the quantity counts something else."""
    value, unit = quantity.value, quantity.unit
    if fact.kind is Kind.YEAR:
        return _calendar_year(quantity)
    if isinstance(value, str) or unit not in _UNITS.get(fact.unit, {Unit.NONE}):
        return None
    if fact.unit == "year" and unit is Unit.MONTH:
        return plain((value / 12).quantize(_OF_A_YEAR))
    if fact.unit == "month" and unit is Unit.YEAR:
        return value * 12
    return value


def _calendar_year(quantity: Quantity) -> Decimal | None:
    """2025, 2025年, 去年; of a longer date the year."""
    if quantity.unit is Unit.DATE:
        return Decimal(str(quantity.value)[:4])
    return quantity.value if quantity.unit is Unit.NONE and isinstance(quantity.value, Decimal) else None


def _other_meanings(fact: Fact, quantity: Quantity, value: Decimal) -> tuple[Decimal, ...]:
    """What a bare number could mean as well: 80 for money may be 80 万, 30 for a share 30 %."""
    if quantity.unit is not Unit.NONE or not _has_no_unit_word(quantity):
        return ()
    if fact.kind is Kind.MONEY and _FEN <= value < _LEAST_PLAIN_YUAN:
        return (plain(value * _WAN),)
    if fact.unit == "share" and 1 <= value <= 100:
        return (plain(value / 100),)
    return ()


def _has_no_unit_word(quantity: Quantity) -> bool:
    return not re.search(r"[万亿千百萬億kwKW]|[a-zа-я]{2}", quantity.said)


def _refusal(question: Question, value: Decimal) -> Reading | None:
    """Why a number cannot be the fact's value; `None` where it can."""
    fact = question.fact
    if fact.kind is Kind.YEAR and not (value == int(value) and FIRST_YEAR <= value <= LAST_YEAR):
        return question.refused(Refusal.OUT_OF_CALENDAR, minimum=FIRST_YEAR, maximum=LAST_YEAR)
    if fact.kind is Kind.INTEGER and value != int(value):
        return question.refused(Refusal.NOT_WHOLE)
    if value < 0 and (fact.minimum is None or fact.minimum >= 0):
        return question.refused(Refusal.NEGATIVE, minimum=fact.minimum)
    if fact.minimum is not None and value < fact.minimum:
        return question.refused(Refusal.BELOW_MINIMUM, minimum=fact.minimum, unit=fact.unit)
    if value > _maximum(fact):
        return question.refused(Refusal.ABOVE_MAXIMUM, maximum=_maximum(fact), unit=fact.unit)
    if decimals(value) > MOST_DECIMALS:
        return question.refused(Refusal.TOO_PRECISE, most=MOST_DECIMALS)
    return None


def _maximum(fact: Fact) -> Decimal:
    return LARGEST if fact.maximum is None else min(fact.maximum, LARGEST)
