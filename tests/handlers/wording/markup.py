"""A strict reader of Telegram's HTML, written apart from the builder: it refuses what Telegram refuses."""

from html import unescape
from html.parser import HTMLParser

TAGS = {"b", "i", "code", "pre", "blockquote"}


class Refused(ValueError):
    """Telegram would answer "can't parse entities"."""


class Reader(HTMLParser):
    """Collects the visible text and checks the nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS or (attrs and (tag, attrs) != ("blockquote", [("expandable", None)])):
            raise Refused(f"unsupported tag {tag}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Refused(f"unexpected end of {tag}")

    def handle_data(self, data: str) -> None:
        if "<" in data or "&" in data:
            raise Refused("unescaped character")
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        if name not in {"lt", "gt", "amp", "quot"}:
            raise Refused(f"unsupported entity {name}")
        self.text.append(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        raise Refused(f"unsupported entity #{name}")


def visible(markup: str) -> str:
    """The text that Telegram shows, or `Refused`."""
    reader = Reader()
    reader.feed(markup)
    reader.close()
    if reader.open:
        raise Refused(f"unclosed {reader.open}")
    return "".join(reader.text)
