"""What staff see of questions that were not understood and of answers that were no use."""

from datetime import date, timedelta

from handlers.groups import private_only
from handlers.ports import Noted
from handlers.screens import Screen, screen
from handlers.session import State, Turn
from handlers.wording.catalogue import Translator
from handlers.wording.html import bold, lines
from handlers.wording.numbers import day
from handlers.wording.people import shown

FEEDBACK = "feedback"
DAYS = 30
MOST = 20
_LONGEST = 200


def feedback_asked(state: State, _: str = "") -> Turn:
    """The notes for staff, in private; for others, how they can tell what they think."""
    if not state.staff:
        return Turn(state, quiet=True, messages=(screen(state.words.text("feedback.not_staff")),))
    return private_only(state, FEEDBACK) if state.visit.group else Turn(state.on_screen(FEEDBACK))


def feedback_screen(state: State) -> Screen:
    """How often each kind was noted, and the latest texts, newest first."""
    words = state.words
    if not state.staff:
        return screen(words.text("feedback.not_staff"))
    counts = words.text(
        "feedback.counts",
        days=str(DAYS),
        useful=str(state.counts.get("useful", 0)),
        useless=str(state.counts.get("useless", 0)),
        unclear=str(state.counts.get("unclear", 0)),
    )
    entries = [_entry(words, noted) for noted in state.noted]
    listed = lines(*entries) if entries else words.text("feedback.none")
    return screen(lines(bold(words.text("feedback.title")), counts), listed, words.text("feedback.private"))


def first_day(today: date) -> date:
    """The first day that the counts are of."""
    return today - timedelta(days=DAYS - 1)


def _entry(words: Translator, noted: Noted) -> str:
    kind = noted.note.kind
    return words.text(
        "feedback.entry",
        date=day(words, noted.day),
        kind=words.text(f"feedback.kind.{kind}") if words.has(f"feedback.kind.{kind}") else shown(kind),
        n=str(noted.count),
        text=shown(noted.note.text, _LONGEST),
    )
