"""What is kept of the last question for follow-ups and buttons: where it led and what was read, not its text.

As JSON text for the store; what cannot be read any more (a changed fact, another release) is as good as gone.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from handlers.ask.understood import Understood
from handlers.contract import plain, value_document
from handlers.understanding.facts_file import BadFactValue, parse_value
from handlers.understanding.reading import FactReading, Readings
from handlers.understanding.reading.models import Unsure
from handlers.understanding.routing import Context, Intent, Route
from rules.engine.citation import Citation
from rules.engine.facts import Fact, Value
from rules.engine.situation import Answer, Situation, Source, State
from rules.ledger import Aspect
from rules.schemes import FACTS, SCHEMES

LONGEST_SAID = 200


@dataclass(frozen=True, slots=True)
class Talk:
    """One question: `number` is that of its message, `language` the one that it is answered in.

    `text` is the question as staff may see it (`masked`). `earlier` was read in the questions before it.
    `rated` says that the asker has told whether the answer is of use.
    """

    number: int
    language: str
    route: Route
    readings: Readings
    earlier: Situation
    text: str
    rated: bool = False

    @property
    def context(self) -> Context | None:
        """What a follow-up is read for."""
        scheme = self.route.scheme
        return Context(scheme, self.route.intent, self.route.aspect) if scheme else None

    def dump(self) -> str:
        """As text for the store."""
        route = self.route
        document = {
            "number": self.number,
            "language": self.language,
            "text": self.text,
            "rated": self.rated,
            "route": {
                "language": route.language,
                "intent": route.intent,
                "scheme": route.scheme,
                "candidates": route.candidates,
                "citations": [[name, where.as_dict()] for name, where in route.citations],
                "aspect": route.aspect,
                "certain": route.certain,
                "uncovered": route.uncovered,
                "comparison": route.comparison,
                "meant": route.meant,
                "follows": route.follows,
            },
            "readings": [_reading_document(reading) for reading in self.readings.readings],
            "earlier": {name: [_value(FACTS[name], one), one.said] for name, one in self.earlier.items()},
        }
        return json.dumps(document, ensure_ascii=False)


def talk_of(understood: Understood, number: int, language: str, text: str) -> Talk:
    """What is to be kept of a question that was answered."""
    return Talk(number, language, understood.route, understood.readings, understood.earlier, text)


def load_talk(document: str) -> Talk | None:
    """The talk again; `None` where there is none, or none that this release can read."""
    try:
        found: Mapping[str, Any] = json.loads(document)
        return Talk(
            int(found["number"]),
            str(found["language"]),
            _route(found["route"]),
            Readings(tuple(_reading(each) for each in found["readings"])),
            {name: _answer(name, *each) for name, each in found["earlier"].items()},
            str(found["text"]),
            bool(found["rated"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError, BadFactValue):
        return None


def _route(found: Mapping[str, Any]) -> Route:
    names = [*found["candidates"], *([found["scheme"]] if found["scheme"] else [])]
    if any(name not in SCHEMES for name in names):
        raise KeyError("a scheme is gone")
    return Route(
        language=found["language"],
        intent=Intent(found["intent"]),
        scheme=found["scheme"],
        candidates=tuple(found["candidates"]),
        citations=tuple((name, Citation(**where)) for name, where in found["citations"]),
        aspect=Aspect(found["aspect"]) if found["aspect"] else None,
        certain=found["certain"],
        uncovered=found["uncovered"],
        comparison=found["comparison"],
        meant=tuple(found["meant"]),
        follows=found["follows"],
    )


def _reading_document(reading: FactReading) -> Sequence[object]:
    value = None if reading.value is None else _plain(reading.fact, reading.value)
    said = reading.said[:LONGEST_SAID]
    return [reading.fact.id, reading.state, value, said, reading.sure, reading.assumed, reading.doubt]


def _reading(found: Sequence[Any]) -> FactReading:
    name, state, raw, said, sure, assumed, doubt = found
    fact = FACTS[name]
    return FactReading(
        fact=fact,
        state=State(state) if state else None,
        value=None if raw is None else parse_value(fact, raw).value,
        said=str(said),
        start=0,
        end=len(str(said)),
        sure=bool(sure),
        assumed=bool(assumed),
        doubt=Unsure(doubt) if doubt else None,
    )


def _answer(name: str, raw: object, said: str) -> Answer:
    return replace(parse_value(FACTS[name], raw), source=Source.READ, said=str(said))


def _value(fact: Fact, answer: Answer) -> object:
    return answer.state.value if answer.value is None else _plain(fact, answer.value)


def _plain(fact: Fact, value: Value) -> object:
    """A value as it stands in a facts file, a number with all its digits."""
    return plain(value) if isinstance(value, Decimal) else value_document(fact, value)
