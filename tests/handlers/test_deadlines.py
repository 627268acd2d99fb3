"""EVENT=DATE pairs: what is read, what is refused and why, and the document that programs get."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.deadlines import deadline_document, read_events, stated_deadlines
from handlers.intake import IntakeRefused
from handlers.wording.catalogue import wording_for
from rules.calendar.periods import CountingConvention
from rules.calendar.published import PUBLISHED
from rules.deadlines.registry import DEADLINES, events_of
from rules.deadlines.rule import Event
from tests.rules.calendars import recorded_2027

PURCHASE, PLAN = "hlj-compute-purchase", "pj-it-projects"


@pytest.mark.parametrize(
    "written", ["2026-09-28", "2026/9/28", "2026.09.28", "2026年9月28日", "20260928", " 2026-09-28 "]
)
def test_a_date_is_read_in_every_form_that_a_facts_file_knows(written: str) -> None:
    assert read_events(PURCHASE, [f"publicity_started={written}"]) == {"publicity_started": date(2026, 9, 28)}


@pytest.mark.parametrize("written", ["2027", " 2027 ", "2027年"])
def test_a_year_is_read_where_the_event_is_one(written: str) -> None:
    assert read_events(PLAN, [f"plan_year={written}"]) == {"plan_year": 2027}


def test_several_events_are_read_together() -> None:
    read = read_events("zj-future-industry", ["incentive_first_year=2025", "acceptance_passed=2026-11-22"])
    assert read == {"incentive_first_year": 2025, "acceptance_passed": date(2026, 11, 22)}


@pytest.mark.parametrize(
    ("scheme_id", "pairs", "code"),
    [
        ("hlj-nothing", ["publicity_started=2026-09-28"], "unknown_scheme"),
        ("all", ["publicity_started=2026-09-28"], "unknown_scheme"),
        (PURCHASE, [], "event_missing"),
        (PURCHASE, ["publicity_started"], "event_not_a_pair"),
        (PURCHASE, ["=2026-09-28"], "event_not_a_pair"),
        (PURCHASE, ["2026-09-28"], "event_not_a_pair"),
        (PURCHASE, ["publicity=2026-09-28"], "event_unknown"),
        (PURCHASE, ["plan_year=2027"], "event_unknown"),
        (PURCHASE, ["publicity_started=2026-09-28", "publicity_started=2026-09-29"], "event_twice"),
        (PURCHASE, ["publicity_started="], "event_not_a_date"),
        (PURCHASE, ["publicity_started=2026-02-30"], "event_not_a_date"),
        (PURCHASE, ["publicity_started=2026"], "event_not_a_date"),
        (PURCHASE, ["publicity_started=9月28日"], "event_not_a_date"),
        (PURCHASE, ["publicity_started=tomorrow"], "event_not_a_date"),
        (PURCHASE, ["publicity_started=unknown"], "event_not_a_date"),
        (PURCHASE, ["publicity_started=n/a"], "event_not_a_date"),
        (PURCHASE, ["publicity_started=" + "9" * 5000], "event_not_a_date"),
        (PURCHASE, ["publicity_started=1948-12-31"], "event_out_of_calendar"),
        (PURCHASE, ["publicity_started=2101-01-01"], "event_out_of_calendar"),
        (PURCHASE, ["publicity_started=0001-01-01"], "event_out_of_calendar"),
        (PLAN, ["plan_year=2027-01-01"], "event_not_a_year"),
        (PLAN, ["plan_year=next"], "event_not_a_year"),
        (PLAN, ["plan_year=2026.5"], "event_not_a_year"),
        (PLAN, ["plan_year=unknown"], "event_not_a_year"),
        (PLAN, ["plan_year=1948"], "event_out_of_calendar"),
        (PLAN, ["plan_year=2101"], "event_out_of_calendar"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(scheme_id: str, pairs: list[str], code: str) -> None:
    with pytest.raises(IntakeRefused) as refused:
        read_events(scheme_id, pairs)
    assert refused.value.code == code
    assert all(len(value) < 400 for value in refused.value.params.values())


@pytest.mark.parametrize("scheme_id", DEADLINES)
def test_an_unknown_event_is_answered_with_those_that_the_scheme_knows(scheme_id: str) -> None:
    for pairs in (["nothing=2026-09-28"], [], ["nothing"]):
        with pytest.raises(IntakeRefused) as refused:
            read_events(scheme_id, pairs)
        assert refused.value.params["choices"] == ", ".join(events_of(scheme_id))


def test_a_refused_date_names_its_event_and_what_was_given() -> None:
    with pytest.raises(IntakeRefused) as refused:
        read_events(PURCHASE, ["publicity_started=2026-02-30"])
    assert refused.value.params == {"event": "publicity_started", "given": "2026-02-30"}


def test_a_year_out_of_the_calendar_is_answered_with_its_bounds() -> None:
    with pytest.raises(IntakeRefused) as refused:
        read_events(PLAN, ["plan_year=3000"])
    assert (refused.value.params["first"], refused.value.params["last"]) == ("1949", "2100")


@given(st.lists(st.text(max_size=80), max_size=4), st.sampled_from([*DEADLINES, "x", ""]))
def test_any_text_is_read_or_refused(pairs: list[str], scheme_id: str) -> None:
    with suppress(IntakeRefused):
        assert read_events(scheme_id, pairs)


@given(
    st.sampled_from([(scheme, event) for scheme in DEADLINES for event in events_of(scheme).values()]),
    st.dates(date(1949, 1, 1), date(2100, 12, 31)),
)
def test_every_event_of_every_scheme_makes_something_due(pair: tuple[str, Event], day: date) -> None:
    scheme_id, event = pair
    value = day.year if event.is_year else day.isoformat()
    found = stated_deadlines(scheme_id, [f"{event.id}={value}"])
    assert found
    assert {one.rule.event for one in found} == {event}


def test_the_document_has_the_fields_of_the_contract() -> None:
    (found,) = stated_deadlines(PURCHASE, ["publicity_started=2026-09-29"])
    document = deadline_document(found, wording_for("zh_CN"))
    text = document.pop("text")
    assert document == {
        "id": "publicity_ends",
        "due": "2026-10-10",
        "counted": "working_days",
        "official": True,
        "day_off": False,
        "citation": {"chapter": "四", "article": "八", "item": "五"},
    }
    assert text


@pytest.mark.parametrize("scheme_id", DEADLINES)
def test_each_document_has_the_plain_values_that_json_knows(scheme_id: str) -> None:
    pairs = [
        f"{event.id}={2026 if event.is_year else '2026-11-16'}" for event in events_of(scheme_id).values()
    ]
    documents = [deadline_document(one, wording_for("zh_CN")) for one in stated_deadlines(scheme_id, pairs)]
    assert len(documents) == len(DEADLINES[scheme_id])
    for document in documents:
        assert list(document) == ["id", "due", "counted", "official", "day_off", "citation", "text"]
        assert type(document["counted"]) is str
        assert date.fromisoformat(document["due"]).isoformat() == document["due"]
        assert type(document["official"]) is bool
        assert document["day_off"] in {True, False, None}


def test_the_operator_s_calendar_and_reading_are_used() -> None:
    pairs = ["publicity_started=2026-12-25"]
    (plain,) = stated_deadlines(PURCHASE, pairs)
    (other,) = stated_deadlines(
        PURCHASE,
        pairs,
        calendars=PUBLISHED.recorded(recorded_2027()),
        convention=CountingConvention.FROM_NEXT_DAY,
    )
    assert (plain.due, plain.official) == (date(2026, 12, 31), True)
    assert (other.due, other.official) == (date(2027, 1, 4), True)
