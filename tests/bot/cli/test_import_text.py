"""`shenbao import-text`: placed, reported, compared; nothing is replaced unseen."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.commands import import_text as command
from handlers.wording.catalogue import LANGUAGES
from tests.bot.documents import making
from tests.handlers.official.law_making import made_text

SCHEME = "hlj-compute-purchase"
TEXT = made_text(SCHEME)
OTHER = TEXT.replace("30万元", "20万元", 1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHENBAO_HOME", str(tmp_path / "var"))
    return tmp_path / "var"


def file(folder: Path, content: str | bytes, name: str = "细则.txt") -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def imported(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["import-text", *arguments], input=typed)


def document(*arguments: str) -> Any:
    result = imported(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def differs(folder: Path, content: str = TEXT) -> bool:
    """Whether importing this would change what is kept, told without changing it."""
    result = imported(file(folder, content, "probe.txt"), "--json")
    found = json.loads(result.stdout)["difference"]
    return bool(found["added"] or found["changed"] or found["removed"])


def test_a_first_import_needs_no_word_and_says_what_was_placed(tmp_path: Path) -> None:
    result = imported(file(tmp_path, TEXT))
    assert result.exit_code == 0, result.stderr
    assert "对上条文（部分）17 处，其中的项 11 处。" in result.stdout
    assert "已导入 17 处，来自 细则.txt" in result.stdout
    assert not differs(tmp_path)


def test_the_document_for_programs_has_everything(tmp_path: Path) -> None:
    found = document(file(tmp_path, TEXT + "\n第十八条 另一条。"))
    assert found["scheme"] == SCHEME
    assert (found["articles"], found["items"], found["stored"]) == (17, 11, True)
    assert found["missing"] == found["bare"] == []
    assert found["unplaced"] == [
        {"citation": {"chapter": "七", "article": "十八"}, "problem": "unknown", "text": "第十八条 另一条。"}
    ]
    assert len(found["difference"]["added"]) == 17


def test_the_same_text_again_from_another_kind_of_file_changes_nothing(tmp_path: Path) -> None:
    imported(file(tmp_path, TEXT))
    result = imported(file(tmp_path, making.docx(TEXT.splitlines()), "细则.docx"))
    assert result.exit_code == 0
    assert "不用改动" in result.stdout


def test_a_changed_text_is_shown_and_refused_without_a_word(tmp_path: Path) -> None:
    """No terminal, no --yes: the difference is printed, the old text stays, the status is 1."""
    imported(file(tmp_path, TEXT))
    result = imported(file(tmp_path, OTHER, "新.txt"))
    assert result.exit_code == 1
    assert "文字有变" in result.stdout
    assert "-" in result.stdout
    assert "20万元" in result.stdout
    assert "--yes" in result.stderr
    assert "什么都没有改动" in result.stderr
    assert not differs(tmp_path)


def test_a_changed_text_replaces_the_old_one_after_yes(tmp_path: Path) -> None:
    imported(file(tmp_path, TEXT))
    assert imported(file(tmp_path, OTHER), "--yes").exit_code == 0
    assert not differs(tmp_path, OTHER)
    assert differs(tmp_path)


@pytest.mark.parametrize(("typed", "kept"), [("y\n", OTHER), ("n\n", TEXT), ("", TEXT)])
def test_at_a_terminal_it_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kept: str
) -> None:
    imported(file(tmp_path, TEXT))
    monkeypatch.setattr(command, "_at_terminal", lambda: True)
    result = imported(file(tmp_path, OTHER), typed=typed)
    assert result.exit_code == (0 if kept is OTHER else 1)
    assert not differs(tmp_path, kept)


def test_articles_that_would_go_are_named(tmp_path: Path) -> None:
    imported(file(tmp_path, TEXT))
    shorter = "\n".join(line for line in TEXT.splitlines() if not line.startswith("第十七条"))
    result = imported(file(tmp_path, shorter), "--lang", "en")
    assert result.exit_code == 1
    assert "Would go: Art. 17, ch. 7" in result.stdout
    assert "In the ledger but not in the file: Art. 17, ch. 7" in result.stdout


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "content", "extra"),
    [
        ("a.txt", "今天天气很好。", ()),
        ("a.txt", "", ()),
        ("a.doc", "x", ()),
        ("a.pdf", "x", ()),
        ("a.txt", b"\0\1\2\3" * 99, ()),
        ("a.txt", TEXT, ("--scheme", "pj-it-projects")),
        ("a.txt", TEXT, ("--scheme", "nothing")),
        ("a.txt", TEXT + "\n" + made_text("pj-it-projects"), ()),
        ("a.txt", made_text(SCHEME, title="某办法"), ()),
    ],
)
def test_what_cannot_be_imported_is_refused_in_words_and_changes_nothing(
    tmp_path: Path, home: Path, language: str, name: str, content: str | bytes, extra: tuple[str, ...]
) -> None:
    result = imported(file(tmp_path, content, name), *extra, "--lang", language)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert name in result.stderr
    assert "Traceback" not in result.stderr
    assert "{" not in result.stderr
    assert not home.exists(), "not even a database is made"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = imported(str(tmp_path / "none.txt"))
    assert result.exit_code == 1
    assert "none.txt" in result.stderr


def test_a_store_that_cannot_be_used_is_told_in_one_line(tmp_path: Path, home: Path) -> None:
    home.mkdir()
    (home / "shenbao.db").write_bytes(b"not a database, and long enough to be looked at" * 100)
    result = imported(file(tmp_path, TEXT))
    assert result.exit_code == 1
    assert "damaged" in result.stderr
    assert "Traceback" not in result.output
