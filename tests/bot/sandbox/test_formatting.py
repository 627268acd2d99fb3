"""Telegram's HTML is read as Telegram reads it: its refusals, its offsets, its lenience."""

from contextlib import suppress
from html import escape
from typing import Any

import pytest
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.formatting import parse_html

LEAD = "🏟 🏟&lt;"  # 13 bytes of UTF-8, 6 UTF-16 units once read


def refusal(markup: str) -> str:
    with pytest.raises(ApiError) as caught:
        parse_html(markup)
    assert caught.value.code == 400
    return caught.value.description.removeprefix("Bad Request: can't parse entities: ")


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<abac>x</abac>", 'Unsupported start tag "abac" at byte offset 13'),
        ("<br>", 'Unsupported start tag "br" at byte offset 13'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 13'),
        ("< b>x</b>", 'Unsupported start tag "" at byte offset 13'),
        ("<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
        ("<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
        ("<i    aba  =  190azAz-.,", "Unexpected end of name token at byte offset 27"),
        ('<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
        ("<i    aba  =  '&lt;&gt;&quot;>", "Unclosed start tag at byte offset 13"),
        ("<b", "Unclosed start tag at byte offset 13"),
        ("</", "Unexpected end tag at byte offset 13"),
        ("<b></b></", "Unexpected end tag at byte offset 20"),
        ("<i>a</i   ", "Unclosed end tag at byte offset 17"),
        ("<i>a</em   >", 'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 20, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 13'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ],
)
def test_a_fault_is_refused_with_telegrams_reason_and_byte_offset(markup: str, reason: str) -> None:
    """The expected reasons are those of the published cases of Telegram's own library."""
    assert refusal(LEAD + markup) == reason


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("", "", []),
        ("&ge;&lt;&gt;&amp;&quot;&laquo;&#12345678;", '&ge;<>&"&laquo;&#12345678;', []),
        ("&#65;&#x42;&#xd800;", "AB&#xd800;", []),
        ("➡️ ➡️<i>➡️ ➡️</i>", "➡️ ➡️➡️ ➡️", [("italic", 5, 5)]),
        ("🏟 🏟<i>🏟 &lt🏟</i>", "🏟 🏟🏟 <🏟", [("italic", 5, 6)]),
        ("<B>x</B><strong>y</strong>", "xy", [("bold", 0, 1), ("bold", 1, 1)]),
        ("<b><i>x</i></b>", "x", [("italic", 0, 1), ("bold", 0, 1)]),
        ("<i>a</   >b", "ab", [("italic", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><del>b</del><strike>c</strike>", "abc", [("strikethrough", n, 1) for n in range(3)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<a> </a>", " ", []),
        ("<a href='two words'>x</a>", "x", []),
    ],
)
def test_entities_are_counted_in_utf16_units(
    markup: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    read = parse_html(markup)
    assert read.text == text
    assert [(e["type"], e["offset"], e["length"]) for e in read.entities] == entities


@pytest.mark.parametrize(
    ("markup", "extra"),
    [
        ("<a href=telegram.org>x</a>", {"type": "text_link", "url": "http://telegram.org/"}),
        ("<a href='https://a.cn/?q=&lt;'>x</a>", {"type": "text_link", "url": "https://a.cn/?q=<"}),
        ("<a href='tg://user?id=501'>x</a>", {"type": "text_mention", "user_id": 501}),
        ("<pre><code class='language-toml'>x</code></pre>", {"type": "pre", "language": "toml"}),
        ("<pre><code>x</code></pre>", {"type": "code"}),
        ("<tg-emoji emoji-id='12'>x</tg-emoji>", {"type": "custom_emoji", "custom_emoji_id": "12"}),
    ],
)
def test_attributes_become_fields_of_the_entity(markup: str, extra: dict[str, Any]) -> None:
    assert parse_html(markup).entities[0] == {"offset": 0, "length": 1} | extra


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    """Whatever people write is safe once escaped: no entity, no refusal, not a character changed."""
    read = parse_html(escape(text))
    if "&#x27;" not in text:
        assert read.text == text
    assert read.entities == []


PIECES = st.text(alphabet="a中🏟<&> \n", min_size=1, max_size=4)
SIMPLE_TAGS = st.sampled_from(["b", "i", "u", "s", "code", "tg-spoiler", "blockquote"])
MARKUP = st.recursive(
    PIECES.map(escape),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", SIMPLE_TAGS, st.lists(inner)
    ),
    max_leaves=6,
)


@given(st.lists(st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", SIMPLE_TAGS, PIECES.map(escape))))
def test_an_independent_writer_of_html_agrees_on_every_offset(parts: list[str]) -> None:
    """aiogram turns our text and entities back into HTML; read again, it gives the same."""
    read = parse_html("-".join(parts))
    entities = [MessageEntity(**entity) for entity in read.entities]
    again = parse_html(html_decoration.unparse(read.text, entities))
    assert again == read


@given(MARKUP)
def test_entities_of_nested_markup_stay_inside_the_text(markup: str) -> None:
    read = parse_html(markup)
    units = len(read.text.encode("utf-16-le")) // 2
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= units for e in read.entities)


@given(st.text(alphabet="<>/bi =\"'&lt;#a"))
def test_any_text_is_either_read_or_refused(markup: str) -> None:
    """No input makes the parser fail in any other way."""
    with suppress(ApiError):
        assert parse_html(markup).text is not None
