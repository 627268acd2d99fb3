"""The deadlines of every scheme, found beside it. A scheme without a `deadlines.py` fails loudly at
import.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from rules.deadlines.rule import DeadlineRule, Event
from rules.schemes import SCHEMES


def declared_in(folder: str) -> tuple[DeadlineRule, ...]:
    """The deadlines that the folder of a scheme declares. Raises `ValueError` where two have one id."""
    rules: tuple[DeadlineRule, ...] = import_module(f"rules.schemes.{folder}.deadlines").DEADLINES
    if len({rule.id for rule in rules}) < len(rules):
        raise ValueError(f"{folder}: two deadlines have one id")
    return rules


DEADLINES: Mapping[str, tuple[DeadlineRule, ...]] = MappingProxyType(
    {scheme_id: declared_in(scheme_id.replace("-", "_")) for scheme_id in SCHEMES}
)
"""The deadlines of each scheme by its id, in the order of the instrument."""


def events_of(scheme_id: str) -> dict[str, Event]:
    """The events after which a scheme makes something due, by their ids. Raises `KeyError` for an unknown
    scheme.
    """
    return {rule.event.id: rule.event for rule in DEADLINES[scheme_id]}
