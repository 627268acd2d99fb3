"""A file with a fault is refused whole, in words: entry, field, what was given, what is expected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.operator.faults import CHOICES, EXPECTED, OperatorRefused, lines_of
from bot.operator.reading import MOST_BYTES, read_operator_file
from handlers.wording.catalogue import LANGUAGES, wording_for
from tests.bot.operator.conftest import SOURCE

Said = Callable[..., list[str]]


def validity(**changes: str) -> str:
    """A [[validity]] entry, with some of its lines other than usual; an empty one is left out."""
    fields = {"policy": '"longjiang60"', "until": "2027-12-31", "document": '"x"', "dated": "2026-01-05"}
    lines = (f"{name} = {value}" for name, value in {**fields, **changes}.items() if value)
    return "\n".join(("[[validity]]", *lines, ""))


def coefficient(value: str) -> str:
    return f'[[coefficient]]\nmeasure = "machine_hours"\nvalue = {value}\n{SOURCE}'


def release(day: str) -> str:
    return f'[[release]]\npolicy = "longjiang60"\nday = {day}\n{SOURCE}'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (validity(document=""), ("[[validity]] number 1", "document is missing", "in quotes")),
        (validity(dated=""), ("dated is missing", "2026-11-22")),
        (validity(document='"  "'), ("document is", "the document's name or number")),
        (validity(document='"a\\nb"'), ("document is", "on one line")),
        (validity(document='"' + "x" * 201 + '"'), ("document is", "at most 200")),
        (validity(document="7"), ("document is “7”",)),
        (validity(policy='"longjiang6"'), ("“longjiang6”", "did you mean longjiang60?")),
        (validity(policy='"中国"'), ("“中国”", "which does not exist", "longjiang60")),
        (validity(policy="60"), ("policy is “60”", "longjiang60")),
        (validity(until='"soon"'), ("until is “soon”", "2026-11-22")),
        (validity(until='"2026-02-30"'), ("until is “2026-02-30”", "no such day")),
        (validity(until="2026-12-31T10:00:00"), ("until is “2026-12-31 10:00:00”",)),
        (validity(until="20261231"), ("until is “20261231”",)),
        (validity(until="true"), ("until is “true”",)),
        (validity(until="[2026-12-31]"), ("until is “[2026-12-31]”",)),
        (validity(until="9999-12-31"), ("until is “9999-12-31”", "beyond any calendar", "2200")),
        (validity(dated='"1066-10-14"'), ("dated is “1066-10-14”", "1949")),
        (validity(untill="2026-12-31"), ("there is no “untill”", "did you mean until?")),
        (validity(colour='"red"'), ("there is no “colour”", "policy, until")),
        (release("2022-12-31"), ("[[release]] number 1", "“2022-12-31”", "2023-01-01 to 2023-12-31")),
        (release("2024-01-01"), ("“2024-01-01”", "2023-12-31")),
        (
            f'[[release]]\npolicy = "js-special-funds"\nday = 2023-05-01\n{SOURCE}',
            ("policy is “js-special-funds”", "longjiang60"),
        ),
        (coefficient("-1"), ("[[coefficient]] number 1", "value is “-1”", "from 0 on")),
        (coefficient('"0.5"'), ("value is “0.5”", "without quotes")),
        (coefficient("true"), ("value is “true”",)),
        (coefficient("nan"), ("value is “NaN”",)),
        (coefficient("inf"), ("value is “Infinity”",)),
        (coefficient("1e400"), ("value is",)),
        (coefficient("1e99999999999999999999"), ("value is",)),
        (coefficient("0x" + "f" * 5000), ("value is “0xffff",)),
        (coefficient("0.000000000000000000001"), ("value is", "20 decimals")),
        (
            f'[[coefficient]]\nmeasure = "machine_hour"\nvalue = 1\n{SOURCE}',
            ("“machine_hour”", "did you mean machine_hours?"),
        ),
        (f'[counting]\nfirst_day = "first"\n{SOURCE}', ("[counting]", "publicity_day, day_after")),
        (f"[counting]\n{SOURCE}", ("[counting]", "first_day is missing")),
        ("[validty]\n", ("there is no “validty”", "did you mean validity?")),
        ("[validity]\npolicy = 'longjiang60'\n", ("validity is", "[[validity]], one for each entry")),
        ("[[counting]]\n", ("counting is", "[counting], once")),
        ("calendar = 'x'\n", ("calendar is “x”", "[[calendar]]")),
        ("release = [1]\n", ("[[release]] number 1", "release is “1”")),
    ],
)
def test_each_fault_is_named_with_what_was_given_and_what_is_expected(
    said: Said, content: str, words: tuple[str, ...]
) -> None:
    head, *faults = said(content)
    assert "operator.toml" in head
    assert "nothing in it was taken" in head
    matching = [line for line in faults if all(word in line for word in words)]
    assert matching, faults


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (validity() + validity(until="2028-12-31"), ("[[validity]] number 2", "in number 1 already")),
        (release("2023-05-01") * 2, ("[[release]] number 2", "longjiang60")),
        (coefficient("1") + coefficient("2"), ("[[coefficient]] number 2", "machine_hours")),
    ],
)
def test_a_second_entry_for_one_thing_is_refused_with_the_first(
    said: Said, content: str, words: tuple[str, ...]
) -> None:
    (line,) = said(content)[1:]
    assert all(word in line for word in words), line


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("until = 2026-02-30\n", ("Line 1", "until = 2026-02-30", "a date exists")),
        ("# fine\n\nvalidity = \n", ("Line 3", "not TOML")),
        ("a = 1\na = 2\n", ("Line 2", "a key stands once")),
        ("[[validity]\n", ("Line 1",)),
        (b"# fine\n\xff\xfe\n", ("Line 2", "UTF-8")),
        ("x = " + "[" * 20_000, ("brackets too deep",)),
        ("x = " + "9" * 5_000, ("number too long",)),
        ("#" * (MOST_BYTES + 1), (str(MOST_BYTES), "the right file")),
    ],
)
def test_a_file_that_is_none_says_where_and_why(
    said: Said, content: str | bytes, words: tuple[str, ...]
) -> None:
    (line,) = said(content)[1:]
    assert all(word in line for word in words), line


def test_what_cannot_be_opened_says_why(home: Path) -> None:
    with pytest.raises(OperatorRefused) as refused:
        read_operator_file(home)
    assert "cannot be read" in lines_of(refused.value, wording_for("en", strict=True))[1]


def test_every_fault_is_named_in_one_go_and_endless_ones_are_counted(said: Said) -> None:
    assert len(said(validity(policy="1", until="2", document="3"))) == 1 + 3
    many = said("[[validity]]\n" * 30)
    assert len(many) == 1 + 20 + 1
    assert str(30 * 4 - 20) in many[-1]


def test_one_fault_keeps_every_other_entry_from_being_taken(said: Said) -> None:
    """Also one that only shows once all entries are read."""
    assert said(validity() + release("2024-01-01"))
    assert said(validity() + coefficient("-1"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_faults_are_worded_in_every_language(said: Said, language: str) -> None:
    contents = [
        validity(policy='"longjiang6"', until='"2026-02-30"', dated="9999-01-01", document="", colour="1"),
        validity() * 2,
        release("2024-01-01"),
        "x = 1",
        "x",
        b"\xff",
        "#" * (MOST_BYTES + 1),
        "x = " + "9" * 5_000,
        "[[validity]]\n" * 30,
    ]
    for content in contents:
        for line in said(content, language):
            assert "{" not in line
            assert "operator." not in line.replace("operator.toml", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_expected_has_words(language: str) -> None:
    words = wording_for(language)
    kinds = {"choice", "tables", "table", *EXPECTED.values()}
    assert len(kinds) > 5
    assert [kind for kind in kinds if not words.has(f"operator.expected.{kind}")] == []
    assert all(choices for choices in CHOICES.values())


_NAMES = st.sampled_from(
    ["policy", "until", "document", "dated", "measure", "value", "year", "workdays", "name", "x"]
)
_VALUES = st.sampled_from(
    [
        "1",
        "-1",
        "2026-11-22",
        '"longjiang60"',
        '"2026-02-30"',
        "[]",
        "{}",
        "true",
        "nan",
        "1e400",
        '"\\u0000"',
    ]
)
_LINES = st.one_of(
    st.sampled_from(
        [
            "[[validity]]",
            "[[release]]",
            "[[coefficient]]",
            "[counting]",
            "[[calendar]]",
            "[[calendar.holiday]]",
        ]
    ),
    st.builds("{} = {}".format, _NAMES, _VALUES),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.one_of(st.lists(_LINES, max_size=12).map(lambda lines: "\n".join(lines).encode()), st.binary()))
def test_whatever_stands_in_the_file_is_taken_or_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "operator.toml"
    path.write_bytes(content)
    try:
        read_operator_file(path)
    except OperatorRefused as refused:
        said = lines_of(refused, wording_for("zh_CN", strict=True))
    else:
        said = ["taken", "whole"]
    assert len(said) > 1
