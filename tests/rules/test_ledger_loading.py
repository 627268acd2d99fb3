"""The ledgers come with the packages, found by scheme id."""

import pytest

from handlers.ledgers import excerpts, ledger_of
from rules.schemes import SCHEMES


@pytest.mark.parametrize("scheme_id", SCHEMES)
def test_every_scheme_has_a_ledger(scheme_id: str) -> None:
    assert ledger_of(scheme_id).articles


def test_a_ledger_is_read_once() -> None:
    assert ledger_of("hlj-compute-purchase") is ledger_of("hlj-compute-purchase")
    assert excerpts() is excerpts()


def test_a_further_assessment_of_an_instrument_has_the_ledger_of_the_instrument() -> None:
    assert ledger_of("hlj-compute-purchase/payment") is ledger_of("hlj-compute-purchase")


@pytest.mark.parametrize("scheme_id", ["", "nothing", "../schemes", "hlj_compute_purchase", "/etc"])
def test_an_id_without_a_ledger_is_refused(scheme_id: str) -> None:
    with pytest.raises(KeyError):
        ledger_of(scheme_id)
