"""What can be recorded, from the registries of the rules: nothing is listed twice."""

from rules.calendar.periods import CountingConvention
from rules.calendar.year import DayOff
from rules.engine.figures import RecordedDay
from rules.engine.recordable import recordable_days, recordable_numbers
from rules.schemes import ASSESSMENTS

POLICIES: tuple[str, ...] = tuple(dict.fromkeys(scheme.policy for scheme in ASSESSMENTS.values()))
"""The policies whose last day of validity can be recorded."""

RELEASES: dict[str, RecordedDay] = {
    name: day for scheme in ASSESSMENTS.values() for name, day in recordable_days(scheme).items()
}
"""The policies whose day of release can be recorded, with the days that the sources allow."""

MEASURES: tuple[str, ...] = tuple(
    sorted({name for scheme in ASSESSMENTS.values() for name in recordable_numbers(scheme)})
)
"""The measures whose coefficients can be recorded."""

CONVENTIONS = {
    "publicity_day": CountingConvention.FROM_FIRST_DAY,
    "day_after": CountingConvention.FROM_NEXT_DAY,
}
"""Which day is the first of a count of working days, in the words of the file."""

HOLIDAYS: tuple[str, ...] = tuple(why.value for why in DayOff if why is not DayOff.WEEKEND)
"""The names of holidays; a usual weekend is not recorded."""
