"""Short names of articles for tables and buttons: c5a9 is article 九 of chapter 五, s2 is section 二."""

import re

from handlers.official.numerals import read_numeral, write_numeral
from rules.engine.citation import Citation

_NAME = re.compile(r"(?:c(?P<chapter>[1-9]\d{0,2}))?a(?P<article>[1-9]\d{0,2})|s(?P<section>[1-9]\d{0,2})")


def name_of(citation: Citation) -> str:
    """The name of the whole article or section at a place; its item is left out."""
    levels = (("c", citation.chapter), ("a", citation.article), ("s", citation.section))
    return "".join(f"{mark}{read_numeral(numeral)}" for mark, numeral in levels if numeral)


def citation_of(name: str) -> Citation | None:
    """The place that a name stands for; `None` for anything that is no name."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    levels = {level: write_numeral(int(digits)) for level, digits in match.groupdict().items() if digits}
    return Citation(**levels)
