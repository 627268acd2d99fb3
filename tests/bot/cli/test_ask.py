"""`shenbao ask`: the document of the contract, files of questions, refusals in words."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app

ON = ("--on", "2026-11-22")
KEYS = {"language", "intent", "scheme", "candidates", "facts", "echo", "assessment", "citations", "answer"}


@pytest.fixture(autouse=True)
def nothing_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SHENBAO_LANG", raising=False)


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["ask", *arguments, *ON])


def document(text: str, *options: str) -> Any:
    result = ask(text, "--json", *options)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def refused(*arguments: str) -> str:
    result = ask(*arguments)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


def test_the_document_has_exactly_the_keys_of_the_contract() -> None:
    found = document("我们公司去年买了80万的算力服务，能拿多少奖励？")
    assert set(found) == KEYS
    assert found["scheme"] == "hlj-compute-purchase"
    assert found["facts"] == {"applicant_kind": "enterprise", "compute_spend": "800000.00"}
    assert found["assessment"]["award"]["low"] == "240000.00"
    assert found["citations"][0] == {"scheme": "hlj-compute-purchase", "chapter": "三", "article": "七"}
    assert all(set(entry) == {"fact", "value", "said", "sure"} for entry in found["echo"])


def test_what_is_supposed_is_marked_and_is_no_fact() -> None:
    found = document("如果我们的智算中心PUE是1.35，还能申请吗？")
    (entry,) = [entry for entry in found["echo"] if entry["fact"] == "pue"]
    assert entry["assumed"] is True
    assert "pue" not in found["facts"]
    assert found["assessment"]["verdict"] == "ineligible"


def test_what_is_not_sure_is_in_the_echo_only() -> None:
    found = document("花了大概30万买算力，能拿奖吗？")
    (entry,) = [entry for entry in found["echo"] if entry["fact"] == "compute_spend"]
    assert entry["sure"] is False
    assert "compute_spend" not in found["facts"]


def test_a_question_outside_has_no_scheme_no_citations_and_an_answer_that_says_so() -> None:
    found = document("今天天气怎么样？")
    assert (found["scheme"], found["citations"], found["assessment"]) == (None, [], None)
    assert "不在我能核对的政策里" in found["answer"]


def test_the_answer_is_in_the_questions_language_unless_one_is_given() -> None:
    text = "How much is the award for a computing centre?"
    assert "What matters next" in document(text)["answer"]
    assert "接下来最要紧的是" in document(text, "--lang", "zh_CN")["answer"]


def test_people_read_the_same_answer_as_programs() -> None:
    text = "工业互联网安全奖励的申报流程是什么？"
    assert ask(text).stdout.strip() == document(text)["answer"].strip()


@pytest.mark.parametrize(
    ("text", "reason"),
    [*((text, "没有读到文字") for text in ("", "   ", "💰💰", "？！")), ("算" * 4_001, "4001")],
)
def test_nothing_to_read_and_too_much_of_it_are_refused(text: str, reason: str) -> None:
    assert reason in refused(text)


def test_four_thousand_characters_are_read() -> None:
    assert ask("算" * 4_000).exit_code == 0


def test_a_file_is_answered_line_by_line_with_the_ids_kept(tmp_path: Path) -> None:
    """What cannot be read in it has its reason in place of an answer; the others lose nothing."""
    file = tmp_path / "questions.jsonl"
    questions = {"a": "购买算力怎么申报？", "b": "💰", "3": "PUE要多少？"}
    entries = (json.dumps({"id": name, "q": text}) for name, text in questions.items())
    file.write_text("\n\n".join(entries), "utf-8")
    result = ask("--file", str(file), "--json")
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", "3"]
    assert set(lines[0]) == KEYS | {"id"}
    assert set(lines[1]) == {"id", "refused"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"id": "a", "q": "x"}\nnot json', "2"),
        (b'{"id": "a"}', "1"),
        (b"[1]", "1"),
        (b"\xff\xfe\x00", ""),
        (b"[" * 100_000, "1"),
    ],
)
def test_a_line_that_is_no_question_is_named_and_nothing_is_answered(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_bytes(content)
    assert reason in refused("--file", str(file), "--json")


def test_a_file_that_is_not_there_is_refused_in_words() -> None:
    assert "missing.jsonl" in refused("--file", "missing.jsonl")


@pytest.mark.parametrize("arguments", [(), ("x", "--file", "y")])
def test_a_question_or_a_file_is_needed_and_not_both(arguments: tuple[str, ...]) -> None:
    assert ask(*arguments).exit_code == 2
