"""What an operator has recorded, as far as conversations and commands need it."""

from dataclasses import dataclass

from rules.calendar.calendars import Calendars
from rules.calendar.periods import CountingConvention
from rules.calendar.published import PUBLISHED
from rules.engine.recorded import NOTHING_RECORDED, Recorded


@dataclass(frozen=True, slots=True)
class Records:
    """Days, ends and coefficients for the rules; calendars and the convention for counting deadlines."""

    recorded: Recorded = NOTHING_RECORDED
    calendars: Calendars = PUBLISHED
    convention: CountingConvention = CountingConvention.FROM_FIRST_DAY


NO_RECORDS = Records()
