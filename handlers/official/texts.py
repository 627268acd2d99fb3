"""The official text of an instrument as it was imported."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.official.numerals import read_numeral
from handlers.official.places import name_of
from handlers.official.splitting import items
from rules.engine.citation import Citation

_ZONE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class OfficialText:
    """Whole articles by the names of their places, the file they came from, and when they were imported."""

    articles: Mapping[str, str]
    source: str
    imported_at: datetime

    @property
    def imported_on(self) -> date:
        """The calendar date of the import in Asia/Shanghai."""
        return self.imported_at.astimezone(_ZONE).date()

    def at(self, citation: Citation) -> str:
        """The wording of the whole article at a place; empty where there is none."""
        return self.articles.get(name_of(citation), "")

    def closest(self, citation: Citation) -> str:
        """The wording of a numbered item alone where it can be told apart, else of its article."""
        whole = self.at(citation)
        number = read_numeral(citation.item)
        return next((piece.text for piece in items(whole) if number and piece.number == number), whole)
