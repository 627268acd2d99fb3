"""The chat page in a real browser: what a person sees, presses and types; on a desk and on a phone."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.sandbox import Sandbox
from bot.sandbox.cast import APPLICANT, DIRECTOR, GROUP, seat_cast
from tests.bot.sandbox.support import Api, ManualClock, png

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESK, PHONE = (1280, 800), (390, 844)
BUTTONS = {
    "inline_keyboard": [[{"text": "是", "callback_data": "y"}, {"text": "不知道", "callback_data": "u"}]]
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(
        CHROMIUM is None, reason="no Chromium is installed (Debian: apt-get install chromium)"
    ),
]


@dataclass
class Visit:
    """The page, the sandbox behind it and the bot's side of it."""

    page: Page
    sandbox: Sandbox
    api: Api
    faults: list[str]

    @property
    def last(self) -> int:
        return self.sandbox.world.messages(APPLICANT)[-1].id

    async def open(self, size: tuple[int, int] = DESK, query: str = "") -> None:
        await self.page.set_viewport_size({"width": size[0], "height": size[1]})
        await self.page.goto(f"{self.sandbox.url}/{query}")
        await expect(self.page.locator("body[data-live=yes]")).to_be_visible()

    async def started(self, size: tuple[int, int] = DESK) -> None:
        self.sandbox.world.press_start(APPLICANT)
        await self.open(size)
        await expect(self.page.locator(".message")).to_have_count(1)

    async def say(self, text: str, **parameters: object) -> int:
        sent = await self.api.ok("sendMessage", chat_id=APPLICANT, text=text, **parameters)
        return int(sent["message_id"])


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser, clock: ManualClock) -> AsyncIterator[Visit]:
    faults: list[str] = []
    async with Sandbox(clock) as sandbox, aiohttp.ClientSession() as http:
        seat_cast(sandbox.world)
        context = await browser.new_context(locale="zh-CN")
        page = await context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "requestfailed",
            lambda request: faults.append(request.url) if sandbox.url not in request.url else None,
        )
        yield Visit(page, sandbox, Api(http, sandbox), faults)
        assert faults == []
        await context.close()


async def test_a_new_chat_shows_what_the_bot_does_and_starts_it(visit: Visit) -> None:
    await visit.api.ok("setMyDescription", description="帮助企业判断能否申报。")
    await visit.open()
    await expect(visit.page.locator(".welcome")).to_contain_text("帮助企业判断能否申报。")
    await expect(visit.page.get_by_role("tab")).to_have_count(3)
    await visit.page.get_by_role("button", name="开始", exact=True).click()
    await expect(visit.page.locator(".message.mine")).to_contain_text("/start")
    assert visit.sandbox.world.updates.pending[-1]["message"]["text"] == "/start"


async def test_a_deep_link_carries_its_parameter(visit: Visit) -> None:
    await visit.open(query="?start=hlj-compute-purchase")
    await visit.page.get_by_role("button", name="开始 · hlj-compute-purchase").click()
    await expect(visit.page.locator(".message.mine")).to_contain_text("/start hlj-compute-purchase")
    await visit.page.get_by_role("button", name="更多操作").click()
    await visit.page.get_by_role("button", name="带参数打开机器人").click()
    await visit.page.locator("#payload").fill("abc_1")
    await visit.page.get_by_role("button", name="打开", exact=True).click()
    await expect(visit.page.locator(".message.mine").last).to_contain_text("/start abc_1")


async def test_formatting_is_shown_and_text_is_never_markup(visit: Visit) -> None:
    await visit.started()
    await visit.say(
        "<b>粗</b> <i>斜</i> &lt;img src=x onerror=alert(1)&gt; 🏟<code>码</code>", parse_mode="HTML"
    )
    words = visit.page.locator(".message .words").last
    await expect(words.locator("strong")).to_have_text("粗")
    await expect(words.locator("em")).to_have_text("斜")
    await expect(words.locator("code")).to_have_text("码")
    await expect(words).to_contain_text("<img src=x onerror=alert(1)>")
    assert await words.locator("img").count() == 0


async def test_a_link_is_a_link_and_a_script_address_is_none(visit: Visit) -> None:
    await visit.started()
    await visit.say("<a href='https://example.com/'>原文</a>", parse_mode="HTML")
    await expect(visit.page.get_by_role("link", name="原文")).to_have_attribute(
        "href", "https://example.com/"
    )
    message = visit.sandbox.world.last_message(APPLICANT)
    message.entities[0]["url"] = "javascript:alert(1)"
    await visit.page.reload()
    await expect(visit.page.locator(".words", has_text="原文")).to_be_visible()
    assert await visit.page.locator(".words a").count() == 0


async def test_a_button_waits_for_its_answer_and_the_message_changes_in_place(visit: Visit) -> None:
    await visit.started()
    number = await visit.say("注册在本省？", reply_markup=BUTTONS)
    key = visit.page.get_by_role("button", name="是", exact=True)
    await key.click()
    await expect(key).to_have_attribute("aria-busy", "true")
    query = visit.sandbox.world.updates.pending[-1]["callback_query"]["id"]
    await visit.api.ok("answerCallbackQuery", callback_query_id=query, text="已记录")
    await expect(visit.page.get_by_role("status").filter(has_text="已记录")).to_be_visible()
    await expect(key).not_to_have_attribute("aria-busy", "true")
    await visit.api.ok("editMessageText", chat_id=APPLICANT, message_id=number, text="已回答：是")
    article = visit.page.locator(f'[data-id="{number}"]')
    await expect(article).to_contain_text("已回答：是")
    await expect(article.locator(".meta")).to_contain_text("已编辑")
    await expect(visit.page.locator(".keys")).to_have_count(0)


async def test_an_alert_has_to_be_confirmed(visit: Visit) -> None:
    await visit.started()
    await visit.say("？", reply_markup=BUTTONS)
    await visit.page.get_by_role("button", name="不知道").click()
    await visit.sandbox.world.wait_until(lambda: "callback_query" in visit.sandbox.world.updates.pending[-1])
    query = visit.sandbox.world.updates.pending[-1]["callback_query"]["id"]
    await visit.api.ok("answerCallbackQuery", callback_query_id=query, text="见第四条", show_alert=True)
    dialog = visit.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("见第四条")
    await dialog.get_by_role("button", name="知道了").press("Enter")
    await expect(dialog).to_be_hidden()


async def test_text_is_sent_by_enter_and_a_line_break_by_shift_enter(visit: Visit) -> None:
    await visit.started()
    field = visit.page.get_by_label("输入消息")
    await field.fill("买了80万")
    await field.press("Shift+Enter")
    await field.press_sequentially("算力")
    await field.press("Enter")
    await expect(visit.page.locator(".message.mine").last).to_contain_text("买了80万\n算力")
    await expect(field).to_have_value("")
    assert visit.sandbox.world.messages(APPLICANT)[-1].text == "买了80万\n算力"


async def test_an_own_message_can_be_edited(visit: Visit) -> None:
    await visit.started()
    own = visit.sandbox.world.send_text(APPLICANT, "80万")
    article = visit.page.locator(f'[data-id="{own.id}"]')
    await article.hover()
    await article.get_by_role("button", name="编辑").click()
    await visit.page.get_by_label("输入消息").fill("90万")
    await visit.page.get_by_label("输入消息").press("Enter")
    await expect(article).to_contain_text("90万")
    assert "edited_message" in visit.sandbox.world.updates.pending[-1]


async def test_the_command_menu_speaks_the_language_of_the_account(visit: Visit) -> None:
    await visit.api.ok("setMyCommands", commands=[{"command": "check", "description": "测算"}])
    english = [{"command": "check", "description": "Check"}, {"command": "help", "description": "Help"}]
    await visit.api.ok("setMyCommands", commands=english, language_code="en")
    await visit.started()
    await visit.page.get_by_role("button", name="命令菜单").click()
    await expect(visit.page.get_by_role("option")).to_have_text(["/check测算"])
    await visit.page.get_by_role("button", name="更多操作").click()
    await visit.page.get_by_label("此账号的语言").select_option("en")
    field = visit.page.get_by_label("输入消息")
    await field.fill("/")
    await expect(visit.page.get_by_role("option")).to_have_text(["/checkCheck", "/helpHelp"])
    await field.press("ArrowDown")
    await field.press("Enter")
    await expect(visit.page.locator(".message.mine").last).to_contain_text("/help")


async def test_a_reply_keyboard_is_pressed_and_can_be_removed(visit: Visit) -> None:
    await visit.started()
    keyboard = {"keyboard": [["对，是80万"], ["不对"]], "input_field_placeholder": "请选择"}
    await visit.say("对吗？", reply_markup=keyboard)
    await expect(visit.page.get_by_placeholder("请选择")).to_be_visible()
    await visit.page.get_by_role("button", name="不对").click()
    await expect(visit.page.locator(".message.mine").last).to_contain_text("不对")
    await visit.say("好", reply_markup={"remove_keyboard": True})
    await expect(visit.page.get_by_role("button", name="不对")).to_have_count(0)


async def test_files_are_downloaded_and_pictures_shown(visit: Visit) -> None:
    await visit.started()
    document = visit.sandbox.world.files.add_document("说明.txt", "text/plain", b"answer")
    photo = visit.sandbox.world.files.add_photo(png(64, 32))
    await visit.api.ok("sendDocument", chat_id=APPLICANT, document=document.file_id, caption="说明")
    await visit.api.ok("sendPhoto", chat_id=APPLICANT, photo=photo.file_id, caption="时间轴")
    async with visit.page.expect_download() as downloading:
        await visit.page.get_by_role("link", name="说明.txt").click()
    download = await downloading.value
    assert download.suggested_filename == "说明.txt"
    picture = visit.page.get_by_role("img", name="时间轴")
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("naturalWidth", 64)


async def test_a_person_attaches_a_file(visit: Visit) -> None:
    await visit.started()
    for name, kind, content in (("名单.csv", "text/csv", b"a,b"), ("图.png", "image/png", png(9, 9))):
        await visit.page.locator("#picked").set_input_files(
            {"name": name, "mimeType": kind, "buffer": content}
        )
    await expect(visit.page.locator(".message.mine .file")).to_contain_text("名单.csv")
    await expect(visit.page.locator(".message.mine .photo")).to_be_visible()


async def test_typing_is_shown_until_the_message_comes(visit: Visit) -> None:
    await visit.started()
    await visit.api.ok("sendChatAction", chat_id=APPLICANT, action="typing")
    await expect(visit.page.locator("#subtitle")).to_have_text("正在输入…")
    await visit.say("好")
    await expect(visit.page.locator("#subtitle")).to_have_text("机器人")


async def test_accounts_are_changed_by_keyboard_and_show_what_is_unread(visit: Visit) -> None:
    visit.sandbox.world.press_start(DIRECTOR)
    await visit.started()
    await visit.api.ok("sendMessage", chat_id=DIRECTOR, text="待审核")
    director = visit.page.get_by_role("tab", name="王主任")
    await expect(director.locator(".badge")).to_contain_text("1")
    await visit.page.get_by_role("tab", name="李经理").press("ArrowRight")
    await expect(director).to_have_attribute("aria-selected", "true")
    await expect(director).to_be_focused()
    await expect(visit.page.locator(".message").last).to_contain_text("待审核")
    await expect(director.locator(".badge")).to_have_count(0)


async def test_the_group_shows_who_wrote(visit: Visit) -> None:
    await visit.started()
    await visit.page.get_by_role("button", name="申报交流群").click()
    visit.sandbox.world.send_text(DIRECTOR, "窗口下周开", GROUP)
    message = visit.page.locator(".message", has_text="窗口下周开")
    await expect(message.locator(".author")).to_have_text("王主任")
    await expect(visit.page.locator("#subtitle")).to_contain_text("3 位成员")


async def test_the_bot_can_be_blocked_and_unblocked(visit: Visit) -> None:
    await visit.started()
    await visit.page.get_by_role("button", name="更多操作").click()
    await visit.page.get_by_role("button", name="屏蔽机器人").click()
    await expect(visit.page.locator("#start")).to_have_text("解除屏蔽")
    refusal = await visit.api.refused("sendMessage", chat_id=APPLICANT, text="x")
    assert refusal == "403 Forbidden: bot was blocked by the user"
    await visit.page.locator("#start").click()
    await expect(visit.page.get_by_label("输入消息")).to_be_visible()


async def test_the_page_speaks_english_too(visit: Visit) -> None:
    await visit.started()
    await visit.page.get_by_role("button", name="EN").click()
    await expect(visit.page.get_by_label("Write a message")).to_be_visible()
    await expect(visit.page.get_by_role("tab").first).to_contain_text("Applicant")
    assert await visit.page.locator("html").get_attribute("lang") == "en"


async def test_the_page_connects_again_after_the_sandbox_was_away(visit: Visit, clock: ManualClock) -> None:
    await visit.started()
    port = visit.sandbox.port
    await visit.sandbox.stop()
    await expect(visit.page.locator("#offline")).to_be_visible()
    async with Sandbox(clock, port=port) as second:
        seat_cast(second.world)
        second.world.press_start(APPLICANT, "again")
        await expect(visit.page.locator("#offline")).to_be_hidden(timeout=15_000)
        await expect(visit.page.locator(".message.mine")).to_contain_text("/start again")


async def test_on_a_phone_nothing_is_wider_than_the_screen(visit: Visit) -> None:
    await visit.started(PHONE)
    wide = {"inline_keyboard": [[{"text": "很长的按钮文字" * 3, "callback_data": "y"}] * 3]}
    await visit.say("长" * 300 + " " + "x" * 200, reply_markup=wide)
    await visit.say("？", reply_markup={"keyboard": [["一个选项", "另一个选项", "第三个选项"]]})
    await expect(visit.page.locator(".reply-keys .key")).to_have_count(3)
    assert await visit.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    edges = await visit.page.evaluate(
        "[...document.querySelectorAll('.message, .composer, .reply-keys')]"
        ".map((element) => element.getBoundingClientRect())"
        ".filter((box) => box.width).map((box) => box.right)"
    )
    assert len(edges) >= 4
    assert max(edges) <= PHONE[0]
    await visit.page.get_by_role("button", name="返回会话列表").click()
    await expect(visit.page.get_by_role("button", name="申报交流群")).to_be_visible()


async def test_every_control_has_a_name(visit: Visit) -> None:
    """For people who hear the page: no button, field or picture without a name."""
    await visit.started()
    await visit.say("？", reply_markup=BUTTONS)
    nameless = await visit.page.evaluate(
        """[...document.querySelectorAll('button, a, textarea, select, input:not([hidden]), img')]
        .filter((element) => element.checkVisibility())
        .filter((element) => !(element.textContent.trim() || element.ariaLabel || element.alt))
        .filter((element) => !element.labels?.length)
        .map((element) => element.outerHTML)"""
    )
    assert nameless == []
    assert await visit.page.evaluate("document.querySelectorAll('button').length") > 8
