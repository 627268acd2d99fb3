"""What every command needs: the day, the language, output for programs and for people, refusals."""

import json
from datetime import date
from typing import Any

import typer
from rich.console import Console

from bot.clock import SystemClock
from handlers.intake import IntakeRefused
from handlers.wording.catalogue import Translator, wording_for
from handlers.wording.html import Html
from handlers.wording.people import shown

REFUSED = 1
"""The exit status for input that was understood and refused."""


def day_of(text: str | None, words: Translator) -> date:
    """The day that the rules are read for: the one that was given, else today in Asia/Shanghai."""
    if text is None:
        return SystemClock().today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise refused(words.text("cli.bad_day", given=shown(text))) from None


def words_for(language: str) -> Translator:
    """The texts of the language of a command."""
    return wording_for(language)


def refused(message: str | Html) -> typer.Exit:
    """Say on standard error why the input is not taken; to be raised."""
    typer.echo(message.plain if isinstance(message, Html) else message, err=True)
    return typer.Exit(REFUSED)


def refused_intake(error: IntakeRefused, words: Translator) -> typer.Exit:
    """Say why facts or events cannot be taken, with the likely names where there are some; to be raised."""
    key = f"refusal.{error.code}_near" if error.params.get("near") else f"refusal.{error.code}"
    return refused(words.text(key, **error.params))


def print_document(document: Any) -> None:
    """One JSON document on standard output, and nothing else."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def console() -> Console:
    """Standard output for people: colours on a terminal, plain text in a pipe."""
    return Console(highlight=False, soft_wrap=True)
