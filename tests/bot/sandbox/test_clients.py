"""Two independent clients talk to the sandbox: aiogram, and python-telegram-bot over its stock httpx."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import telegram
from aiogram import Bot as AiogramBot
from aiogram import exceptions
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram import error
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from bot.sandbox import Fault, Sandbox, World
from tests.bot.sandbox.conftest import Stand
from tests.bot.sandbox.support import APPLICANT, GROUP, OTHER, png

BUTTONS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="是", callback_data="y")]])


@pytest.fixture
async def aiogram_bot(stand: Stand) -> AsyncIterator[AiogramBot]:
    url = stand.sandbox.url
    server = TelegramAPIServer(
        base=f"{url}/bot{{token}}/{{method}}", file=f"{url}/file/bot{{token}}/{{path}}"
    )
    bot = AiogramBot(stand.sandbox.token, session=AiohttpSession(api=server))
    yield bot
    await bot.session.close()


@pytest.fixture
async def stock_bot(stand: Stand) -> AsyncIterator[telegram.Bot]:
    sandbox = stand.sandbox
    bot = telegram.Bot(sandbox.token, base_url=sandbox.api_base, base_file_url=sandbox.file_base)
    async with bot:
        yield bot


class TestAiogram:
    """Every answer passes through aiogram's own models."""

    async def test_messages_are_sent_edited_and_deleted(self, aiogram_bot: AiogramBot, world: World) -> None:
        asked = world.send_text(APPLICANT, "能补多少？")
        sent = await aiogram_bot.send_message(
            APPLICANT, "<b>看情况</b>", parse_mode="HTML", reply_markup=BUTTONS,
            reply_parameters=ReplyParameters(message_id=asked.id),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )  # fmt: skip
        assert sent.html_text == "<b>看情况</b>"
        edited = await aiogram_bot.edit_message_text("新", chat_id=APPLICANT, message_id=sent.message_id)
        assert not isinstance(edited, bool)
        assert edited.text == "新"
        assert await aiogram_bot.delete_message(APPLICANT, sent.message_id)
        assert await aiogram_bot.send_chat_action(APPLICANT, "typing")
        await aiogram_bot.send_message(APPLICANT, "完", reply_markup=ReplyKeyboardRemove())

    async def test_files_go_both_ways(self, aiogram_bot: AiogramBot) -> None:
        document = BufferedInputFile("答案".encode(), "说明.txt")
        sent = await aiogram_bot.send_document(APPLICANT, document, caption="说明")
        assert sent.document is not None
        assert sent.document.file_name == "说明.txt"
        content = await aiogram_bot.download(sent.document)
        assert content is not None
        assert content.read() == "答案".encode()
        picture = await aiogram_bot.send_photo(APPLICANT, BufferedInputFile(png(9, 9), "a.png"))
        assert picture.photo is not None
        assert picture.photo[0].width == 9

    async def test_updates_and_callbacks_are_read(self, aiogram_bot: AiogramBot, world: World) -> None:
        sent = await aiogram_bot.send_message(APPLICANT, "？", reply_markup=BUTTONS)
        world.press(APPLICANT, sent.message_id, "y")
        [update] = await aiogram_bot.get_updates(timeout=1)
        assert update.callback_query is not None
        assert await update.callback_query.answer("好", show_alert=True).as_(aiogram_bot)

    async def test_profile_and_chats_are_read(self, aiogram_bot: AiogramBot, world: World) -> None:
        world.create_group("群", [APPLICANT], chat_id=GROUP)
        commands = [BotCommand(command="start", description="开始")]
        scope = BotCommandScopeAllPrivateChats()
        assert await aiogram_bot.set_my_commands(commands, scope=scope, language_code="zh")
        kept = await aiogram_bot.get_my_commands(scope=scope, language_code="zh")
        assert [(command.command, command.description) for command in kept] == [("start", "开始")]
        assert await aiogram_bot.set_my_description("说明")
        assert (await aiogram_bot.get_my_description()).description == "说明"
        assert (await aiogram_bot.get_chat(GROUP)).title == "群"
        assert (await aiogram_bot.get_chat_member(GROUP, APPLICANT)).status == "creator"
        assert await aiogram_bot.leave_chat(GROUP)

    async def test_refusals_become_the_exceptions_they_stand_for(
        self, aiogram_bot: AiogramBot, world: World
    ) -> None:
        world.create_user(OTHER, "陈经理")
        world.create_group("群", [APPLICANT], chat_id=GROUP)
        new_id = world.migrate(GROUP)
        with pytest.raises(exceptions.TelegramForbiddenError):
            await aiogram_bot.send_message(OTHER, "x")
        with pytest.raises(exceptions.TelegramMigrateToChat) as moved:
            await aiogram_bot.send_message(GROUP, "x")
        assert moved.value.migrate_to_chat_id == new_id
        world.faults.add(Fault("flood", retry_after=7, times=1))
        with pytest.raises(exceptions.TelegramRetryAfter) as flood:
            await aiogram_bot.send_message(APPLICANT, "x")
        assert flood.value.retry_after == 7
        world.faults.add(Fault("server_error", status=502, times=1))
        with pytest.raises(exceptions.TelegramServerError):
            await aiogram_bot.send_message(APPLICANT, "x")
        world.faults.add(Fault("withhold", times=1))
        with pytest.raises(exceptions.TelegramNetworkError):
            await aiogram_bot.send_message(APPLICANT, "x")


class TestPythonTelegramBot:
    """The library that the product uses, as it comes."""

    async def test_messages_files_and_profile(self, stock_bot: telegram.Bot) -> None:
        keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("是", callback_data="y")]])
        sent = await stock_bot.send_message(APPLICANT, "<i>看</i>", parse_mode="HTML", reply_markup=keyboard)
        assert sent.text_html == "<i>看</i>"
        assert await stock_bot.edit_message_reply_markup(APPLICANT, sent.message_id)
        document = await stock_bot.send_document(APPLICANT, b"1,2", filename="数据.csv", caption="数据")
        assert document.document is not None
        assert document.document.file_name == "数据.csv"
        file = await stock_bot.get_file(document.document.file_id)
        assert await file.download_as_bytearray() == b"1,2"
        photo = await stock_bot.send_photo(APPLICANT, png(5, 5), caption="图")
        assert photo.photo[-1].height == 5
        await stock_bot.set_my_commands([("start", "开始")], language_code="zh")
        assert [command.command for command in await stock_bot.get_my_commands(language_code="zh")] == [
            "start"
        ]
        assert (await stock_bot.get_chat(APPLICANT)).first_name == "李经理"
        assert await stock_bot.set_chat_menu_button(APPLICANT, telegram.MenuButtonCommands())
        assert (await stock_bot.get_webhook_info()).url == ""

    async def test_refusals_become_the_exceptions_they_stand_for(
        self, stock_bot: telegram.Bot, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PTB_TIMEDELTA", "1")
        world.create_group("群", [APPLICANT], chat_id=GROUP)
        new_id = world.migrate(GROUP)
        with pytest.raises(error.ChatMigrated) as moved:
            await stock_bot.send_message(GROUP, "x")
        assert moved.value.new_chat_id == new_id
        with pytest.raises(error.BadRequest, match="Message text is empty"):
            await stock_bot.send_message(APPLICANT, "")
        world.faults.add(Fault("flood", retry_after=7, times=1))
        with pytest.raises(error.RetryAfter):
            await stock_bot.send_message(APPLICANT, "x")
        world.faults.add(Fault("withhold", times=1))
        with pytest.raises(error.NetworkError):
            await stock_bot.send_message(APPLICANT, "x")
        world.block(APPLICANT)
        with pytest.raises(error.Forbidden):
            await stock_bot.send_message(APPLICANT, "x")

    async def test_a_second_poller_meets_a_conflict(self, stand: Stand, stock_bot: telegram.Bot) -> None:
        first = asyncio.create_task(stock_bot.get_updates(timeout=20))
        await stand.world.wait_until(lambda: stand.world.updates.is_polled)
        second = asyncio.create_task(stand.api.ok("getUpdates", timeout=20))
        with pytest.raises(error.Conflict):
            await first
        stand.world.send_text(APPLICANT, "好")
        assert await second

    async def test_an_application_talks_with_a_person(self, stand: Stand) -> None:
        """Long polling, a command, a button, an edit in place: as the product will do it."""
        application = conversation(stand.sandbox)
        assert application.updater is not None
        async with application:
            await application.start()
            await application.updater.start_polling()
            world = stand.world
            world.press_start(APPLICANT, "abc")
            question = await world.next_message(APPLICANT)
            assert question.text == "参数 abc"
            world.press(APPLICANT, question.id, label="是")
            await world.wait_until(lambda: world.messages(APPLICANT)[-1].text == "已记录")
            assert world.messages(APPLICANT)[-1].id == question.id
            await application.updater.stop()
            await application.stop()


def conversation(sandbox: Sandbox) -> "Application":  # type: ignore[type-arg]
    """A bot of two handlers."""

    async def start(update: telegram.Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("是", callback_data="y")]])
        await update.message.reply_text(f"参数 {' '.join(context.args or [])}", reply_markup=keyboard)

    async def pressed(update: telegram.Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("已记录")

    application = (
        Application.builder().token(sandbox.token).base_url(sandbox.api_base).base_file_url(sandbox.file_base)
    ).build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(pressed))
    return application
