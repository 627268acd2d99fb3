"""Screens: what stands in a message, and the buttons under it."""

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.keyboards import Press, Verb, encode
from handlers.outlet import Key, Keys
from handlers.wording.html import Html, Piece, html
from handlers.wording.splitting import split


@dataclass(frozen=True, slots=True)
class Button:
    """A button: pressing it means `press`, or opens `url`."""

    label: str
    press: Press | None = None
    url: str = ""


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """One answer of the bot: its text in parts that fit a message each, and the buttons under the last."""

    parts: tuple[Html, ...]
    rows: tuple[Row, ...] = ()


def screen(*blocks: Piece, rows: Iterable[Row] = ()) -> Screen:
    """A screen of blocks with an empty line between them; empty blocks and rows are left out."""
    parts = split([block for block in blocks if html(block)])
    return Screen(tuple(parts), tuple(row for row in rows if row))


def on_top(notice: Piece, shown: Screen) -> Screen:
    """The same screen with a notice above it."""
    return Screen(tuple(split([notice, *shown.parts])), shown.rows) if html(notice) else shown


def button(label: str, verb: Verb, **fields: object) -> Button:
    """A button for a verb and its arguments."""
    return Button(label, Press(verb, **fields))  # type: ignore[arg-type]  # checked where a button is encoded


def in_rows(buttons: Iterable[Button], width: int = 34) -> tuple[Row, ...]:
    """Buttons in rows that a phone can show: side by side as long as their labels stay readable."""
    rows: list[list[Button]] = []
    for one in buttons:
        if rows and _wide([*rows[-1], one]) <= width and len(rows[-1]) < _MOST_IN_A_ROW:
            rows[-1].append(one)
        else:
            rows.append([one])
    return tuple(tuple(row) for row in rows)


def keys(rows: Iterable[Row], owner: int, version: int) -> Keys:
    """Buttons as the messenger takes them, marked with the person and the screen that they belong to."""
    return [[_key(one, owner, version) for one in row] for row in rows]


_MOST_IN_A_ROW = 3
_LABEL_LIMIT = 60


def _wide(row: Iterable[Button]) -> int:
    """How much room a row takes: letters of CJK count double, and every button has its margins."""
    return max(sum(1 + (letter >= "\u2e80") for letter in one.label) + 2 for one in row) * len(list(row))


def _key(one: Button, owner: int, version: int) -> Key:
    label = one.label if len(one.label) <= _LABEL_LIMIT else one.label[: _LABEL_LIMIT - 1] + "…"
    return Key(label, encode(one.press, owner, version) if one.press else "", one.url)
