"""The four catalogues say the same: every key, in every language, with the same placeholders and tags."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.structure.tree import ROOT, name_of, parsed, python_files

SOURCE = "zh_CN"
LANGUAGES = (SOURCE, "zh_Hant", "en", "ru")
KEY = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+")
ASKED_FOR_BY = {"text", "plural", "html", "has"}
TAG = re.compile(r"</?[a-z]+(?=[ >])")


def path_of(language: str) -> Path:
    path = ROOT / "locale" / language / "LC_MESSAGES" / "messages.po"
    assert path.is_file(), f"no catalogue for {language}: {path.relative_to(ROOT)}"
    return path


@cache
def catalogue(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def messages(language: str) -> dict[str, Message]:
    """The messages of a catalogue by their key (with its context, if any); at least one."""
    found = {f"{m.context or ''}|{key(m)}": m for m in catalogue(language) if m.id}
    assert found, f"the catalogue for {language} is empty"
    return found


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    """The translation, or each of its plural forms."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def _is_full(message: Message) -> bool:
    return all(form.strip() for form in forms(message))


def placeholders(text: str) -> set[str]:
    """The names in braces; a text whose braces do not pair is refused by the formatter itself."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_there_is_a_catalogue_for_exactly_the_four_languages() -> None:
    assert sorted(path.parts[-3] for path in (ROOT / "locale").glob("*/LC_MESSAGES/*.po")) == sorted(
        LANGUAGES
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_keys_of_the_source(language: str) -> None:
    source, target = set(messages(SOURCE)), set(messages(language))
    assert (source - target, target - source) == (set(), set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_symbolic_and_stands_once(language: str) -> None:
    """Of two texts for one key a reader keeps the last and says nothing."""
    stated = Counter(re.findall(r'^msgid "(.+)"$', path_of(language).read_text("utf-8"), re.MULTILINE))
    assert stated
    assert [name for name, count in stated.items() if count > 1 or not KEY.fullmatch(name)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_untranslated_or_guessed(language: str) -> None:
    found = messages(language).items()
    unfinished = [name for name, message in found if message.fuzzy or not _is_full(message)]
    assert unfinished == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_has_every_form_of_its_language(language: str) -> None:
    wanted = catalogue(language).num_plurals
    plural = [message for message in messages(language).values() if not isinstance(message.string, str)]
    assert [key(message) for message in plural if len(forms(message)) != wanted] == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_placeholders_and_tags_are_those_of_the_source(language: str) -> None:
    """A form for one particular count may leave the number out; nothing else may differ."""
    source, differing = messages(SOURCE), []
    for name, message in messages(language).items():
        wanted = set().union(*(placeholders(form) for form in forms(source[name])))
        for form in forms(message):
            may_lack = {"n", "count"} if len(forms(message)) > 1 else set()
            if not wanted - may_lack <= placeholders(form) <= wanted:
                differing.append(f"{name}: placeholders {placeholders(form)} for {wanted}")
            if sorted(TAG.findall(form)) != sorted(TAG.findall(forms(source[name])[-1])):
                differing.append(f"{name}: tags differ")
    assert differing == []


def test_every_key_that_the_code_names_is_in_the_catalogue() -> None:
    named = [
        (f"{name_of(path)}:{line}", name)
        for path in python_files("handlers", "bot")
        for line, name in keys_named(parsed(path))
    ]
    assert named, "no key found in the code"
    known = {key(message) for message in messages(SOURCE).values()}
    assert [f"{place} {name}" for place, name in named if name not in known] == []


def keys_named(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and key of every call such as wording.text("general.ok")."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Attribute(attr=asked), args=[ast.Constant(value=str() as name), *_]) if (
                asked in ASKED_FOR_BY and KEY.fullmatch(name)
            ):
                yield node.lineno, name
