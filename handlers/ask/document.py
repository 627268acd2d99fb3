"""A question understood, as the JSON document that programs read."""

from typing import Any

from handlers.ask.answer import answer_text
from handlers.ask.understood import Understood
from handlers.contract import Document, assessment_document, value_document
from handlers.understanding.reading import FactReading
from handlers.wording.catalogue import Translator
from rules.engine.situation import State


def ask_document(understood: Understood, words: Translator) -> Document:
    """What `shenbao ask` says of one question."""
    led = understood.route
    assessment = understood.assessment
    return {
        "language": led.language,
        "intent": led.intent.value,
        "scheme": led.scheme,
        "candidates": list(led.candidates),
        "facts": {reading.fact.id: _value(reading) for reading in _taken(understood)},
        "echo": [_echo(reading) for reading in understood.readings.readings],
        "assessment": assessment_document(assessment, words) if assessment else None,
        "citations": [{"scheme": name, **place.as_dict()} for name, place in understood.citations],
        "answer": answer_text(understood, words).plain,
    }


def _taken(understood: Understood) -> list[FactReading]:
    return [reading for reading in understood.readings.taken if reading.fact.id in understood.facts]


def _value(reading: FactReading) -> Any:
    if reading.state is State.KNOWN and reading.value is not None:
        return value_document(reading.fact, reading.value)
    return reading.state.value if reading.state is not None else None


def _echo(reading: FactReading) -> Document:
    """One reading with its words; what the asker only supposes is marked."""
    entry: Document = {
        "fact": reading.fact.id,
        "value": _value(reading),
        "said": reading.said,
        "sure": reading.sure,
    }
    return entry | ({"assumed": True} if reading.assumed else {})
