"""Places in an instrument: 第五条第(三)项（第二章）; with digits in other languages, Art. 5(3), ch. 2."""

from handlers.wording.catalogue import Translator
from rules.engine.citation import Citation

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}
_POWERS = {"十": 10, "百": 100}


def place(wording: Translator, citation: Citation) -> str:
    """The article or section with its item, in full words."""
    level = "article" if citation.article else "section"
    key = f"citation.{level}_item" if citation.item else f"citation.{level}"
    return wording.text(
        key, place=_numeral(wording, citation.article or citation.section), item=_item(wording, citation)
    )


def place_with_chapter(wording: Translator, citation: Citation) -> str:
    """The same with its chapter, where the instrument has chapters: article numbers repeat between them."""
    if not citation.chapter:
        return place(wording, citation)
    chapter = wording.text("citation.chapter", chapter=_numeral(wording, citation.chapter))
    return wording.text("citation.full", place=place(wording, citation), chapter=chapter)


def short(wording: Translator, citation: Citation) -> str:
    """The short form that stands beside a criterion: 四(三), Art. 4(3)."""
    level = "article" if citation.article else "section"
    key = f"citation.short_{level}_item" if citation.item else f"citation.short_{level}"
    return wording.text(
        key, place=_numeral(wording, citation.article or citation.section), item=_item(wording, citation)
    )


def cited(wording: Translator, text: str, citation: Citation) -> str:
    """A text with the short form of its place."""
    return wording.text("general.cited", text=text, citation=short(wording, citation))


def _item(wording: Translator, citation: Citation) -> str:
    return _numeral(wording, citation.item)


def _numeral(wording: Translator, numeral: str) -> str:
    """Chinese keeps the numerals of its source; other languages write digits."""
    return numeral if wording.language.startswith("zh") else arabic(numeral)


def arabic(numeral: str) -> str:
    """A Chinese numeral below one thousand in digits; anything else as it is."""
    total, digit = 0, 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _POWERS:
            total += (digit or 1) * _POWERS[character]
            digit = 0
        else:
            return numeral
    return str(total + digit) if numeral else ""
