"""Telegram's HTML, escaped by default: text becomes markup only through the functions of this module.

`Html` cannot be made from text by accident: `join` and `bold` escape every plain string they are given, and
an `Html` that is formatted into a plain string gives its visible text, so that the worst an oversight does is
to lose the formatting.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from string import Formatter

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Html:
    """A well-formed piece of Telegram's HTML. Only this package writes `markup`."""

    markup: str = ""

    @cached_property
    def plain(self) -> str:
        """The text that a person sees."""
        return unescape(_TAG.sub("", self.markup))

    @property
    def length(self) -> int:
        """The length as Telegram counts it: UTF-16 units after the entities are parsed."""
        return units(self.plain)

    def __str__(self) -> str:
        return self.plain

    def __bool__(self) -> bool:
        return bool(self.markup)

    def __add__(self, other: "Piece") -> "Html":
        return Html(self.markup + _markup(other))

    def __radd__(self, other: str) -> "Html":
        return Html(_markup(other) + self.markup)


Piece = Html | str
"""What can be put into HTML: markup that is already safe, or text that will be escaped."""


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _markup(piece: Piece) -> str:
    return piece.markup if isinstance(piece, Html) else escape(piece, quote=True).replace("&#x27;", "'")


def html(*pieces: Piece) -> Html:
    """Pieces one after another; plain strings are escaped."""
    return Html("".join(_markup(piece) for piece in pieces))


def join(separator: Piece, pieces: Iterable[Piece]) -> Html:
    """Pieces with a separator between them; empty ones are left out."""
    return Html(_markup(separator).join(_markup(piece) for piece in pieces if piece))


def lines(*pieces: Piece) -> Html:
    """One piece a line; empty ones are left out."""
    return join("\n", pieces)


def fill(template: str, params: Mapping[str, Piece]) -> Html:
    """A text with its {placeholders} filled in, text and plain parameters escaped."""
    pieces: list[Piece] = []
    for literal, name, _, _ in Formatter().parse(template):
        pieces.append(literal)
        if name is not None:
            pieces.append(params.get(name, f"{{{name}}}"))
    return html(*pieces)


def bold(*pieces: Piece) -> Html:
    """Bold."""
    return _wrapped("b", pieces)


def italic(*pieces: Piece) -> Html:
    """Italic."""
    return _wrapped("i", pieces)


def code(*pieces: Piece) -> Html:
    """Monospaced within a line; a tap copies it."""
    return _wrapped("code", pieces)


def pre(*pieces: Piece) -> Html:
    """A monospaced block; a tap copies it."""
    return _wrapped("pre", pieces)


def quote(*pieces: Piece, expandable: bool = False) -> Html:
    """A quotation; an expandable one is folded to three lines until it is tapped."""
    inner = html(*pieces)
    opening = "<blockquote expandable>" if expandable else "<blockquote>"
    return Html(f"{opening}{inner.markup}</blockquote>") if inner else inner


def _wrapped(tag: str, pieces: tuple[Piece, ...]) -> Html:
    inner = html(*pieces)
    return Html(f"<{tag}>{inner.markup}</{tag}>") if inner else inner
