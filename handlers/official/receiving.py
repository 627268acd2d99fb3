"""An official text that an operator brings: whose it is, where its articles belong, or why it is refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.ledgers import ledger_of
from handlers.official.instruments import LEAST_LIKENESS, Part, likeness, mentioned, parts_of
from handlers.official.matching import Placement, place, wholes
from handlers.official.splitting import Form, Kind, cut
from handlers.official.tidying import tidy
from rules.schemes import SCHEMES

MOST_CHARACTERS = 1_000_000
"""Far above any of the instruments, which have up to twenty thousand."""
LEAST_SHARE = 0.5
"""The least share of an instrument's articles that a text of it has."""


class TextRefused(Exception):
    """A text is not taken. `code` is the last part of the key that words it; `schemes` are those it names."""

    def __init__(self, code: str, schemes: Iterable[str] = (), **params: object) -> None:
        self.code = code
        self.schemes = tuple(schemes)
        self.params = params
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Received:
    """A text that was taken: the instrument, and its articles at their places."""

    scheme: str
    placement: Placement


def receive(raw: str, scheme: str | None = None) -> Received:
    """Find the instrument of a text, or its part about `scheme`, and place it. Raises `TextRefused`."""
    if scheme is not None and scheme not in SCHEMES:
        raise TextRefused("unknown_scheme", SCHEMES, given=scheme)
    text = tidy(raw)
    if not text.strip():
        raise TextRefused("empty")
    if len(text) > MOST_CHARACTERS:
        raise TextRefused("too_long", count=len(text), most=MOST_CHARACTERS)
    if not _has_articles(text):
        raise TextRefused("no_articles")
    part = _part(text, scheme)
    placement = place(part.text, ledger_of(part.scheme))
    _refuse_another(part.scheme, placement)
    return Received(part.scheme, placement)


def _has_articles(text: str) -> bool:
    wanted = {Kind.ARTICLE, Kind.SECTION}
    return any(piece.kind in wanted for form in Form for piece in cut(text, form))


def _part(text: str, scheme: str | None) -> Part:
    parts = parts_of(text)
    named = {part.scheme: part for part in parts}
    if scheme is not None:
        if not parts:
            return Part(scheme, text)
        if scheme in named:
            return named[scheme]
        raise TextRefused("other_instrument", named, expected=scheme)
    if len(parts) > 1:
        raise TextRefused("several_instruments", named)
    if parts:
        return parts[0]
    found = mentioned(text)
    if len(found) != 1:
        raise TextRefused("unknown_instrument", found or SCHEMES)
    return Part(found[0], text)


def _refuse_another(scheme: str, placement: Placement) -> None:
    """A text under the right title, or none, whose articles speak of something else."""
    ledger = ledger_of(scheme)
    expected, placed = len(wholes(ledger)), len(placement.texts)
    if placed < LEAST_SHARE * expected:
        raise TextRefused("too_few_articles", [scheme], placed=placed, expected=expected)
    if likeness(placement, ledger) < LEAST_LIKENESS:
        raise TextRefused("unlike", [scheme])
