"""A person at a phone: what they do, and what they see."""

from collections.abc import Mapping
from typing import Protocol

from bot.sandbox import World
from bot.sandbox.messages import Message
from handlers.wording.catalogue import wording_for
from handlers.wording.question import question_text
from rules.schemes import FACTS


class Place(Protocol):
    """Where people meet the bot."""

    world: World

    async def settle(self) -> None:
        """Wait until the bot has answered."""


class Person:
    """One person in one chat. Every act waits until the bot has answered it."""

    def __init__(self, place: Place, user_id: int, chat: int | None = None) -> None:
        self._place = place
        self.world = place.world
        self.id = user_id
        self.chat = user_id if chat is None else chat

    async def start(self, payload: str = "") -> None:
        """Press start, perhaps from a deep link."""
        self.world.press_start(self.id, payload)
        await self._place.settle()

    async def say(self, text: str, *, reply_to: int | None = None) -> int:
        """Write something; gives the message's id."""
        message = self.world.send_text(self.id, text, self.chat, reply_to=reply_to)
        await self._place.settle()
        return message.id

    async def press(self, label: str, message: Message | None = None) -> str:
        """Press a button by its label, on the newest message that has it; gives what pops up."""
        where = message or self._with_button(label)
        query = self.world.press(self.id, where.id, label=label, chat_id=self.chat)
        await self._place.settle()
        return self._popup(query)

    async def press_old(self, message: Message, data: str) -> str:
        """Press a button that is not there any more: this device had not caught up."""
        query = self.world.press(self.id, message.id, data, chat_id=self.chat, stale=True)
        await self._place.settle()
        return self._popup(query)

    async def answer(self, *labels: str) -> None:
        """Press one button after the other."""
        for label in labels:
            await self.press(label)

    async def answer_questions(self, answers: Mapping[str, str], language: str = "zh_CN") -> list[str]:
        """Answer whatever is asked, by fact id, until nothing is asked; gives the facts in the order asked.

        An answer that is on a button is pressed, any other is typed; what is not among them is not known.
        """
        asked: list[str] = []
        while (fact := self.question(language)) is not None:
            assert len(asked) < 60, f"the questions do not end: {asked}"
            asked.append(fact)
            answer = answers.get(fact, wording_for(language).text("button.unknown"))
            if answer in self.labels:
                await self.press(answer)
            else:
                await self.say(answer)
        return asked

    async def answer_questions_until(self, fact: str) -> None:
        """Say "do not know" to every question before this one."""
        while self.question() != fact:
            assert self.question() is not None, f"{fact} was not asked"
            await self.press("不知道")

    def question(self, language: str = "zh_CN") -> str | None:
        """The fact that the newest message asks for, `None` where it asks for none."""
        words = wording_for(language)
        questions = {fact.id: question_text(words, fact) for fact in FACTS.values()}
        return next((fact for fact, text in questions.items() if text in self.last.text), None)

    def sees(self) -> list[Message]:
        """The bot's messages as they stand now."""
        return self.world.bot_messages(self.chat)

    @property
    def last(self) -> Message:
        """The bot's newest message."""
        return self.world.last_message(self.chat)

    @property
    def labels(self) -> list[str]:
        """The buttons under the bot's newest message."""
        return labels(self.last)

    def everything(self) -> str:
        """All that the bot's messages say now."""
        return "\n".join(message.text for message in self.sees())

    def _with_button(self, label: str) -> Message:
        for exact in (True, False):
            for message in reversed(self.sees()):
                if any(label == one if exact else label in one for one in labels(message)):
                    return message
        raise AssertionError(f"no button {label!r}; the last message is {self.last.text!r} {self.labels}")

    def _popup(self, query: str) -> str:
        answer = self.world.callbacks.presses[query].answer
        assert answer is not None, "the press was not answered: the button would spin"
        return str(answer.get("text", ""))


def labels(message: Message) -> list[str]:
    """The buttons under a message."""
    return [button["text"] for button in message.buttons]
