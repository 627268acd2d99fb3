"""Assessments that hold of many people, remembered: those in which nobody's figures, dates or words are.

What is remembered is keyed by yes, no, choices and what is not known, of the facts that a scheme uses and of
no others; no person stands in it. So an answer makes only those schemes be assessed again that ask for it.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rules.engine.facts import Value
from rules.engine.result import Assessment
from rules.engine.scheme import Scheme
from rules.engine.situation import Answer, State

Given = tuple[str, State, Value | None]
MOST = 512


@dataclass(frozen=True, slots=True)
class Asked:
    """What an assessment depends on: the scheme, the day, what is answered of its facts."""

    scheme: str
    on: date
    given: frozenset[Given]

    @property
    def is_common(self) -> bool:
        """Whether it could be anybody's: no figure, no date, no set."""
        return all(value is None or isinstance(value, bool | str) for _, _, value in self.given)


def asked_of(scheme: Scheme, answers: Mapping[str, Answer], on: date) -> Asked:
    """What the assessment of a scheme depends on; neither words nor where an answer came from."""
    names = (fact.id for fact in scheme.all_facts if fact.id in answers)
    given = frozenset((name, answers[name].state, answers[name].value) for name in names)
    return Asked(scheme.id, on, given)


@dataclass(frozen=True, slots=True)
class Memory:
    """The latest assessments that could be anybody's, for one record of the operator's data."""

    _kept: OrderedDict[Asked, Assessment] = field(default_factory=OrderedDict)

    def find(self, asked: Asked) -> Assessment | None:
        """The assessment, where it is remembered."""
        if asked not in self._kept:
            return None
        self._kept.move_to_end(asked)
        return self._kept[asked]

    def keep(self, asked: Asked, found: Assessment) -> None:
        """Remember it where it could be anybody's; what was not wanted for longest gives way."""
        if not asked.is_common:
            return
        self._kept[asked] = found
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._kept)
