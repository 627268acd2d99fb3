"""Findings of the pilot zone, scores of a facility: against plain Python, and while much is open."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from rules.engine.interval import Interval
from rules.engine.result import Assessment
from rules.engine.situation import INAPPLICABLE, UNKNOWN
from tests.rules.instruments import applicant, told

Facts = dict[str, object]
PAYMENT, MIDTERM, CHANGE = (f"zj-future-industry/{part}" for part in ("payment", "midterm", "change"))
FACILITY = "hlj-science-facility"


def _figures(*texts: str) -> st.SearchStrategy[Decimal]:
    return st.sampled_from([Decimal(text) for text in texts])


def _figure(facts: Facts, name: str) -> Decimal:
    value = facts[name]
    assert isinstance(value, Decimal)
    return value


def _share(whole: str, part: str) -> st.SearchStrategy[Decimal]:
    """A figure around a share of another."""
    exact = Decimal(whole) * Decimal(part)
    return st.sampled_from([exact - Decimal("0.01"), exact, exact + Decimal("0.01")])


BOOLS = st.booleans()
PAYMENTS = st.fixed_dictionaries(
    {
        "midterm_passed": BOOLS,
        "plan_clear": BOOLS,
        "construction_started": BOOLS,
        "project_investment": _figures("9000000", "10000000"),
        "invested_amount": _figures(
            "0",
            "4500000",
            "4500000.01",
            "5000000",
            "5000000.01",
            "6000000",
            "6000000.01",
            "6666666.66",
            "6666666.67",
        ),
        "year_funds": _figures("0", "0.03", "3000000"),
        "added_funds": _figures("0", "0.01", "1000000"),
    }
)
MIDTERMS = st.fixed_dictionaries(
    {
        "progress": st.sampled_from(["all_on_plan", "on_plan_overall", "lagging", "seriously_lagging"]),
        "funds_timely": BOOLS,
        "prepaid_share": _figures("0", "0.5999", "0.6", "0.7999", "0.8", "1.2"),
        "package_planned": _figures("100"),
        "package_actual": st.one_of(*(_share("100", part) for part in ("0.2", "0.4", "0.5"))),
        "projects_total": _figures("1", "12", "13"),
        "projects_below_20pct": _figures("0", "1", "4", "5", "6", "7"),
        "fraud": BOOLS,
    }
).filter(lambda facts: facts["projects_below_20pct"] <= facts["projects_total"])
KINDS = (
    "entity_nominal", "entity_substantive", "site_within_county", "site_outside_county", "investment_cut",
    "projects_reduced", "projects_added", "period_or_plan", "n/a",
)  # fmt: skip
CHANGES = st.fixed_dictionaries(
    {
        "change_kind": st.sampled_from(KINDS),
        "affects_task": BOOLS,
        "investment_cut_share": _figures("0", "0.2", "0.2001", "1"),
        "package_cut_share": _figures("0", "0.2", "0.2001", "1"),
        "project_kind": st.sampled_from(["platform", "commercialisation", "demonstration"]),
        "project_investment": _figures("0", "1999999.99", "2000000", "4999999.99", "5000000"),
    }
)
SCORES = st.fixed_dictionaries(
    {
        name: _figures("0", "0.5", "9.99", "10", "10.01", "39.99", "40", "40.01", "200")
        for name in ("score_rd", "score_output", "score_service", "score_talent")
    }
)


def asked(name: str, facts: Facts) -> Assessment:
    return told(name, {fact: INAPPLICABLE if value == "n/a" else value for fact, value in facts.items()})


def _hidden(data: st.DataObject, facts: Facts) -> Facts:
    names = data.draw(st.sets(st.sampled_from(sorted(facts))))
    return {name: value for name, value in facts.items() if name not in names}


def _fen(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def paid_in_advance(facts: Facts) -> tuple[Decimal, Decimal]:
    """第十七条 read once more: the least share of the year's money, and of what was added."""
    invested, planned = _figure(facts, "invested_amount"), _figure(facts, "project_investment")
    shares = [Decimal(0)]
    if facts["plan_clear"] and facts["construction_started"]:
        shares.append(Decimal("0.6"))
    if invested + invested > planned:
        shares.append(Decimal("0.8"))
    if facts["midterm_passed"]:
        shares.append(Decimal(1))
    is_added = facts["midterm_passed"] and _figure(facts, "added_funds") > 0 and 3 * invested > 2 * planned
    return max(shares), Decimal("0.8") if is_added else Decimal(0)


def graded(facts: Facts) -> list[str]:
    """第二十四条 read once more."""
    share = _figure(facts, "package_actual") / _figure(facts, "package_planned")
    below, total = _figure(facts, "projects_below_20pct"), _figure(facts, "projects_total")
    prepaid, timely, progress = _figure(facts, "prepaid_share"), facts["funds_timely"], facts["progress"]
    half, fifth = Decimal("0.5"), Decimal("0.2")
    grades = {
        "good": progress == "all_on_plan"
        and share > half
        and below == 0
        and timely
        and prepaid >= Decimal("0.8"),
        "fairly_good": progress in ("all_on_plan", "on_plan_overall")
        and share >= Decimal("0.4")
        and 3 * below <= total
        and timely
        and prepaid >= Decimal("0.6"),
        "fair": (progress == "lagging" and share >= fifth and 2 * below <= total)
        or not timely
        or prepaid < Decimal("0.6"),
        "fail": (progress == "seriously_lagging" and share < fifth and 2 * below > total) or facts["fraud"],
    }
    return [grade for grade, holds in grades.items() if holds]


def routed(facts: Facts) -> tuple[str, bool]:
    """第二十一条 read once more: the route, and whether the project falls below its floor."""
    kind, most = facts["change_kind"], Decimal("0.2")
    floor = 2_000_000 if facts["project_kind"] == "demonstration" else 5_000_000
    is_below = _figure(facts, "project_investment") < floor
    if kind == "n/a":
        return "none", is_below
    approval = (
        kind in ("entity_substantive", "site_outside_county", "projects_added")
        or facts["affects_task"] is True
        or (kind == "investment_cut" and _figure(facts, "investment_cut_share") > most)
        or (kind in ("investment_cut", "projects_reduced") and _figure(facts, "package_cut_share") > most)
    )
    return "approval" if approval else "filing", is_below


@given(PAYMENTS)
def test_the_floors_of_a_complete_case_are_those_of_the_text(facts: Facts) -> None:
    year, added = paid_in_advance(facts)
    found = asked(PAYMENT, facts).findings
    assert (found["least_share"], found["added_least_share"]) == (year, added)
    assert found["least_amount"] == _fen(year * _figure(facts, "year_funds"))
    assert found["added_least_amount"] == _fen(added * _figure(facts, "added_funds"))


@given(st.data(), PAYMENTS)
def test_a_floor_that_is_certain_never_exceeds_that_of_any_completion(
    data: st.DataObject, facts: Facts
) -> None:
    found, (year, added) = asked(PAYMENT, _hidden(data, facts)).findings, paid_in_advance(facts)
    assert isinstance(found["least_share"], Decimal)
    assert isinstance(found["added_least_share"], Decimal)
    assert found["least_share"] <= year
    assert found["added_least_share"] <= added


@given(MIDTERMS)
def test_the_grades_of_a_complete_case_are_those_that_the_text_allows(facts: Facts) -> None:
    found = asked(MIDTERM, facts)
    assert found.findings["grades"] == graded(facts)
    assert found.missing == ()
    clauses = found.findings["clauses"]
    assert isinstance(clauses, list)
    assert len(clauses) == 5 + 5 + 5 + 4
    assert None not in {clause["holds"] for clause in clauses}


@given(st.data(), MIDTERMS)
def test_the_grade_of_every_completion_is_in_the_open_set(data: st.DataObject, facts: Facts) -> None:
    honest = {**facts, "fraud": False}
    assert set(graded(honest)) <= set(asked(MIDTERM, _hidden(data, honest)).findings["grades"])  # type: ignore[call-overload]


@given(CHANGES)
def test_the_route_of_a_complete_change_is_that_of_the_text(facts: Facts) -> None:
    found = asked(CHANGE, facts).findings
    assert (found["route"], found["below_floor"]) == routed(facts)


@given(st.data(), CHANGES)
def test_a_route_and_a_flag_that_are_told_hold_for_every_completion(
    data: st.DataObject, facts: Facts
) -> None:
    # A single cut takes no larger share from the package than from the project, unless it is said.
    cut = min(_figure(facts, "investment_cut_share"), _figure(facts, "package_cut_share"))
    likely = {**facts, "package_cut_share": cut} if facts["change_kind"] == "investment_cut" else facts
    found, (route, is_below) = asked(CHANGE, _hidden(data, likely)).findings, routed(likely)
    assert found["route"] in {None, route}
    assert found["below_floor"] in {None, is_below}


@given(st.data(), st.sampled_from([(PAYMENT, PAYMENTS), (MIDTERM, MIDTERMS), (CHANGE, CHANGES)]))
def test_an_answer_to_a_fact_that_is_not_missing_changes_no_finding(
    data: st.DataObject, assessment: tuple[str, st.SearchStrategy[Facts]]
) -> None:
    name, drawn = assessment
    facts = data.draw(drawn)
    known = _hidden(data, facts)
    before = asked(name, known)
    to_ask = [fact for fact in before.missing if fact not in known]
    assert (before.next in to_ask) if to_ask else before.next is None
    for fact in facts.keys() - known.keys() - set(before.missing) - {"fraud"}:
        after = asked(name, {**known, fact: facts[fact]})
        assert _concluded(after) == _concluded(before), fact


def _concluded(found: Assessment) -> dict[str, object]:
    return {name: value for name, value in found.findings.items() if name != "clauses"}


@given(SCORES)
def test_the_award_of_a_facility_is_the_sum_of_its_capped_scores(facts: Facts) -> None:
    caps = {"score_rd": 40, "score_output": 10, "score_service": 40, "score_talent": 10}
    total = sum(min(_figure(facts, name), Decimal(cap)) for name, cap in caps.items())
    found = asked(FACILITY, applicant(FACILITY) | facts)
    assert found.award is not None
    assert found.award.value == total * 100_000
    assert found.findings["total"] == Interval(total, total)


@given(st.data(), SCORES)
def test_the_award_of_every_completion_of_the_scores_lies_in_the_range(
    data: st.DataObject, scores: Facts
) -> None:
    whole, known = applicant(FACILITY) | scores, applicant(FACILITY) | scores
    for name in data.draw(st.sets(st.sampled_from(sorted(scores)))):
        known[name] = UNKNOWN
    before, after = asked(FACILITY, known).award, asked(FACILITY, whole).award
    assert before is not None
    assert after is not None
    assert isinstance(after.value, Decimal)
    assert (
        before.value.contains(after.value)
        if isinstance(before.value, Interval)
        else before.value == after.value
    )
