"""`shenbao replay`: the answer that a receipt stands for, given again, or what has changed since."""

import sys
from decimal import Decimal
from typing import Any

from rich.text import Text

from bot.commands.common import console, print_document, refused
from handlers.contract import assessment_document, plain
from handlers.receipts.outcome import Outcome
from handlers.receipts.replay import Replayed, replay
from handlers.receipts.token import LONGEST, ReceiptRefused, read_token
from handlers.wording.catalogue import Translator
from handlers.wording.receipt import receipt_refusal, receipted_card, replay_text, scheme_gone
from handlers.wording.refusals import engine_refusal
from rules.engine.receipt import rules_digest
from rules.schemes import ASSESSMENTS


def replay_receipt(given: str, words: Translator, *, as_json: bool) -> None:
    """Print the answer of a receipt.

    As JSON it is the document of `shenbao assess`, byte for byte, as long as rules and answer are the same;
    else a document with both answers and what changed between them.
    """
    replayed = _replayed(_given(given, words), words)
    if as_json:
        print_document(_document(replayed, words))
        return
    parts = [replay_text(words, replayed)]
    if replayed.now is not None:
        recorded = replayed.kept.receipt.recorded
        parts.append(receipted_card(words, replayed.now, replayed.situation, recorded))
    console().print(Text("\n\n────────\n\n".join(parts)))


def _given(given: str, words: Translator) -> str:
    """The receipt, or standard input for "-"; one character more than allowed is read, to notice it."""
    if given != "-":
        return given
    try:
        return sys.stdin.read(2 * LONGEST + 1)
    except UnicodeDecodeError:
        raise refused(words.text("cli.facts_not_text", path="-")) from None


def _replayed(given: str, words: Translator) -> Replayed:
    try:
        kept = read_token(given)
    except ReceiptRefused as error:
        raise refused(receipt_refusal(words, error, given)) from None
    if kept.receipt.scheme not in ASSESSMENTS:
        raise refused(scheme_gone(words, kept))
    return replay(kept)


def _document(replayed: Replayed, words: Translator) -> dict[str, Any]:
    now = assessment_document(replayed.now, words) if replayed.now else None
    if replayed.same_rules and replayed.same_answer and now is not None:
        return now
    receipt, why = replayed.kept.receipt, None
    if replayed.refused is not None:
        why = engine_refusal(words, replayed.refused, replayed.situation).plain
    return {
        "receipt": receipt.id,
        "scheme": receipt.scheme,
        "on": receipt.on.isoformat(),
        "rules": {"then": receipt.rules, "now": rules_digest(replayed.scheme)},
        "changed": list(replayed.changed),
        "gone": replayed.gone,
        "same_answer": replayed.same_answer,
        "then": _outcome(replayed.kept.outcome),
        "now": now,
        "refused": why,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    ends = (outcome.award.low, outcome.award.high) if outcome.award else (None, None)
    low, high = (None if end is None else plain(Decimal(end)) for end in ends)
    return {"verdict": outcome.verdict, "low": low, "high": high, "failed": list(outcome.failed)}
