"""Where propagation of unknown says too little, the split into cells says what all completions say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.engine.amounts import AtMost, Cases, Product, Sum
from rules.engine.facts import choice, flag, money, number
from rules.engine.interval import Interval
from rules.engine.result import Status, Verdict
from rules.engine.tree import Condition, Constant
from tests.rules.made_up import judged, must, scheme
from tests.rules.situations import award_of

x, y = flag("x"), flag("y")
n = number("n", "count")
base = money("base")
kind = choice("kind", "red", "green", "blue")
TENTH_UP_TO_5000 = AtMost(Product(base, Constant(Decimal("0.1"))), Constant(Decimal(5000)))


@pytest.mark.parametrize(
    "always",
    [
        x.yes | ~x.yes,
        ~(x.yes & x.no),
        (x.yes & y.yes) | ~x.yes | ~y.yes,
        (n >= Decimal(5)) | (n < Decimal(5)),
        (n > Decimal(5)) | n.equals(Decimal(5)) | (n < Decimal(5)),
        kind.among("red") | kind.among("green", "blue"),
        (x.yes & (n > Decimal(3))) | x.no | (n <= Decimal(3)),
    ],
)
def test_what_every_completion_meets_is_met_and_asks_nothing(always: Condition) -> None:
    found = judged(scheme((x, y, n, kind), must("always", always)), {})
    assert found.verdict is Verdict.ELIGIBLE
    assert found.missing == ()
    assert [result.status for result in found.requirements] == [Status.MET]


@pytest.mark.parametrize(
    "never",
    [
        x.yes & ~x.yes,
        (n > Decimal(5)) & (n < Decimal(5)),
        kind.among("red") & kind.among("blue"),
        x.yes & (x.no | (y.yes & y.no)),
    ],
)
def test_what_no_completion_meets_fails_and_asks_nothing(never: Condition) -> None:
    found = judged(scheme((x, y, n, kind), must("never", never)), {})
    assert found.verdict is Verdict.INELIGIBLE
    assert found.missing == ()


def test_two_requirements_that_exclude_one_another_fail_although_each_could_be_met() -> None:
    made = scheme((x, n), must("many", n > Decimal(5)), must("few", n < Decimal(5)))
    found = judged(made, {})
    assert found.verdict is Verdict.INELIGIBLE
    assert {result.status for result in found.requirements} == {Status.UNKNOWN}


def test_a_gap_of_one_point_is_found() -> None:
    made = scheme((n,), must("not_five", (n > Decimal(5)) | (n < Decimal(5))))
    assert judged(made, {}).verdict is Verdict.UNDETERMINED
    assert judged(made, {}).missing == ("n",)
    assert judged(made, {"n": Decimal(5)}).verdict is Verdict.INELIGIBLE
    assert judged(made, {"n": Decimal("5.01")}).verdict is Verdict.ELIGIBLE


def test_a_tenth_of_an_unknown_base_capped_at_5000_is_between_nothing_and_5000() -> None:
    found = judged(scheme((base,), award=TENTH_UP_TO_5000), {})
    assert award_of(found) == Interval(Decimal(0), Decimal(5000))
    assert found.missing == ("base",)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (base > Decimal(10_000), Interval(Decimal(1000), Decimal(5000), low_open=True)),
        (base >= Decimal(10_000), Interval(Decimal(1000), Decimal(5000))),
        (base < Decimal(20_000), Interval(Decimal(0), Decimal(2000), high_open=True)),
        (base <= Decimal(20_000), Interval(Decimal(0), Decimal(2000))),
    ],
)
def test_the_award_supposes_that_open_requirements_turn_out_met(
    condition: Condition, expected: Interval
) -> None:
    assert award_of(judged(scheme((base,), must("size", condition), award=TENTH_UP_TO_5000), {})) == expected


def test_an_award_that_is_sure_to_reach_its_cap_is_known_without_the_base() -> None:
    made = scheme((base,), must("large", base >= Decimal(50_000)), award=TENTH_UP_TO_5000)
    found = judged(made, {})
    value = award_of(found)
    assert value == Decimal(5000) or value == Interval(Decimal(5000), Decimal(5000))
    assert found.missing == ("base",)


def test_a_branch_that_the_requirements_exclude_does_not_widen_the_award() -> None:
    amount = Cases(
        ((kind.among("red"), Constant(Decimal(900))), (kind.among("green"), Constant(Decimal(500)))),
        Constant(Decimal(100)),
    )
    made = scheme((kind,), must("not_red", ~kind.among("red")), award=amount)
    assert award_of(judged(made, {})) == Interval(Decimal(100), Decimal(500))


def test_a_fact_that_both_branches_pay_alike_is_not_asked() -> None:
    amount = Cases(((x.yes, Constant(Decimal(500))),), Constant(Decimal(500)))
    found = judged(scheme((x,), award=amount), {})
    assert award_of(found) in {Decimal(500), Interval(Decimal(500), Decimal(500))}
    assert found.missing == ()


def test_a_share_that_only_matters_below_the_cap_is_still_asked_while_the_base_is_not_known() -> None:
    share = Cases(
        ((x.yes, Product(base, Constant(Decimal("0.5")))),), Product(base, Constant(Decimal("0.2")))
    )
    made = scheme((x, base), award=AtMost(share, Constant(Decimal(5000))))
    assert judged(made, {}).missing == ("x", "base")
    assert judged(made, {"base": Decimal(20_000)}).missing == ("x",)
    assert judged(made, {"base": Decimal(25_000)}).missing == ()
    assert award_of(judged(made, {"base": Decimal(20_000)})) == Interval(Decimal(4000), Decimal(5000))


def test_an_amount_that_no_base_changes_does_not_hide_what_the_base_decides() -> None:
    nothing = Product(base, Constant(Decimal(0)))
    made = scheme((x, base), must("both", x.no & (base > Decimal(1))), award=nothing)
    assert judged(made, {}).missing == ("x", "base")


def test_amounts_that_depend_on_the_same_fact_are_added_for_the_same_value() -> None:
    first = Cases(((x.yes, Constant(Decimal(300))),), Constant(Decimal(100)))
    second = Cases(((x.yes, Constant(Decimal(100))),), Constant(Decimal(300)))
    found = judged(scheme((x,), award=Sum((first, second))), {})
    assert award_of(found) in {Decimal(400), Interval(Decimal(400), Decimal(400))}
    assert found.missing == ()


invested, total = money("invested"), money("total")
HALF = Product(total, Constant(Decimal("0.5")))
OVER_HALF = scheme(
    (invested, total), must("over_half", invested > HALF), must("floor", total >= Decimal(5_000_000))
)


@pytest.mark.parametrize(
    ("have", "of", "verdict"),
    [
        ("4999999.99", "10000000", Verdict.INELIGIBLE),
        ("5000000", "10000000", Verdict.INELIGIBLE),
        ("5000000.01", "10000000", Verdict.ELIGIBLE),
    ],
)
def test_a_fact_compares_with_half_of_another(have: str, of: str, verdict: Verdict) -> None:
    assert judged(OVER_HALF, {"invested": Decimal(have), "total": Decimal(of)}).verdict is verdict


def test_a_known_side_gives_the_other_its_threshold() -> None:
    assert judged(OVER_HALF, {"invested": Decimal(2_500_000)}).verdict is Verdict.INELIGIBLE
    barely = judged(OVER_HALF, {"invested": Decimal("2500000.01")})
    assert barely.verdict is Verdict.UNDETERMINED
    assert barely.missing == ("total",)
    assert judged(OVER_HALF, {"total": Decimal(10_000_000)}).missing == ("invested",)


@given(st.data())
def test_with_both_sides_unknown_no_completion_falls_outside(data: st.DataObject) -> None:
    amounts = st.sampled_from(
        [Decimal(text) for text in ("0", "1", "2500000", "2500000.01", "5000000", "90000000")]
    )
    complete = {"invested": data.draw(amounts), "total": data.draw(amounts)}
    whole = judged(OVER_HALF, complete)
    for hidden in (("invested",), ("total",), ("invested", "total")):
        partial = judged(OVER_HALF, {name: value for name, value in complete.items() if name not in hidden})
        assert partial.verdict in {Verdict.UNDETERMINED, whole.verdict}
        if partial.verdict is Verdict.UNDETERMINED:
            assert set(partial.missing) <= set(hidden)
    assert judged(OVER_HALF, {}).missing == ("invested", "total")
