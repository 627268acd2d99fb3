"""A web page as plain text: a line a block, without scripts, styles, menus and what is hidden."""

import re
from html.parser import HTMLParser

_ENCODING = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_WITHIN = 4096
_LEFT_OUT = frozenset({"script", "style", "noscript", "template", "nav", "footer", "select", "button", "svg"})
_BREAKS = (
    frozenset(
        {"address", "article", "aside", "blockquote", "br", "center", "div", "fieldset", "figure", "form"}
    )
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "p", "pre", "section", "title"}
    | {"dd", "dl", "dt", "li", "ol", "ul", "table", "tbody", "td", "th", "thead", "tr"}
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def declared_encoding(content: bytes) -> str | None:
    """The encoding that a page names in its head."""
    match = _ENCODING.search(content[:_WITHIN])
    return match[1].decode("ascii") if match else None


def text_of_html(page: str) -> str:
    """The visible words of a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in "".join(reader.words).split("\0"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Collects words; a zero character stands for the end of a block, which a page cannot hold itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._left_out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT:
            self._left_out.append(tag)
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._left_out:
            del self._left_out[self._left_out.index(tag) :]
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.words.append(data.replace("\0", ""))

    def _break(self, tag: str) -> None:
        if tag in _BREAKS:
            self.words.append("\0")
