"""What the documents say can be typed: commands, options, settings and links are those of the code."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import app
from bot.settings import Settings
from tests.structure.tree import ROOT, name_of, project_files

FENCED = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
SETTING = re.compile(r"\bSHENBAO_[A-Z_]+\b")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)[^)]*\)")


def documents() -> list[Path]:
    found = [path for path in project_files() if path.suffix == ".md"]
    assert ROOT / "README.md" in found
    return found


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def snippets(text: str) -> Iterator[str]:
    """Every line of a code block and every piece of inline code, comments left out."""
    for block in FENCED.findall(text):
        yield from (line.partition(" #")[0] for line in block.splitlines())
    yield from INLINE.findall(FENCED.sub("", text))


def invocations(program: str) -> list[tuple[str, list[str]]]:
    """Where, and with which words, the documents call a program."""
    found = []
    for document in documents():
        for snippet in snippets(document.read_text("utf-8")):
            words = snippet.split()
            if len(words) > 1 and words[0].rpartition("/")[2] == program:
                found.append((f"{name_of(document)}: {snippet}", words[1:]))
    assert found, f"no document mentions {program}"
    return found


def test_every_make_target_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert [place for place, words in invocations("make") if words[0] not in targets] == []


def test_every_shenbao_command_and_option_in_the_documents_exists() -> None:
    commands = shenbao_commands()
    wrong = []
    for place, (name, *words) in invocations("shenbao"):
        options = {word for word in words if word.startswith("--")}
        if name not in commands or not options <= commands[name]:
            wrong.append(place)
    assert wrong == []


def test_every_command_is_in_the_readme() -> None:
    described = {words[0] for place, words in invocations("shenbao") if place.startswith("README.md")}
    assert set(shenbao_commands()) - described == set()


def test_the_settings_in_the_readme_are_those_of_the_code() -> None:
    prefix = Settings.model_config.get("env_prefix", "").upper()
    assert prefix == "SHENBAO_"
    assert set(SETTING.findall(read("README.md"))) == {
        prefix + name.upper() for name in Settings.model_fields
    }


@pytest.mark.parametrize("document", documents(), ids=name_of)
def test_links_lead_to_files_that_exist(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def shenbao_commands() -> dict[str, set[str]]:
    """The options of every command, by its name."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    assert group.commands
    return {
        name: {"--help", *(option for parameter in command.params for option in parameter.opts)}
        for name, command in group.commands.items()
        if not command.hidden
    }
