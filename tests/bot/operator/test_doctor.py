"""`shenbao doctor` on the operator's file: what is recorded, what ends, what is missing, what is wrong."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from typer.testing import CliRunner, Result

from bot.cli import app
from handlers.wording.catalogue import LANGUAGES
from tests.bot.operator.conftest import SOURCE, Write
from tests.bot.operator.test_calendars import calendar
from tests.bot.operator.test_effects import BROKEN, RELEASED_IN_MAY

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("home")


def examined(language: str = "en") -> Result:
    with time_machine.travel(NOW, tick=False):
        return CliRunner().invoke(app, ["doctor", "--lang", language])


def lines(result: Result) -> list[str]:
    return [line for line in result.stdout.splitlines() if "Operator's file" in line]


def validity(until: str) -> str:
    return f'[[validity]]\npolicy = "longjiang60"\nuntil = {until}\n{SOURCE}'


def test_without_a_file_it_says_so_and_how_to_record_what_is_missing() -> None:
    result = examined()
    assert result.exit_code == 0
    nothing, missing = lines(result)
    assert nothing.startswith("✓")
    assert missing.startswith("!")
    assert all(name in missing for name in ("longjiang60", "js-special-funds", "machine_hours"))
    assert '[[validity]]\npolicy = "longjiang60"\nuntil = YYYY-MM-DD\ndocument = ' in result.stdout
    assert "docs/operator.example.toml" in result.stdout


def test_every_entry_is_listed_with_its_document_and_date(write: Write) -> None:
    coefficient = f'[[coefficient]]\nmeasure = "machine_hours"\nvalue = 0.05\n{SOURCE}'
    counting = f'[counting]\nfirst_day = "day_after"\n{SOURCE}'
    write(validity("2028-12-31") + RELEASED_IN_MAY + coefficient + counting + calendar())
    result = examined()
    *entries, missing = lines(result)
    assert len(entries) == 5
    assert all(entry.startswith("✓") for entry in entries)
    assert all("测试文件〔2026〕1号, 5 January 2026" in entry for entry in entries)
    assert all(f"coefficients of {name}" not in missing for name in ("machine_hours",))
    assert "validity of hlj_digital_measures" in missing


@pytest.mark.parametrize(
    ("until", "mark", "words"),
    [
        ("2027-01-21", "✓", "valid until 21 January 2027"),
        ("2027-01-20", "!", "days left: 59"),
        ("2026-11-22", "!", "days left: 0"),
        ("2026-11-21", "!", "answered as expired"),
    ],
)
def test_a_validity_that_ends_within_sixty_days_is_a_warning(
    write: Write, until: str, mark: str, words: str
) -> None:
    write(validity(until))
    entry = lines(examined())[0]
    assert entry.startswith(mark)
    assert words in entry


def test_each_fault_is_a_line_of_its_own_and_the_exit_status_tells(write: Write) -> None:
    write(BROKEN + '[[release]]\npolicy = "longjiang"\n')
    result = examined()
    assert result.exit_code == 1
    faults = lines(result)
    assert all(line.startswith("✗") for line in faults)
    assert any("document is missing" in line for line in faults)
    assert any("did you mean longjiang60?" in line for line in faults)


def test_a_recorded_year_ends_the_warning_about_the_calendar(write: Write) -> None:
    assert "fewer than 60" in examined().stdout
    write(calendar())
    result = examined()
    assert "fewer than 60" not in result.stdout
    assert "31 December 2027" in result.stdout


def test_recorded_validity_counts_among_the_schemes(write: Write) -> None:
    assert "the end of validity of 8 is not published" in examined().stdout
    write(validity("2028-12-31"))
    assert "the end of validity of 4 is not published" in examined().stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(write: Write, language: str) -> None:
    write(validity("2027-01-20") + RELEASED_IN_MAY + calendar())
    result = examined(language)
    assert result.exit_code == 0
    assert "{" not in result.stdout
    assert "doctor." not in result.stdout


def test_the_file_itself_is_never_changed(write: Write, home: Path) -> None:
    path = write(BROKEN)
    before = path.read_bytes()
    examined()
    assert path.read_bytes() == before
    assert [entry.name for entry in home.glob("operator*")] == ["operator.toml"]
