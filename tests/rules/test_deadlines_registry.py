"""The declarations of all schemes: cited, known to the ledger, the terms those of the text; and what is
refused.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime

import pytest

from handlers.ledgers import ledger_of
from rules.calendar.periods import Days, FixedDay, Months, Term, WorkingDays, Years
from rules.deadlines.due import EventValue, deadlines
from rules.deadlines.refusals import BadEvent, EventOutOfCalendar, UnknownEvent, UnknownScheme
from rules.deadlines.registry import DEADLINES, declared_in, events_of
from rules.deadlines.rule import DeadlineRule
from rules.ledger import Treatment
from rules.schemes import SCHEMES
from tests.rules.law_texts import places

EVENTS = {
    "publicity_started", "midterm_result_received", "provincial_document_received",
    "implementation_ended", "acceptance_passed", "incentive_first_year", "budget_approved",
    "transfer_received", "penalty_date", "plan_year",
}  # fmt: skip
IDS = {
    "publicity_ends", "midterm_corrections_report", "allocation_plan", "acceptance_application",
    "settlement", "self_evaluation", "midterm_self_assessment", "payment_completed",
    "payment_completed_second", "transfer_issued", "transfer_passed_on", "budget_disclosed",
    "application_ban_ends", "annual_plan_submitted", "annual_plan_reviewed",
}  # fmt: skip
RULES = [(scheme_id, rule) for scheme_id, rules in DEADLINES.items() for rule in rules]
each_rule = pytest.mark.parametrize(
    ("scheme_id", "rule"), RULES, ids=[f"{scheme_id} {rule.id}" for scheme_id, rule in RULES]
)
SMALL = {1: "一", 3: "三"}


def test_every_scheme_has_deadlines_and_together_they_are_those_of_the_contract() -> None:
    assert list(DEADLINES) == list(SCHEMES)
    assert all(DEADLINES.values())
    assert {rule.id for _, rule in RULES} == IDS
    assert {rule.event.id for _, rule in RULES} == EVENTS


def test_only_years_are_given_as_years() -> None:
    assert {rule.event.id for _, rule in RULES if rule.event.is_year} == {"incentive_first_year", "plan_year"}


@each_rule
def test_every_place_that_a_deadline_names_is_an_encoded_one_of_the_ledger(
    scheme_id: str, rule: DeadlineRule
) -> None:
    for place in (rule.citation, *rule.further):
        entry = ledger_of(scheme_id).find(place)
        assert entry is not None, place
        assert entry.treatment is Treatment.ENCODED, place


@each_rule
def test_the_cited_article_sets_the_term(scheme_id: str, rule: DeadlineRule) -> None:
    """Number and unit stand in the official text of the place that is cited."""
    text = places(scheme_id)[rule.citation]
    assert as_written(rule.term) in re.sub(r"\s", "", text)


@each_rule
def test_the_cited_article_says_in_principle_or_at_least_where_the_rule_does(
    scheme_id: str, rule: DeadlineRule
) -> None:
    text = re.sub(r"\s", "", places(scheme_id)[rule.citation])
    before = text[: text.index(as_written(rule.term))].rpartition("。")[2]
    assert ("原则上" in before) is rule.in_principle
    at_least = isinstance(rule.term, WorkingDays) and rule.term.at_least
    assert ("不少于" in before) is at_least


def as_written(term: Term) -> str:
    """The term in the words that these instruments use."""
    match term:
        case WorkingDays(number=number):
            return f"{number}个工作日"
        case Days(number=number):
            return f"{number}日"
        case Months(number=number):
            return f"{SMALL[number]}个月"
        case Years(number=number):
            return f"{number}年"
        case FixedDay(month=month):
            return f"{month}月底"


def test_two_deadlines_with_one_id_fail_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = DEADLINES["hlj-compute-purchase"] * 2
    monkeypatch.setattr("rules.schemes.hlj_compute_purchase.deadlines.DEADLINES", twice)
    with pytest.raises(ValueError, match="two deadlines"):
        declared_in("hlj_compute_purchase")


def test_no_event_makes_nothing_due() -> None:
    assert deadlines("hlj-compute-purchase", {}) == ()


def test_several_events_are_answered_together_the_earliest_first() -> None:
    found = deadlines(
        "zj-future-industry",
        {
            "incentive_first_year": 2025,
            "provincial_document_received": date(2025, 11, 1),
            "implementation_ended": date(2026, 9, 30),
        },
    )
    assert [one.id for one in found] == [
        "midterm_self_assessment",
        "allocation_plan",
        "payment_completed",
        "acceptance_application",
        "self_evaluation",
        "payment_completed_second",
    ]


def test_an_unknown_scheme_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownScheme) as refused:
        deadlines("hlj-nothing", {"publicity_started": date(2026, 11, 16)})
    assert (refused.value.given, refused.value.known) == ("hlj-nothing", tuple(SCHEMES))


@pytest.mark.parametrize("scheme_id", SCHEMES)
def test_an_event_of_another_scheme_is_refused_with_those_that_are_known(scheme_id: str) -> None:
    for event in EVENTS - set(events_of(scheme_id)):
        with pytest.raises(UnknownEvent) as refused:
            deadlines(scheme_id, {event: date(2026, 11, 16)})
        assert (refused.value.scheme, refused.value.given) == (scheme_id, event)
        assert set(refused.value.known) == set(events_of(scheme_id))


@pytest.mark.parametrize(
    ("scheme_id", "events", "expected"),
    [
        ("hlj-compute-purchase", {"publicity_started": 2026}, "day"),
        ("hlj-compute-purchase", {"publicity_started": datetime(2026, 11, 16)}, "day"),  # noqa: DTZ001
        ("pj-it-projects", {"plan_year": date(2026, 1, 1)}, "year"),
        ("pj-it-projects", {"plan_year": True}, "year"),
    ],
)
def test_a_day_for_a_year_and_a_year_for_a_day_are_refused(
    scheme_id: str, events: Mapping[str, EventValue], expected: str
) -> None:
    with pytest.raises(BadEvent) as refused:
        deadlines(scheme_id, events)
    assert (refused.value.event, refused.value.expected) == (next(iter(events)), expected)


@pytest.mark.parametrize(
    ("scheme_id", "events"),
    [
        ("hlj-compute-purchase", {"publicity_started": date(1948, 12, 31)}),
        ("hlj-compute-purchase", {"publicity_started": date(2201, 1, 1)}),
        ("pj-it-projects", {"plan_year": 1948}),
        ("pj-it-projects", {"plan_year": 2201}),
        ("pj-it-projects", {"plan_year": -5}),
    ],
)
def test_an_event_outside_the_years_that_are_counted_in_is_refused(
    scheme_id: str, events: Mapping[str, EventValue]
) -> None:
    with pytest.raises(EventOutOfCalendar) as refused:
        deadlines(scheme_id, events)
    assert (refused.value.event, refused.value.first, refused.value.last) == (next(iter(events)), 1949, 2200)


@pytest.mark.parametrize("year", [1949, 2200])
def test_the_first_and_the_last_year_are_counted_in(year: int) -> None:
    assert len(deadlines("pj-it-projects", {"plan_year": year})) == 2
