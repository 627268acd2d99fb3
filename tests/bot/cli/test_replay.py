"""`shenbao replay`: the answer of a receipt again, byte for byte; what is no receipt is refused in words."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from bot.cli import app
from handlers.receipts import replay as replaying
from handlers.receipts.ground import kept_of
from handlers.receipts.token import read_token, token_of
from handlers.wording.catalogue import LANGUAGES
from rules.engine.assess import assess
from rules.engine.situation import known
from rules.schemes import ASSESSMENTS, SCHEMES
from tests.structure.tree import ROOT

TOKEN = re.compile(r"^SB1-[0-9a-f]{12}-[A-Za-z0-9_-]+$", re.MULTILINE)
ON = date(2026, 11, 22)
SPENDING = ("--fact", "compute_spend=80万", "--fact", "vendor_listed=yes", "--on", "2026-11-22")


def shenbao(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


def receipts_of(*arguments: str) -> list[str]:
    result = shenbao("assess", *arguments)
    assert result.exit_code == 0, result.stderr
    return TOKEN.findall(result.stdout)


def refused(*arguments: str, stdin: str = "") -> str:
    result = shenbao("replay", *arguments, "--lang", "en", stdin=stdin)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.fixture
def receipt() -> str:
    (token,) = receipts_of("hlj-compute-purchase", *SPENDING)
    return token


def test_the_foot_of_a_result_has_its_receipt(receipt: str) -> None:
    shown = shenbao("assess", "hlj-compute-purchase", *SPENDING).stdout
    assert f"凭据 {read_token(receipt).receipt.id}" in shown
    assert shown.rstrip().endswith(receipt)


def test_a_replay_as_json_is_the_document_of_the_assessment_byte_for_byte(receipt: str) -> None:
    for language in LANGUAGES:
        first = shenbao("assess", "hlj-compute-purchase", *SPENDING, "--json", "--lang", language)
        again = shenbao("replay", receipt, "--json", "--lang", language)
        assert again.exit_code == 0
        assert again.stdout == first.stdout


def test_a_replay_for_people_says_that_it_holds_and_shows_the_same_result(receipt: str) -> None:
    first = shenbao("assess", "hlj-compute-purchase", *SPENDING).stdout
    head, _, rest = shenbao("replay", receipt).stdout.partition("────────\n\n")
    assert "复核一致" in head
    assert rest == first


@pytest.mark.parametrize("target", list(ASSESSMENTS))
def test_every_assessment_can_be_replayed(target: str) -> None:
    (token,) = receipts_of(target, "--on", "2026-11-22")
    first = shenbao("assess", target, "--on", "2026-11-22", "--json")
    assert shenbao("replay", token, "--json").stdout == first.stdout


def test_all_schemes_give_a_receipt_each() -> None:
    tokens = receipts_of("all", *SPENDING)
    assert [read_token(token).receipt.scheme for token in tokens] == list(SCHEMES)


def test_a_receipt_carries_what_the_operator_had_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And gives the same answer where nothing is recorded, as on another machine."""
    source = 'document = "x"\ndated = 2026-01-05\n'
    recorded = f'[[release]]\npolicy = "longjiang60"\nday = 2023-05-10\n{source}'
    ended = f'[[validity]]\npolicy = "longjiang60"\nuntil = 2026-01-31\n{source}'
    (tmp_path / "operator.toml").write_text(recorded + ended, "utf-8")
    asked = ("hlj-computing-centre", "--fact", "acceptance_date=2023-05-11", "--on", "2026-11-22")
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path))
    (token,) = receipts_of(*asked)
    first = shenbao("assess", *asked, "--json").stdout
    monkeypatch.delenv("SHENBAO_HOME")
    assert shenbao("assess", *asked, "--json").stdout != first
    assert shenbao("replay", token, "--json").stdout == first


def test_a_file_of_the_operator_with_faults_does_not_keep_a_receipt_from_being_replayed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, receipt: str
) -> None:
    (tmp_path / "operator.toml").write_text("x", "utf-8")
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path))
    assert shenbao("replay", receipt).exit_code == 0


def test_the_receipt_comes_from_standard_input_where_a_dash_stands_for_it(receipt: str) -> None:
    wrapped = "\n".join(receipt[start : start + 60] for start in range(0, len(receipt), 60))
    assert (
        shenbao("replay", "-", "--json", stdin=wrapped).stdout == shenbao("replay", receipt, "--json").stdout
    )


def test_another_process_gives_the_same_answer_and_the_same_receipt(receipt: str) -> None:
    code = f"from bot.cli import app; app(['replay', '{receipt}'])"
    again = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8", "SHENBAO_HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert again.returncode == 0, again.stderr
    assert "复核一致" in again.stdout
    assert TOKEN.findall(again.stdout) == [receipt]


def test_under_other_rules_the_document_has_both_answers(
    monkeypatch: pytest.MonkeyPatch, receipt: str
) -> None:
    scheme = SCHEMES["hlj-compute-purchase"]
    fewer = replace(scheme, requirements=scheme.requirements[1:])
    monkeypatch.setattr(replaying, "ASSESSMENTS", {scheme.id: fewer})
    found = json.loads(shenbao("replay", receipt, "--json").stdout)
    assert found["receipt"] == read_token(receipt).receipt.id
    assert found["rules"]["then"] != found["rules"]["now"]
    assert found["changed"] == []
    assert found["gone"] == 1
    assert found["same_answer"] is False
    assert found["then"] == {"verdict": "undetermined", "low": "240000.00", "high": "240000.00", "failed": []}
    assert found["now"]["verdict"] == "undetermined"
    assert found["refused"] is None


@pytest.mark.parametrize(
    ("given_text", "words"),
    [
        ("", "begins with SB1-"),
        ("805fbfec4b56", "only the receipt's number"),
        ("<b>hello</b>", "“<b>hello</b>” is no receipt"),
        ("SB2-805fbfec4b56-AAAA", "another version"),
        ("SB1-805fbfec4b56-AAAA", "incomplete or was altered"),
        ("x" * 100_000, "6000 characters"),
    ],
)
def test_what_is_no_receipt_is_refused_in_words(given_text: str, words: str) -> None:
    said = refused(given_text)
    assert words in said
    assert len(said) < 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_are_worded_in_every_language(language: str, receipt: str) -> None:
    for text in ("", "805fbfec4b56", "x", "SB2-805fbfec4b56-AAAA", receipt[:-5], "x" * 10_000):
        result = shenbao("replay", text, "--lang", language)
        assert result.exit_code == 1
        assert result.stderr.strip()
        assert "replay." not in result.stderr
        assert "{" not in result.stderr


def test_a_scheme_that_is_no_longer_there_is_named() -> None:
    gone = replace(SCHEMES["hlj-compute-purchase"], id="hlj-gone")
    situation = {"compute_spend": known(Decimal(800000))}
    kept = kept_of(assess(SCHEMES["hlj-compute-purchase"], situation, ON), situation)
    token = token_of(replace(kept, receipt=replace(kept.receipt, scheme=gone.id)))
    said = refused(token)
    assert "hlj-gone" in said
    assert "hlj-compute-purchase" in said


def test_bytes_that_are_no_text_are_refused() -> None:
    result = CliRunner().invoke(app, ["replay", "-", "--lang", "en"], input=b"\xff\xfe\x00")
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr


@pytest.mark.slow
@given(st.text(max_size=400).filter(lambda text: not text.startswith("-")))
def test_no_text_whatsoever_ends_in_a_traceback(text: str) -> None:
    result = shenbao("replay", text)
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
