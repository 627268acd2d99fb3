"""What an operator can record for a scheme: the days and numbers that its text leaves open, and its end."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from rules.engine.figures import RecordedDay, RecordedNumber
from rules.engine.recorded import Recorded
from rules.engine.scheme import Scheme


@cache
def recordable_days(scheme: Scheme) -> Mapping[str, RecordedDay]:
    """The days that the scheme leaves open, by their ids."""
    return {node.id: node for node in _open_terms(scheme) if isinstance(node, RecordedDay)}


@cache
def recordable_numbers(scheme: Scheme) -> frozenset[str]:
    """The ids of the numbers that the scheme leaves open."""
    return frozenset(node.id for node in _open_terms(scheme) if isinstance(node, RecordedNumber))


def relevant(scheme: Scheme, recorded: Recorded) -> Recorded:
    """Of everything that is recorded, what this scheme reads."""
    numbers = recordable_numbers(scheme)
    return Recorded(
        days={name: day for name, day in recorded.days.items() if name in recordable_days(scheme)},
        valid_until={name: day for name, day in recorded.valid_until.items() if name == scheme.policy},
        numbers={name: number for name, number in recorded.numbers.items() if name in numbers},
    )


def _open_terms(value: object) -> Iterator[RecordedDay | RecordedNumber]:
    """Wherever it stands: in a condition, a constraint, the award or a finding."""
    if isinstance(value, RecordedDay | RecordedNumber):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _open_terms(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _open_terms(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _open_terms(part)
