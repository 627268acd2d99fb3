"""A year's calendar as an operator records it: the notice's holidays and make-up workdays, checked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.operator.reading import OperatorData, read_operator_file
from rules.calendar.published import PUBLISHED
from tests.bot.operator.conftest import SOURCE
from tests.structure.tree import ROOT

EXAMPLE = ROOT / "docs" / "operator.example.toml"
# A made-up 2027: enough of it for the days that these tests count.
HOLIDAYS = {
    "new_year": ("2027-01-01", "2027-01-03"),
    "spring_festival": ("2027-02-05", "2027-02-11"),
    "labour_day": ("2027-05-01", "2027-05-05"),
    "national_day": ("2027-10-01", "2027-10-07"),
}


def calendar(year: str = "2027", workdays: str = "[2027-02-20]", **holidays: tuple[str, str] | None) -> str:
    spans = {**HOLIDAYS, **holidays}
    tables = [
        f'[[calendar.holiday]]\nname = "{name}"\nfirst = {span[0]}\nlast = {span[1]}\n'
        for name, span in spans.items()
        if span
    ]
    return f"[[calendar]]\nyear = {year}\nworkdays = {workdays}\n{SOURCE}" + "".join(tables)


def test_a_recorded_year_is_official_to_its_last_day(taken: Callable[[str], OperatorData]) -> None:
    calendars = taken(calendar()).records.calendars
    assert calendars.last_official_day(date(2026, 11, 22)) == date(2027, 12, 31)
    assert calendars.is_day_off(date(2027, 2, 11)) is True
    assert calendars.is_day_off(date(2027, 2, 20)) is False
    assert calendars.is_day_off(date(2028, 1, 1)) is None


def test_the_years_that_are_published_stay_as_they_are(taken: Callable[[str], OperatorData]) -> None:
    assert taken(calendar()).records.calendars.years[:-1] == PUBLISHED.years


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (calendar(national_day=None), ("[[calendar]] number 1", "1 October 2027", "always a day off")),
        (calendar(workdays="[2027-02-22]"), ("22 February 2027",)),
        (calendar(workdays="[2027-02-06]"), ("6 February 2027",)),
        (calendar(year="2028"), ("2028",)),
        (calendar(year="1900"), ("year is “1900”", "1949")),
        (calendar(year="0x" + "f" * 4_000), ("year is “0xffff",)),
        (calendar(year="2027.5"), ("year is “2027.5”",)),
        (calendar(workdays='["soon"]'), ("[[calendar]] number 1", "workdays is “soon”")),
        (calendar(workdays="2027-02-20"), ("workdays is “2027-02-20”", "a list of dates")),
        (
            calendar(labour_day=("2027-05-05", "2027-05-01")),
            ("[[calendar.holiday]] number 3", "last is “2027-05-01”", "2027-05-05"),
        ),
        (calendar(labour_day=("2027-05-01", "2027-07-01")), ("at most 31 days",)),
        (calendar(other=("2027-10-07", "2027-10-08")), ("[[calendar.holiday]] number 5", "2027-10-07")),
        (calendar(weekend=("2027-06-05", "2027-06-06")), ("name is “weekend”", "labour_day")),
        (calendar(spring_festiva=("2027-06-05", "2027-06-06")), ("did you mean spring_festival?",)),
        (
            f"[[calendar]]\nyear = 2027\n{SOURCE}",
            ("holiday is missing", "one [[calendar.holiday]] for each holiday"),
        ),
        (f"[[calendar]]\nyear = 2027\nholiday = []\n{SOURCE}", ("holiday is “[]”",)),
        (calendar() * 2, ("[[calendar]] number 2", "2027", "in number 1 already")),
    ],
)
def test_what_cannot_be_a_calendar_is_refused(
    said: Callable[..., list[str]], content: str, words: tuple[str, ...]
) -> None:
    faults = said(content)[1:]
    assert any(all(word in line for word in words) for line in faults), faults


def test_the_example_is_taken_and_says_of_2026_what_was_published() -> None:
    records = read_operator_file(EXAMPLE).records
    assert records.calendars.last_official_day(date(2026, 1, 1)) == date(2026, 12, 31)
    recorded, published = (
        next(year for year in calendars.years if year.year == 2026)
        for calendars in (records.calendars, PUBLISHED)
    )
    assert recorded.days_off == published.days_off
    assert recorded.workdays == published.workdays
    assert not records.recorded.valid_until


def test_every_shape_in_the_example_is_taken_once_it_is_filled_in(tmp_path: Path) -> None:
    """The lines that begin with "# " and read like TOML; the prose around them does not."""
    lines = EXAMPLE.read_text("utf-8").splitlines()
    shapes = [line[2:] if line.startswith(("# [", "# policy", *KEYS)) else line for line in lines]
    filled = tmp_path / "operator.toml"
    filled.write_text("\n".join(shapes), "utf-8")
    file = read_operator_file(filled).file
    counts = [len(file.validity), len(file.release), len(file.coefficient), len(file.calendar)]
    assert counts == [1, 1, 1, 1]
    assert file.counting is not None


KEYS = tuple(f"# {key} = " for key in ("until", "day", "measure", "value", "first_day", "document", "dated"))
