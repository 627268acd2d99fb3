"""`shenbao import-text`: an official text from a file into the store, shown before anything is replaced."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import typer
from rich.text import Text

from bot.clock import SystemClock
from bot.commands.common import console, print_document, refused
from bot.documents import DocumentRefused, read_document
from bot.settings import Settings, SettingsError, load_settings
from bot.store.engine import address, old_sqlite
from bot.store.errors import StoreError
from bot.store.store import Store, open_store
from handlers.official.difference import Difference, compare
from handlers.official.places import citation_of, name_of
from handlers.official.receiving import Received, TextRefused, receive
from handlers.official.texts import OfficialText
from handlers.wording.catalogue import Translator
from handlers.wording.imports import difference_lines, document_refusal, report_lines, text_refusal
from handlers.wording.people import shown
from rules.engine.citation import Citation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Import:
    """A text that was received, and what keeping it would change."""

    received: Received
    source: str
    before: OfficialText | None
    difference: Difference

    @property
    def kept(self) -> Mapping[Citation, str]:
        """What is kept now, by place."""
        return _by_place(self.before)


def import_text(path: Path, scheme: str | None, words: Translator, *, yes: bool, as_json: bool) -> None:
    """Place a file in the ledger, report, and keep it; ask first where something would be replaced."""
    settings = _settings()
    received = _receive(path, scheme, words)
    before = _in_store(settings, lambda store: store.texts.load(received.scheme))
    difference = compare(_by_place(before), received.placement.texts)
    found = Import(received, path.name, before, difference)
    if not as_json:
        _report(found, words)
    agreed = yes or not difference.replaces or (not as_json and _asked(words))
    keep = agreed and not difference.is_empty
    if keep:
        _mention_old_sqlite(settings, words)
        articles = {name_of(place): text for place, text in received.placement.texts.items()}
        _in_store(settings, lambda store: store.texts.replace(received.scheme, articles, path.name))
    if as_json:
        print_document(_document(found, stored=keep))
    _conclude(found, words, agreed=agreed, quiet=as_json)


def _settings() -> Settings:
    try:
        return load_settings()
    except SettingsError as error:
        raise refused("\n".join(error.lines)) from None


def _receive(path: Path, scheme: str | None, words: Translator) -> Received:
    try:
        return receive(read_document(path), scheme)
    except DocumentRefused as error:
        why = document_refusal(words, error.code, error.params)
    except TextRefused as error:
        why = text_refusal(words, error)
    name = words.text("import.refused", file=shown(path.name), why=why)
    raise refused(f"{name}\n{words.text('import.nothing_changed')}")


def _in_store(settings: Settings, use: Callable[[Store], Awaitable[T]]) -> T:
    async def opened() -> T:
        async with await open_store(settings.database, SystemClock(settings.timezone)) as store:
            return await use(store)

    try:
        return asyncio.run(opened())
    except StoreError as error:
        raise refused(str(error)) from None


def _mention_old_sqlite(settings: Settings, words: Translator) -> None:
    """A running bot holds the one connection that such a version is safe with."""
    version = old_sqlite()
    if version and address(settings.database).get_backend_name() == "sqlite":
        typer.echo(words.text("import.old_sqlite", version=version), err=True)


def _report(found: Import, words: Translator) -> None:
    lines = [*report_lines(words, found.received)]
    if found.before is not None and not found.difference.is_empty:
        lines += difference_lines(words, found.difference, found.before, found.received.placement.texts)
    console().print(Text("\n".join(lines)))


def _asked(words: Translator) -> bool:
    """The answer of whoever sits at the terminal; without one nobody can agree."""
    if not _at_terminal():
        return False
    try:
        return typer.confirm(words.text("import.confirm"), err=True)
    except typer.Abort:
        return False


def _at_terminal() -> bool:
    return sys.stdin.isatty()


def _conclude(found: Import, words: Translator, *, agreed: bool, quiet: bool) -> None:
    if not agreed:
        raise refused(f"{words.text('import.needs_yes')}\n{words.text('import.nothing_changed')}")
    if quiet:
        return
    count = len(found.received.placement.texts)
    key = "import.no_change" if found.difference.is_empty else "import.done"
    typer.echo(words.text(key, count=count, file=shown(found.source)))


def _by_place(text: OfficialText | None) -> dict[Citation, str]:
    articles = text.articles if text else {}
    return {place: wording for name, wording in articles.items() if (place := citation_of(name)) is not None}


def _document(found: Import, *, stored: bool) -> dict[str, Any]:
    placement, difference = found.received.placement, found.difference
    changed = [
        {"citation": place.as_dict(), "before": found.kept[place], "after": placement.texts[place]}
        for place in difference.changed
    ]
    return {
        "scheme": found.received.scheme,
        "file": found.source,
        "articles": len(placement.texts),
        "items": len(placement.items),
        "bare": _places(placement.bare),
        "unplaced": [
            {"citation": stray.citation.as_dict(), "problem": str(stray.trouble), "text": stray.text}
            for stray in placement.strays
        ],
        "missing": _places(placement.missing),
        "difference": {
            "added": _places(difference.added),
            "changed": changed,
            "removed": _places(difference.removed),
            "unchanged": len(difference.same),
        },
        "stored": stored,
    }


def _places(citations: tuple[Citation, ...]) -> list[dict[str, str]]:
    return [citation.as_dict() for citation in citations]
