"""Telegram's HTML: a strict parser that gives plain text and entities in UTF-16 offsets.

The errors are worded as the Bot API words them, with offsets in bytes of UTF-8. Not modelled: tg-time,
Markdown and MarkdownV2, which the product does not use.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.sandbox import utf16
from bot.sandbox.errors import ApiError, bad_request

Entity = dict[str, Any]

TYPE_OF_TAG = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
NAMED_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#([0-9]{1,8})|#[xX]([0-9a-fA-F]{1,8}));?")
SPACES = " \t\r\n"
UNQUOTED_VALUE = re.compile(r"[A-Za-z0-9.\-]*")


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text with its entities."""

    text: str
    entities: list[Entity]


@dataclass(slots=True)
class _OpenTag:
    name: str
    start: int
    text_start: int
    attributes: dict[str, str]


def parse_html(markup: str) -> Formatted:
    """Parse Telegram's HTML strictly; a fault raises the 400 "can't parse entities"."""
    return _Parser(markup).parse()


def decode_references(text: str) -> str:
    """Replace the four named and all numeric character references; what is none stays as it is."""
    return CHARACTER_REFERENCE.sub(_decoded, text)


def _decoded(match: re.Match[str]) -> str:
    name, decimal, hexadecimal = match.groups()
    if name:
        return NAMED_CHARACTERS[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    is_character = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if is_character else match.group()


@dataclass(slots=True)
class _Parser:
    markup: str
    position: int = 0
    units: int = 0
    pieces: list[str] = field(default_factory=list)
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> Formatted:
        while self.position < len(self.markup):
            if self.markup[self.position] != "<":
                self._text()
            elif self.markup.startswith("</", self.position):
                self._end_tag()
            else:
                self._start_tag()
        if self.open_tags:
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{self.open_tags[-1].name}"')
        return Formatted("".join(self.pieces), self.entities)

    def _text(self) -> None:
        end = self.markup.find("<", self.position)
        end = len(self.markup) if end < 0 else end
        piece = decode_references(self.markup[self.position : end])
        self.pieces.append(piece)
        self.units += utf16.length(piece)
        self.position = end

    def _start_tag(self) -> None:
        begin = self.position
        self.position += 1
        name = self._until(SPACES + ">").lower()
        if self._at_end():
            raise self._fault("Unclosed start tag", begin)
        if name not in TYPE_OF_TAG:
            raise self._fault(f'Unsupported start tag "{name}"', begin)
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fault('Tag "span" must have class "tg-spoiler"', begin)
        if name == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise _refusal("Invalid custom emoji identifier specified")
        self.open_tags.append(_OpenTag(name, self.units, len(self.pieces), attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_spaces()
            if self._at_end():
                raise self._fault(f'Unclosed start tag "{tag}"', begin)
            if self.markup[self.position] == ">":
                self.position += 1
                return attributes
            name = self._until(SPACES + "=>").lower()
            if not name:
                raise self._fault(f'Empty attribute name in the tag "{tag}"', begin)
            self._skip_spaces()
            attributes[name] = ""
            if self.markup.startswith("=", self.position):
                self.position += 1
                attributes[name] = self._attribute_value(tag, begin)

    def _attribute_value(self, tag: str, begin: int) -> str:
        self._skip_spaces()
        if self._at_end():
            raise self._fault(f'Unclosed start tag "{tag}"', begin)
        quote = self.markup[self.position]
        if quote in "\"'":
            self.position += 1
            value = self._until(quote)
            if self._at_end():
                raise self._fault("Unclosed start tag", begin)
            self.position += 1
            return decode_references(value)
        start = self.position
        match = UNQUOTED_VALUE.match(self.markup, start)
        self.position = match.end() if match else start
        if self._at_end() or self.markup[self.position] not in SPACES + ">":
            raise self._fault("Unexpected end of name token", start)
        return (
            self.markup[start : self.position].lower() if tag != "a" else self.markup[start : self.position]
        )

    def _end_tag(self) -> None:
        begin = self.position
        if not self.open_tags:
            raise self._fault("Unexpected end tag", begin)
        self.position += 2
        name = self._until(SPACES + ">").lower()
        self._skip_spaces()
        if self._at_end() or self.markup[self.position] != ">":
            raise self._fault("Unclosed end tag", begin)
        self.position += 1
        opened = self.open_tags.pop()
        if name and name != opened.name:
            reason = f'expected "</{opened.name}>", found "</{name}>"'
            raise _refusal(f"Unmatched end tag at byte offset {self._byte_offset(begin)}, {reason}")
        self._close(opened)

    def _close(self, opened: _OpenTag) -> None:
        count = self.units - opened.start
        if count == 0:
            return
        entity: Entity = {"type": TYPE_OF_TAG[opened.name], "offset": opened.start, "length": count}
        if opened.name == "a":
            target = opened.attributes.get("href") or "".join(self.pieces[opened.text_start :])
            link = link_entity(target)
            if link is None:
                return
            entity |= link
        elif opened.name == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.name == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes["emoji-id"]
        elif opened.name in ("pre", "code") and self._merge_language(opened, entity):
            return
        self.entities.append(entity)

    def _merge_language(self, opened: _OpenTag, entity: Entity) -> bool:
        """pre around code (or code around pre) with a language is one entity of type pre."""
        if opened.name == "code" and opened.attributes.get("class", "").startswith("language-"):
            entity["language"] = opened.attributes["class"].removeprefix("language-")
            if not entity["language"]:
                del entity["language"]
        inner = self.entities[-1] if self.entities else None
        if (
            inner
            and {inner["type"], entity["type"]} == {"pre", "code"}
            and (inner["offset"], inner["length"]) == (entity["offset"], entity["length"])
            and ("language" in inner or "language" in entity)
        ):
            inner["language"] = inner.get("language") or entity["language"]
            inner["type"] = "pre"
            return True
        return False

    def _until(self, stops: str) -> str:
        start = self.position
        while not self._at_end() and self.markup[self.position] not in stops:
            self.position += 1
        return self.markup[start : self.position]

    def _skip_spaces(self) -> None:
        while not self._at_end() and self.markup[self.position] in SPACES:
            self.position += 1

    def _at_end(self) -> bool:
        return self.position >= len(self.markup)

    def _byte_offset(self, position: int) -> int:
        return len(self.markup[:position].encode("utf-8", "surrogatepass"))

    def _fault(self, reason: str, position: int) -> ApiError:
        return _refusal(f"{reason} at byte offset {self._byte_offset(position)}")


def _refusal(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def link_entity(target: str) -> Entity | None:
    """The entity that a link target gives, or None where it is no link (the text then stays plain)."""
    if target.startswith("tg://user?"):
        identifiers = parse_qs(urlsplit(target).query).get("id", [])
        if identifiers and identifiers[0].isdigit():
            return {"type": "text_mention", "user_id": int(identifiers[0])}
    url = normal_url(target)
    return None if url is None else {"type": "text_link", "url": url}


def normal_url(target: str) -> str | None:
    """An absolute http, https, tg or ton address, or None."""
    address = target.strip()
    if not address or any(character in SPACES for character in address):
        return None
    if "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme in ("tg", "ton"):
        return address
    if parts.scheme not in ("http", "https") or ("." not in host.strip(".") and host != "localhost"):
        return None
    return parts._replace(path=parts.path or "/").geturl()
