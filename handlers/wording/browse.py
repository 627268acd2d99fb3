"""The instruments to be read: what each is about, its articles by aspect, digests, official wording, tables.

Digests are in the language of the instruments; readers of another language are told so. Official wording is
shown as it was imported, escaped, folded, and page by page.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from handlers.awards import AwardTable
from handlers.official.texts import OfficialText
from handlers.wording.amounts import amount
from handlers.wording.catalogue import SOURCE, Translator
from handlers.wording.citations import arabic, cited, place, place_with_chapter, short
from handlers.wording.html import Html, Piece, bold, html, italic, lines, quote
from handlers.wording.numbers import day
from handlers.wording.people import shown
from handlers.wording.splitting import split
from handlers.wording.terms import (
    answered,
    authority,
    label,
    own_key,
    short_title,
    summary,
    title,
    value,
)
from rules.engine.citation import Citation
from rules.engine.scheme import Scheme
from rules.ledger import Article, Aspect, Ledger
from rules.schemes import FACTS

PAGE = 3000
"""UTF-16 units of digests on one screen, well within one message."""
WORDING_PAGE = 2000
"""UTF-16 units of official wording on one screen, which holds the digest as well."""


def instruments_card(
    wording: Translator, schemes: Iterable[Scheme], ledgers: Sequence[Ledger]
) -> list[Piece]:
    """The list of instruments, and how many articles each has."""
    head = lines(bold(wording.text("browse.title")), wording.text("browse.intro"))
    entries = (
        html(f"{scheme.position}. ", bold(short_title(wording, scheme)), f" · {_count(wording, ledger)}")
        for scheme, ledger in zip(schemes, ledgers, strict=True)
    )
    return [head, lines(*entries), wording.text("browse.excerpts")]


def instrument_card(
    wording: Translator, scheme: Scheme, ledger: Ledger, official: OfficialText | None
) -> list[Piece]:
    """One instrument: its names, its authority, what its articles are about, whether its wording is here."""
    number = f"official.{scheme.id}.number"
    head = lines(
        bold(title(wording, scheme)),
        wording.text(f"official.{scheme.id}.title"),
        wording.text("browse.number", number=wording.text(number)) if wording.has(number) else "",
        wording.text("schemes.authority", authority=authority(wording, scheme)),
    )
    about = (
        html("· ", wording.text("general.colon", label=aspect_name(wording, aspect), value=named))
        for aspect in aspects(ledger)
        if (named := wording.listed(short(wording, one.citation) for one in articles_of(ledger, aspect)))
    )
    return [
        head,
        lines(wording.text("browse.by_aspect", count=_count(wording, ledger)), *about),
        lines(_origin(wording, official), _language_note(wording)),
    ]


def excerpt_card(wording: Translator, instrument: str, ledger: Ledger) -> list[Piece]:
    """What is at hand of an instrument of which there is an excerpt only."""
    head = lines(bold(wording.text(f"excerpt.{instrument}.title")), wording.text("browse.excerpt_only"))
    entries = (
        lines(bold(place_with_chapter(wording, entry.citation)), entry.digest, italic(entry.note))
        for entry in ledger.articles
    )
    return [head, *entries, _language_note(wording)]


def aspect_pages(wording: Translator, scheme: Scheme, ledger: Ledger, aspect: Aspect) -> list[Html]:
    """The digests of one aspect under the headings of their chapters, a screen each."""
    head = lines(bold(title(wording, scheme)), bold(aspect_name(wording, aspect)), _language_note(wording))
    return split([head, *_chapters(wording, ledger, aspect)], PAGE)


def article_pages(
    wording: Translator, ledger: Ledger, article: Article, official: OfficialText | None
) -> list[list[Piece]]:
    """One article: its digest and its items, then its official wording, a screen each."""
    head = _article_head(wording, ledger, article)
    text = _printed(official.at(article.citation)) if official else ""
    if official is None or not text:
        return [[*head, _origin(wording, None)]]
    origin = _origin(wording, official)
    first, *further = split([text], WORDING_PAGE) or [Html()]
    name = bold(_where(wording, article))
    pages: list[list[Piece]] = [[*head, lines(origin, quote(first, expandable=True))]]
    return pages + [[name, lines(origin, quote(page))] for page in further]


def award_card(wording: Translator, scheme: Scheme, table: AwardTable | None, on: date) -> list[Piece]:
    """What a scheme gives, and what that comes to."""
    if scheme.award is None:
        return []
    head = lines(
        bold(title(wording, scheme)), bold(wording.text("browse.award")), summary(wording, scheme, on)
    )
    blocks: list[Piece] = [head]
    if table is not None:
        blocks.append(_table(wording, table))
    return [*blocks, cited(wording, wording.text("browse.award_place"), scheme.award.citation)]


def procedure_card(wording: Translator, scheme: Scheme) -> list[Piece]:
    """The steps of the procedure in their order, each with who acts and where it stands."""
    steps = (
        cited(
            wording,
            wording.text(
                "card.step",
                n=number,
                text=wording.text(own_key(wording, "procedure", scheme, step.id)),
                body=wording.text(f"body.{step.body}"),
            ),
            step.citation,
        )
        for number, step in enumerate(scheme.procedure, 1)
    )
    return [lines(bold(title(wording, scheme)), bold(wording.text("browse.procedure"))), lines(*steps)]


def official_quote(
    wording: Translator, official: OfficialText | None, citation: Citation, limit: int
) -> Html:
    """The official wording of an article or item, at most `limit` units of it, if it is here."""
    text = _printed(official.closest(citation)) if official else ""
    if not text:
        return Html()
    first, *further = split([text], limit)
    return quote(html(first, "…") if further else first, expandable=True)


def aspects(ledger: Ledger) -> list[Aspect]:
    """The aspects that an instrument speaks of, in the order of the list of aspects."""
    found = {entry.aspect for entry in ledger.articles}
    return [aspect for aspect in Aspect if aspect in found]


def articles_of(ledger: Ledger, aspect: Aspect) -> list[Article]:
    """The whole articles that speak of an aspect, themselves or in an item, in order."""
    return [
        entry
        for entry in ledger.articles
        if not entry.citation.item
        and aspect in {entry.aspect, *(item.aspect for item in ledger.items_of(entry))}
    ]


def aspect_name(wording: Translator, aspect: Aspect) -> str:
    """An aspect in a word or two."""
    return wording.text(f"aspect.{aspect}")


def article_name(wording: Translator, ledger: Ledger, article: Article) -> str:
    """An article as it fits on a button; with its chapter where another has the same number."""
    number = article.citation.article
    same = [one for one in ledger.articles if not one.citation.item and one.citation.article == number]
    name = place_with_chapter if number and len(same) > 1 else place
    return name(wording, article.citation)


def _count(wording: Translator, ledger: Ledger) -> str:
    key = "browse.sections" if ledger.articles[0].citation.section else "browse.articles"
    return wording.plural(key, sum(not entry.citation.item for entry in ledger.articles))


def _chapters(wording: Translator, ledger: Ledger, aspect: Aspect) -> Iterator[Html]:
    """The entries of an aspect, a block a chapter; an article is named where only its items speak of it."""
    chapter = ""
    block: list[Html] = []
    for article in articles_of(ledger, aspect):
        above = _chapter_name(wording, article)
        if above != chapter and block:
            yield lines(*block)
            block = []
        if above != chapter:
            block.append(bold(above))
            chapter = above
        block += _entries(wording, ledger, article, aspect)
    yield lines(*block)


def _chapter_name(wording: Translator, article: Article) -> str:
    if not article.citation.chapter:
        return article.heading
    number = article.citation.chapter
    chapter = number if wording.language.startswith("zh") else arabic(number)
    return f"{wording.text('citation.chapter', chapter=chapter)} {article.heading}"


def _entries(wording: Translator, ledger: Ledger, article: Article, aspect: Aspect) -> Iterator[Html]:
    yield html("〔", bold(short(wording, article.citation)), "〕", article.digest)
    for item in ledger.items_of(article):
        if item.aspect is aspect:
            yield html("    ", _item(wording, item))


def _article_head(wording: Translator, ledger: Ledger, article: Article) -> list[Piece]:
    items = (_item(wording, item) for item in ledger.items_of(article))
    about = f"{aspect_name(wording, article.aspect)} · {wording.text(f'treatment.{article.treatment}')}"
    return [
        lines(bold(_where(wording, article)), article.heading, italic(about)),
        article.digest,
        lines(*items),
        html("ⓘ ", article.note) if article.note else "",
        _language_note(wording),
    ]


def _item(wording: Translator, item: Article) -> Html:
    numeral = item.citation.item
    return html(f"({numeral if wording.language.startswith('zh') else arabic(numeral)}) ", item.digest)


def _printed(text: str) -> str:
    """Official wording without the empty lines and the indents of its file."""
    return "\n".join(line for line in map(str.strip, text.split("\n")) if line)


def _where(wording: Translator, article: Article) -> str:
    return place_with_chapter(wording, article.citation)


def _origin(wording: Translator, official: OfficialText | None) -> str:
    if official is None:
        return wording.text("browse.no_official")
    when = day(wording, official.imported_on)
    return wording.text("browse.official", file=shown(official.source), date=when)


def _language_note(wording: Translator) -> str:
    return "" if wording.language == SOURCE else wording.text("browse.in_chinese")


def _table(wording: Translator, table: AwardTable) -> Html:
    rows = (
        html(
            "· ",
            wording.text(
                "browse.award_row",
                value=value(wording, table.fact, row.value),
                award=amount(wording, row.award) if row.award else wording.text("browse.award_none"),
            ),
        )
        for row in table.rows
    )
    assumed = wording.listed(answered(wording, FACTS[fact], given) for fact, given in table.assumed.items())
    name = wording.text("browse.award_by", label=label(wording, table.fact))
    return lines(bold(name), *rows, wording.text("browse.award_assumed", facts=assumed) if assumed else "")
