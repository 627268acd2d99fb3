"""Random trees together with what they mean in plain Python, to hold the engine's reading against."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from hypothesis import strategies as st

from rules.engine.amounts import AtMost, Cases, Product, Sum
from rules.engine.facts import choice, flag, number
from rules.engine.tree import Comparison, Condition, Constant, Operator, Term

Values = Mapping[str, object]

FLAGS = (flag("x"), flag("y"))
KIND = choice("kind", "red", "green", "blue")
NUMBER = number("n", "count")
FACTS = (*FLAGS, KIND, NUMBER)

# The thresholds are 1, 2 and 3, and an amount bends where its share reaches a cap of 1 to 4: values closer to
# one another than any two of those, and some far out.
POINTS = (*(Decimal(n) / 20 for n in range(91)), Decimal(5), Decimal("6.5"), Decimal("8.5"), Decimal(100))
DOMAINS: dict[str, tuple[object, ...]] = {
    "x": (True, False),
    "y": (True, False),
    "kind": KIND.choices,
    "n": POINTS,
}
SHARES = (Decimal(0), Decimal("0.5"), Decimal(2))


@dataclass(frozen=True)
class Question:
    """A condition and its meaning."""

    tree: Condition
    holds: Callable[[Values], bool]


@dataclass(frozen=True)
class Amount:
    """A term and its meaning."""

    tree: Term
    of: Callable[[Values], Decimal]


def _number(values: Values) -> Decimal:
    value = values["n"]
    assert isinstance(value, Decimal)
    return value


COMPARISONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">=": ge,
    ">": gt,
    "<=": le,
    "<": lt,
    "==": eq,
}


def _comparison(operator: Operator, threshold: int) -> Question:
    at, compare = Decimal(threshold), COMPARISONS[operator]
    return Question(Comparison(NUMBER, operator, Constant(at)), lambda v: compare(_number(v), at))


def _both(a: Question, b: Question) -> Question:
    return Question(a.tree & b.tree, lambda v: a.holds(v) and b.holds(v))


def _either(a: Question, b: Question) -> Question:
    return Question(a.tree | b.tree, lambda v: a.holds(v) or b.holds(v))


def _not(a: Question) -> Question:
    return Question(~a.tree, lambda v: not a.holds(v))


LEAVES = st.one_of(
    st.sampled_from([Question(fact.yes, lambda v, name=fact.id: bool(v[name])) for fact in FLAGS]),  # type: ignore[misc]
    st.sampled_from(KIND.choices).map(lambda c: Question(KIND.among(c), lambda v: v["kind"] == c)),
    st.builds(_comparison, st.sampled_from(list(COMPARISONS)), st.integers(1, 3)),
)
QUESTIONS: st.SearchStrategy[Question] = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.builds(_both, parts, parts), st.builds(_either, parts, parts), parts.map(_not)
    ),
    max_leaves=6,
)


def _share(share: Decimal) -> Amount:
    return Amount(Product(NUMBER, Constant(share)), lambda v: _number(v) * share)


def _fixed(amount: int) -> Amount:
    return Amount(Constant(Decimal(amount)), lambda _: Decimal(amount))


def _capped(base: Amount, cap: int) -> Amount:
    return Amount(AtMost(base.tree, Constant(Decimal(cap))), lambda v: min(base.of(v), Decimal(cap)))


def _sum(a: Amount, b: Amount) -> Amount:
    return Amount(Sum((a.tree, b.tree)), lambda v: a.of(v) + b.of(v))


def _case(condition: Question, a: Amount, b: Amount) -> Amount:
    tree = Cases(((condition.tree, a.tree),), b.tree)
    return Amount(tree, lambda v: a.of(v) if condition.holds(v) else b.of(v))


AMOUNTS: st.SearchStrategy[Amount] = st.recursive(
    st.one_of(st.sampled_from(SHARES).map(_share), st.integers(0, 3).map(_fixed)),
    lambda parts: st.one_of(
        st.builds(_capped, parts, st.integers(1, 4)),
        st.builds(_sum, parts, parts),
        st.builds(_case, QUESTIONS, parts, parts),
    ),
    max_leaves=4,
)
