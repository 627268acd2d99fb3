"""Text that people gave, made fit for showing: bounded, on one line, without characters that play tricks."""

import unicodedata

LIMIT = 60
_JOINERS = frozenset("\u200c\u200d")
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_MOST_MARKS = 3


def shown(text: str, limit: int = LIMIT) -> str:
    """What somebody wrote, at most `limit` characters of it, safe to stand in the middle of our own sentence.

    Control and direction characters go, line breaks become spaces, marks are not piled up. Where it has
    right-to-left letters it is isolated, so that it cannot turn the order of the words around it.
    """
    clean = " ".join(_visible(text[: limit * 8]).split())
    bounded = clean if len(clean) <= limit else clean[: limit - 1].rstrip() + "…"
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in bounded):
        return f"{_ISOLATE}{bounded}{_END_OF_ISOLATE}"
    return bounded


def _visible(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category in {"Zl", "Zp"} or character in "\t\n\v\f\r":
            kept.append(" ")
        elif category == "Cs":
            kept.append("\ufffd")
        elif marks <= _MOST_MARKS and (category not in {"Cc", "Cf"} or character in _JOINERS):
            kept.append(character)
    return "".join(kept)
