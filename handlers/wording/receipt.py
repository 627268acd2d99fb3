"""Receipts in words: the card as text with its receipt, why one cannot be read, what a replay found."""

from collections.abc import Iterator

from handlers.receipts.ground import Kept, kept_of
from handlers.receipts.outcome import Outcome
from handlers.receipts.parts import REQUIREMENT
from handlers.receipts.replay import Replayed
from handlers.receipts.token import LONGEST, ReceiptRefused, token_of
from handlers.wording import terms
from handlers.wording.card import card_plain
from handlers.wording.catalogue import Translator
from handlers.wording.numbers import money_range
from handlers.wording.people import shown
from handlers.wording.refusals import engine_refusal
from rules.engine.receipt import ID_LENGTH, rules_digest
from rules.engine.recorded import Recorded
from rules.engine.result import Assessment, Verdict
from rules.engine.situation import Situation
from rules.schemes import ASSESSMENTS, FACTS

MOST_SHOWN = 24


def receipted_card(
    wording: Translator, assessment: Assessment, situation: Situation, recorded: Recorded
) -> str:
    """The card as plain text with the whole receipt below it, from which the answer can be given again."""
    kept = kept_of(assessment, situation, recorded)
    shown = card_plain(wording, assessment, situation, kept.receipt.id)
    return f"{shown}\n\n{wording.text('card.receipt_whole', token=token_of(kept))}"


def receipt_refusal(wording: Translator, refused: ReceiptRefused, given: str) -> str:
    """Why a text cannot be read as a receipt."""
    return wording.text(f"replay.refused.{refused.code}", given=shown(given, MOST_SHOWN), limit=str(LONGEST))


def scheme_gone(wording: Translator, kept: Kept) -> str:
    """That there is no longer a scheme of this name."""
    choices = wording.listed(ASSESSMENTS)
    return wording.text("replay.refused.scheme", given=shown(kept.receipt.scheme), choices=choices)


def replay_text(wording: Translator, replayed: Replayed) -> str:
    """Whether the answer of then still holds; where it does not, what changed, and both answers."""
    return "\n".join(line for line in _lines(wording, replayed) if line)


def _lines(wording: Translator, replayed: Replayed) -> Iterator[str]:
    yield finding(wording, replayed)
    if not replayed.same_rules:
        yield _parts(wording, replayed)
        yield wording.text("replay.gone", count=str(replayed.gone)) if replayed.gone else ""
        yield _dropped(wording, replayed)
    if replayed.same_answer:
        return
    yield wording.text("replay.then", answer=_outcome(wording, replayed, replayed.kept.outcome))
    if replayed.outcome is not None:
        yield wording.text("replay.now", answer=_outcome(wording, replayed, replayed.outcome))
    if replayed.refused is not None:
        yield wording.text("replay.refused_now")
        yield engine_refusal(wording, replayed.refused, replayed.situation).plain


def finding(wording: Translator, replayed: Replayed) -> str:
    """In one line: same rules or others, same answer or another."""
    receipt = replayed.kept.receipt
    if replayed.same_rules:
        return wording.text("replay.same" if replayed.same_answer else "replay.program", id=receipt.id)
    before, after = (digest[:ID_LENGTH] for digest in (receipt.rules, rules_digest(replayed.scheme)))
    key = "replay.rewritten" if replayed.same_answer else "replay.changed"
    return wording.text(key, id=receipt.id, before=before, after=after)


def _parts(wording: Translator, replayed: Replayed) -> str:
    if not replayed.changed:
        return ""
    named = wording.listed(_part(wording, replayed, name) for name in replayed.changed)
    return wording.text("replay.parts", parts=named)


def _part(wording: Translator, replayed: Replayed, name: str) -> str:
    if name.startswith(REQUIREMENT):
        criterion = _criterion(wording, replayed, name.removeprefix(REQUIREMENT))
        return wording.text("replay.part.requirement", name=criterion)
    return wording.text(f"replay.part.{name}")


def _criterion(wording: Translator, replayed: Replayed, requirement_id: str) -> str:
    """A criterion by its name; one that there is no longer by the id that it had."""
    for requirement in replayed.scheme.requirements:
        if requirement.id == requirement_id:
            return terms.requirement(wording, replayed.scheme, requirement, replayed.kept.receipt.on)
    return shown(requirement_id)


def _dropped(wording: Translator, replayed: Replayed) -> str:
    if not replayed.dropped:
        return ""
    facts = (terms.label(wording, FACTS[name]) if name in FACTS else shown(name) for name in replayed.dropped)
    return wording.text("replay.dropped", facts=wording.listed(facts))


def _outcome(wording: Translator, replayed: Replayed, outcome: Outcome) -> str:
    known = outcome.verdict in set(Verdict)
    said = [wording.text(f"verdict.{outcome.verdict}" if known else "replay.no_verdict")]
    if outcome.award is not None:
        said.append(money_range(wording, outcome.award))
    if outcome.failed:
        names = wording.listed(_criterion(wording, replayed, failed) for failed in outcome.failed)
        said.append(wording.text("replay.failed", items=names))
    return wording.text("general.list_separator").join(said)
