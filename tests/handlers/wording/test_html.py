"""Markup comes from the builder alone; any text from outside arrives as the text that it is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.wording.html import Html, bold, code, html, italic, join, lines, pre, quote, units
from tests.handlers.wording.markup import visible

TEXTS = st.text(max_size=60) | st.sampled_from(["<b>", "</b>", "&amp;", "a & b", '"<a href="x">', "</pre>"])
# The reader drops these as HTML does; they cannot reach a message through `shown`.
SHOWABLE = TEXTS.map(lambda text: text.replace("\x00", "").replace("\r", ""))


def pieces(depth: int = 3) -> Any:
    leaf = SHOWABLE | SHOWABLE.map(html)
    if depth == 0:
        return leaf
    inner = st.lists(st.deferred(lambda: pieces(depth - 1)), max_size=3)
    wrap = st.sampled_from([bold, italic, code, pre, quote, html])
    return leaf | st.builds(lambda build, parts: build(*parts), wrap, inner)


@given(st.lists(pieces(), max_size=5))
def test_whatever_is_put_in_is_well_formed_and_shown_as_it_was(parts: list[Html | str]) -> None:
    made = html(*parts)
    expected = "".join(part.plain if isinstance(part, Html) else part for part in parts)
    assert visible(made.markup) == made.plain == expected


@pytest.mark.parametrize("build", [bold, italic, code, pre, quote])
def test_formatting_of_nothing_is_nothing(build: Any) -> None:
    assert build("") == Html()


def test_plain_strings_are_escaped_wherever_they_enter() -> None:
    said = "<b>&\"'"
    markup = "&lt;b&gt;&amp;&quot;'"
    assert html(said).markup == markup
    assert join("<", [said, said]).markup == f"{markup}&lt;{markup}"
    assert (html() + said).markup == markup
    assert (said + html()).markup == markup


def test_html_in_an_f_string_loses_its_formatting_and_injects_nothing() -> None:
    assert f"{bold('a < b')}!" == "a < b!"


def test_empty_lines_are_left_out() -> None:
    assert lines("a", "", Html(), "b").plain == "a\nb"


@given(st.text())
def test_length_is_counted_in_utf_16_units(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2
    assert html(text).length == units(text)


def test_an_emoji_counts_twice() -> None:
    assert bold("💰").length == 2
