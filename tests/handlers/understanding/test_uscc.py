"""The unified social credit code: valid or not, what follows for certain, and what was meant with
look-alikes.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from handlers.understanding.uscc import ALPHABET, CodeProblem, looks_like_credit_code, read_credit_code

ORGANISATION = "MA1B2C3D4"


def code(entity: str, region: str = "230100", organisation: str = ORGANISATION) -> str:
    """A code with its check digit."""
    body = f"{entity}{region}{organisation}"
    return str(body + uscc.calc_check_digit(body))


def test_a_real_code_from_the_librarys_own_documentation_is_valid() -> None:
    found = read_credit_code("91110000600037341L").code
    assert found is not None
    assert (found.entity, found.is_central) == ("91", False)


@pytest.mark.parametrize(
    ("region", "province"),
    [
        ("230100", "heilongjiang"),
        ("320500", "jiangsu"),
        ("330100", "zhejiang"),
        ("210200", "liaoning"),
        ("110000", "other"),
        ("440300", "other"),
        ("810000", "other"),
    ],
)
def test_the_region_proposes_the_province(region: str, province: str) -> None:
    found = read_credit_code(code("91", region)).code
    assert found is not None
    assert found.proposals["registration_province"] == province


def test_central_registration_proposes_no_province() -> None:
    found = read_credit_code(code("12", "100000")).code
    assert found is not None
    assert found.is_central
    assert "registration_province" not in found.proposals


@pytest.mark.parametrize(
    ("entity", "proposed"),
    [
        ("91", {"applicant_kind": "enterprise"}),
        ("92", {"independent_legal_person": False}),
        ("93", {}),
        ("11", {"applicant_kind": "other"}),
        ("12", {}),
        ("51", {"independent_legal_person": True}),
        ("52", {}),
        ("53", {}),
        ("N2", {"independent_legal_person": True}),
        ("31", {}),
    ],
)
def test_the_kind_of_entity_proposes_only_what_is_certain(entity: str, proposed: dict[str, object]) -> None:
    """An enterprise may be a branch, so 91 says nothing of legal personality; 12 may be a university or
    not.
    """
    found = read_credit_code(code(entity)).code
    assert found is not None
    assert {
        name: value for name, value in found.proposals.items() if name != "registration_province"
    } == proposed


@pytest.mark.parametrize(
    "text",
    [
        code("91").lower(),
        f"{code('91')[:8]} {code('91')[8:]}",
        "-".join((code("91")[:6], code("91")[6:12], code("91")[12:])),
        f"我们的统一社会信用代码是{code('91')}。",
        "".join(chr(ord(character) + 0xFEE0) for character in code("91")),
        f"\u202a{code('91')}\u202c",
    ],
)
def test_a_code_is_found_however_it_is_written(text: str) -> None:
    found = read_credit_code(text).code
    assert found is not None
    assert found.code == code("91")
    assert looks_like_credit_code(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", CodeProblem.EMPTY),
        ("   ", CodeProblem.EMPTY),
        ("123", CodeProblem.WRONG_LENGTH),
        (code("91") + "0", CodeProblem.WRONG_LENGTH),
        ("230100000012345", CodeProblem.OLD_NUMBER),
        ("<b>" * 6, CodeProblem.WRONG_CHARACTER),
        ("中" * 18, CodeProblem.WRONG_CHARACTER),
        ("91A30100" + ORGANISATION + "0", CodeProblem.WRONG_CHARACTER),
        (code("98"), CodeProblem.UNKNOWN_ENTITY),
        (code("00"), CodeProblem.UNKNOWN_ENTITY),
        (code("B1"), CodeProblem.UNKNOWN_ENTITY),
        (code("91", "990000"), CodeProblem.UNKNOWN_REGION),
        (code("91", "160000"), CodeProblem.UNKNOWN_REGION),
        (code("91")[:-1] + ("0" if code("91")[-1] != "0" else "1"), CodeProblem.WRONG_CHECK_DIGIT),
        ("x" * 100_000, CodeProblem.WRONG_LENGTH),
    ],
)
def test_what_is_no_code_is_said_with_the_reason(text: str, problem: CodeProblem) -> None:
    reading = read_credit_code(text)
    assert (reading.code, reading.problem) == (None, problem)
    assert len(reading.given) <= 60


@pytest.mark.parametrize(("meant", "written"), [("1", "I"), ("0", "O"), ("2", "Z"), ("5", "S")])
def test_look_alikes_are_offered_and_never_changed_silently(meant: str, written: str) -> None:
    right = code("91", "230125", "105200M13")
    reading = read_credit_code(right.replace(meant, written))
    assert (reading.code, reading.problem) == (None, CodeProblem.WRONG_CHARACTER)
    assert reading.did_you_mean is not None
    assert reading.did_you_mean.code == right


def test_look_alikes_are_not_offered_where_the_check_digit_then_fails() -> None:
    wrong = code("91")[:-1] + ("3" if code("91")[-1] != "3" else "4")
    assert read_credit_code(wrong.replace("1", "I")).did_you_mean is None


@pytest.mark.parametrize(
    "text", ["80万", "800000", "我们公司", "13812345678", "hello world hello", "ABCDEFGHIJKLMNOPQR"]
)
def test_other_answers_do_not_look_like_a_code(text: str) -> None:
    assert not looks_like_credit_code(text)


CODES = st.builds(
    code,
    st.sampled_from(["91", "92", "93", "12", "52", "N1"]),
    st.sampled_from(["230100", "320100", "100000", "650000"]),
    st.text(alphabet="".join(sorted(ALPHABET)), min_size=9, max_size=9),
)


@given(CODES, st.integers(8, 17), st.sampled_from(sorted(ALPHABET)))
def test_one_wrong_character_never_passes(right: str, position: int, character: str) -> None:
    wrong = right[:position] + character + right[position + 1 :]
    assert (read_credit_code(wrong).code is not None) is (wrong == right)


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_has_a_problem(text: str) -> None:
    reading = read_credit_code(text)
    assert (reading.code is None) is (reading.problem is not None)
    looks_like_credit_code(text)
