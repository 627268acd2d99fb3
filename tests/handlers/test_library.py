"""Reading the instruments in chat: every screen can be reached, left again, fits a message, and is cited."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from handlers.awards import award_table
from handlers.events import Visit
from handlers.keyboards import Press, Verb, encode
from handlers.ledgers import excerpts, ledger_of
from handlers.official.matching import wholes
from handlers.official.places import name_of
from handlers.official.texts import OfficialText
from handlers.views import render
from handlers.wording.catalogue import LANGUAGES, wording_for
from rules.ledger import Aspect
from rules.schemes import SCHEMES
from tests.handlers.room import TODAY, Room

CODES = {"zh_CN": "zh-hans", "zh_Hant": "zh-hant", "en": "en", "ru": "ru"}
IMPORTED = datetime(2026, 11, 21, 20, tzinfo=UTC)


def speaking(language: str) -> Room:
    room = Room()
    room.language_code = CODES[language]
    return room


async def tap(room: Room, press: Press) -> None:
    """Press a button that says this, on the living message."""
    message = room.check.message_id
    assert message is not None
    await room.tap(encode(press, room.person, room.check.version), message)


def imported(room: Room, scheme: str, text: str) -> None:
    """Give every article of an instrument the same official wording."""
    articles = {name_of(place): text for place in wholes(ledger_of(scheme))}
    room.desk.texts.kept[scheme] = OfficialText(articles, "细则.pdf", IMPORTED)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_instrument_aspect_and_article_has_a_screen(language: str) -> None:
    """From the list down to each article, with one living message and nothing longer than a message."""
    room = speaking(language)
    await room.command("browse")
    count = len(room.messages)
    words = wording_for(language, strict=True)
    for scheme in SCHEMES:
        ledger = ledger_of(scheme)
        await tap(room, Press(Verb.INSTRUMENT, instrument=scheme))
        assert words.text(f"official.{scheme}.title") in room.screen.plain
        for aspect in {entry.aspect for entry in ledger.articles}:
            await tap(room, Press(Verb.ASPECT, instrument=scheme, aspect=str(aspect)))
            assert words.text(f"aspect.{aspect}") in room.screen.plain
        for place in wholes(ledger):
            await tap(room, Press(Verb.ARTICLE, instrument=scheme, place=name_of(place)))
            entry = ledger.find(place)
            assert entry
            assert entry.digest in room.screen.plain
            assert all(item.digest in room.screen.plain for item in ledger.items_of(entry))
    assert len(room.messages) == count


async def test_the_digests_of_an_aspect_stand_under_the_headings_of_their_chapters() -> None:
    room = Room()
    await room.command("browse", "hlj-compute-purchase")
    await room.press("条件")
    shown = room.screen.plain
    assert "第二章 " in shown
    assert "〔五〕" in shown
    assert shown.index("〔五〕") < shown.index("(一) ") < shown.index("(四) ")


async def test_every_article_is_in_the_list_of_its_aspect_and_can_be_opened_from_there() -> None:
    """No article of any instrument is out of reach; those of one number are told apart by their chapters."""
    for scheme in SCHEMES:
        ledger, reached = ledger_of(scheme), set()
        for aspect in Aspect:
            room = Room()
            await room.command("browse", scheme)
            await tap(room, Press(Verb.ASPECT, instrument=scheme, aspect=str(aspect)))
            labels = room.screen.labels
            assert len(set(labels)) == len(labels)
            reached |= {
                key.data.split(".")[5] for row in room.screen.keys for key in row if ".P." in key.data
            }
        assert reached == {name_of(place) for place in wholes(ledger)}


async def test_one_can_go_back_the_whole_way_and_on_to_the_neighbouring_articles() -> None:
    room = Room()
    await room.command("browse")
    await room.press("智算、超算中心建设")
    await room.press("监督与绩效")
    await room.press("第九条（第五章）")
    await room.press("第九条（第六章） ›")
    assert room.screen.plain.startswith("第九条（第六章）")
    await room.press("‹ 第九条（第五章）")
    await room.press("‹ 监督与绩效")
    await room.press("‹ 智算、超算中心建设")
    await room.press("‹ 全部法规")
    assert room.screen.plain.startswith("法规条文")


async def test_official_wording_stands_under_the_digest_escaped_and_with_its_file_and_day() -> None:
    room = Room()
    imported(room, "hlj-compute-purchase", "第七条 <b>甲</b> & 乙。\n\n　　丙。")
    await room.command("browse", "hlj-compute-purchase")
    assert "官方原文（2026年11月22日导入，来自文件 细则.pdf）" in room.screen.plain
    await room.press("奖励标准", room.check.message_id)
    await tap(room, Press(Verb.ARTICLE, instrument="hlj-compute-purchase", place="c3a7"))
    assert "第七条 <b>甲</b> & 乙。\n丙。" in room.screen.plain
    assert "&lt;b&gt;甲" in room.screen.text.markup
    assert "<blockquote expandable>" in room.screen.text.markup


async def test_without_an_import_it_is_said_that_the_published_text_counts() -> None:
    room = Room()
    await room.command("browse", "hlj-compute-purchase")
    await tap(room, Press(Verb.ARTICLE, instrument="hlj-compute-purchase", place="c3a7"))
    assert "官方原文尚未导入" in room.screen.plain


async def test_long_official_wording_is_read_page_by_page_and_no_word_is_lost() -> None:
    room = Room()
    sentences = [f"第{number}句话说明一件事情。" for number in range(1, 900)]
    imported(room, "pj-it-projects", "".join(sentences))
    await room.command("browse", "pj-it-projects")
    await tap(room, Press(Verb.ARTICLE, instrument="pj-it-projects", place="c1a4"))
    read = ""
    for _ in range(6):
        read += room.screen.plain
        await room.press("原文下一页")
    assert all(sentence in read for sentence in sentences)
    assert len(room.messages) == 1


async def test_the_articles_of_a_result_have_the_official_wording_where_it_was_imported() -> None:
    """Of a condition with items only its own item is quoted."""
    room = Room()
    imported(
        room,
        "hlj-compute-purchase",
        "第五条 应当：\n（一）官方甲；\n（二）官方乙；\n（三）官方丙；\n（四）官方丁。",
    )
    await room.command("check", "hlj-compute-purchase")
    await room.press("其他省份")
    await room.press("依据条款")
    assert "官方甲" in room.screen.plain
    block = next(part for part in room.screen.plain.split("\n\n") if part.startswith("第五条第(二)项"))
    assert "官方乙" in block
    assert "官方丙" not in block


@pytest.mark.parametrize("language", LANGUAGES)
async def test_excerpts_are_shown_as_excerpts(language: str) -> None:
    assert len(excerpts()) == 2
    words = wording_for(language, strict=True)
    for name, ledger in excerpts().items():
        room = speaking(language)
        await room.command("browse", name)
        assert words.text(f"excerpt.{name}.title") in room.screen.plain
        assert words.text("browse.excerpt_only") in room.screen.plain
        assert all(entry.digest in room.screen.plain for entry in ledger.articles)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_procedures_are_numbered_steps_with_their_body_and_place(language: str) -> None:
    room = speaking(language)
    await room.command("browse")
    words = wording_for(language)
    for scheme in SCHEMES.values():
        assert scheme.procedure
        await tap(room, Press(Verb.STEPS, instrument=scheme.id))
        for number, step in enumerate(scheme.procedure, 1):
            line = next(line for line in room.screen.plain.splitlines() if line.startswith(f"{number}."))
            assert words.text(f"body.{step.body}") in line


@pytest.mark.parametrize(
    ("scheme", "lines"),
    [
        ("hlj-compute-purchase", ["30万元 → 不奖励", "100万元 → 每年30万元", "5000万元 → 每年400万元"]),
        ("hlj-computing-centre", ["1000万元 → 一次性300万元", "1亿元 → 一次性2000万元"]),
        ("hlj-industrial-security", ["1级 → 不奖励", "2级 → 一次性30万元", "3级 → 一次性50万元"]),
        ("hlj-sme-digital", ["否 → 一次性50万元", "是 → 一次性100万元"]),
    ],
)
async def test_what_a_scheme_pays_is_a_table_that_the_rules_compute(scheme: str, lines: list[str]) -> None:
    room = Room()
    await room.command("browse", scheme)
    await tap(room, Press(Verb.AWARDS, instrument=scheme))
    assert [line for line in lines if line not in room.screen.plain] == []


def test_a_table_ends_where_the_cap_is_reached_and_has_the_threshold_itself() -> None:
    table = award_table(SCHEMES["hlj-compute-purchase"], TODAY)
    assert table
    assert Decimal(300_000) in {row.value for row in table.rows}
    assert table.rows[-1].award
    assert table.rows[-1].award.value == Decimal(4_000_000)
    assert table.rows[-2].award
    assert table.rows[-2].award.value != Decimal(4_000_000)


@pytest.mark.parametrize(
    "scheme", ["zj-future-industry", "js-special-funds", "pj-it-projects", "hlj-science-facility"]
)
def test_a_scheme_whose_amount_no_single_fact_decides_has_no_table(scheme: str) -> None:
    assert award_table(SCHEMES[scheme], date(2026, 11, 22)) is None


@pytest.mark.parametrize(
    "view",
    [
        "browse:gone",
        "aspect:gone award 0",
        "aspect:pj-it-projects gone 0",
        "aspect:pj-it-projects award x",
        "aspect:",
        "article:pj-it-projects c9a99 0",
        "article:pj-it-projects c1a1 99",
        "article:harbin-it a1 0",
        "article:",
        "awards:pj-it-projects",
        "awards:gone",
        "steps:gone",
        "steps:harbin-it",
    ],
)
async def test_a_screen_that_no_longer_exists_leads_to_one_that_does(view: str) -> None:
    """A later release may lack an instrument, an article or an aspect that an old chat stands at."""
    state = await Room().bot.state_of(Visit(7001, 7001))
    shown = render(state.on_screen(view))
    assert shown.parts[0].plain.strip()
    assert shown.rows


async def test_a_check_that_was_begun_can_be_gone_on_with_after_reading() -> None:
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    await room.press("黑龙江")
    await room.command("browse")
    await room.press("继续：购买算力服务")
    assert room.check.view.startswith("check")


async def test_an_unknown_instrument_after_the_command_gives_the_list() -> None:
    room = Room()
    await room.command("browse", "<b>nothing</b> " * 50)
    assert room.screen.plain.startswith("法规条文")
