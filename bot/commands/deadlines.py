"""`shenbao deadlines`: what an event makes due, counted by the law of the scheme."""

from collections.abc import Sequence

from rich.text import Text

from bot.commands.common import console, print_document, refused_intake
from bot.commands.recorded import records_for
from handlers.deadlines import deadline_document, stated_deadlines
from handlers.intake import IntakeRefused
from handlers.wording.catalogue import Translator


def list_deadlines(scheme: str, events: Sequence[str], words: Translator, *, as_json: bool) -> None:
    """Print what the events make due, the earliest first."""
    records = records_for(words)
    try:
        found = stated_deadlines(scheme, events, calendars=records.calendars, convention=records.convention)
    except IntakeRefused as error:
        raise refused_intake(error, words) from None
    documents = [deadline_document(deadline, words) for deadline in found]
    if as_json:
        print_document(documents)
        return
    for document in documents:
        console().print(Text(document["text"]))
