"""Making a turn happen: answer the button, keep what changed, show the screen.

The order holds everywhere. The button is answered before anything else goes out, so that it never spins.
Answers are kept before they are shown, so that nothing is shown that a crash could take back; the screen is
kept once it stands, so that a failed one leaves the old question open. A living message is edited where it
stands when one of its own buttons was pressed; when somebody wrote, a new one is sent below their words and
the old one gives way, so that what is asked now always stands last.
"""

import json
from dataclasses import dataclass, replace

from handlers.bookshelf import shown_instrument
from handlers.events import Tap
from handlers.flow import kind_of
from handlers.outlet import Keys, Outlet
from handlers.ports import Check, Desk
from handlers.screens import Screen, keys, on_top
from handlers.session import State, Turn
from handlers.talking import staff
from handlers.views import KEPT, render
from handlers.wording.html import html
from rules.engine.situation import Answer

EXPORT_NAME = "shenbao.json"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where turns happen: what is kept, and the way out."""

    desk: Desk
    outlet: Outlet

    async def perform(self, before: State, turn: Turn, tap: Tap | None = None) -> None:
        """Make one turn happen."""
        if tap is not None:
            await self.outlet.answer(tap.query_id, turn.toast, alert=turn.alert)
        if turn.export:
            await self._export(before)
        await self._keep(before, turn)
        for message in turn.messages:
            await self._send(before, message)
        if not turn.quiet:
            await self._show(before, turn, tap)
        if turn.state.language != before.language and not before.visit.group:
            await self.outlet.commands(before.visit.chat, turn.state.language)

    async def _keep(self, before: State, turn: Turn) -> None:
        person, chat = before.visit.person, before.visit.chat
        if turn.erase:
            await self.desk.erase_person(person)
            return
        changed = changes(before, turn.state)
        gone = before.answers.keys() - turn.state.answers.keys()
        async with self.desk.transaction():
            if turn.state.language != before.language:
                await self.desk.people.set_language(person, turn.state.language)
            if changed:
                await self.desk.answers.save(person, changed)
            for fact in gone:
                await self.desk.answers.remove(person, fact)
            if turn.state.talk != before.talk:
                await self.desk.talks.save(person, chat, turn.state.talk)
            for note in turn.notes:
                await self.desk.feedback.add(note)
            if turn.end:
                await self.desk.checks.end(person, chat)
            elif turn.quiet and turn.state.check != before.check:
                await self.desk.checks.save(turn.state.check)

    async def _show(self, before: State, turn: Turn, tap: Tap | None) -> None:
        check = replace(turn.state.check, version=before.check.version + 1)
        shown = on_top(turn.notice, render(await self._with_fetched(turn.state)))
        rows = keys(shown.rows, check.person, check.version)
        pressed, living = before.visit.message_id if tap else None, before.check.message_id
        if living is not None and pressed == living and not turn.below:
            last = await self._change(check.chat, living, shown, rows)
            if last is not None:
                await self._keep_check(turn, replace(check, message_id=last))
                return
        last = await self._send_parts(check.chat, shown, rows)
        await self._keep_check(turn, replace(check, message_id=last))
        await self._retire(before, turn, pressed)

    async def _with_fetched(self, state: State) -> State:
        """The state with what its screen shows besides: an official text, or the notes for staff."""
        if kind_of(state.check.view) == staff.FEEDBACK and state.staff:
            noted = await self.desk.feedback.latest(staff.MOST)
            counts = await self.desk.feedback.counts(staff.first_day(state.today))
            return replace(state, noted=noted, counts=counts)
        instrument = shown_instrument(state.check.view)
        return replace(state, official=await self.desk.texts.load(instrument)) if instrument else state

    async def _change(self, chat: int, living: int, shown: Screen, rows: Keys) -> int | None:
        """Edit the living message, send below what does not fit; `None` where it cannot be edited."""
        first, *further = shown.parts
        if not await self.outlet.edit(chat, living, first, () if further else rows):
            return None
        return await self._send_parts(chat, replace(shown, parts=tuple(further)), rows) if further else living

    async def _send_parts(self, chat: int, shown: Screen, rows: Keys) -> int:
        *parts, last = shown.parts
        for part in parts:
            await self.outlet.send(chat, part)
        return await self.outlet.send(chat, last, rows)

    async def _send(self, before: State, message: Screen) -> None:
        rows = keys(message.rows, before.visit.person, before.check.version)
        await self._send_parts(before.visit.chat, message, rows)

    async def _keep_check(self, turn: Turn, check: Check) -> None:
        if not (turn.end or turn.erase):
            await self.desk.checks.save(check)

    async def _retire(self, before: State, turn: Turn, pressed: int | None) -> None:
        """What becomes of the messages that the new one replaces: one set of buttons is enough."""
        chat, living = before.visit.chat, before.check.message_id
        if pressed is not None and pressed != living:
            await self.outlet.strip(chat, pressed)
        if living is None:
            return
        if turn.record:
            await self.outlet.edit(chat, living, turn.record)
        elif before.check.view.partition(":")[0] in KEPT:
            await self.outlet.strip(chat, living)
        else:
            await self.outlet.remove(chat, living)

    async def _export(self, before: State) -> None:
        kept = await self.desk.export_person(before.visit.person)
        content = json.dumps(kept, ensure_ascii=False, indent=2, sort_keys=True).encode()
        caption = html(before.words.text("privacy.export_caption"))
        await self.outlet.document(before.visit.chat, EXPORT_NAME, content, caption)


def changes(before: State, after: State) -> dict[str, Answer]:
    """The answers that are new or other than before."""
    return {fact: answer for fact, answer in after.answers.items() if before.answers.get(fact) != answer}
