"""The instruments to be read: a list, each by aspect, each article; what they pay, and their procedure.

A screen is named by all that it shows: `browse`, `browse:<instrument>`, `awards:<instrument>`,
`steps:<instrument>`, `aspect:<instrument> <aspect> <page>`, `article:<instrument> <place> <page>`. Whatever a
name says that this release does not know leads to the list.
"""

from collections.abc import Iterator, Sequence

from handlers.awards import award_table
from handlers.browsing import resume_rows
from handlers.flow import detail_of, kind_of
from handlers.keyboards import Verb
from handlers.ledgers import excerpts, ledger_of
from handlers.official.places import citation_of, name_of
from handlers.screens import Button, Row, Screen, button, in_rows, screen
from handlers.session import State
from handlers.wording import browse, terms
from rules.ledger import Article, Aspect, Ledger
from rules.schemes import SCHEMES

LIST = "browse"
ASPECT = "aspect"
ARTICLE = "article"
AWARDS = "awards"
STEPS = "steps"
BASIS = "basis"
SHOWING_WORDING = frozenset({LIST, ARTICLE, BASIS})


def knows(instrument: str) -> bool:
    """Whether there is something to read of an instrument."""
    return instrument in SCHEMES or instrument in excerpts()


def shown_instrument(view: str) -> str:
    """The instrument whose official wording a screen may show; empty where it shows none."""
    instrument = detail_of(view).partition(" ")[0].partition("/")[0]
    return instrument if kind_of(view) in SHOWING_WORDING and instrument in SCHEMES else ""


def browse_screen(state: State) -> Screen:
    """The list of instruments, or one of them."""
    instrument = detail_of(state.check.view)
    if instrument in excerpts():
        return _excerpt(state, instrument)
    return _instrument(state, instrument) if instrument in SCHEMES else list_screen(state)


def list_screen(state: State) -> Screen:
    """Every instrument, the excerpts last."""
    words = state.words
    shown = browse.instruments_card(words, SCHEMES.values(), [ledger_of(scheme) for scheme in SCHEMES])
    titles = {scheme.id: terms.short_title(words, scheme) for scheme in SCHEMES.values()}
    titles |= {name: words.text(f"excerpt.{name}.title") for name in excerpts()}
    buttons = (button(title, Verb.INSTRUMENT, instrument=name) for name, title in titles.items())
    return screen(*shown, rows=[*in_rows(buttons), *resume_rows(state)])


def aspect_screen(state: State) -> Screen:
    """What an instrument says about one aspect."""
    instrument, name, page = _three(state)
    if instrument not in SCHEMES or name not in set(Aspect):
        return list_screen(state)
    words, ledger, aspect = state.words, ledger_of(instrument), Aspect(name)
    articles = browse.articles_of(ledger, aspect)
    if not articles:
        return _instrument(state, instrument)
    pages = browse.aspect_pages(words, SCHEMES[instrument], ledger, aspect)
    page = min(page, len(pages) - 1)
    turning = [
        button(
            words.text(key, page=at + 1, pages=len(pages)), Verb.ASPECT, **_at(instrument, at, aspect=name)
        )
        for key, at in (("button.page_before", page - 1), ("button.page_after", page + 1))
        if 0 <= at < len(pages)
    ]
    rows = [*in_rows(_article_buttons(state, instrument, articles)), tuple(turning), _back(state, instrument)]
    return screen(pages[page], rows=rows)


def article_screen(state: State) -> Screen:
    """One article, with the official wording where it was imported."""
    instrument, name, page = _three(state)
    citation = citation_of(name)
    article = ledger_of(instrument).find(citation) if instrument in SCHEMES and citation else None
    if article is None:
        return list_screen(state)
    ledger = ledger_of(instrument)
    pages = browse.article_pages(state.words, ledger, article, state.official)
    page = min(page, len(pages) - 1)
    more = _more_wording(state, instrument, name, page + 1, len(pages))
    aspect = button(
        f"‹ {browse.aspect_name(state.words, article.aspect)}",
        Verb.ASPECT,
        **_at(instrument, 0, aspect=str(article.aspect)),
    )
    rows = [more, _neighbours(state, instrument, ledger, article), (aspect, *_back(state, instrument))]
    return screen(*pages[page], rows=rows)


def awards_screen(state: State) -> Screen:
    """What a scheme pays."""
    instrument = detail_of(state.check.view)
    if instrument not in SCHEMES or SCHEMES[instrument].award is None:
        return browse_screen(state)
    scheme = SCHEMES[instrument]
    shown = browse.award_card(state.words, scheme, award_table(scheme, state.today), state.today)
    check = button(state.words.text("button.check"), Verb.CHECK, target=instrument)
    rows = [*_of_aspect(state, instrument, Aspect.AWARD), (check,), _back(state, instrument)]
    return screen(*shown, rows=rows)


def steps_screen(state: State) -> Screen:
    """The procedure of an instrument."""
    instrument = detail_of(state.check.view)
    if instrument not in SCHEMES or not SCHEMES[instrument].procedure:
        return browse_screen(state)
    shown = browse.procedure_card(state.words, SCHEMES[instrument])
    rows = [*_of_aspect(state, instrument, Aspect.PROCEDURE), _back(state, instrument)]
    return screen(*shown, rows=rows)


def _instrument(state: State, instrument: str) -> Screen:
    words, scheme, ledger = state.words, SCHEMES[instrument], ledger_of(instrument)
    shown = browse.instrument_card(words, scheme, ledger, state.official)
    aspects = (
        button(browse.aspect_name(words, aspect), Verb.ASPECT, **_at(instrument, 0, aspect=str(aspect)))
        for aspect in browse.aspects(ledger)
    )
    special = []
    if scheme.award is not None:
        special.append(button(words.text("button.award_table"), Verb.AWARDS, instrument=instrument))
    if scheme.procedure:
        special.append(button(words.text("button.steps"), Verb.STEPS, instrument=instrument))
    last = (
        button(words.text("button.browse_list"), Verb.BROWSE),
        button(words.text("button.check"), Verb.CHECK, target=instrument),
    )
    return screen(*shown, rows=[tuple(special), *in_rows(aspects), last])


def _excerpt(state: State, instrument: str) -> Screen:
    shown = browse.excerpt_card(state.words, instrument, excerpts()[instrument])
    return screen(*shown, rows=[(button(state.words.text("button.browse_list"), Verb.BROWSE),)])


def _three(state: State) -> tuple[str, str, int]:
    """The parts of a screen's name: the instrument, what of it, and which page; wrong ones are empty or 0."""
    instrument, name, page = [*detail_of(state.check.view).split(" "), "", "", ""][:3]
    return instrument, name, int(page) if page.isascii() and page.isdigit() else 0


def _at(instrument: str, page: int, **place: str) -> dict[str, object]:
    return {"instrument": instrument, "number": page, **place}


def _article_buttons(state: State, instrument: str, articles: Sequence[Article]) -> Iterator[Button]:
    ledger = ledger_of(instrument)
    for article in articles:
        label = browse.article_name(state.words, ledger, article)
        yield button(label, Verb.ARTICLE, **_at(instrument, 0, place=name_of(article.citation)))


def _neighbours(state: State, instrument: str, ledger: Ledger, article: Article) -> Row:
    """The articles before and after, in the order of the text."""
    wholes = [entry for entry in ledger.articles if not entry.citation.item]
    here = wholes.index(article)
    return tuple(
        button(
            state.words.text(key, place=browse.article_name(state.words, ledger, wholes[at])),
            Verb.ARTICLE,
            **_at(instrument, 0, place=name_of(wholes[at].citation)),
        )
        for key, at in (("button.article_before", here - 1), ("button.article_after", here + 1))
        if 0 <= at < len(wholes)
    )


def _more_wording(state: State, instrument: str, name: str, page: int, pages: int) -> Row:
    """The next page of the official wording; after the last the first one comes again."""
    if pages == 1:
        return ()
    following = page % pages
    label = state.words.text("button.more_wording", page=following + 1, pages=pages)
    return (button(label, Verb.ARTICLE, **_at(instrument, following, place=name)),)


def _of_aspect(state: State, instrument: str, aspect: Aspect) -> tuple[Row, ...]:
    articles = browse.articles_of(ledger_of(instrument), aspect)
    return in_rows(_article_buttons(state, instrument, articles))


def _back(state: State, instrument: str) -> Row:
    title = terms.short_title(state.words, SCHEMES[instrument])
    label = state.words.text("button.browse_back", title=title)
    return (button(label, Verb.INSTRUMENT, instrument=instrument),)
