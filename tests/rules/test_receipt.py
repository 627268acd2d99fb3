"""The receipt names the ground of an answer: the same ground the same id, any other ground another."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rules.engine.receipt import receipt_for, rules_digest
from rules.engine.recorded import Recorded
from rules.engine.situation import UNKNOWN, Source, known
from rules.schemes import ASSESSMENTS, SCHEMES

ON = date(2026, 11, 22)
SCHEME = SCHEMES["hlj-compute-purchase"]
FACTS = {"compute_spend": known(Decimal(800000)), "tax_problem": UNKNOWN}


def test_the_same_ground_gives_the_same_id_in_whatever_order_the_facts_came() -> None:
    turned = dict(reversed(FACTS.items()))
    assert receipt_for(SCHEME, FACTS, ON).id == receipt_for(SCHEME, turned, ON).id


def test_a_fact_that_the_scheme_does_not_read_leaves_the_id_alone() -> None:
    more = FACTS | {"pue": known(Decimal("1.2"))}
    assert receipt_for(SCHEME, more, ON).id == receipt_for(SCHEME, FACTS, ON).id


@pytest.mark.parametrize(
    "other",
    [
        receipt_for(SCHEME, FACTS, date(2026, 11, 23)),
        receipt_for(SCHEME, FACTS | {"compute_spend": known(Decimal(800001))}, ON),
        receipt_for(SCHEME, FACTS | {"compute_spend": known(Decimal(800000), Source.READ)}, ON),
        receipt_for(SCHEME, FACTS | {"vendor_listed": known(True)}, ON),
        receipt_for(SCHEME, FACTS, ON, Recorded(days={"longjiang60": date(2023, 5, 1)})),
        receipt_for(SCHEMES["hlj-computing-centre"], FACTS, ON),
    ],
)
def test_another_ground_gives_another_id(other: object) -> None:
    assert getattr(other, "id") != receipt_for(SCHEME, FACTS, ON).id  # noqa: B009


def test_a_changed_figure_changes_the_digest_of_the_rules() -> None:
    fewer = replace(SCHEME, requirements=SCHEME.requirements[1:])
    assert rules_digest(fewer) != rules_digest(SCHEME)


def test_every_assessment_has_a_digest_of_its_own() -> None:
    assert len({rules_digest(scheme) for scheme in ASSESSMENTS.values()}) == len(ASSESSMENTS)


def test_the_digest_does_not_depend_on_the_process() -> None:
    """Sets of text have another order in each process."""
    code = (
        "from rules.engine.receipt import rules_digest; from rules.schemes import SCHEMES; "
        f"print(rules_digest(SCHEMES['{SCHEME.id}']))"
    )
    root = Path(__file__).parents[2]
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert seen == {rules_digest(SCHEME)}
