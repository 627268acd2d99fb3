"""What is recorded is used: validity, the day of release, coefficients, counting, next year's calendar."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.bot.operator.conftest import SOURCE, Write
from tests.bot.operator.test_calendars import calendar

RELEASED_IN_MAY = f'[[release]]\npolicy = "longjiang60"\nday = 2023-05-10\n{SOURCE}'
UNTIL_2027 = f'[[validity]]\npolicy = "longjiang60"\nuntil = 2027-06-30\n{SOURCE}'
BROKEN = '[[validity]]\npolicy = "longjiang60"\nuntil = 2027-06-30\ndated = 2026-01-05\n'

Shenbao = Callable[..., Any]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def shenbao(home: Path) -> Shenbao:
    """A command's document."""

    def documents(*arguments: str) -> Any:
        result = run(*arguments, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return documents


def accepted_on(shenbao: Shenbao, day: str) -> str:
    """The status of "accepted after the release" for an acceptance on that day."""
    fact = f"acceptance_date={day}"
    found = shenbao("assess", "hlj-computing-centre", "--fact", fact, "--on", "2026-11-22")
    statuses = {entry["id"]: entry["status"] for entry in found["requirements"]}
    return str(statuses["accepted_after_release"])


def test_an_acceptance_in_2023_is_open_until_the_day_of_release_is_recorded(
    shenbao: Shenbao, write: Write
) -> None:
    days = ("2023-05-09", "2023-05-10", "2023-05-11")
    assert [accepted_on(shenbao, day) for day in days] == ["unknown", "unknown", "unknown"]
    write(RELEASED_IN_MAY)
    assert [accepted_on(shenbao, day) for day in days] == ["failed", "unknown", "met"]


def test_a_recorded_end_decides_whether_a_scheme_is_in_force(shenbao: Shenbao, write: Write) -> None:
    def validity(on: str) -> set[str]:
        listed = shenbao("schemes", "--on", on)
        assessed = shenbao("assess", "hlj-compute-purchase", "--on", on)
        found = next(entry for entry in listed if entry["id"] == "hlj-compute-purchase")
        return {found["validity"], assessed["validity"]}

    assert validity("2027-06-30") == {"unverified"}
    write(UNTIL_2027)
    assert validity("2027-06-30") == {"in_force"}
    assert validity("2027-07-01") == {"expired"}
    listed = shenbao("schemes", "--on", "2027-07-01")
    others = [entry["validity"] for entry in listed if entry["id"] == "pj-it-projects"]
    assert others == ["unverified"]


def coefficients(**values: str) -> str:
    tables = (
        f'[[coefficient]]\nmeasure = "{name}"\nvalue = {value}\n{SOURCE}' for name, value in values.items()
    )
    return "".join(tables)


def test_scores_follow_from_measures_once_their_coefficients_are_recorded(
    shenbao: Shenbao, write: Write
) -> None:
    """20 papers at 0.3 and 8 patents at 0.25 are 8 points of the 10 that output can give at most."""
    stated = ("--fact", "sci_papers_monographs=20", "--fact", "class1_ip_count=8", "--fact", "score_output=8")

    def output() -> Any:
        return shenbao("assess", "hlj-science-facility", *stated)["findings"]["scores"]

    assert output()["score_output"] == {"low": "8", "high": "8"}
    write(coefficients(sci_papers_monographs="0.3", class1_ip_count="0.25"))
    assert output()["score_output"] == {"low": "8", "high": "8"}
    write(coefficients(sci_papers_monographs="0.3", class1_ip_count="0.35"))
    result = run("assess", "hlj-science-facility", *stated)
    assert result.exit_code == 1
    assert result.stdout == ""


def test_recorded_coefficients_give_the_score_where_only_measures_are_stated(
    shenbao: Shenbao, write: Write
) -> None:
    stated = ("--fact", "sci_papers_monographs=20", "--fact", "class1_ip_count=8")

    def output() -> Any:
        return shenbao("assess", "hlj-science-facility", *stated)["findings"]["scores"]["score_output"]

    assert output() == {"low": "0", "high": "10"}
    write(coefficients(sci_papers_monographs="0.3", class1_ip_count="0.25"))
    assert output() == {"low": "8", "high": "8"}


def publicity_ends(shenbao: Shenbao, started: str) -> tuple[str, bool, bool | None]:
    (found,) = shenbao("deadlines", "hlj-compute-purchase", f"publicity_started={started}")
    return found["due"], found["official"], found["day_off"]


def test_a_recorded_2027_makes_deadlines_across_new_year_official(shenbao: Shenbao, write: Write) -> None:
    """30 and 31 December, then 4 to 6 January: this made-up notice has three days off for New Year."""
    assert publicity_ends(shenbao, "2026-12-30") == ("2027-01-05", False, None)
    write(calendar())
    assert publicity_ends(shenbao, "2026-12-30") == ("2027-01-06", True, False)


def test_the_recorded_convention_moves_the_first_day_of_a_count(shenbao: Shenbao, write: Write) -> None:
    assert publicity_ends(shenbao, "2026-11-02")[0] == "2026-11-06"
    write(f'[counting]\nfirst_day = "publicity_day"\n{SOURCE}')
    assert publicity_ends(shenbao, "2026-11-02")[0] == "2026-11-06"
    write(f'[counting]\nfirst_day = "day_after"\n{SOURCE}')
    assert publicity_ends(shenbao, "2026-11-02")[0] == "2026-11-09"


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "hlj-compute-purchase"),
        ("assess", "all", "--json"),
        ("schemes",),
        ("deadlines", "hlj-compute-purchase", "publicity_started=2026-11-02"),
        ("run", "--sandbox"),
    ],
)
def test_a_file_with_a_fault_keeps_every_command_from_answering(
    write: Write, arguments: tuple[str, ...]
) -> None:
    write(BROKEN)
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "document" in result.stderr
    assert "[[validity]]" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_link_that_leads_nowhere_is_a_fault_and_not_an_absence(home: Path) -> None:
    (home / "operator.toml").symlink_to(home / "gone.toml")
    result = run("schemes")
    assert result.exit_code == 1
    assert "operator.toml" in result.stderr


def test_without_a_file_everything_answers(shenbao: Shenbao) -> None:
    assert shenbao("schemes")
