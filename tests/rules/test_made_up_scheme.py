"""In principle, readings of ambiguous text, conditional requirements, dated figures, constraints."""

from datetime import date
from decimal import Decimal

import pytest

from rules.engine.amounts import AtMost, Cases, Product, Reading, Readings
from rules.engine.facts import NOT_APPLICABLE, Fact, Kind, choice, day, flag, money
from rules.engine.figures import Figure
from rules.engine.interval import Interval
from rules.engine.refusals import Contradiction
from rules.engine.result import Assessment, Status, Verdict
from rules.engine.scheme import Constraint
from rules.engine.situation import INAPPLICABLE
from rules.engine.tree import Constant
from tests.rules.made_up import PLACE, in_principle, judged, must, scheme
from tests.rules.situations import award_of

fits, usual, custom = flag("fits"), flag("usual"), flag("custom")
base = money("base")
TENTH = Product(base, Constant(Decimal("0.1")))
LENIENT = scheme(
    (fits, usual, custom, base),
    must("fits", fits.yes),
    in_principle("usual", usual.yes),
    in_principle("custom", custom.yes),
    award=TENTH,
)


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ({"fits": True, "usual": True, "custom": True}, Verdict.ELIGIBLE),
        ({"fits": True, "usual": False, "custom": True}, Verdict.DOUBTFUL),
        ({"fits": False, "usual": False, "custom": True}, Verdict.INELIGIBLE),
        ({"fits": False}, Verdict.INELIGIBLE),
        ({"fits": True, "usual": False}, Verdict.DOUBTFUL),
        ({"usual": False, "custom": True}, Verdict.UNDETERMINED),
        ({"fits": True, "usual": True}, Verdict.UNDETERMINED),
    ],
)
def test_failing_in_principle_is_for_the_authority_to_decide_and_never_a_flat_no(
    known: dict[str, object], verdict: Verdict
) -> None:
    assert judged(LENIENT, known).verdict is verdict


def test_the_award_is_stated_as_though_the_authority_lets_it_pass() -> None:
    doubtful = judged(LENIENT, {"fits": True, "usual": False, "custom": True, "base": Decimal(1000)})
    assert award_of(doubtful) == Decimal(100)


def test_where_one_doubt_is_certain_a_second_changes_nothing_and_is_not_asked() -> None:
    assert judged(LENIENT, {"fits": True, "usual": False, "base": Decimal(1000)}).missing == ()
    assert judged(LENIENT, {"usual": False, "base": Decimal(1000)}).missing == ("fits",)
    assert judged(LENIENT, {"usual": True, "base": Decimal(1000)}).missing == ("fits", "custom")


def test_a_doubt_that_only_the_lost_escape_is_certain_for_the_others() -> None:
    colour = choice("colour", "red", "green")
    made = scheme(
        (usual, colour),
        in_principle("usual", usual.yes),
        must("red", colour.among("red")),
        in_principle("green", colour.among("green")),
    )
    assert judged(made, {}).missing == ("colour",)
    assert judged(made, {"colour": "red"}).verdict is Verdict.DOUBTFUL


def test_a_must_and_a_doubt_on_the_same_fact_are_told_apart_by_its_thresholds() -> None:
    made = scheme((base,), must("some", base >= Decimal(10)), in_principle("much", base >= Decimal(100)))
    expected = {
        "9.99": Verdict.INELIGIBLE,
        "10": Verdict.DOUBTFUL,
        "99.99": Verdict.DOUBTFUL,
        "100": Verdict.ELIGIBLE,
    }
    assert {text: judged(made, {"base": Decimal(text)}).verdict for text in expected} == expected
    assert judged(made, {}).verdict is Verdict.UNDETERMINED


grade = choice("grade", "two", "three")
rewarded = flag("rewarded")
FULL, DIFFERENCE = Constant(Decimal(500)), Constant(Decimal(200))
RISE = Readings((Reading("full", FULL, PLACE), Reading("difference", DIFFERENCE, PLACE)))
PROGRESSIVE = scheme(
    (grade, rewarded),
    award=Cases(
        ((grade.among("three") & rewarded.yes, RISE), (grade.among("three"), FULL)), Constant(Decimal(300))
    ),
)


def readings_of(found: Assessment) -> dict[str, object]:
    assert found.award is not None
    return {reading.id: reading.value for reading in found.award.readings}


def test_an_ambiguous_passage_gives_the_range_of_its_readings_and_names_each() -> None:
    found = judged(PROGRESSIVE, {"grade": "three", "rewarded": True})
    assert award_of(found) == Interval(Decimal(200), Decimal(500))
    assert readings_of(found) == {"full": Decimal(500), "difference": Decimal(200)}
    assert found.missing == ()


def test_a_case_that_does_not_meet_the_ambiguous_passage_has_no_readings() -> None:
    found = judged(PROGRESSIVE, {"grade": "three", "rewarded": False})
    assert award_of(found) == Decimal(500)
    assert readings_of(found) == {}


def test_readings_count_among_what_is_still_possible() -> None:
    assert award_of(judged(PROGRESSIVE, {})) == Interval(Decimal(200), Decimal(500))
    assert award_of(judged(PROGRESSIVE, {"grade": "two"})) == Decimal(300)
    assert judged(PROGRESSIVE, {"grade": "two"}).missing == ()
    assert judged(PROGRESSIVE, {"grade": "three"}).missing == ("rewarded",)


def test_a_requirement_that_does_not_apply_neither_fails_nor_asks() -> None:
    made = scheme((custom, usual), must("usual_if_custom", usual.yes, applies=custom.yes))
    idle = judged(made, {"custom": False})
    assert (idle.verdict, idle.missing) == (Verdict.ELIGIBLE, ())
    assert idle.requirements[0].status is Status.NOT_APPLICABLE
    assert judged(made, {"custom": False, "usual": INAPPLICABLE}).verdict is Verdict.ELIGIBLE
    assert judged(made, {"custom": True, "usual": False}).verdict is Verdict.INELIGIBLE
    assert judged(made, {"custom": True}).missing == ("usual",)
    assert judged(made, {}).missing == ("custom", "usual")
    assert judged(made, {"usual": True}).verdict is Verdict.ELIGIBLE
    assert judged(made, {"usual": True}).missing == ()


LIMIT = Figure("limit", "yuan", PLACE, ((date(2024, 1, 1), Decimal(100)), (date(2026, 7, 1), Decimal(80))))


@pytest.mark.parametrize(
    ("on", "paid"),
    [
        (date(2023, 12, 31), 100),
        (date(2024, 1, 1), 100),
        (date(2026, 6, 30), 100),
        (date(2026, 7, 1), 80),
        (date(2030, 1, 1), 80),
    ],
)
def test_a_figure_has_the_value_of_its_day(on: date, paid: int) -> None:
    made = scheme((base,), must("below", base <= LIMIT), award=AtMost(base, LIMIT))
    assert award_of(judged(made, {}, on)) == Interval(Decimal(0), Decimal(paid))
    at_limit = judged(made, {"base": Decimal(paid)}, on)
    assert (at_limit.verdict, award_of(at_limit)) == (Verdict.ELIGIBLE, Decimal(paid))
    assert judged(made, {"base": paid + Decimal("0.01")}, on).verdict is Verdict.INELIGIBLE


penalty = day("penalty", inapplicable=True)
BARRED = scheme((penalty,), must("not_barred", penalty.never_applied | (penalty < date(2023, 11, 22))))


def test_n_a_can_be_a_value_of_its_own() -> None:
    assert judged(BARRED, {"penalty": INAPPLICABLE}).verdict is Verdict.ELIGIBLE
    assert judged(BARRED, {"penalty": date(2023, 11, 21)}).verdict is Verdict.ELIGIBLE
    assert judged(BARRED, {"penalty": date(2023, 11, 22)}).verdict is Verdict.INELIGIBLE
    assert judged(BARRED, {}).verdict is Verdict.UNDETERMINED
    assert judged(BARRED, {}).missing == ("penalty",)
    assert repr(NOT_APPLICABLE) == "NOT_APPLICABLE"


chain = (
    Constraint("fits_means_usual", fits.no | usual.yes),
    Constraint("usual_means_custom", usual.no | custom.yes),
)
CHAINED = scheme((fits, usual, custom), must("usual", usual.yes), constraints=chain)


def test_constraints_that_no_completion_can_keep_are_a_contradiction_and_no_verdict() -> None:
    with pytest.raises(Contradiction):
        judged(CHAINED, {"fits": True, "custom": False})


def test_constraints_pass_on_what_follows_from_them() -> None:
    assert judged(CHAINED, {"fits": True}).verdict is Verdict.ELIGIBLE
    assert judged(CHAINED, {"custom": False}).verdict is Verdict.INELIGIBLE
    assert judged(CHAINED, {"custom": False}).missing == ()


count = Fact("count", Kind.INTEGER, minimum=Decimal(0), maximum=Decimal(3))
held = Fact("held", Kind.SET, choices=("a", "b", "c"))


def test_a_bounded_count_and_a_set_are_tried_value_by_value() -> None:
    made = scheme(
        (count, held),
        must("enough", (count >= Decimal(2)) | held.has("a")),
        award=Product(count, Constant(Decimal(10))),
    )
    assert award_of(judged(made, {"held": frozenset({"b"})})) == Interval(Decimal(20), Decimal(30))
    assert award_of(judged(made, {"held": frozenset({"a", "c"})})) == Interval(Decimal(0), Decimal(30))
    assert judged(made, {"count": Decimal(1), "held": frozenset()}).verdict is Verdict.INELIGIBLE
    assert judged(made, {"count": Decimal(2)}).missing == ()
