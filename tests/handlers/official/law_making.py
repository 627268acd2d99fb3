"""Texts that look like an instrument: its title, chapters, articles and items, with our digests as words."""

from collections.abc import Iterator

from handlers.ledgers import ledger_of
from handlers.official.instruments import official_title
from rules.ledger import Article


def made_text(scheme: str, *, title: str | None = None, chapters: bool = True) -> str:
    """The whole text of a made-up edition of an instrument."""
    return "\n".join(
        [official_title(scheme) if title is None else title, *made_lines(scheme, chapters=chapters)]
    )


def made_lines(scheme: str, *, chapters: bool = True) -> Iterator[str]:
    """A line a heading, an article without its items, an item."""
    above = ""
    for entry in ledger_of(scheme).articles:
        chapter = entry.citation.chapter
        if chapters and chapter and chapter != above:
            yield f"第{chapter}章 {entry.heading}"
            above = chapter
        yield made_line(entry)


def made_line(entry: Article) -> str:
    """One article or item."""
    citation = entry.citation
    if citation.item:
        return f"（{citation.item}）{entry.digest}"
    return (
        f"第{citation.article}条 {entry.digest}"
        if citation.article
        else f"{citation.section}、{entry.digest}"
    )
