"""One turn of a conversation as plain values: the state before, and what is to happen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from handlers.events import Visit
from handlers.official.texts import OfficialText
from handlers.overview import Assessor, Plan
from handlers.ports import Check, Note, Noted
from handlers.screens import Screen
from handlers.understanding.routing import NO_SEARCH, ClauseSearch
from handlers.wording.catalogue import Translator, wording_for
from handlers.wording.html import Html
from rules.engine.refusals import Contradiction
from rules.engine.result import Assessment
from rules.engine.situation import Answer


@dataclass(frozen=True, slots=True)
class State:
    """All that an answer depends on: who speaks where and when, what is kept, what is on the screen.

    `language_chosen` says that the person has chosen the language. `talk` is what the last question came to
    (`handlers.talking.kept`), `search` finds clauses for the next. Fetched when a screen is drawn that shows
    them: `official`, the official text of an instrument, and for `staff` what was `noted`, with `counts`.
    """

    visit: Visit
    language: str
    answers: Mapping[str, Answer]
    check: Check
    assessor: Assessor
    bot_name: str = ""
    official: OfficialText | None = None
    language_chosen: bool = False
    talk: str = ""
    search: ClauseSearch = NO_SEARCH
    staff: bool = False
    noted: Sequence[Noted] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day for which the rules are read."""
        return self.assessor.on

    @property
    def words(self) -> Translator:
        """The texts in the person's language."""
        return wording_for(self.language)

    def overview(self, target: str) -> tuple[Assessment, ...]:
        """What is known of a target. Raises the engine's `Refusal` where answers cannot be true together."""
        return self.assessor.overview(target, self.answers)

    def plan(self, target: str) -> Plan:
        """What a target asks next. Raises the engine's `Refusal` where answers cannot be true together."""
        return self.assessor.plan(target, self.answers)

    def contradiction(self, *targets: str) -> Contradiction | None:
        """Answers that cannot be true together, in the view of the first of the targets that finds any."""
        return self.assessor.contradiction(targets, self.answers)

    def on_screen(self, view: str, *, fact: str = "", pending: str = "") -> "State":
        """The same with another screen."""
        return replace(self, check=replace(self.check, view=view, fact=fact, pending=pending))

    def checking(self, target: str, *, trail: tuple[str, ...] = ()) -> "State":
        """The same with another scheme being checked."""
        return replace(self, check=replace(self.check, target=target, trail=trail))

    def answering(self, answers: Mapping[str, Answer]) -> "State":
        """The same with these answers added."""
        return replace(self, answers={**self.answers, **answers})

    def without(self, *facts: str) -> "State":
        """The same without the answers to these facts."""
        kept = {fact: answer for fact, answer in self.answers.items() if fact not in facts}
        return replace(self, answers=kept)


@dataclass(frozen=True, slots=True)
class Turn:
    """What is to happen: the state that holds from now on, and what the person sees.

    The screen of the state becomes the living message unless `quiet`; `below` puts it under what was said
    last. `notice` stands above it. `record` is what remains of the former living message once a new one
    stands below. `messages` are sent besides, on their own; `notes` are for staff. `toast` answers a pressed
    button, as a pop-up where `alert`.
    """

    state: State
    quiet: bool = False
    below: bool = False
    notice: Html = Html()
    record: Html = Html()
    messages: tuple[Screen, ...] = ()
    notes: tuple[Note, ...] = ()
    toast: str = ""
    alert: bool = False
    export: bool = False
    erase: bool = False
    end: bool = False
