"""What the operator has recorded, for a command; a file with faults is refused before any answer."""

from importlib import import_module
from pathlib import Path

from bot.commands.common import refused
from bot.operator.faults import OperatorRefused, lines_of
from bot.operator.place import is_there, operator_path
from handlers.records import NO_RECORDS, Records
from handlers.wording.catalogue import Translator


def records_for(words: Translator, home: Path | None = None) -> Records:
    """The records of the operator's file, or none where there is no file. Refuses with one line a fault."""
    try:
        return recorded_in(operator_path(home))
    except OperatorRefused as error:
        raise refused("\n".join(lines_of(error, words))) from None


def recorded_in(path: Path) -> Records:
    """The records of this file, or none where it is not there. Raises `OperatorRefused`."""
    if not is_there(path):
        return NO_RECORDS
    # pydantic takes longer to import than most commands to answer, and most installations have no file.
    reading = import_module("bot.operator.reading")
    records: Records = reading.read_operator_file(path).records
    return records
