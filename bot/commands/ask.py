"""`shenbao ask`: a question in people's own words, or a whole file of them in one process."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import typer
from rich.text import Text

from bot.commands.common import console, print_document, refused, refused_intake
from bot.commands.recorded import records_for
from bot.search import ClauseIndex
from handlers.ask import understand
from handlers.ask.answer import answer_text
from handlers.ask.document import ask_document
from handlers.contract import Document
from handlers.intake import IntakeRefused
from handlers.understanding.routing import ClauseSearch
from handlers.wording.catalogue import Translator, wording_for
from handlers.wording.people import shown
from rules.engine.recorded import Recorded

Question = tuple[str, str]
"""The id of a question in a file, and its text."""


def ask_once(text: str, on: date, words: Translator, *, as_json: bool, fixed: bool) -> None:
    """Answer one question, in the language of `words` where that is `fixed`, else in its own."""
    recorded = records_for(words).recorded
    try:
        understood = understand(
            text, on, ClauseIndex.of_the_ledgers(), language=words.language, recorded=recorded
        )
    except IntakeRefused as error:
        raise refused_intake(error, words) from None
    answering = words if fixed else wording_for(understood.route.language)
    if as_json:
        print_document(ask_document(understood, answering))
    else:
        console().print(Text(answer_text(understood, answering).plain))


def ask_file(path: Path, on: date, words: Translator, *, as_json: bool, fixed: bool) -> None:
    """Answer every question of a JSON-lines file, one answer a line."""
    recorded, search = records_for(words).recorded, ClauseIndex.of_the_ledgers()
    for name, text in list(_questions(path, words)):
        document = {"id": name} | _answered(text, on, search, words, recorded, fixed=fixed)
        shown_line = json.dumps(document, ensure_ascii=False) if as_json else f"{name}\t{_spoken(document)}"
        typer.echo(shown_line)


def _answered(
    text: str, on: date, search: ClauseSearch, words: Translator, recorded: Recorded, *, fixed: bool
) -> Document:
    """One question of many: what cannot be read at all has its refusal in place of an answer."""
    try:
        understood = understand(text, on, search, language=words.language, recorded=recorded)
    except IntakeRefused as error:
        return {"refused": words.text(f"refusal.{error.code}", **error.params)}
    return ask_document(understood, words if fixed else wording_for(understood.route.language))


def _spoken(document: Document) -> str:
    return " ".join(str(document.get("answer") or document.get("refused")).split())


def _questions(path: Path, words: Translator) -> Iterator[Question]:
    for number, line in enumerate(_lines(path, words), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            yield str(entry["id"]), str(entry["q"])
        except (json.JSONDecodeError, RecursionError, KeyError, TypeError):
            raise refused(words.text("refusal.questions_not_read", line=number)) from None


def _lines(path: Path, words: Translator) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise refused(words.text("cli.facts_not_text", path=shown(str(path)))) from None
    except OSError as error:
        reason = shown(error.strerror or str(error))
        raise refused(words.text("cli.facts_not_read", path=shown(str(path)), reason=reason)) from None
