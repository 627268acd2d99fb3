"""The conversation core: whatever comes in, in whatever order, there is one considered answer."""

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.commands import COMMANDS
from handlers.events import Attachment, Command, Edited, Event, Joined, Tap, Text
from handlers.keyboards import Press, Verb, encode
from handlers.overview import FOR_ANYBODY
from handlers.wording.catalogue import LANGUAGES, wording_for
from handlers.wording.help import COMMANDS as MENU
from rules.engine.facts import Fact, Kind
from rules.engine.situation import State, known
from rules.schemes import FACTS, SCHEMES
from tests.handlers.room import PERSON, Room

PLACEHOLDER = re.compile(r"\{[a-z_]+\}")

odd_texts = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=string.printable, max_size=60),
    st.sampled_from(
        [
            "",
            " ",
            "\u200b",
            "NaN",
            "1e400",
            "-1",
            "٣٠٠٠٠٠",
            "８０万",
            "80w",
            "20-30万",
            "不知道",
            "不适用",
            "是",
            "<b>",
            "&amp;",
            "\u202e\u2066",
            "2026-02-30",
            "万" * 4_001,
            "💰" * 3_000,
            "91230100MA1BCDEF37",
            "\ud800",
        ]
    ),
)
names = st.sampled_from([*COMMANDS, "weather", "x" * 40])
arguments = st.sampled_from(["", "all", *SCHEMES, "profile", "nothing", "<b>", "💥"])
events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Text, odd_texts),
    st.builds(Command, names, arguments),
    st.builds(Attachment, st.sampled_from(["photo", "sticker", "voice"])),
    st.builds(Edited, odd_texts),
    st.builds(Tap, st.text(max_size=64), st.just("query")),
    st.just(Joined()),
)


@given(
    st.lists(st.one_of(events, st.integers(0, 30)), max_size=12), st.sampled_from(LANGUAGES), st.booleans()
)
async def test_any_order_of_events_is_answered_without_an_error(
    told: list[Event | int], language: str, in_group: bool
) -> None:
    """Words, commands, files, edits and presses of any button that is there; nothing raises, nothing is
    empty.

    Every press is answered, the living message is the only one with the buttons of a question, and no text
    has a placeholder left.
    """
    room = Room(chat=-5 if in_group else None)
    await room.desk.people.set_language(PERSON, language)
    for event in told:
        if isinstance(event, int):
            keys = [
                (place, key.data)
                for place, shown in room.messages.items()
                for row in shown.keys
                for key in row
                if key.data
            ]
            if keys:
                place, data = keys[event % len(keys)]
                await room.tap(data, place)
        else:
            await room.hear(event)
        for shown in room.messages.values():
            placeholders = PLACEHOLDER.findall(shown.plain)
            assert all(one in str(told) for one in placeholders)
            assert sum(len(row) for row in shown.keys) <= 100
            assert all(len(row) <= 8 for row in shown.keys)
    presses = sum(isinstance(event, Tap | int) for event in told)
    assert room.outlet.log.count("answer") <= presses
    if "answer" in room.outlet.log:
        assert len(room.outlet.toasts) == room.outlet.log.count("answer")


@given(st.lists(st.integers(0, 40), min_size=1, max_size=60))
@settings(max_examples=60)
async def test_pressing_buttons_at_random_never_leads_into_a_dead_end(choices: list[int]) -> None:
    """From the list of schemes on, every screen of the living message has a button or is an end."""
    room = Room()
    await room.command("check")
    for choice in choices:
        if not room.screen.keys:
            break
        keys = [key for row in room.screen.keys for key in row if key.data]
        assert keys
        await room.tap(keys[choice % len(keys)].data, room.check.message_id or 0)
        if (room.person, room.chat) not in room.desk.checks.kept:
            assert not room.answers, "only erasing ends a conversation by a button"
            break


async def test_the_button_is_answered_before_anything_is_kept_or_shown() -> None:
    """The first call of a press is the answer to it."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    room.outlet.log.clear()
    await room.press("黑龙江")
    assert room.outlet.log == ["answer", "edit"]


async def test_an_answer_is_kept_with_the_way_it_was_given() -> None:
    """Pressed is chosen; typed is stated, with the words."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    await room.press("黑龙江")
    await room.say("80万")
    assert room.answers["registration_province"].source == "chosen"
    assert room.answers["compute_spend"].source == "stated"
    assert room.answers["compute_spend"].said == "80万"


async def test_not_knowing_is_an_answer_and_is_not_asked_again() -> None:
    """不知道 to everything leads to a result that says what is still needed."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    for _ in range(30):
        if "不知道" not in room.screen.labels:
            break
        await room.press("不知道")
    assert room.check.view == "result"
    assert all(answer.state is State.UNKNOWN for answer in room.answers.values())
    assert "信息还不全" in room.screen.plain


async def test_not_applicable_is_only_offered_where_it_would_be_taken() -> None:
    """Where the fact decides it is no button, and typed it is refused with the reason."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    assert "不适用" not in room.screen.labels
    await room.say("不适用")
    assert "不能答“不适用”" in room.screen.plain
    assert "registration_province" not in room.answers


async def test_answers_that_cannot_be_true_together_are_shown_with_a_button_for_each() -> None:
    """An incident within three years and no bad record: either can be corrected, and the check goes on."""
    room = Room()
    await room.desk.answers.save(
        PERSON, {"security_incident_3y": known(True), "security_bad_record": known(False)}
    )
    await room.command("check", "hlj-computing-centre")
    if room.check.view != "conflict":
        pytest.skip("no scheme asks both facts yet")
    assert "互相矛盾" in room.screen.plain
    await room.press("网络和数据安全不良记录")
    await room.press("是")
    assert room.check.view != "conflict"


async def test_the_questions_that_remain_never_grow_while_answering() -> None:
    """最多还有 N 个问题 is a promise."""
    room = Room()
    await room.command("check", "all")
    last = 1_000
    for _ in range(60):
        if "最多还有" not in room.screen.plain:
            break
        left = int(room.screen.plain.split("最多还有")[1].split("个")[0])
        assert left < last
        last = left
        await room.press("不知道")
    assert last < 1_000


async def test_which_fit_us_asks_nothing_that_concerns_only_those_who_are_in_a_scheme_already() -> None:
    """Questions of frameworks and allotted money are left to whoever chooses them; the list has them."""
    room = Room()
    await room.command("check", "all")
    asked = set()
    while room.check.view == "check":
        asked.add(room.check.fact)
        await room.press("不知道")
    open_to_all = [scheme for scheme in SCHEMES.values() if scheme.nature in FOR_ANYBODY]
    assert asked
    assert asked <= frozenset().union(*(scheme.fact_ids for scheme in open_to_all))
    assert room.check.view == "result"
    assert f"共 {len(SCHEMES)} 项政策" in "".join(shown.plain for shown in room.messages.values())


async def test_the_result_so_far_can_be_seen_at_any_time_and_the_check_goes_on() -> None:
    """先看结果 shows what is certain; 继续 comes back to the same question."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    await room.press("黑龙江")
    await room.press("先看结果")
    assert "信息还不全" in room.screen.plain
    await room.press("继续")
    assert room.check.fact == "compute_spend"


async def test_an_answer_from_another_chat_is_honoured_here() -> None:
    """Answered in private, it is not asked in the group; each chat keeps its own screen."""
    private = Room()
    group = Room(chat=-9, beside=private)
    await private.command("check", "hlj-compute-purchase")
    await private.press("黑龙江")
    await group.command("check", "hlj-compute-purchase")
    assert "算力实际支出" in group.screen.plain
    await private.say("80万")
    await group.say("90万")
    assert private.answers["compute_spend"].said == "90万"


async def test_a_confirmation_holds_on_its_own_screen_only() -> None:
    """The yes of an earlier reading does not confirm a later one."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    await room.press("黑龙江")
    await room.say("80w")
    place, key = room.key("是，80万元")
    await room.say("90w")
    await room.tap(key.data, place)
    assert "compute_spend" not in room.answers
    assert "90万元" in room.screen.plain


async def test_erasing_needs_the_confirmation_that_is_on_the_screen() -> None:
    """A button made up or kept from an earlier time erases nothing."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    await room.press("黑龙江")
    await room.command("privacy")
    for version in range(10):
        await room.tap(encode(Press(Verb.ERASE_NOW), PERSON, version), 10_000)
    assert room.answers


@pytest.mark.parametrize("fact_id", sorted(FACTS))
async def test_every_fact_can_be_answered_from_the_profile(fact_id: str) -> None:
    """Whatever its kind there is a button for it, at least "do not know", and the answer is kept."""
    room = Room()
    await room.command("profile")
    await room.tap(encode(Press(Verb.EDIT, fact=fact_id), PERSON, 0), room.last_id)
    assert room.check.fact == fact_id
    labels = room.screen.labels
    assert "不知道" in labels
    await room.press("选好了" if "选好了" in labels else "都没有" if "都没有" in labels else labels[0])
    assert fact_id in room.answers
    assert room.check.view == "profile"


@pytest.mark.parametrize("fact", [fact for fact in FACTS.values() if fact.kind is Kind.SET])
async def test_the_members_of_a_set_are_chosen_one_by_one(fact: Fact) -> None:
    """Each press ticks or unticks one; done keeps them."""
    room = Room()
    await room.command("profile")
    await room.tap(encode(Press(Verb.EDIT, fact=fact.id), PERSON, 0), room.last_id)
    first, second = room.screen.labels[:2]
    await room.press(first)
    await room.press(second)
    await room.press(room.screen.labels[0])
    assert room.screen.labels[:2] == [first, second.replace("☐", "☑")]
    await room.press("选好了")
    assert room.answers[fact.id].value == frozenset({fact.choices[1]})


async def test_where_editing_fails_the_screen_comes_below() -> None:
    """A message that is too old to be edited is followed by a new one."""
    room = Room()
    await room.command("check", "hlj-compute-purchase")
    old = room.last_id
    room.outlet.frozen.add(old)
    await room.press("黑龙江")
    assert room.last_id > old
    assert "算力实际支出" in room.screen.plain


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_path_reads_in_every_language(
    language: str, caplog: pytest.LogCaptureFixture
) -> None:
    """No key is missing, from the greeting to the basis of the result."""
    room = Room()
    await room.desk.people.set_language(PERSON, language)
    for command in COMMANDS:
        await room.command(command)
    await room.command("check", "hlj-compute-purchase")
    for fact, value in {"registration_province": "heilongjiang", "compute_spend": "800000"}.items():
        assert room.check.fact == fact
        await room.say(value)
    for _ in range(20):
        if room.check.view == "result":
            break
        await room.tap(room.screen.keys[0][0].data, room.check.message_id or 0)
    assert room.check.view == "result"
    await room.press(room.screen.labels[-2])
    assert not [record for record in caplog.records if "no text for" in record.message]


async def test_a_tap_belongs_to_the_person_whose_check_it_is() -> None:
    """In a group somebody else's press pops up a word and touches nothing."""
    mine = Room(chat=-9)
    theirs = Room(person=7002, chat=-9, beside=mine)
    await mine.command("check", "hlj-compute-purchase")
    before = mine.screen.plain
    place, key = mine.key("黑龙江")
    await theirs.tap(key.data, place)
    assert mine.outlet.toasts[-1] == ("这是别人发起的核对。您可以发 /check 开始自己的。", True)
    assert mine.screen.plain == before
    assert not theirs.answers


def test_the_menu_and_the_commands_are_the_same() -> None:
    """What the menu offers is answered, and what is answered stands in the menu.

    The further assessments within an instrument concern few: /help names them. /feedback is for staff.
    """
    further = [part.id.rpartition("/")[2] for scheme in SCHEMES.values() for part in scheme.further]
    assert sorted([*MENU, *further, "feedback"]) == sorted(COMMANDS)
    assert further
    assert all(f"/{name}" in wording_for("en").text("help.further") for name in further)
