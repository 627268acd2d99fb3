"""`shenbao schemes`: the instruments that can be asked about."""

from datetime import date

from rich.markup import escape
from rich.table import Table

from bot.commands.common import console, print_document
from bot.commands.recorded import records_for
from handlers.contract import scheme_document
from handlers.wording.catalogue import Translator
from handlers.wording.numbers import day
from rules.engine.assess import validity_of
from rules.schemes import SCHEMES


def list_schemes(on: date, words: Translator, *, as_json: bool) -> None:
    """Print every scheme with its authority, nature and validity on that day."""
    recorded = records_for(words).recorded
    documents = [
        scheme_document(scheme, validity_of(scheme, on, recorded), words) for scheme in SCHEMES.values()
    ]
    if as_json:
        print_document(documents)
        return
    table = Table(show_lines=False)
    for heading in ("scheme", "title", "nature", "since", "validity"):
        table.add_column(words.text(f"cli.schemes.{heading}"), overflow="fold")
    for scheme, document in zip(SCHEMES.values(), documents, strict=True):
        since = day(words, scheme.in_force_from) if scheme.in_force_from else "?"
        nature = words.text(f"nature.short.{document['nature']}")
        validity = words.text(f"validity.short.{document['validity']}")
        table.add_row(scheme.id, escape(document["title"]), nature, since, validity)
    console().print(table)
