"""From an event to a turn, in one explained order, and the conversation that performs it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from handlers.commands import commanded
from handlers.events import Attachment, Command, Edited, Event, Joined, Tap, Text, Visit
from handlers.flow import settled
from handlers.groups import joined
from handlers.memory import Memory
from handlers.outlet import Outlet
from handlers.overview import Assessor
from handlers.ports import Check, Clock, Desk
from handlers.presses import pressed
from handlers.records import NO_RECORDS, Records
from handlers.session import State, Turn
from handlers.stage import Stage
from handlers.strays import attached, edited, written
from handlers.understanding.routing import NO_SEARCH, ClauseSearch
from handlers.wording.catalogue import language_of


def turn_of(state: State, event: Event) -> Turn:
    """What an event leads to. Pure: the same state and event always give the same turn."""
    turn = _turn_of(state, event)
    return replace(turn, state=settled(turn.state))


def _turn_of(state: State, event: Event) -> Turn:
    match event:
        case Tap(data=data):
            return pressed(state, data)
        case Command():
            return commanded(state, event)
        case Text(text=text):
            return written(state, text)
        case Attachment():
            return attached(state)
        case Edited():
            return edited(state)
        case Joined():
            return joined(state)


@dataclass(frozen=True, slots=True)
class Conversation:
    """The bot as people meet it. `language` is for those of whom nothing tells a better one.

    `staff` are the ids of people who may see what was noted; `search` finds clauses for questions.
    """

    desk: Desk
    outlet: Outlet
    clock: Clock
    bot_name: str
    language: str
    records: Records = NO_RECORDS
    memory: Memory = field(default_factory=Memory)
    search: ClauseSearch = NO_SEARCH
    staff: Collection[int] = ()

    async def hear(self, visit: Visit, event: Event) -> None:
        """Answer one event."""
        state = await self.state_of(visit)
        tap = event if isinstance(event, Tap) else None
        await Stage(self.desk, self.outlet).perform(state, turn_of(state, event), tap)

    async def state_of(self, visit: Visit) -> State:
        """All that the answer depends on."""
        chosen = await self.desk.people.language(visit.person)
        check = await self.desk.checks.load(visit.person, visit.chat)
        return State(
            visit=visit,
            language=chosen or self._guess(visit),
            answers=await self.desk.answers.load(visit.person),
            check=check or Check(visit.person, visit.chat),
            assessor=Assessor(self.clock.today(), self.records, self.memory),
            bot_name=self.bot_name,
            language_chosen=chosen is not None,
            talk=await self.desk.talks.load(visit.person, visit.chat),
            search=self.search,
            staff=visit.person in self.staff,
        )

    def _guess(self, visit: Visit) -> str:
        return language_of(visit.language_code) if visit.language_code else self.language
