"""Long messages are cut where a reader pauses; every part fits, is well formed, and no text is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st

from handlers.wording.html import Html, bold, html, lines, quote
from handlers.wording.splitting import ENTITIES, LIMIT, split
from tests.handlers.wording.markup import visible

WORDS = st.text(alphabet="第四条，。 \nab<&>👍🏽é\u0301", max_size=80)
INLINE = st.builds(lambda build, text: build(text), st.sampled_from([html, bold, quote]), WORDS)
NESTED = st.builds(
    lambda parts: bold(*(quote(part, bold("x")) for part in parts)), st.lists(WORDS, max_size=3)
)
BLOCKS = st.lists(st.lists(INLINE | NESTED, max_size=4).map(lambda parts: html(*parts)), max_size=6)


def squeezed(text: str) -> str:
    """The text without white space: cuts may take it."""
    return re.sub(r"\s+", "", text)


@given(BLOCKS, st.integers(8, 120), st.integers(4, 20))
def test_every_part_fits_and_is_well_formed_and_nothing_is_lost(
    blocks: list[Html], limit: int, entities: int
) -> None:
    parts = split(blocks, limit, entities)
    assert all(visible(part.markup).strip() for part in parts)
    assert all(part.length <= limit for part in parts)
    assert all(part.markup.count("</") <= entities for part in parts)
    assert squeezed("".join(part.plain for part in parts)) == squeezed(
        "".join(block.plain for block in blocks)
    )


def test_what_fits_is_one_message_with_an_empty_line_between_blocks() -> None:
    assert [part.markup for part in split([bold("a"), "b", Html()])] == ["<b>a</b>\n\nb"]


def test_nothing_gives_no_message() -> None:
    assert split([]) == split(["", Html(), " \n "]) == []


def test_blocks_stay_together_where_they_can() -> None:
    parts = split(["a" * 60, "b" * 30, "c" * 30], limit=100)
    assert [part.plain for part in parts] == ["a" * 60 + "\n\n" + "b" * 30, "c" * 30]


def test_a_long_block_is_cut_at_the_end_of_a_line() -> None:
    first, second = "一" * 60, "二" * 60
    assert [part.plain.strip() for part in split([f"{first}\n{second}"], limit=100)] == [first, second]


def test_a_long_line_is_cut_at_the_end_of_a_sentence() -> None:
    first, second = "一" * 60 + "。", "二，" * 30
    assert [part.plain for part in split([first + second], limit=100)] == [first, second]


def test_formatting_goes_on_after_a_cut() -> None:
    parts = split([quote(bold("一" * 150), expandable=True)], limit=100)
    assert [part.markup for part in parts] == [
        f"<blockquote expandable><b>{'一' * 100}</b></blockquote>",
        f"<blockquote expandable><b>{'一' * 50}</b></blockquote>",
    ]


def test_an_emoji_is_not_torn_apart() -> None:
    family = "👩\u200d👩\u200d👧"
    parts = split(["a" * 94 + family + "b"], limit=100)
    assert [part.plain for part in parts] == ["a" * 94, family + "b"]


def test_escaped_characters_count_as_one_and_stay_whole() -> None:
    parts = split(["<&>" * 50], limit=100)
    assert [part.length for part in parts] == [100, 50]
    assert all(visible(part.markup) for part in parts)


def test_a_message_has_no_more_formatting_than_telegram_keeps() -> None:
    parts = split([lines(*(bold(str(n)) for n in range(250)))])
    assert max(part.markup.count("<b>") for part in parts) <= ENTITIES
    assert len(parts) == 3


def test_ten_thousand_characters_make_three_messages() -> None:
    parts = split(["字" * 10_000])
    assert [part.length for part in parts] == [LIMIT, LIMIT, 10_000 - 2 * LIMIT]
