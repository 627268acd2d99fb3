"""Long messages in parts that Telegram takes, cut where a reader would pause and never within a tag."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape

from handlers.wording.html import Html, Piece, html, join, units

LIMIT = 4096
"""Telegram's limit for a text, in UTF-16 units after the entities are parsed."""
ENTITIES = 100
"""Telegram drops the formatting of a message beyond this many entities."""

_TOKEN = re.compile(r"<[^>]*>|&[^;]+;|.", re.DOTALL)
_PAUSES = ("\n", "。！？!?；;", "，,、：:", " \u00a0")
_BLOCK = "\n\n"


def split(blocks: Iterable[Piece], limit: int = LIMIT, entities: int = ENTITIES) -> list[Html]:
    """Blocks (a heading with its lines, say) as messages of at most `limit` units and `entities` tags each.

    Blocks stay together where they can, with an empty line between them; one that is too long for a message
    is cut at the end of a line, else of a sentence, else of a word. No cut loses text.
    """
    messages: list[Html] = []
    for block in blocks:
        for part in _parts(html(block), limit, entities):
            if messages and _fits(joined := join(_BLOCK, (messages[-1], part)), limit, entities):
                messages[-1] = joined
            elif part.plain.strip():
                messages.append(part)
    return messages


def _fits(message: Html, limit: int, entities: int) -> bool:
    return message.length <= limit and message.markup.count("</") <= entities


def _parts(block: Html, limit: int, entities: int) -> Iterator[Html]:
    """The block itself, or pieces of it that fit; tags that are open at a cut are closed and opened again."""
    if _fits(block, limit, entities):
        yield block
        return
    tokens = _TOKEN.findall(block.markup)
    while not _fits(Html("".join(tokens)), limit, entities):
        cut = _past_closing(tokens, _cut(tokens, limit, entities))
        tags = _open_tags(tokens[:cut])
        closing = [f"</{tag[1:-1].split()[0]}>" for tag in reversed(tags)]
        yield Html("".join(tokens[:cut] + closing))
        tokens = tags + tokens[cut:]
    yield Html("".join(tokens))


def _cut(tokens: list[str], limit: int, entities: int) -> int:
    """Where to cut: at the best pause in the second half of what fits, else after all that fits."""
    most = _most(tokens, limit, entities)
    for pause in _PAUSES:
        for at in range(most, most // 2, -1):
            if unescape(tokens[at - 1]) in pause:
                return at
    return _between_characters(tokens, most)


def _past_closing(tokens: list[str], at: int) -> int:
    """After at least one character, so that every part makes progress, and after tags that close there."""
    first = next(place for place, token in enumerate(tokens) if not token.startswith("<")) + 1
    at = max(at, first)
    while tokens[at].startswith("</"):
        at += 1
    return at


def _most(tokens: list[str], limit: int, entities: int) -> int:
    """How many tokens fit."""
    length, opened = 0, 0
    for at, token in enumerate(tokens):
        is_tag = token.startswith("<")
        opened += is_tag and not token.startswith("</")
        length += 0 if is_tag else units(unescape(token))
        if length > limit or opened > entities:
            return at
    return len(tokens)


def _between_characters(tokens: list[str], at: int) -> int:
    """Back from the middle of an emoji or of a letter with its marks, where that is near."""
    for back in range(at, max(at - 32, 1), -1):
        following, before = tokens[back], tokens[back - 1]
        if following.startswith("<") or before.startswith("<"):
            return back
        joined = unicodedata.category(following[0]) in {"Mn", "Me"} or "\u200d" in (following, before)
        if not joined and not 0x1F3FB <= ord(following[0]) <= 0x1F3FF:
            return back
    return at


def _open_tags(tokens: list[str]) -> list[str]:
    tags: list[str] = []
    for token in tokens:
        if token.startswith("</"):
            tags.pop()
        elif token.startswith("<"):
            tags.append(token)
    return tags
