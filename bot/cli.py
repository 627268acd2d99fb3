"""The command line: thin commands over the rules and the conversations that the chat uses too.

Modules are imported inside the commands: `shenbao schemes` starts without the bot.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="shenbao",
    help="申报通: answers about Chinese subsidy schemes, with articles and exact ranges.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


class Language(StrEnum):
    """The languages that the commands speak."""

    zh_CN = "zh_CN"  # noqa: N815 - the names of languages are what they are
    zh_Hant = "zh_Hant"  # noqa: N815
    en = "en"
    ru = "ru"


Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="The day the rules are read for.")]
Lang = Annotated[Language, typer.Option("--lang", envvar="SHENBAO_LANG", help="The language of texts.")]


@app.command("schemes")
def schemes_command(as_json: Json = False, on: On = None, lang: Lang = Language.zh_CN) -> None:
    """List the schemes: authority, nature, validity, facts in asking order."""
    from bot.commands.common import day_of, words_for
    from bot.commands.schemes import list_schemes

    words = words_for(lang)
    list_schemes(day_of(on, words), words, as_json=as_json)


@app.command("assess")
def assess_command(
    scheme: Annotated[str, typer.Argument(help="A scheme's id, or all.")],
    facts: Annotated[
        str | None, typer.Option(metavar="FILE", help="A JSON object of facts; - reads it.")
    ] = None,
    fact: Annotated[list[str] | None, typer.Option(metavar="ID=VALUE", help="One fact; repeatable.")] = None,
    as_json: Json = False,
    on: On = None,
    lang: Lang = Language.zh_CN,
) -> None:
    """Assess an applicant: verdict, conditions with articles, award, what is missing."""
    from bot.commands.assess import assess_scheme
    from bot.commands.common import day_of, words_for

    words = words_for(lang)
    assess_scheme(scheme, facts, fact or [], day_of(on, words), words, as_json=as_json)


@app.command("ask")
def ask_command(
    text: Annotated[str | None, typer.Argument(help="The question.")] = None,
    file: Annotated[Path | None, typer.Option(metavar="FILE", help="JSON lines with id and q.")] = None,
    as_json: Json = False,
    on: On = None,
    lang: Annotated[
        Language | None,
        typer.Option("--lang", envvar="SHENBAO_LANG", help="The language of texts; else the question's."),
    ] = None,
) -> None:
    """Answer a question in people's own words: what was read, the verdict, the amount, the articles."""
    from bot.commands.ask import ask_file, ask_once
    from bot.commands.common import day_of, words_for

    words = words_for(lang or Language.zh_CN)
    if (text is None) == (file is None):
        raise typer.BadParameter("give a question, or --file with questions")
    if file is not None:
        ask_file(file, day_of(on, words), words, as_json=as_json, fixed=lang is not None)
    elif text is not None:
        ask_once(text, day_of(on, words), words, as_json=as_json, fixed=lang is not None)


@app.command("deadlines")
def deadlines_command(
    scheme: Annotated[str, typer.Argument(help="A scheme's id.")],
    events: Annotated[list[str], typer.Argument(metavar="EVENT=DATE...", help="What happened, and when.")],
    as_json: Json = False,
    lang: Lang = Language.zh_CN,
) -> None:
    """Compute what events make due: publicity, corrections, settlement, bans, plans."""
    from bot.commands.common import words_for
    from bot.commands.deadlines import list_deadlines

    list_deadlines(scheme, events, words_for(lang), as_json=as_json)


@app.command("replay")
def replay_command(
    receipt: Annotated[str, typer.Argument(help="A receipt, SB1-…; - reads it from standard input.")],
    as_json: Json = False,
    lang: Lang = Language.zh_CN,
) -> None:
    """Give the answer of a receipt again, or say what changed in the rules since."""
    from bot.commands.common import words_for
    from bot.commands.replay import replay_receipt

    replay_receipt(receipt, words_for(lang), as_json=as_json)


@app.command("import-text")
def import_text_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .txt, .md, .html, .docx or .pdf file.")],
    scheme: Annotated[str | None, typer.Option(metavar="ID", help="The instrument, if unclear.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Replace what was imported without asking.")] = False,
    as_json: Json = False,
    lang: Lang = Language.zh_CN,
) -> None:
    """Import an official text: cut into articles, matched with the ledger, shown before it replaces any."""
    from bot.commands.common import words_for
    from bot.commands.import_text import import_text

    import_text(file, scheme, words_for(lang), yes=yes, as_json=as_json)


@app.command("run")
def run_command(
    sandbox: Annotated[bool, typer.Option(help="Use the built-in local Bot API even with a token.")] = False,
) -> None:
    """Run the bot: on Telegram with SHENBAO_TOKEN set, else on the sandbox with a chat page."""
    from bot.commands.run import run_bot

    run_bot(sandbox=sandbox)


@app.command("doctor")
def doctor_command(lang: Lang = Language.zh_CN) -> None:
    """Check settings, database, calendar, catalogues and fonts; say what to do about each fault."""
    from bot.commands.common import words_for
    from bot.commands.doctor import examine

    examine(words_for(lang))


def main() -> None:
    """The console script."""
    app()
