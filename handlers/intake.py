"""Facts that arrive as a document or as ID=VALUE pairs, made into a situation; none is silently dropped."""

import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from handlers.answering import labels_of
from handlers.understanding.facts_file import parse_value
from rules.engine.situation import Answer, Situation
from rules.schemes import FACTS

MOST_CHARACTERS = 1_000_000


class IntakeRefused(Exception):
    """Facts that cannot be taken as a whole. `code` names the wording, `params` fill it in."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def read_document(text: str) -> dict[str, object]:
    """A facts file: one flat JSON object. Numbers keep the digits that were written."""
    if len(text) > MOST_CHARACTERS:
        raise IntakeRefused("facts_too_long", limit=str(MOST_CHARACTERS))
    try:
        document = json.loads(
            text.removeprefix("\ufeff"),
            parse_float=str,
            parse_int=str,
            parse_constant=str,
            object_pairs_hook=_without_twins,
        )
    except (json.JSONDecodeError, RecursionError) as error:
        line = str(getattr(error, "lineno", 1))
        raise IntakeRefused("facts_not_json", line=line) from None
    if not isinstance(document, dict):
        raise IntakeRefused("facts_not_an_object")
    return document


def _without_twins(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    document: dict[str, object] = {}
    for name, value in pairs:
        if name in document:
            raise IntakeRefused("fact_twice", fact=shortened(name))
        document[name] = value
    return document


def split_pair(pair: str) -> tuple[str, str]:
    """ID=VALUE taken apart."""
    name, separator, value = pair.partition("=")
    if not separator or not name.strip():
        raise IntakeRefused("fact_not_a_pair", given=shortened(pair))
    return name.strip(), value


def collect(document: Mapping[str, object], pairs: Iterable[str]) -> Situation:
    """The situation of a facts file and of the pairs given beside it; a pair goes before the file.

    Raises `IntakeRefused` for an unknown fact or one given twice, `BadFactValue` for a wrong value.
    """
    given: dict[str, object] = dict(document)
    seen: set[str] = set()
    for pair in pairs:
        name, value = split_pair(pair)
        if name in seen:
            raise IntakeRefused("fact_twice", fact=shortened(name))
        seen.add(name)
        given[name] = value
    return {name: _answer(name, value) for name, value in given.items()}


def _answer(name: str, value: object) -> Answer:
    fact = FACTS.get(name)
    if fact is None:
        near = get_close_matches(name, FACTS, n=3)
        raise IntakeRefused("fact_unknown", given=shortened(name), near=", ".join(near))
    by_id = not isinstance(value, str) or value in fact.choices
    return parse_value(fact, value, choices={} if by_id else labels_of(fact))


def shortened(text: str, limit: int = 60) -> str:
    """What was given, short enough to repeat in a message."""
    return text if len(text) <= limit else text[:limit] + "…"
