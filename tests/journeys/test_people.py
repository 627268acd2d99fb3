"""Groups, links, languages, profile, privacy: what belongs to whom, and who may see it."""

import json

from stdnum.cn import uscc

from handlers.wording.catalogue import wording_for
from tests.journeys.cases import BUILDER, SPENDER
from tests.journeys.conftest import APPLICANT, COLLEAGUE, Stand
from tests.journeys.people import Person
from tests.journeys.test_compute_purchase import choose_compute_purchase

GROUP = -5_001


async def a_group(stand: Stand) -> tuple[Person, Person]:
    """The applicant and a colleague in a group with the bot."""
    stand.world.create_group("算力项目组", [APPLICANT, COLLEAGUE], chat_id=GROUP)
    await stand.settle()
    return stand.person(APPLICANT, GROUP), stand.person(COLLEAGUE, GROUP)


async def test_in_a_group_the_bot_answers_only_when_it_is_meant(bot_on_sandbox: Stand) -> None:
    """Talk among people is left alone; a mention and a command with the bot's name are answered."""
    applicant, _ = await a_group(bot_on_sandbox)
    bot_on_sandbox.world.reads_all_group_messages = True
    greeting = len(applicant.sees())
    await applicant.say("大家今天开会吗？80万的事怎么样了")
    await applicant.say("/check@some_other_bot")
    await applicant.say("/weather")
    assert len(applicant.sees()) == greeting
    await applicant.say(f"@{bot_on_sandbox.world.bot.username} 在吗")
    assert len(applicant.sees()) == greeting + 1
    await applicant.say(f"/check@{bot_on_sandbox.world.bot.username}")
    assert "您想核对哪一项" in applicant.last.text


async def test_in_a_group_a_check_belongs_to_whoever_started_it(bot_on_sandbox: Stand) -> None:
    """Somebody else's press pops up a polite word and changes nothing."""
    applicant, colleague = await a_group(bot_on_sandbox)
    await applicant.say("/check@shenbao_sandbox_bot hlj-compute-purchase")
    before = applicant.last.text
    said = await colleague.press("黑龙江", applicant.last)
    assert "别人发起" in said
    assert applicant.last.text == before
    await applicant.press("黑龙江")
    await applicant.say("80万", reply_to=applicant.last.id)
    await applicant.answer_questions(SPENDER)
    assert "每年24万元" in applicant.last.text


async def test_in_a_group_the_profile_and_privacy_are_only_pointed_to(bot_on_sandbox: Stand) -> None:
    """All that is kept of a person is not shown where others read along."""
    applicant, _ = await a_group(bot_on_sandbox)
    for command in ("/profile", "/privacy"):
        await applicant.say(command)
        assert "私聊" in applicant.last.text
        assert applicant.last.buttons[0]["url"] == f"https://t.me/shenbao_sandbox_bot?start={command[1:]}"


async def test_two_people_answer_the_same_questions_without_disturbing_each_other(
    bot_on_sandbox: Stand,
) -> None:
    """Answers are kept per person."""
    applicant, colleague = bot_on_sandbox.person(APPLICANT), bot_on_sandbox.person(COLLEAGUE)
    await choose_compute_purchase(applicant)
    await choose_compute_purchase(colleague)
    await applicant.press("黑龙江")
    await colleague.press("江苏")
    assert "目前不符合申报条件" in colleague.last.text
    await applicant.answer_questions(SPENDER)
    assert "每年24万元" in applicant.last.text


async def test_a_deep_link_starts_the_check_of_its_scheme(applicant: Person) -> None:
    """?start=hlj-compute-purchase names the scheme and asks at once."""
    await applicant.start("hlj-compute-purchase")
    assert "黑龙江省购买算力服务奖励" in applicant.last.text
    assert applicant.question() == "registration_province"


async def test_an_unknown_deep_link_is_said_to_be_unknown(applicant: Person) -> None:
    """A link to a scheme that does not exist greets and offers those that do."""
    await applicant.start("no-such-scheme")
    assert "我这里没有" in applicant.last.text
    assert applicant.labels


async def test_answers_serve_every_scheme(applicant: Person) -> None:
    """What was answered for one award is not asked again for the other."""
    await choose_compute_purchase(applicant)
    first = await applicant.answer_questions(SPENDER)
    await applicant.press("核对另一项")
    await applicant.press("智算、超算中心建设")
    assert "以前填过的 6 个答案" in applicant.last.text
    second = await applicant.answer_questions(BUILDER)
    assert not set(first) & set(second)
    assert "一次性1500万元" in applicant.last.text


async def test_which_fit_us_asks_every_question_once_and_lists_the_most_promising_first(
    applicant: Person,
) -> None:
    """Both schemes together: shared questions once, then a list with a card behind each entry."""
    await applicant.start()
    await applicant.press("看看哪些适合我们")
    asked = await applicant.answer_questions({**BUILDER, "pue": "1.34"})
    assert len(asked) == len(set(asked))
    listed = applicant.last.text
    assert listed.index("购买算力服务") < listed.index("智算、超算中心建设")
    await applicant.press("智算、超算中心建设")
    assert "PUE 1.34" in applicant.last.text
    await applicant.press("‹ 返回")
    assert "哪些适合贵单位" in applicant.last.text


async def test_the_first_language_is_that_of_the_persons_telegram(bot_on_sandbox: Stand) -> None:
    """Somebody whose Telegram speaks Russian is greeted in Russian, an unknown language gets English."""
    for number, (code, greeting) in enumerate(
        {"ru": "Здравствуйте", "de": "Hello", "zh-hant": "您好", "en": "Hello"}.items()
    ):
        bot_on_sandbox.world.create_user(30_000 + number, "Гость", language_code=code)
        person = bot_on_sandbox.person(30_000 + number)
        await person.start()
        assert greeting in person.last.text, code


async def test_a_chosen_language_holds_for_question_result_and_menu(applicant: Person) -> None:
    """Switching to English in the middle of a check goes on with the same question in English."""
    await choose_compute_purchase(applicant)
    await applicant.press("黑龙江")
    await applicant.say("/language")
    assert applicant.labels == ["简体中文", "繁體中文", "English", "Русский"]
    await applicant.press("English")
    assert applicant.question("en") == "compute_spend"
    await applicant.say("CNY 800,000")
    yes_and_no = {fact: {"是": "Yes", "否": "No"}.get(said, said) for fact, said in SPENDER.items()}
    await applicant.answer_questions({**yes_and_no, "applicant_kind": "Enterprise"}, "en")
    assert "240,000" in applicant.last.text
    menu = applicant.world.profile.menu_for(applicant.chat, "private", applicant.id, "zh")
    assert {"command": "check", "description": wording_for("en").text("command.check")} in menu


async def test_the_profile_shows_changes_and_removes_answers(applicant: Person) -> None:
    """Every answer with where it came from; one is changed, one removed, then all."""
    await choose_compute_purchase(applicant)
    await applicant.press("黑龙江")
    await applicant.say("80万")
    await applicant.say("/profile")
    assert "当年算力支出：80万元" in applicant.last.text
    await applicant.press("当年算力支出")
    assert "80万" in applicant.last.text
    await applicant.press("重新回答")
    await applicant.say("90万")
    assert "当年算力支出：90万元" in applicant.last.text
    await applicant.press("注册地")
    await applicant.press("删除这一条")
    assert "注册地：" not in applicant.last.text
    await applicant.press("删除全部答案")
    assert "1" in applicant.last.text
    await applicant.press("删除全部答案")
    assert "全部答案已删除" in applicant.last.text


async def test_privacy_exports_everything_as_json_and_erases_it_for_good(bot_on_sandbox: Stand) -> None:
    """The file holds the answers; after erasing, the export and the profile are empty."""
    person = bot_on_sandbox.person(APPLICANT)
    await choose_compute_purchase(person)
    await person.press("黑龙江")
    await person.say("80万")
    await person.say("/privacy")
    await person.press("导出我的资料")
    document = person.last.media["document"]
    kept = json.loads(bot_on_sandbox.world.files.find(document["file_id"]).content)
    assert "compute_spend" in json.dumps(kept)
    assert str(APPLICANT) in json.dumps(kept)
    await person.press("清除我的一切资料")
    assert "无法恢复" in person.everything()
    await person.press("确认清除")
    assert "已全部清除" in person.everything()
    await person.say("/profile")
    assert "还没有填过资料" in person.last.text


async def test_erasing_is_asked_for_and_can_be_declined(applicant: Person) -> None:
    """保留 leaves everything."""
    await choose_compute_purchase(applicant)
    await applicant.press("黑龙江")
    await applicant.say("/privacy")
    await applicant.press("清除我的一切资料")
    await applicant.press("保留")
    await applicant.say("/profile")
    assert "注册地：黑龙江" in applicant.last.text


async def test_a_credit_code_proposes_what_it_tells_and_keeps_it_when_confirmed(applicant: Person) -> None:
    """A code of Heilongjiang with O for 0 tells province and kind once its repair is confirmed."""
    code = "91230100MA1BCDEF3"
    code += uscc.calc_check_digit(code)
    await applicant.start()
    await applicant.say("/profile")
    await applicant.press("填统一社会信用代码")
    await applicant.say(code[:-1])
    assert "18 位" in applicant.last.text
    assert "17 位" in applicant.last.text
    await applicant.say(code.replace("0100", "OIOO"))
    assert code in applicant.last.text
    assert "注册地：黑龙江" in applicant.last.text
    await applicant.press("采用")
    assert "注册地：黑龙江" in applicant.last.text
    assert "单位类型：企业" in applicant.last.text
    await applicant.say("/check hlj-compute-purchase")
    assert applicant.question() == "compute_spend"


async def test_a_credit_code_in_the_middle_of_a_check_answers_its_questions(applicant: Person) -> None:
    """Given where the province is asked, it is taken, and the check goes on with the next question."""
    code = "91320100MA1BCDEF3"
    code += uscc.calc_check_digit(code)
    await choose_compute_purchase(applicant)
    await applicant.say(f"我们的代码是 {code}")
    await applicant.press("采用")
    assert "目前不符合申报条件" in applicant.last.text
    assert "江苏" in applicant.last.text


async def test_cancel_ends_the_check_and_keeps_the_answers(applicant: Person) -> None:
    """/cancel says that the answers stay; the next check does not ask them again."""
    await choose_compute_purchase(applicant)
    await applicant.press("黑龙江")
    await applicant.say("/cancel")
    assert "答案都留着" in applicant.last.text
    await applicant.say("/cancel")
    assert "没有进行中的核对" in applicant.last.text
    await applicant.say("/check")
    await applicant.press("购买算力服务")
    assert applicant.question() == "compute_spend"


async def test_a_result_is_copied_as_text_and_its_basis_shown(applicant: Person) -> None:
    """复制为文本 sends the whole result as one block; 依据条款 names every article in full."""
    await choose_compute_purchase(applicant)
    await applicant.answer_questions(SPENDER)
    await applicant.press("复制为文本")
    copied = applicant.last
    assert copied.entities[0]["type"] == "pre"
    assert "24万元" in copied.text
    await applicant.press("依据条款")
    assert "第五条第(四)项（第二章）" in applicant.everything()
