"""Values on the command line, in facts files and in cells: exactly taken, or refused with the field and the
reason.
"""

import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.facts_file import BadFactValue, parse_value
from handlers.understanding.readings import Refusal
from rules.engine.facts import Fact, Value
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Source, State
from tests.handlers.understanding import facts
from tests.handlers.understanding.facts import (
    ACCEPTED,
    APPLICANT,
    AWARDED,
    FIRST_YEAR,
    GRADE,
    LABELS,
    LEGAL_PERSON,
    PFLOPS,
    PUE,
    SHARE,
    SPEND,
    YEARS,
    each,
    every,
)

# A cell of a spreadsheet, which knows no zone.
MIDNIGHT = datetime.combine(date(2024, 11, 5), time())


@pytest.mark.parametrize(
    ("fact", "raw", "value"),
    [
        *each(SPEND, "800000|80万|80 万元|800,000|800000.00|８０万|80w", 800_000),
        *each(SPEND, "¥80万|8e5| 800000 |+800000|八十万", 800_000),
        *every(SPEND, 800_000, 800_000, 800_000.0, Decimal("8E+5")),
        (SPEND, "1.2亿元", 120_000_000),
        (SPEND, "3,000,000元", 3_000_000),
        (SPEND, 0, 0),
        (SPEND, 10**15, 10**15),
        (PFLOPS, "60P", 60),
        (PFLOPS, 49.99, Decimal("49.99")),
        (PUE, 1.28, Decimal("1.28")),
        (PUE, "1.3", Decimal("1.3")),
        (SHARE, "0.30", Decimal("0.3")),
        (SHARE, "30%", Decimal("0.3")),
        (GRADE, 3, 3),
        (GRADE, 3.0, 3),
        (YEARS, "1.5", Decimal("1.5")),
        (FIRST_YEAR, "2025", 2025),
        (FIRST_YEAR, "2025年", 2025),
        *every(LEGAL_PERSON, True, True, "true", "TRUE", "是", "yes", "有", "да"),
        *every(LEGAL_PERSON, False, False, "false", "否", "no", "没有", "нет"),
        (APPLICANT, "enterprise", "enterprise"),
        (APPLICANT, "企业", "enterprise"),
        (APPLICANT, "research_institute", "research_institute"),
        *every(AWARDED, frozenset("12"), [1, 2], ["1", "2"], [2, "1", 1], "1;2", "1；2", {"1", "2"}),
        *every(AWARDED, frozenset(), [], "none", "无"),
        (AWARDED, 2, frozenset("2")),
        *each(ACCEPTED, "2024-11-05|2024/11/5|2024年11月5日|20241105", date(2024, 11, 5)),
        (ACCEPTED, date(2024, 11, 5), date(2024, 11, 5)),
        (ACCEPTED, MIDNIGHT, date(2024, 11, 5)),
    ],
)  # fmt: skip
def test_a_value_is_taken_exactly(fact: Fact, raw: object, value: Value) -> None:
    answer = parse_value(fact, raw, choices=LABELS)
    assert (answer.state, answer.value, answer.source) == (State.KNOWN, value, Source.FILE)
    assert fact.problem(answer.value or Decimal(0)) is None or answer.value in (False, frozenset())


@pytest.mark.parametrize(
    ("fact", "raw", "problem"),
    [
        *((fact, raw, Refusal.EMPTY) for fact in facts.EVERY for raw in ("", "  ", None)),
        *((fact, "x" * 5_000, Refusal.TOO_LONG) for fact in facts.EVERY),
        *every(SPEND, Refusal.NOT_A_NUMBER, True, [1], {"a": 1}),
        *each(SPEND, "abc|1/3|0x10|1_000|1,2|12,34", Refusal.NOT_A_NUMBER),
        *each(SPEND, "20-30万|大概80万|超过30万|80多万|80万 90万|去年", Refusal.NOT_A_NUMBER),
        *every(SPEND, Refusal.NOT_FINITE, float("nan"), float("inf"), "NaN", "-inf", "1e400", "1e9999999"),
        *every(SPEND, Refusal.NEGATIVE, -5, -0.01, "-80万", "-800,000", -(10**300), Decimal("-1E+400")),
        *every(SPEND, Refusal.ABOVE_MAXIMUM, 10**15 + 1, 10**200, "9" * 200, Decimal("1E+400")),
        *every(SPEND, Refusal.TOO_PRECISE, "0.00000000001", "1e-400", 1e-11, "0." + "1" * 60),
        (SPEND, "80万美元", Refusal.WRONG_UNIT),
        (SPEND, "60P", Refusal.WRONG_UNIT),
        (PFLOPS, "80万元", Refusal.WRONG_UNIT),
        (PUE, "0.9", Refusal.BELOW_MINIMUM),
        (SHARE, "30", Refusal.ABOVE_MAXIMUM),
        (GRADE, 2.5, Refusal.NOT_WHOLE),
        (GRADE, "4", Refusal.ABOVE_MAXIMUM),
        (FIRST_YEAR, 1800, Refusal.OUT_OF_CALENDAR),
        (FIRST_YEAR, "去年", Refusal.NOT_A_NUMBER),
        *every(LEGAL_PERSON, Refusal.NOT_YES_OR_NO, 1, 0, "1", "maybe", [True], "我们没有被列入"),
        *every(APPLICANT, Refusal.NOT_A_CHOICE, 5, True, "xyz", ["enterprise"], "我们是企业"),
        *every(AWARDED, Refusal.NOT_A_CHOICE, [4], "4", [True], {"a": 1}, [[1]], 1.5, True),
        *every(ACCEPTED, Refusal.NOT_A_DATE, 20241105, True, [1]),
        *each(ACCEPTED, "2026-02-30|2024-11|昨天|3/4/2025", Refusal.NOT_A_DATE),
        (ACCEPTED, MIDNIGHT + timedelta(hours=8), Refusal.NOT_A_DATE),
        *every(ACCEPTED, Refusal.OUT_OF_CALENDAR, "1900-01-01", "2101-01-01", date(1, 1, 1)),
    ],
)  # fmt: skip
def test_a_bad_value_is_refused_with_a_code_and_in_few_characters(
    fact: Fact, raw: object, problem: Refusal
) -> None:
    with pytest.raises(BadFactValue) as refused:
        parse_value(fact, raw, choices=LABELS)
    assert (refused.value.fact, refused.value.problem) == (fact, problem)
    assert len(refused.value.given) <= 60


def test_a_number_too_long_to_write_out_is_refused_as_well() -> None:
    for huge, problem in ((10**6000, Refusal.ABOVE_MAXIMUM), (-(10**6000), Refusal.NEGATIVE)):
        with pytest.raises(BadFactValue) as refused:
            parse_value(SPEND, huge)
        assert refused.value.problem is problem


def test_a_refusal_carries_what_its_message_needs() -> None:
    with pytest.raises(BadFactValue) as refused:
        parse_value(PUE, "0.9")
    assert (refused.value.given, refused.value.parameters) == ("0.9", {"minimum": Decimal(1)})


@pytest.mark.parametrize("fact", facts.EVERY, ids=lambda fact: fact.id)
def test_unknown_and_not_applicable_are_values_of_every_fact(fact: Fact) -> None:
    assert parse_value(fact, "unknown") == UNKNOWN
    assert parse_value(fact, "不知道") == UNKNOWN
    assert parse_value(fact, "n/a") == INAPPLICABLE
    assert parse_value(fact, "N/A") == INAPPLICABLE


def test_money_finer_than_a_fen_is_kept_exactly() -> None:
    """A net amount of a spreadsheet has many digits; rounding comes last, in the rules."""
    assert parse_value(SPEND, "754716.9811320755").value == Decimal("754716.9811320755")
    assert parse_value(SPEND, 300000.001).value == Decimal("300000.001")


@given(st.decimals(0, 10**12, places=4, allow_nan=False))
def test_a_number_of_json_counts_as_the_text_it_is_written_with(number: Decimal) -> None:
    text = format(number, "f")
    assert parse_value(SPEND, json.loads(text, parse_float=Decimal)).value == number
    assert parse_value(SPEND, text).value == number


@given(st.floats(0, 1e12, allow_subnormal=False).filter(lambda number: number == 0 or number > 1e-3))
def test_a_float_never_gets_digits_that_it_was_not_written_with(number: float) -> None:
    outcome = outcome_of(SPEND, number)
    assert outcome in {Decimal(repr(number)), Refusal.TOO_PRECISE}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda children: (
        st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=3), children, max_size=3)
    ),
    max_leaves=5,
)


@given(st.sampled_from(facts.EVERY), JSON)
def test_any_json_value_is_taken_or_refused(fact: Fact, raw: object) -> None:
    outcome = outcome_of(fact, raw)
    assert outcome is None or isinstance(outcome, Refusal) or fact.problem(outcome) is None


def outcome_of(fact: Fact, raw: object) -> Value | Refusal | None:
    """The value (none where it is unknown or does not apply), or why there is none."""
    try:
        return parse_value(fact, raw).value
    except BadFactValue as refused:
        return refused.problem
