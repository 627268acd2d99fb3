"""What waits for a person's word: values read from a message that are not kept before they are confirmed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from handlers.contract import plain, value_document
from handlers.understanding.facts_file import BadFactValue, parse_value
from rules.engine.facts import Fact
from rules.engine.situation import Answer, Source
from rules.schemes import FACTS


@dataclass(frozen=True, slots=True)
class Pending:
    """Readings of one message. `reason` says why it is asked back; `said` are the words."""

    fact: str
    choices: tuple[Answer, ...]
    reason: str
    said: str

    def dump(self) -> str:
        """As text for the store."""
        values = [_document(FACTS[self.fact], answer) for answer in self.choices]
        return json.dumps([self.fact, values, self.reason, self.said], ensure_ascii=False)


def load_pending(text: str) -> Pending | None:
    """What was kept; `None` where it cannot be read any more (a changed fact, another kind of waiting)."""
    try:
        fact_id, values, reason, said = json.loads(text)
        fact = FACTS[fact_id]
        answers = tuple(
            replace(parse_value(fact, value), source=Source.STATED, said=str(said)) for value in values
        )
    except (ValueError, TypeError, KeyError, BadFactValue):
        return None
    return Pending(fact.id, answers, str(reason), str(said))


def dump_proposals(answers: Mapping[str, Answer]) -> str:
    """Derived answers that wait for a confirmation; what they were derived from is not kept."""
    found = {fact: _document(FACTS[fact], answer) for fact, answer in answers.items()}
    return json.dumps(found, ensure_ascii=False)


def load_proposals(text: str) -> dict[str, Answer]:
    """The derived answers again; none where they cannot be read."""
    try:
        values: Mapping[str, object] = dict(json.loads(text))
        read = {fact: parse_value(FACTS[fact], value) for fact, value in values.items()}
    except (ValueError, TypeError, KeyError, BadFactValue):
        return {}
    return {fact: replace(answer, source=Source.DERIVED, said="") for fact, answer in read.items()}


def _document(fact: Fact, answer: Answer) -> object:
    """A value as it stands in a facts file, "unknown" or "n/a"; a number with all its digits."""
    if answer.value is None:
        return answer.state.value
    if isinstance(answer.value, Decimal):
        return plain(answer.value)
    return value_document(fact, answer.value)
