"""Where a rule stands in an instrument."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in one instrument, in its own numbering (Chinese numerals, without 第…条).

    Instruments with articles use `chapter` and `article` (article numbers repeat and jump in the sources,
    so the chapter belongs to the key); the instrument without articles uses `section`. `item` is the
    numbered item of either. Levels that the instrument does not have stay empty.
    """

    article: str = ""
    item: str = ""
    chapter: str = ""
    section: str = ""

    @property
    def key(self) -> str:
        """The short form, such as 四(三): article or section, then the item."""
        place = self.article or self.section
        return f"{place}({self.item})" if self.item else place

    def as_dict(self) -> dict[str, str]:
        """The levels that are there, outermost first."""
        levels = {
            "chapter": self.chapter,
            "section": self.section,
            "article": self.article,
            "item": self.item,
        }
        return {name: value for name, value in levels.items() if value}


def cite(chapter: str, article: str, item: str = "") -> Citation:
    """An article of an instrument with chapters: `cite("二", "四", "三")`."""
    return Citation(article=article, item=item, chapter=chapter)


def cite_section(section: str, item: str = "") -> Citation:
    """A section of an instrument without articles: `cite_section("二", "四")`."""
    return Citation(section=section, item=item)
