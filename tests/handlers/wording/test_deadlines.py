"""Deadlines as people read them: the day, how it was counted, what is estimated; and every name in every
language.
"""

from datetime import date

import pytest

from handlers.deadlines import read_events
from handlers.intake import IntakeRefused
from handlers.wording.catalogue import LANGUAGES, Translator, wording_for
from handlers.wording.deadlines import (
    calendar_refusal,
    deadline_line,
    deadline_name,
    deadline_text,
    event_name,
)
from rules.calendar.periods import CountingConvention, WorkingDays, count
from rules.calendar.published import PUBLISHED
from rules.calendar.year import CalendarRefused, DayOff, OutOfCalendar
from rules.deadlines.due import Deadline, EventValue, deadlines
from rules.deadlines.registry import DEADLINES, events_of
from rules.deadlines.rule import PUBLICITY_STARTED, DeadlineRule
from rules.engine.citation import cite

FIRST, NEXT = CountingConvention
ZH = wording_for("zh_CN", strict=True)


@pytest.fixture(params=LANGUAGES)
def wording(request: pytest.FixtureRequest) -> Translator:
    return wording_for(request.param, strict=True)


def of(
    scheme_id: str, event: str, value: EventValue, convention: CountingConvention = FIRST
) -> list[Deadline]:
    return list(deadlines(scheme_id, {event: value}, convention=convention))


def text(scheme_id: str, event: str, value: EventValue, convention: CountingConvention = FIRST) -> str:
    return deadline_text(ZH, of(scheme_id, event, value, convention)[0])


def publicity(day: str, convention: CountingConvention = FIRST) -> str:
    return text("hlj-compute-purchase", "publicity_started", date.fromisoformat(day), convention)


def test_the_counting_is_shown_with_the_holiday_and_the_make_up_workday() -> None:
    assert publicity("2026-09-29") == (
        "公示期满：2026年10月10日"
        "（9月29日起，5 个工作日，开始当天算第 1 天；国庆节 7 天不计；10月10日补班计入）"
    )


def test_the_other_reading_is_named() -> None:
    assert publicity("2026-09-27", NEXT) == (
        "公示期满：2026年10月9日（9月28日起，5 个工作日，开始次日算第 1 天；国庆节 7 天不计）"
    )


def test_a_start_on_a_day_off_is_said_to_put_day_one_off() -> None:
    assert publicity("2026-11-21") == (
        "公示期满：2026年11月27日（11月23日起，5 个工作日，开始当天算第 1 天；11月21日是休息日，第 1 天顺延）"
    )


def test_weekends_are_summed_up() -> None:
    assert "周末 2 天不计" in publicity("2026-11-18")


def test_several_make_up_workdays_are_all_named() -> None:
    """No five days have two of them; a longer term would: 14 and 28 February 2026."""
    rule = DeadlineRule("publicity_ends", PUBLICITY_STARTED, WorkingDays(9), cite("四", "八", "五"))
    found = Deadline(rule, count(rule.term, date(2026, 2, 12), PUBLISHED))
    assert "2月14日、2月28日补班计入" in deadline_text(ZH, found)


def test_an_estimate_says_so_and_why() -> None:
    shown = publicity("2026-12-28")
    assert shown.startswith("公示期满：2027年1月1日（2026年12月28日起，")
    assert "推定：没有2027年的官方放假安排" in shown


def test_at_least_five_days_are_the_earliest_end() -> None:
    shown = text("hlj-sme-digital", "publicity_started", date(2026, 11, 16))
    assert "至少 5 个工作日" in shown
    assert "最早的一天" in shown


def test_in_principle_and_a_day_off_are_said() -> None:
    shown = text("zj-future-industry", "acceptance_passed", date(2026, 10, 23))
    assert shown == (
        "完成当期资金结算：原则上 2026年11月22日（10月23日的次日起 30 日；当天是休息日，期限不顺延）"
    )


def test_the_end_of_a_shorter_month_is_explained() -> None:
    shown = text("zj-future-industry", "implementation_ended", date(2025, 1, 31))
    assert shown == "提交验收申请：2025年2月28日（1月31日的次日起 1 个月；该月没有这一天，到月末为止）"


def test_a_fixed_day_is_said_to_be_one() -> None:
    assert text("pj-it-projects", "plan_year", 2027) == "报送项目实施计划：2026年8月31日（固定日期）"


def test_on_a_line_the_article_stands_behind() -> None:
    (found,) = of("hlj-compute-purchase", "publicity_started", date(2026, 11, 16))
    assert deadline_line(ZH, found).endswith("〔八(五)〕")


def test_every_deadline_and_event_has_a_name_of_its_own(wording: Translator) -> None:
    events = {event.id: event for scheme_id in DEADLINES for event in events_of(scheme_id).values()}
    names = [event_name(wording, event) for event in events.values()]
    assert names
    assert len(set(names)) == len(names)
    found = {
        one.id: one
        for scheme_id in DEADLINES
        for event in events_of(scheme_id).values()
        for one in of(scheme_id, event.id, 2026 if event.is_year else date(2026, 11, 16))
    }
    named = [deadline_name(wording, one) for one in found.values()]
    assert len(set(named)) == len(named) == 15


@pytest.mark.parametrize("convention", CountingConvention)
def test_every_count_of_two_years_is_worded_in_every_language(
    wording: Translator, convention: CountingConvention
) -> None:
    """Day by day, so that every holiday, weekend and make-up workday has been in a count; no gap is left."""
    for scheme_id in DEADLINES:
        for event in events_of(scheme_id).values():
            for ordinal in range(date(2025, 9, 1).toordinal(), date(2027, 2, 1).toordinal(), 3):
                day = date.fromordinal(ordinal)
                for one in of(scheme_id, event.id, day.year if event.is_year else day, convention):
                    shown = deadline_text(wording, one)
                    assert "{" not in shown
                    assert str(one.due.year) in shown


def test_every_reason_for_a_day_off_has_a_name(wording: Translator) -> None:
    assert sorted(why for why in DayOff if not wording.has(f"holiday.{why}")) == []


def test_every_refusal_of_an_event_has_words(wording: Translator) -> None:
    for pairs in (
        [],
        ["x"],
        ["x=1"],
        ["plan_year=1948"],
        ["plan_year=x"],
        ["plan_year=2027"] * 2,
    ):
        with pytest.raises(IntakeRefused) as refused:
            read_events("pj-it-projects", pairs)
        shown = wording.text(f"refusal.{refused.value.code}", **refused.value.params)
        assert "{" not in shown
        assert shown.strip()


@pytest.mark.parametrize("code", ["unknown_scheme", "event_not_a_date"])
def test_the_refusals_of_other_schemes_have_words_too(wording: Translator, code: str) -> None:
    shown = wording.text(f"refusal.{code}", event="publicity_started", given="<b>x", choices="a, b")
    assert "<b>x" in shown


@pytest.mark.parametrize(
    "problem", ["document", "year", "both", "weekday", "weekend", "holiday", "published"]
)
def test_every_refusal_of_a_calendar_names_its_year(wording: Translator, problem: str) -> None:
    shown = calendar_refusal(wording, CalendarRefused(2027, problem, date(2026, 12, 31)))
    assert "2027" in shown
    assert "{" not in shown


def test_a_calendar_out_of_range_is_answered_with_the_range(wording: Translator) -> None:
    shown = calendar_refusal(wording, OutOfCalendar(2300))
    assert all(year in shown for year in ("2300", "1949", "2200"))
