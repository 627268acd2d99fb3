"""Whatever is sent gets a considered answer: what was wrong, what is expected, the question again."""

import pytest

from tests.journeys.conftest import APPLICANT, Stand
from tests.journeys.people import Person
from tests.journeys.test_compute_purchase import choose_compute_purchase

EXPECTS_MONEY = "例如 800000、80万、1.2亿"


async def at_the_amount(person: Person) -> None:
    """The question for the spend is open."""
    await choose_compute_purchase(person)
    await person.press("黑龙江")
    assert person.question() == "compute_spend"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("\u200b\u2060", "没有收到内容"),
        ("-5000", "不能是负数"),
        ("NaN", "不是一个可以计算的数"),
        ("Infinity", "不是一个可以计算的数"),
        ("1e400", "不是一个可以计算的数"),
        ("很多很多", "没有读到数字"),
        ("<b>多</b><script>alert()</script>", "<b>多</b><script>"),
        ("\u202eabc مرحبا", "没有读到数字"),
        ("9" * 3_000, "当年算力支出"),
        ("2026-02-30", EXPECTS_MONEY),
        ("&lt;&amp;", "没有读到数字"),
        ("💰💰💰", "没有读到数字"),
    ],
)
async def test_what_is_no_amount_is_refused_with_what_is_expected(
    applicant: Person, text: str, answer: str
) -> None:
    """The refusal names what was given and what is expected, and the question stands below it again."""
    await at_the_amount(applicant)
    await applicant.say(text)
    assert answer in applicant.last.text
    assert applicant.question() == "compute_spend"
    assert len(applicant.last.text) < 800, "what was given is shown bounded"
    assert "抱歉" not in applicant.everything()


async def test_ten_thousand_characters_are_refused_by_length(applicant: Person) -> None:
    """Telegram delivers them in parts; each is answered, none in whole."""
    await at_the_amount(applicant)
    await applicant.say("算力" * 5_000)
    assert "最多" in applicant.last.text
    assert applicant.question() == "compute_spend"
    assert "抱歉" not in applicant.everything()


async def test_full_width_digits_are_read(applicant: Person) -> None:
    """８０万 is 80万."""
    await at_the_amount(applicant)
    await applicant.say("８０万")
    assert "当年算力支出：80万元" in applicant.last.text


@pytest.mark.parametrize(
    ("text", "buttons"),
    [
        ("20-30万", ["20万元", "30万元"]),
        ("大约80万", ["是，80万元"]),
        ("30万", ["是，30万元"]),
        ("80w", ["是，80万元"]),
    ],
)
async def test_what_is_not_certain_is_asked_back(applicant: Person, text: str, buttons: list[str]) -> None:
    """A range, an approximation, a threshold, slang: a button for each value that can be meant."""
    await at_the_amount(applicant)
    await applicant.say(text)
    assert applicant.labels[: len(buttons)] == buttons
    await applicant.press("不对，重填")
    assert applicant.question() == "compute_spend"
    await applicant.say(text)
    await applicant.press(buttons[0])
    assert applicant.question() != "compute_spend"


@pytest.mark.parametrize(
    ("word", "next_question"), [("对", "vendor_listed"), ("不对", "compute_spend"), ("да", "vendor_listed")]
)
async def test_what_is_asked_back_can_be_confirmed_in_words(
    applicant: Person, word: str, next_question: str
) -> None:
    """Yes takes the value, no asks again."""
    await at_the_amount(applicant)
    await applicant.say("80w")
    await applicant.say(word)
    assert applicant.question() == next_question


async def test_a_foreign_currency_is_not_taken_for_yuan(applicant: Person) -> None:
    """100 thousand dollars are asked back, without a value to press."""
    await at_the_amount(applicant)
    await applicant.say("10万美元")
    assert "外币" in applicant.last.text
    assert not any("万元" in label for label in applicant.labels)


async def test_a_date_that_does_not_exist_is_refused(applicant: Person) -> None:
    """30 February is no day."""
    await applicant.start("hlj-computing-centre")
    await applicant.answer_questions_until("acceptance_date")
    await applicant.say("2026-02-30")
    assert "不是一个存在的日期" in applicant.last.text
    assert applicant.question() == "acceptance_date"


async def test_pictures_files_and_stickers_are_answered_with_the_open_question(bot_on_sandbox: Stand) -> None:
    """They cannot be read; the question stands below again."""
    person = bot_on_sandbox.person(APPLICANT)
    await at_the_amount(person)
    bot_on_sandbox.world.send_document(APPLICANT, "发票.pdf", b"%PDF-1.4 \x00\xff")
    await bot_on_sandbox.settle()
    assert "文件我还读不了" in person.last.text
    assert person.question() == "compute_spend"


async def test_words_under_a_file_are_read(bot_on_sandbox: Stand) -> None:
    """A caption is what the person wrote."""
    person = bot_on_sandbox.person(APPLICANT)
    await at_the_amount(person)
    bot_on_sandbox.world.send_document(APPLICANT, "发票.pdf", b"%PDF-1.4", caption="80万")
    await bot_on_sandbox.settle()
    assert "当年算力支出：80万元" in person.last.text


async def test_an_edited_message_does_not_change_an_answer_and_says_how_to(bot_on_sandbox: Stand) -> None:
    """The answer stays as it was read; the way to change it is a button."""
    person = bot_on_sandbox.person(APPLICANT)
    await at_the_amount(person)
    said = await person.say("80万")
    bot_on_sandbox.world.edit_text(APPLICANT, said, "90万")
    await bot_on_sandbox.settle()
    assert "改了之前的消息" in person.last.text
    await person.press("改一个答案")
    assert "当年算力支出：80万元" in person.labels


@pytest.mark.parametrize(
    "command", ["/checkk", "/ПРИВЕТ", "/" + "x" * 500, "/check <b>", "/start " + "?" * 60]
)
async def test_a_command_that_does_not_exist_is_said_not_to_exist(applicant: Person, command: str) -> None:
    """Unknown commands and arguments get an answer, and the check goes on."""
    await at_the_amount(applicant)
    await applicant.say(command)
    assert applicant.last.text
    assert "抱歉" not in applicant.everything()


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "1.7pp.1.a",
        "1.7pp.1.a.zzzzz.y",
        "9.7pp.1.b",
        "1.7pp.1.b.extra",
        "💥",
        "1." + "z" * 50,
        ".....",
    ],
)
async def test_a_button_from_nowhere_is_answered(applicant: Person, data: str) -> None:
    """Data of another release or of somebody's invention: a polite word, and the current screen again."""
    await at_the_amount(applicant)
    said = await applicant.press_old(applicant.last, data)
    assert said
    assert applicant.question() == "compute_spend"
    assert "抱歉" not in applicant.everything()


async def test_words_without_an_open_question_are_met_with_the_ways_to_begin(applicant: Person) -> None:
    """Nothing is open: what can be done, as buttons."""
    await applicant.start()
    await applicant.say("你好")
    assert "还没明白" in applicant.last.text
    await applicant.press("看看哪些适合我们")
    assert applicant.question() == "registration_province"
