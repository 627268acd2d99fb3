"""Every sentence of the cases of instruments 3 to 8."""

import pytest

from rules.schemes import ASSESSMENTS, SCHEMES
from tests.rules.cases_of import FOLDER
from tests.rules.instruments import Case, cases_of, check, told

WITH_ORACLE = {"hlj-computing-centre", "hlj-compute-purchase"}
HERE = [name for name in ASSESSMENTS if name not in WITH_ORACLE]
CASES = {name: cases_of(name) for name in HERE}


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases], ids=str)
def test_case(case: Case) -> None:
    """Each case is a sentence of `cases/<assessment>.toml`."""
    check(case)


def test_every_file_of_cases_belongs_to_an_assessment() -> None:
    files = {path.stem for path in FOLDER.glob("*.toml")}
    assert files == {name.replace("/", "-") for name in ASSESSMENTS}
    assert len(files) >= 11


@pytest.mark.parametrize("name", HERE)
def test_there_is_a_case_in_which_each_requirement_alone_fails(name: str) -> None:
    alone = [set(failed) for case in CASES[name] if (failed := case.content.get("failed"))]  # type: ignore[call-overload]
    assert {next(iter(failed)) for failed in alone if len(failed) == 1} == {
        requirement.id for requirement in ASSESSMENTS[name].requirements
    }


@pytest.mark.parametrize("name", [name for name in HERE if ASSESSMENTS[name].requirements])
def test_there_are_cases_of_every_verdict_that_the_instrument_knows(name: str) -> None:
    verdicts = {str(case.content["verdict"]) for case in CASES[name] if "verdict" in case.content}
    always = {"eligible", "ineligible", "undetermined"}
    assert verdicts == (always if name == "js-special-funds" else always | {"doubtful"})


@pytest.mark.parametrize("name", HERE)
def test_where_nothing_is_known_all_that_can_decide_is_asked_in_the_order_of_the_scheme(name: str) -> None:
    asked = [fact.id for fact in ASSESSMENTS[name].facts if fact.presumed is None and not fact.optional]
    found = told(name, {})
    assert list(found.missing) == asked
    assert found.questions_left == len(asked)
    assert found.next in asked


def test_all_eight_instruments_are_there() -> None:
    assert [scheme.position for scheme in SCHEMES.values()] == list(range(1, 9))
