"""The command line as the contract has it: documents on standard output, refusals in words, exit statuses."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from bot.cli import app
from handlers.wording.catalogue import LANGUAGES
from rules.schemes import ASSESSMENTS, FACTS, SCHEMES

ON = ("--on", "2026-11-22")


def shenbao(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


def document(*arguments: str, stdin: str = "") -> Any:
    result = shenbao(*arguments, *ON, "--json", stdin=stdin)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def assessed(scheme: str, *facts: str) -> Any:
    return document("assess", scheme, *(part for fact in facts for part in ("--fact", fact)))


def refused(*arguments: str, stdin: str = "") -> str:
    """What is said when the input is understood and refused."""
    result = shenbao(*arguments, stdin=stdin)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert result.stderr.strip()
    return result.stderr


def test_schemes_are_listed_with_their_facts_in_asking_order() -> None:
    listed = document("schemes")
    assert [entry["id"] for entry in listed] == list(SCHEMES)
    assert all(
        set(entry) == {"id", "title", "authority", "nature", "in_force_from", "validity", "facts"}
        for entry in listed
    )
    assert all(entry["facts"] for entry in listed)


def test_an_assessment_has_exactly_the_fields_of_the_contract() -> None:
    found = assessed("hlj-compute-purchase", "compute_spend=80万")
    top = "scheme on validity verdict requirements award missing next findings advice"
    assert set(found) == set(top.split())
    assert set(found["award"]) == {"low", "high", "nature", "per", "steps", "readings"}
    assert all(
        set(entry) == {"id", "strength", "status", "citation", "distance"} for entry in found["requirements"]
    )


def test_money_is_a_decimal_string_with_two_places() -> None:
    award = assessed("hlj-compute-purchase", "compute_spend=1.2345万元")["award"]
    assert award is None
    award = assessed("hlj-compute-purchase", "compute_spend=300000.01")["award"]
    assert (award["low"], award["high"]) == ("90000.00", "90000.00")


def test_an_unknown_spend_gives_the_infimum_and_the_cap() -> None:
    award = assessed("hlj-compute-purchase")["award"]
    assert (award["low"], award["high"]) == ("90000.00", "4000000.00")


def test_a_missed_threshold_says_how_far_off_it_is() -> None:
    found = assessed("hlj-computing-centre", "pue=1.34")
    (distance,) = [entry["distance"] for entry in found["requirements"] if entry["distance"]]
    assert distance == {"fact": "pue", "have": "1.34", "need": "1.3", "operator": "<="}


def test_a_fact_answered_unknown_stays_missing_and_is_not_asked_again() -> None:
    everything = assessed("hlj-compute-purchase")["missing"]
    found = assessed("hlj-compute-purchase", *(f"{fact}=unknown" for fact in everything))
    assert found["missing"] == everything
    assert found["next"] is None


def test_a_pair_on_the_command_line_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text('{"compute_spend": "250000"}', encoding="utf-8")
    found = document("assess", "hlj-compute-purchase", "--facts", str(file), "--fact", "compute_spend=50万")
    assert found["award"]["high"] == "150000.00"


def test_facts_come_from_standard_input_where_the_file_is_a_dash() -> None:
    found = document("assess", "hlj-compute-purchase", "--facts", "-", stdin='{"vendor_listed": false}')
    assert found["verdict"] == "ineligible"


def test_a_known_fact_of_another_scheme_is_ignored() -> None:
    assert assessed("hlj-compute-purchase", "pue=1.9")["verdict"] == "undetermined"


@pytest.mark.parametrize("given", ["heilongjiang", "黑龙江", "Heilongjiang", "Хэйлунцзян"])
def test_a_choice_is_taken_by_its_id_and_by_its_name_in_every_language(given: str) -> None:
    found = assessed("hlj-compute-purchase", f"registration_province={given}")
    assert found["requirements"][0]["status"] == "met"


def test_all_assesses_every_scheme() -> None:
    found = document("assess", "all", "--fact", "registration_province=heilongjiang")
    assert [entry["scheme"] for entry in found] == list(SCHEMES)


@pytest.mark.parametrize("target", list(ASSESSMENTS))
def test_everything_that_can_be_assessed_is_assessed_from_nothing(target: str) -> None:
    found = document("assess", target)
    assert found["scheme"] == target
    assert found["missing"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_read_text_in_their_language(language: str) -> None:
    result = shenbao(
        "assess", "hlj-compute-purchase", "--lang", language, *ON, "--fact", "compute_spend=80万"
    )
    assert result.exit_code == 0
    assert "{" not in result.stdout
    assert "requirement." not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("assess", "hlj-nothing"), "hlj-nothing"),
        (("assess", "hlj-compute-purchase", "--fact", "compute_spendd=1"), "compute_spend"),
        (("assess", "hlj-compute-purchase", "--fact", "compute_spend"), "compute_spend"),
        (("assess", "hlj-compute-purchase", "--fact", "compute_spend=-1"), "compute_spend"),
        (("assess", "hlj-compute-purchase", "--fact", "compute_spend=NaN"), "compute_spend"),
        (("assess", "hlj-compute-purchase", "--fact", "compute_spend=1e400"), "compute_spend"),
        (("assess", "hlj-compute-purchase", "--fact", "compute_spend="), "compute_spend"),
        (("assess", "hlj-compute-purchase", "--fact", "tax_problem=maybe"), "tax_problem"),
        (("assess", "hlj-compute-purchase", "--fact", "applicant_kind=bank"), "applicant_kind"),
        (("assess", "hlj-computing-centre", "--fact", "acceptance_date=2026-02-30"), "acceptance_date"),
        (("assess", "hlj-computing-centre", "--fact", "pue=0.9"), "pue"),
        (("assess", "hlj-computing-centre", "--fact", "pue=n/a"), "PUE"),
        (("assess", "hlj-compute-purchase", "--fact", "pue=1", "--fact", "pue=1.1"), "pue"),
        (("assess", "hlj-compute-purchase", "--facts", "/nowhere/facts.json"), "/nowhere/facts.json"),
        (("assess", "hlj-compute-purchase", "--on", "2026-02-30"), "2026-02-30"),
        (("schemes", "--on", "soon"), "soon"),
    ],
)
def test_a_refusal_names_what_was_given(arguments: tuple[str, ...], named: str) -> None:
    assert named in refused(*arguments)


def test_facts_that_exclude_each_other_are_refused_by_name() -> None:
    said = refused(
        "assess",
        "hlj-computing-centre",
        "--fact",
        "security_incident_3y=yes",
        "--fact",
        "security_bad_record=no",
    )
    assert "三年" in said


@pytest.mark.parametrize(
    "text",
    ["", "[]", "3", "{", '{"pue": 1.2, "pue": 1.3}', '{"pue": [1]}', '{"pue": null}', "[" * 5000, "\x00"],
)
def test_a_facts_file_that_cannot_be_taken_is_refused_in_words(text: str) -> None:
    refused("assess", "hlj-computing-centre", "--facts", "-", stdin=text)


def test_a_facts_file_with_other_bytes_than_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_bytes(b"\xff\xfe\x00\x81")
    assert "UTF-8" in refused("assess", "hlj-computing-centre", "--facts", str(file))


@pytest.mark.parametrize("arguments", [("assess",), ("assess", "all", "--nonsense"), ("nonsense",)])
def test_wrong_usage_has_a_status_of_its_own(arguments: Sequence[str]) -> None:
    assert shenbao(*arguments).exit_code == 2


@pytest.mark.slow
@given(st.sampled_from(sorted(FACTS)), st.text(max_size=200))
def test_no_value_whatsoever_ends_in_a_traceback(fact: str, value: str) -> None:
    result = shenbao("assess", "all", "--fact", f"{fact}={value}")
    assert result.exit_code in {0, 1}
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.slow
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=20), st.lists, max_leaves=5))
def test_no_json_value_whatsoever_ends_in_a_traceback(value: object) -> None:
    result = shenbao("assess", "all", "--facts", "-", stdin=json.dumps({"compute_spend": value}))
    assert result.exit_code in {0, 1}
    assert result.exception is None or isinstance(result.exception, SystemExit)
