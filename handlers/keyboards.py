"""Buttons and what they carry: a versioned code of at most 64 bytes that says all that the button needs.

`1.<person>.<screen>.<verb>.<arguments>`: the version of the code itself, the person whose check it is (in a
group others press it as well), the number of the screen that it was part of (a step such as "back" is good
for that screen only), and what pressing it means. Nothing is looked up in a memory that could be gone after
a restart. Reading never raises: whatever is not understood (a later or earlier release, a removed fact, an
invention) is `None`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from handlers.codes import (
    CHOICE_LENGTH,
    EVENTS_BY_CODE,
    FACTS_BY_CODE,
    INSTRUMENTS_BY_CODE,
    TARGETS_BY_CODE,
    choices_by_code,
    code_of,
    pack_members,
    unpack_members,
)
from handlers.official.places import citation_of
from handlers.wording.catalogue import LANGUAGES
from rules.engine.facts import Fact, Kind
from rules.engine.situation import INAPPLICABLE, UNKNOWN, Answer, Source, State, known
from rules.ledger import Aspect
from rules.schemes import FACTS

EDITION = "1"
LIMIT = 64
"""Telegram's limit for what a button carries, in bytes."""


class Verb(StrEnum):
    """What pressing a button means; the values are in old chats and never change their meaning."""

    ANSWER = "a"
    MEMBERS = "m"
    MEMBERS_DONE = "d"
    TAKE = "t"
    RETYPE = "r"
    KEEP = "k"
    BACK = "b"
    WHY = "w"
    ASK = "q"
    EDIT = "u"
    CHECK = "c"
    RESULT = "s"
    COPY = "p"
    BASIS = "e"
    CHANGE = "h"
    RESUME = "2"
    TARGETS = "3"
    SCHEMES = "l"
    LANGUAGES = "4"
    LANGUAGE = "g"
    PROFILE = "f"
    FACT = "o"
    FORGET = "v"
    CLEAR = "0"
    CLEAR_NOW = "1"
    CREDIT = "i"
    CREDIT_TAKE = "j"
    CREDIT_LEAVE = "5"
    PRIVACY = "y"
    EXPORT = "x"
    ERASE = "z"
    ERASE_NOW = "n"
    BROWSE = "B"
    INSTRUMENT = "I"
    ASPECT = "A"
    ARTICLE = "P"
    AWARDS = "W"
    STEPS = "S"
    BEGIN = "C"
    DUES = "D"
    DUE = "E"
    DUE_DATE = "F"
    DUE_LIST = "G"
    TALK_GO = "T"
    TALK_FIX = "H"
    TALK_SURE = "Y"
    TALK_PICK = "O"
    TALK_NOT = "N"
    TALK_RATE = "U"


@dataclass(frozen=True, slots=True)
class Press:
    """The meaning of a button; only the fields that its verb takes are filled."""

    verb: Verb
    target: str = ""
    fact: str = ""
    answer: Answer | None = None
    members: frozenset[str] = frozenset()
    number: int = 0
    language: str = ""
    instrument: str = ""
    aspect: str = ""
    place: str = ""
    event: str = ""
    talk: int = 0


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was pressed: its meaning, whose check it belongs to, and the screen it was part of."""

    press: Press
    owner: int
    version: int


ARGUMENTS: Mapping[Verb, tuple[str, ...]] = {
    Verb.ANSWER: ("fact", "answer"),
    Verb.MEMBERS: ("fact", "members"),
    Verb.MEMBERS_DONE: ("fact", "members"),
    Verb.TAKE: ("number",),
    Verb.KEEP: ("fact",),
    Verb.WHY: ("fact",),
    Verb.ASK: ("fact",),
    Verb.EDIT: ("fact",),
    Verb.CHECK: ("target",),
    Verb.RESULT: ("target",),
    Verb.COPY: ("target",),
    Verb.BASIS: ("target",),
    Verb.CHANGE: ("target", "number"),
    Verb.LANGUAGE: ("language",),
    Verb.PROFILE: ("number",),
    Verb.FACT: ("fact",),
    Verb.FORGET: ("fact",),
    Verb.INSTRUMENT: ("instrument",),
    Verb.ASPECT: ("instrument", "aspect", "number"),
    Verb.ARTICLE: ("instrument", "place", "number"),
    Verb.AWARDS: ("instrument",),
    Verb.STEPS: ("instrument",),
    Verb.BEGIN: ("target",),
    Verb.DUE: ("target",),
    Verb.DUE_DATE: ("target", "event"),
    Verb.DUE_LIST: ("target", "event", "number"),
    Verb.TALK_GO: ("target", "talk"),
    Verb.TALK_FIX: ("number", "talk"),
    Verb.TALK_SURE: ("number", "talk"),
    Verb.TALK_PICK: ("target", "talk"),
    Verb.TALK_NOT: ("talk",),
    Verb.TALK_RATE: ("number", "talk"),
}
"""What follows each verb; a fact stands before what depends on it."""

_NUMBER = re.compile(r"[0-9a-z]{1,13}")
_DECIMAL = re.compile(r"=\d{1,6}")


class _Stale(ValueError):
    """A button carries something that this release does not know."""


def encode(press: Press, owner: int, version: int) -> str:
    """What a button carries. Raises `ValueError` beyond 64 bytes: a fault of ours, not of a person."""
    arguments = [_WRITERS[name](press) for name in ARGUMENTS.get(press.verb, ())]
    text = ".".join([EDITION, base36(owner), base36(version), press.verb, *arguments])
    if len(text.encode()) > LIMIT:
        raise ValueError(f"a button carries {len(text.encode())} bytes: {text}")
    return text


def decode(data: str) -> Pressed | None:
    """The meaning of what a button carried; `None` where this release does not understand it."""
    try:
        edition, owner, version, verb, *arguments = data.split(".")
        names = ARGUMENTS.get(Verb(verb), ())
        if edition != EDITION or len(names) != len(arguments):
            return None
        fields: dict[str, object] = {}
        for name, argument in zip(names, arguments, strict=True):
            fields[name] = _READERS[name](argument, fields)
        press = Press(Verb(verb), **fields)  # type: ignore[arg-type]  # each reader gives its field's type
        return Pressed(press, _number(owner), _number(version))
    except ValueError:
        return None


def base36(number: int) -> str:
    """A whole number, not negative, in letters and digits."""
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise _Stale(text)
    return int(text, 36)


def _known(table: Mapping[str, str], code: str) -> str:
    try:
        return table[code]
    except KeyError:
        raise _Stale(code) from None


def _write_answer(press: Press) -> str:
    answer = press.answer
    if answer is None:
        raise ValueError("an answer button without an answer")
    if answer.state is not State.KNOWN:
        return "u" if answer.state is State.UNKNOWN else "x"
    if isinstance(answer.value, bool):
        return "y" if answer.value else "n"
    if isinstance(answer.value, Decimal):
        return f"={int(answer.value)}"
    return code_of(str(answer.value), CHOICE_LENGTH)


def _read_answer(text: str, fields: Mapping[str, object]) -> Answer:
    fact = _fact(fields)
    if text in ("u", "x"):
        return UNKNOWN if text == "u" else INAPPLICABLE
    if fact.kind is Kind.BOOL and text in ("y", "n"):
        return known(text == "y", Source.CHOSEN)
    if fact.kind is Kind.CHOICE:
        return known(_known(choices_by_code(fact.id), text), Source.CHOSEN)
    if fact.kind is Kind.INTEGER and _DECIMAL.fullmatch(text):
        number = Decimal(text[1:])
        if fact.problem(number) is None:
            return known(number, Source.CHOSEN)
    raise _Stale(text)


def _read_members(text: str, fields: Mapping[str, object]) -> frozenset[str]:
    members = unpack_members(_fact(fields), text)
    if members is None:
        raise _Stale(text)
    return members


def _fact(fields: Mapping[str, object]) -> Fact:
    return FACTS[str(fields["fact"])]


def _read_aspect(text: str, _: Mapping[str, object]) -> str:
    return str(Aspect(text))


def _read_place(text: str, _: Mapping[str, object]) -> str:
    if citation_of(text) is None:
        raise _Stale(text)
    return text


def _read_language(text: str, _: Mapping[str, object]) -> str:
    return _known({language: language for language in LANGUAGES}, text)


_WRITERS: Mapping[str, Callable[[Press], str]] = {
    "fact": lambda press: code_of(press.fact),
    "target": lambda press: code_of(press.target),
    "number": lambda press: base36(press.number),
    "language": lambda press: press.language,
    "answer": _write_answer,
    "instrument": lambda press: code_of(press.instrument),
    "aspect": lambda press: press.aspect,
    "place": lambda press: press.place,
    "event": lambda press: code_of(press.event),
    "talk": lambda press: base36(press.talk),
    "members": lambda press: pack_members(FACTS[press.fact], press.members),
}
_READERS: Mapping[str, Callable[[str, Mapping[str, object]], object]] = {
    "fact": lambda text, _: _known(FACTS_BY_CODE, text),
    "target": lambda text, _: _known(TARGETS_BY_CODE, text),
    "number": lambda text, _: _number(text),
    "language": _read_language,
    "answer": _read_answer,
    "members": _read_members,
    "instrument": lambda text, _: _known(INSTRUMENTS_BY_CODE, text),
    "aspect": _read_aspect,
    "place": _read_place,
    "event": lambda text, _: _known(EVENTS_BY_CODE, text),
    "talk": lambda text, _: _number(text),
}
