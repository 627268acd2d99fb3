"""What a person types as the answer to one question: taken, asked back, or refused with what is expected."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding.answers import read_answer
from handlers.understanding.readings import MOST_SAID, Doubt, Reading, Refusal
from rules.engine.facts import Fact, Value
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Source, State, known
from tests.handlers.understanding import facts
from tests.handlers.understanding.facts import (
    ACCEPTED,
    APPLICANT,
    AWARDED,
    COUNT,
    FIRST_YEAR,
    GRADE,
    LABELS,
    LEGAL_PERSON,
    PENALTY,
    PFLOPS,
    PIECES,
    PUE,
    SHARE,
    SPEND,
    YEARS,
    each,
)

TODAY = date(2026, 11, 22)
THRESHOLDS = {"compute_spend": {Decimal(300_000)}, "new_pflops": {Decimal(50)}, "pue": {Decimal("1.3")}}


def read(fact: Fact, text: str) -> Reading:
    return read_answer(fact, text, TODAY, choices=LABELS, thresholds=THRESHOLDS.get(fact.id, ()))


def d(text: str) -> Decimal:
    return Decimal(text)


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        *each(SPEND, "800000|80万|80万元|８０万|800,000|800 000|八十万", d("800000")),
        *each(SPEND, "RMB 800,000|0.8 million yuan|800 тысяч юаней|0,8 млн|8e5", d("800000")),
        *each(SPEND, "我们花了80万元吧|一共80万。|¥800,000.00|捌拾万元整|800,000.", d("800000")),
        (SPEND, "1.2亿", d("120000000")),
        (SPEND, "百万", d("1000000")),
        (SPEND, "1 200 000,50", d("1200000.50")),
        (SPEND, "0", d("0")),
        (SPEND, "5000元", d("5000")),
        (SPEND, "300000.01", d("300000.01")),
        (PFLOPS, "60P", d("60")),
        (PFLOPS, "60", d("60")),
        (PFLOPS, "六十P", d("60")),
        (PFLOPS, "60 PFLOPS", d("60")),
        (PUE, "1.28", d("1.28")),
        (PUE, "PUE1.28", d("1.28")),
        (PUE, "1,28", d("1.28")),
        (PUE, "一点二八", d("1.28")),
        (SHARE, "70%", d("0.7")),
        (SHARE, "0.7", d("0.7")),
        (SHARE, "七成", d("0.7")),
        (GRADE, "3", d("3")),
        (GRADE, "三级", d("3")),
        (GRADE, "等保二级", d("2")),
        (COUNT, "10个", d("10")),
        (COUNT, "十", d("10")),
        (YEARS, "2年", d("2")),
        (YEARS, "18个月", d("1.5")),
        (YEARS, "一年半", d("1.5")),
        (FIRST_YEAR, "2025", d("2025")),
        (FIRST_YEAR, "2025年", d("2025")),
        *each(ACCEPTED, "2024-11-05|2024/11/5|20241105|2024年11月5日|05.11.2024", date(2024, 11, 5)),
        *each(ACCEPTED, "二〇二四年十一月五日|Nov 5, 2024|5 ноября 2024 г.|2024 11 5", date(2024, 11, 5)),
        *each(LEGAL_PERSON, "是|有|对!|yes|Y|да|✓|👍🏻|是的。|1|符合", True),
        *each(LEGAL_PERSON, "否|没有|不是|No.|n|нет|✗|没有啊|0|未通过", False),
        *each(APPLICANT, "企业|企業|ENTERPRISE| enterprise |предприятие", "enterprise"),
        (AWARDED, "1;2", frozenset("12")),
        (AWARDED, "二级和三级", frozenset("23")),
        (AWARDED, "2级", frozenset("2")),
        (AWARDED, "都没有", frozenset()),
        (AWARDED, "none", frozenset()),
    ],
)  # fmt: skip
def test_a_clear_answer_is_taken(fact: Fact, text: str, value: Value) -> None:
    reading = read(fact, text)
    assert (reading.state, reading.value, reading.doubt, reading.refusal) == (State.KNOWN, value, None, None)
    assert reading.sure
    assert reading.answer == known(value, Source.STATED, reading.said)


@pytest.mark.parametrize(
    ("fact", "text", "doubt", "candidates"),
    [
        (SPEND, "80", Doubt.UNIT_UNCLEAR, (d("80"), d("800000"))),
        (SPEND, "80W", Doubt.UNIT_SUPPOSED, (d("800000"),)),
        (SPEND, "20-30万", Doubt.RANGE, (d("200000"), d("300000"))),
        (SPEND, "七八十万", Doubt.RANGE, (d("700000"), d("800000"))),
        (SPEND, "80多万", Doubt.APPROXIMATE, (d("800000"),)),
        (SPEND, "大概80万", Doubt.APPROXIMATE, (d("800000"),)),
        (SPEND, "超过30万", Doubt.BOUND, (d("300000"),)),
        (SPEND, "不到30万", Doubt.BOUND, (d("300000"),)),
        (SPEND, "30万", Doubt.ON_THRESHOLD, (d("300000"),)),
        (PFLOPS, "50P", Doubt.ON_THRESHOLD, (d("50"),)),
        (PUE, "1.30", Doubt.ON_THRESHOLD, (d("1.3"),)),
        (SPEND, "80万 90万", Doubt.SEVERAL, (d("800000"), d("900000"))),
        (SPEND, "80万美元", Doubt.FOREIGN_CURRENCY, ()),
        (SPEND, "$80,000", Doubt.FOREIGN_CURRENCY, ()),
        (SPEND, "300000.001", Doubt.FINER_THAN_FEN, (d("300000.001"),)),
        (SPEND, "不是80万", Doubt.IN_A_SENTENCE, (d("800000"),)),
        (SPEND, "<b>80万</b>", Doubt.IN_A_SENTENCE, (d("800000"),)),
        (SPEND, "123,456 юаней", Doubt.SEPARATOR_UNCLEAR, (d("123456"), d("123.456"))),
        (PUE, "1。28", Doubt.SEPARATOR_UNCLEAR, (d("1.28"),)),
        (PFLOPS, "75000T", Doubt.UNIT_SUPPOSED, (d("75"),)),
        (SHARE, "70", Doubt.UNIT_SUPPOSED, (d("0.7"),)),
        (SHARE, "1", Doubt.UNIT_UNCLEAR, (d("1"), d("0.01"))),
        (FIRST_YEAR, "去年", Doubt.RELATIVE_DATE, (d("2025"),)),
        (ACCEPTED, "11月5日", Doubt.YEAR_SUPPOSED, (date(2026, 11, 5),)),
        (ACCEPTED, "24年3月5日", Doubt.YEAR_SUPPOSED, (date(2024, 3, 5),)),
        (ACCEPTED, "昨天", Doubt.RELATIVE_DATE, (date(2026, 11, 21),)),
        (ACCEPTED, "去年3月", Doubt.DATE_INCOMPLETE, ()),
        (ACCEPTED, "2024", Doubt.DATE_INCOMPLETE, ()),
        (ACCEPTED, "2024-11-05以后", Doubt.BOUND, (date(2024, 11, 5),)),
        (ACCEPTED, "不是2024-11-05", Doubt.IN_A_SENTENCE, (date(2024, 11, 5),)),
        (LEGAL_PERSON, "是的,我们是独立法人", Doubt.IN_A_SENTENCE, (True,)),
        (LEGAL_PERSON, "我们没有被列入", Doubt.IN_A_SENTENCE, (False,)),
        (APPLICANT, "我们是一家企业", Doubt.IN_A_SENTENCE, ("enterprise",)),
        (APPLICANT, "高校和企业", Doubt.SEVERAL, ("university", "enterprise")),
    ],
)
def test_what_can_be_meant_otherwise_is_asked_back_with_the_plausible_values(
    fact: Fact, text: str, doubt: Doubt, candidates: tuple[Value, ...]
) -> None:
    reading = read(fact, text)
    assert (reading.doubt, reading.candidates, reading.refusal) == (doubt, candidates, None)
    assert not reading.sure


@pytest.mark.parametrize(
    ("fact", "text", "refusal"),
    [
        *((fact, "", Refusal.EMPTY) for fact in facts.EVERY),
        *((fact, " \n\t", Refusal.EMPTY) for fact in facts.EVERY),
        *((fact, "x" * 10_000, Refusal.TOO_LONG) for fact in facts.EVERY),
        (SPEND, "abc", Refusal.NOT_A_NUMBER),
        (SPEND, "💰", Refusal.NOT_A_NUMBER),
        (SPEND, "1.2.3", Refusal.NOT_A_NUMBER),
        *each(SPEND, "NaN|inf|-Infinity|∞|1e400|1E999999", Refusal.NOT_FINITE),
        *((SPEND, text, Refusal.NEGATIVE) for text in ("-5", "-80万", "负80万", "−800000", "-" + "9" * 50)),
        *((SPEND, text, Refusal.ABOVE_MAXIMUM) for text in ("1000000000000001", "9" * 200, "1" + "0" * 18)),
        (SPEND, "0." + "1" * 40, Refusal.TOO_PRECISE),
        (SPEND, "1e-12", Refusal.TOO_PRECISE),
        (SPEND, "60P", Refusal.WRONG_UNIT),
        (PFLOPS, "60PB", Refusal.WRONG_UNIT),
        (PFLOPS, "80万元", Refusal.WRONG_UNIT),
        (PUE, "0.9", Refusal.BELOW_MINIMUM),
        (SHARE, "150%", Refusal.ABOVE_MAXIMUM),
        (GRADE, "4", Refusal.ABOVE_MAXIMUM),
        (GRADE, "0", Refusal.BELOW_MINIMUM),
        (GRADE, "2.5", Refusal.NOT_WHOLE),
        (COUNT, "2.5个", Refusal.NOT_WHOLE),
        (FIRST_YEAR, "1800", Refusal.OUT_OF_CALENDAR),
        (ACCEPTED, "2026-02-30", Refusal.NOT_A_DATE),
        (ACCEPTED, "2024年13月1日", Refusal.NOT_A_DATE),
        (ACCEPTED, "20240230", Refusal.NOT_A_DATE),
        (ACCEPTED, "3/4/2025", Refusal.NOT_A_DATE),
        (ACCEPTED, "abc", Refusal.NOT_A_DATE),
        (ACCEPTED, "1900-01-01", Refusal.OUT_OF_CALENDAR),
        (ACCEPTED, "2101-01-01", Refusal.OUT_OF_CALENDAR),
        (ACCEPTED, "9999-12-31", Refusal.OUT_OF_CALENDAR),
        *each(LEGAL_PERSON, "有没有?|不是没有|也许|是吗|80万|如果是", Refusal.NOT_YES_OR_NO),
        *each(APPLICANT, "不是企业|xyz|4|<b>", Refusal.NOT_A_CHOICE),
        *each(AWARDED, "4|1;4|abc", Refusal.NOT_A_CHOICE),
    ],
)  # fmt: skip
def test_what_cannot_be_the_answer_is_refused_with_a_reason(fact: Fact, text: str, refusal: Refusal) -> None:
    reading = read(fact, text)
    assert (reading.refusal, reading.state, reading.value, reading.doubt) == (refusal, None, None, None)
    assert reading.answer is None


@pytest.mark.parametrize("fact", facts.EVERY, ids=lambda fact: fact.id)
@pytest.mark.parametrize(
    "text", ["不知道", "不清楚。", "不太清楚", "Unknown", "I don't know", "не знаю", "idk", "不確定"]
)
def test_not_knowing_is_an_answer_to_every_question(fact: Fact, text: str) -> None:
    reading = read(fact, text)
    assert reading.sure
    assert reading.answer == UNKNOWN


@pytest.mark.parametrize("text", ["不适用", "不適用", "n/a", "N/A", "not applicable", "не применимо"])
def test_not_applicable_is_an_answer_whose_place_others_judge(text: str) -> None:
    assert read(SPEND, text).answer == INAPPLICABLE


@pytest.mark.parametrize("text", ["从未", "没有", "never", "нет"])
def test_a_day_that_never_was_is_asked_back_as_not_applicable(text: str) -> None:
    reading = read(PENALTY, text)
    assert (reading.answer, reading.doubt) == (INAPPLICABLE, Doubt.MEANT_NONE)
    assert read(ACCEPTED, text).refusal is Refusal.NOT_A_DATE


def test_a_message_finds_the_figures_that_it_needs() -> None:
    assert read(PUE, "0.9").parameters == {"minimum": Decimal(1), "unit": "ratio"}
    assert read(GRADE, "4").parameters["maximum"] == Decimal(3)
    assert read(SPEND, "x" * 5_000).parameters == {"most": 4_000, "length": 5_000}
    assert read(ACCEPTED, "去年3月").parameters == {"year": 2025, "month": 3}
    assert read(APPLICANT, "xyz").parameters == {"choices": APPLICANT.choices}


def test_a_day_without_a_year_counts_from_the_day_that_is_given() -> None:
    reading = read_answer(ACCEPTED, "3月5日", date(2030, 1, 1))
    assert reading.value == date(2030, 3, 5)


@given(st.sampled_from(facts.EVERY), st.text(max_size=80))
def test_any_text_has_exactly_one_outcome(fact: Fact, text: str) -> None:
    """Taken, asked back or refused; whatever is offered is a value that the fact can have."""
    reading = read(fact, text)
    outcomes = (reading.sure, reading.doubt is not None, reading.refusal is not None)
    assert sum(outcomes) == 1
    assert len(reading.said) <= MOST_SAID
    offered = (*reading.candidates, *(() if reading.value is None else (reading.value,)))
    assert [value for value in offered if fact.problem(value)] == []


@given(
    st.sampled_from(facts.EVERY),
    st.lists(st.sampled_from(PIECES.split()), max_size=9),
)
def test_rows_of_the_grammars_own_pieces_have_one_outcome_too(fact: Fact, pieces: list[str]) -> None:
    reading = read(fact, "".join(pieces))
    assert sum((reading.sure, reading.doubt is not None, reading.refusal is not None)) == 1
    assert [value for value in reading.candidates if fact.problem(value)] == []
