"""What was read: one reading a fact, sure or with its doubt."""

from dataclasses import dataclass
from enum import StrEnum

from rules.engine.facts import Fact, Value
from rules.engine.situation import State


class Unsure(StrEnum):
    """Why a reading is shown and not taken."""

    RANGE = "range"
    BOUND = "bound"
    APPROXIMATE = "approximate"
    ON_THRESHOLD = "on_threshold"
    FOREIGN_CURRENCY = "foreign_currency"
    SEVERAL = "several"
    CONTRADICTION = "contradiction"
    DATE_INCOMPLETE = "date_incomplete"
    RELATIVE_DATE = "relative_date"
    YEAR_SUPPOSED = "year_supposed"
    SEPARATOR_UNCLEAR = "separator_unclear"
    PART_ONLY = "part_only"
    UNIT_UNCLEAR = "unit_unclear"
    GENERAL = "general"
    PLACE_SUPPOSED = "place_supposed"
    OUT_OF_BOUNDS = "out_of_bounds"


@dataclass(frozen=True, slots=True)
class FactReading:
    """One fact as the text says it. `said` is `text[start:end]`.

    `state` is KNOWN with a value, or UNKNOWN where the person says not to know. `sure` holds for what can be
    taken at once. Otherwise `doubt` says why not, and the value is the likeliest one, or `None` (with no
    state) where only the person can say it: a range, a foreign currency, a contradiction, several applicants.
    `assumed` marks a hypothesis or a plan of the asker: it is for this one answer and never stored.
    """

    fact: Fact
    state: State | None
    value: Value | None
    said: str
    start: int
    end: int
    sure: bool = True
    assumed: bool = False
    doubt: Unsure | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything that was read, in the order of the text; of each fact at most one reading that is taken."""

    readings: tuple[FactReading, ...]

    @property
    def taken(self) -> tuple[FactReading, ...]:
        """What is certain and said of the asker, "I do not know" included."""
        return tuple(reading for reading in self.readings if reading.sure and not reading.assumed)

    @property
    def assumed(self) -> tuple[FactReading, ...]:
        """What the asker supposes, for this one answer."""
        return tuple(reading for reading in self.readings if reading.sure and reading.assumed)

    @property
    def doubtful(self) -> tuple[FactReading, ...]:
        """What is shown to be confirmed or said again."""
        return tuple(reading for reading in self.readings if not reading.sure)
