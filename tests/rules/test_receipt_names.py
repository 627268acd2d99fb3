"""Receipts are kept for years: the same ground has the same name in every release."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from rules.engine.citation import cite
from rules.engine.facts import flag, money
from rules.engine.receipt import Receipt, receipt_for, rules_digest
from rules.engine.recorded import NOTHING_RECORDED, Recorded
from rules.engine.scheme import Scheme
from rules.engine.situation import Source, known
from tests.rules.made_up import ON, must, scheme

x, y, have = flag("x"), flag("y"), money("have")

RECORDED = Recorded({"day": date(2023, 5, 1)}, {"end": date(2027, 1, 1)}, {"share": Decimal("0.10")})
ANSWERS = {"y": known(True, Source.READ, "是"), "have": known(Decimal(800_000)), "elsewhere": known(True)}


def ground() -> tuple[Scheme, Receipt]:
    made = scheme((x, y, have), must("criterion", x.yes | (have >= 300_000)), award=have)
    return made, receipt_for(made, ANSWERS, ON, RECORDED)


def test_a_receipt_holds_the_ground_of_the_answer() -> None:
    made, receipt = ground()
    assert receipt.scheme == "made-up"
    assert receipt.rules == rules_digest(made)
    assert receipt.on == ON
    assert receipt.facts == (("have", ANSWERS["have"]), ("y", ANSWERS["y"]))
    assert receipt.recorded == RECORDED
    assert receipt_for(made, {}, ON).recorded == NOTHING_RECORDED
    assert receipt_for(made, {}, ON).facts == ()


def test_a_receipt_and_its_rules_keep_their_names_from_release_to_release() -> None:
    made, receipt = ground()
    assert (receipt.id, rules_digest(made)[:12]) == ("4aab04b29adc", "56f98bc1f8d1")


def test_another_recorded_number_or_another_article_is_another_ground() -> None:
    made, receipt = ground()
    other = replace(RECORDED, numbers={"share": Decimal("0.11")})
    assert receipt_for(made, ANSWERS, ON, other).id != receipt.id
    later = replace(RECORDED, days={"day": date(2023, 5, 2)})
    assert receipt_for(made, ANSWERS, ON, later).id != receipt.id
    moved = replace(made, requirements=(replace(made.requirements[0], citation=cite("一", "二")),))
    assert receipt_for(moved, ANSWERS, ON, RECORDED).id != receipt.id
