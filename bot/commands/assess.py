"""`shenbao assess`: the same rules and the same words as in the chat, for one scheme or for all."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.text import Text

from bot.commands.common import console, print_document, refused, refused_intake
from bot.commands.recorded import records_for
from handlers.contract import assessment_document
from handlers.intake import MOST_CHARACTERS, IntakeRefused, collect, read_document
from handlers.understanding.facts_file import BadFactValue
from handlers.wording.catalogue import Translator
from handlers.wording.html import Html, html
from handlers.wording.people import shown
from handlers.wording.receipt import receipted_card
from handlers.wording.refusals import engine_refusal, field, refusal
from rules.engine.assess import assess
from rules.engine.refusals import Refusal
from rules.engine.scheme import Scheme
from rules.engine.situation import Situation
from rules.schemes import ASSESSMENTS, SCHEMES

ALL = "all"


def assess_scheme(
    target: str, facts_file: str | None, pairs: Sequence[str], on: date, words: Translator, *, as_json: bool
) -> None:
    """Print the assessment of one scheme, or of all of them."""
    schemes = _schemes(target, words)
    recorded = records_for(words).recorded
    situation = _situation(facts_file, pairs, words)
    try:
        assessments = [assess(scheme, situation, on, recorded) for scheme in schemes]
    except Refusal as error:
        raise refused(engine_refusal(words, error, situation)) from None
    if as_json:
        documents = [assessment_document(assessment, words) for assessment in assessments]
        print_document(documents if target == ALL else documents[0])
        return
    texts = (receipted_card(words, assessment, situation, recorded) for assessment in assessments)
    console().print(Text("\n\n────────\n\n".join(texts)))


def _schemes(target: str, words: Translator) -> list[Scheme]:
    if target == ALL:
        return list(SCHEMES.values())
    scheme = ASSESSMENTS.get(target)
    if scheme is None:
        choices = words.text("general.separator").join([*ASSESSMENTS, ALL])
        raise refused(words.text("refusal.unknown_scheme", given=shown(target), choices=choices))
    return [scheme]


def _situation(facts_file: str | None, pairs: Sequence[str], words: Translator) -> Situation:
    try:
        document = read_document(_text(facts_file, words)) if facts_file is not None else {}
        return collect(document, pairs)
    except BadFactValue as error:
        raise refused(_bad_value(error, words)) from None
    except IntakeRefused as error:
        raise refused_intake(error, words) from None


def _bad_value(error: BadFactValue, words: Translator) -> Html:
    """The field by its id as well: whoever writes a file looks for that."""
    why = refusal(words, error.problem, error.fact, error.given, **error.parameters)
    return html(words.text("cli.field", field=field(words, error.fact)), why)


def _text(path: str, words: Translator) -> str:
    """The facts file, or standard input for "-"; one character more than allowed is read, to notice it."""
    try:
        if path == "-":
            return sys.stdin.read(MOST_CHARACTERS + 1)
        with Path(path).open(encoding="utf-8") as file:
            return file.read(MOST_CHARACTERS + 1)
    except UnicodeDecodeError:
        raise refused(words.text("cli.facts_not_text", path=shown(path))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refused(words.text("cli.facts_not_read", path=shown(path), reason=shown(reason))) from None
