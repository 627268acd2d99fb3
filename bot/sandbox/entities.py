"""Text that enters a message: cleaned, trimmed, measured, its entities sorted and completed."""

import re
from collections.abc import Iterable
from typing import Any

from bot.sandbox import utf16
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import Entity, Formatted, parse_html

PRIORITY = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "text_link": 49, "text_mention": 49,
    "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94, "custom_emoji": 99,
}  # fmt: skip
DETECTED = (
    ("url", re.compile(r"https?://[^\s<>\"'，。；、）（]+[^\s<>\"'，。；、）（.,;:!?)]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("bot_command", re.compile(r"(?<![\w/@.])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{4,32}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)
OPAQUE = ("pre", "code", "text_link", "text_mention")
ENTITY_TYPES = frozenset(PRIORITY) | {name for name, _ in DETECTED} | {"cashtag", "phone_number"}
CONTROLS = {code: " " for code in range(32) if code not in (9, 10, 13)} | {13: None}


def formatted(text: str, parse_mode: str | None, explicit: object) -> Formatted:
    """The text and entities of a message from what the bot gave; 400 where they do not fit together."""
    given = _given(text, parse_mode, explicit)
    trimmed = _trimmed(given)
    return Formatted(trimmed.text, complete(trimmed.text, trimmed.entities))


def _given(text: str, parse_mode: str | None, explicit: object) -> Formatted:
    if parse_mode is None:
        return Formatted(text, _explicit(text, explicit))
    if parse_mode.lower() == "html":
        return parse_html(text)
    if parse_mode.lower() in ("markdown", "markdownv2"):
        raise bad_request("unsupported parse_mode: the sandbox reads HTML only")
    raise bad_request("unsupported parse_mode")


def _explicit(text: str, explicit: object) -> list[Entity]:
    if explicit is None:
        return []
    if not isinstance(explicit, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    limit = utf16.length(text)
    return [_checked(entity, limit) for entity in explicit]


def _checked(entity: Any, limit: int) -> Entity:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: MessageEntity must be an Object")
    kind, offset, count = entity.get("type"), entity.get("offset"), entity.get("length")
    if kind not in ENTITY_TYPES:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    if not isinstance(offset, int) or not isinstance(count, int):
        raise bad_request("can't parse MessageEntity: offset and length must be of type Number")
    if offset < 0 or count < 0 or offset + count > limit:
        raise bad_request("entity begins or ends outside of the text")
    return {key: value for key, value in entity.items() if value is not None}


def _trimmed(given: Formatted) -> Formatted:
    """Telegram drops carriage returns and the white space around a message."""
    clean = given.text.translate(CONTROLS)
    if len(clean) != len(given.text):
        entities = [_without_returns(given.text, entity) for entity in given.entities]
    else:
        entities = given.entities
    text = clean.strip()
    lead = utf16.length(clean[: len(clean) - len(clean.lstrip())])
    limit = utf16.length(text)
    return Formatted(text, list(_moved(entities, lead, limit)))


def _without_returns(text: str, entity: Entity) -> Entity:
    before = utf16.cut(text, 0, entity["offset"]).count("\r")
    inside = utf16.cut(text, entity["offset"], entity["length"]).count("\r")
    return entity | {"offset": entity["offset"] - before, "length": entity["length"] - inside}


def _moved(entities: Iterable[Entity], lead: int, limit: int) -> Iterable[Entity]:
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, limit)
        if end > start:
            yield entity | {"offset": start, "length": end - start}


def complete(text: str, entities: list[Entity]) -> list[Entity]:
    """Add what Telegram finds by itself (commands, links, mentions) and sort by place, longest first."""
    opaque = [_span(entity) for entity in entities if entity["type"] in OPAQUE]
    code = [_span(entity) for entity in entities if entity["type"] in ("pre", "code")]
    kept = [entity for entity in entities if not _inside_other(entity, code)]
    found: list[Entity] = []
    if any(mark in text for mark in "/@#"):
        for entity in _detected(text):
            taken = opaque + [_span(other) for other in found]
            if not any(_overlap(_span(entity), span) for span in taken):
                found.append(entity)
    return sorted(kept + found, key=_order)


def _detected(text: str) -> Iterable[Entity]:
    for kind, pattern in DETECTED:
        for match in pattern.finditer(text):
            offset = utf16.length(text[: match.start()])
            yield {"type": kind, "offset": offset, "length": utf16.length(match.group())}


def _span(entity: Entity) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside_other(entity: Entity, code: list[tuple[int, int]]) -> bool:
    """Code holds no other entity; a quotation may hold code."""
    start, end = _span(entity)
    if entity["type"] in ("pre", "code", "blockquote", "expandable_blockquote"):
        return False
    return any(first <= start and end <= last for first, last in code)


def _order(entity: Entity) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], PRIORITY.get(entity["type"], 50)
