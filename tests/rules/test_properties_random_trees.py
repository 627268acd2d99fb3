"""Schemes drawn at random: the engine agrees with the plain meaning of the same tree over all completions."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from rules.engine.interval import as_interval
from rules.engine.result import Assessment, Status, Verdict
from rules.engine.scheme import Scheme
from tests.rules.made_up import in_principle, judged, must, scheme
from tests.rules.situations import award_of
from tests.rules.trees import AMOUNTS, DOMAINS, FACTS, QUESTIONS, Amount, Question, Values

KNOWN = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(domain) for name, domain in DOMAINS.items()}
)
STRENGTH = st.sampled_from([must, in_principle])
RULES = st.lists(st.tuples(QUESTIONS, STRENGTH), min_size=1, max_size=3)
Rules = list[tuple[Question, object]]


def build(rules: Rules, amount: Amount | None) -> Scheme:
    requirements = [kind(f"r{index}", rule.tree) for index, (rule, kind) in enumerate(rules)]  # type: ignore[operator]
    return scheme(FACTS, *requirements, award=amount.tree if amount else None)


def completions(known: Values) -> Iterator[dict[str, object]]:
    unknown = [name for name in DOMAINS if name not in known]
    for values in product(*(DOMAINS[name] for name in unknown)):
        yield {**known, **dict(zip(unknown, values, strict=True))}


def verdict_of(rules: Rules, complete: Values) -> Verdict:
    if not all(rule.holds(complete) for rule, kind in rules if kind is must):
        return Verdict.INELIGIBLE
    return Verdict.ELIGIBLE if all(rule.holds(complete) for rule, _ in rules) else Verdict.DOUBTFUL


def common_verdict(verdicts: set[Verdict]) -> Verdict:
    return verdicts.pop() if len(verdicts) == 1 else Verdict.UNDETERMINED


@given(RULES, KNOWN)
def test_the_verdict_is_what_all_completions_agree_on(rules: Rules, known: Values) -> None:
    verdicts = {verdict_of(rules, complete) for complete in completions(known)}
    assert judged(build(rules, None), known).verdict is common_verdict(verdicts)


@given(RULES, KNOWN)
def test_a_requirement_is_open_exactly_where_completions_differ_on_it(rules: Rules, known: Values) -> None:
    found = judged(build(rules, None), known)
    for (rule, _), result in zip(rules, found.requirements, strict=True):
        truths = {rule.holds(complete) for complete in completions(known)}
        expected = Status.UNKNOWN if len(truths) > 1 else Status.MET if True in truths else Status.FAILED
        assert result.status is expected


@given(RULES, KNOWN, AMOUNTS)
def test_missing_are_the_facts_that_two_completions_show_to_decide(
    rules: Rules, known: Values, amount: Amount
) -> None:
    results: dict[str, dict[tuple[object, ...], set[object]]] = {name: {} for name in DOMAINS}
    for complete in completions(known):
        verdict = verdict_of(rules, complete)
        effect = (verdict, None if verdict is Verdict.INELIGIBLE else amount.of(complete))
        for name in DOMAINS:
            others = tuple(value for other, value in complete.items() if other != name)
            results[name].setdefault(others, set()).add(effect)
    deciding = [name for name in DOMAINS if any(len(effects) > 1 for effects in results[name].values())]
    assert list(judged(build(rules, amount), known).missing) == deciding


@given(RULES, KNOWN, AMOUNTS)
def test_every_amount_that_is_paid_lies_in_the_range_and_reaches_its_ends(
    rules: Rules, known: Values, amount: Amount
) -> None:
    paid = [
        amount.of(complete)
        for complete in completions(known)
        if verdict_of(rules, complete) is not Verdict.INELIGIBLE
    ]
    found: Assessment = judged(build(rules, amount), known)
    value = award_of(found)
    assert (value is None) == (not paid)
    if value is None:
        return
    award = as_interval(value)
    assert all(award.contains(point) for point in paid)
    # The points stand a quarter away from a threshold at most, and no amount rises faster than 8 for 1.
    near = Decimal(2)
    assert award.low is not None
    assert min(paid) - award.low <= near
    assert award.high is None or award.high - max(paid) <= near
    assert award.high is not None or max(paid) >= Decimal(30)
