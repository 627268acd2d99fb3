"""Parent policies on whose term instruments depend, as far as the sources date them."""

from datetime import date

from rules.engine.figures import RecordedDay

# 新时代龙江创新发展60条 (黑办发〔2023〕19号): the sources give the year of issue only, and no end.
LONGJIANG_60 = "longjiang60"
LONGJIANG_60_RELEASE = RecordedDay(LONGJIANG_60, date(2023, 1, 1), date(2023, 12, 31))
