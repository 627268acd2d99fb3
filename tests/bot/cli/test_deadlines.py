"""`shenbao deadlines` as the contract has it."""

import json
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from handlers.wording.catalogue import LANGUAGES


def shenbao(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["deadlines", *arguments])


def listed(*arguments: str) -> dict[str, Any]:
    result = shenbao(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return {entry["id"]: entry for entry in json.loads(result.stdout)}


def test_a_deadline_has_exactly_the_fields_of_the_contract() -> None:
    (found,) = listed("hlj-compute-purchase", "publicity_started=2026-09-28").values()
    assert set(found) == {"id", "due", "counted", "official", "day_off", "citation", "text"}
    assert (found["due"], found["counted"], found["official"]) == ("2026-10-09", "working_days", True)


@pytest.mark.parametrize(
    ("scheme", "event", "due"),
    [
        ("hlj-computing-centre", "publicity_started=2026-02-12", {"publicity_ends": "2026-02-25"}),
        (
            "zj-future-industry",
            "midterm_result_received=2026-01-31",
            {"midterm_corrections_report": "2026-02-28"},
        ),
        ("zj-future-industry", "provincial_document_received=2026-03-01", {"allocation_plan": "2026-03-31"}),
        (
            "zj-future-industry",
            "implementation_ended=2026-11-30",
            {"acceptance_application": "2026-12-30", "self_evaluation": "2027-02-28"},
        ),
        ("zj-future-industry", "acceptance_passed=2026-11-30", {"settlement": "2026-12-30"}),
        (
            "zj-future-industry",
            "incentive_first_year=2025",
            {
                "midterm_self_assessment": "2025-10-31",
                "payment_completed": "2025-12-31",
                "payment_completed_second": "2026-12-31",
            },
        ),
        (
            "js-special-funds",
            "budget_approved=2026-01-20",
            {"budget_disclosed": "2026-02-09", "transfer_issued": "2026-03-21"},
        ),
        ("js-special-funds", "transfer_received=2026-03-21", {"transfer_passed_on": "2026-04-20"}),
        ("js-special-funds", "penalty_date=2024-02-29", {"application_ban_ends": "2027-02-28"}),
        (
            "pj-it-projects",
            "plan_year=2027",
            {"annual_plan_submitted": "2026-08-31", "annual_plan_reviewed": "2026-11-30"},
        ),
    ],
)
def test_every_event_of_the_contract_makes_its_deadlines_due(
    scheme: str, event: str, due: dict[str, str]
) -> None:
    assert {name: entry["due"] for name, entry in listed(scheme, event).items()} == due


def test_beyond_the_published_calendar_working_days_are_estimates_and_other_counts_are_not() -> None:
    publicity = listed("hlj-sme-digital", "publicity_started=2026-12-30")["publicity_ends"]
    assert (publicity["official"], publicity["day_off"]) == (False, None)
    settlement = listed("zj-future-industry", "acceptance_passed=2026-12-30")["settlement"]
    assert (settlement["official"], settlement["day_off"]) == (True, None)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("hlj-nothing", "publicity_started=2026-01-05"), "hlj-nothing"),
        (("pj-it-projects", "publicity_started=2026-01-05"), "plan_year"),
        (("hlj-sme-digital", "publicity_started=2026-02-30"), "2026-02-30"),
        (("hlj-sme-digital", "publicity_started"), "publicity_started"),
        (
            ("hlj-sme-digital", "publicity_started=2026-01-05", "publicity_started=2026-01-06"),
            "publicity_started",
        ),
        (("pj-it-projects", "plan_year=2026-01-01"), "plan_year"),
        (("hlj-sme-digital", "publicity_started=9999-12-31"), "9999-12-31"),
    ],
)
def test_a_refusal_names_what_was_given(arguments: tuple[str, ...], named: str) -> None:
    result = shenbao(*arguments, "--json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert named in result.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_read_one_line_a_deadline_in_their_language(language: str) -> None:
    result = shenbao("zj-future-industry", "incentive_first_year=2025", "--lang", language)
    assert result.exit_code == 0
    assert len(result.stdout.strip().splitlines()) == 3
    assert "deadline." not in result.stdout


def test_no_event_at_all_is_wrong_usage() -> None:
    assert shenbao("hlj-sme-digital").exit_code == 2
