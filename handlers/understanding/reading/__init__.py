"""What a free text says of the asker: each fact with the words it was read from.

The general rules are here, the words in the tables beside them (TOML). What is said of others, in general or
of several applicants is not taken; what is supposed ("如果我们…") is kept apart; what is not certain is shown
with its doubt and never taken silently.
"""

from handlers.understanding.reading.models import FactReading, Readings, Unsure
from handlers.understanding.reading.reader import read_facts

__all__ = ["FactReading", "Readings", "Unsure", "read_facts"]
