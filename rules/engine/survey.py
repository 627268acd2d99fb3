"""The survey: what all completions of the unknown facts agree on, requirement by requirement.

Requirements that are still open are grouped into components that share no unknown fact. Within a
component every cell is tried; between components anything may meet anything, so their findings combine
without a further search.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rules.engine.amounts import AtMost, Cases
from rules.engine.cells import Cell, CellLimitError, cells
from rules.engine.facts import Fact
from rules.engine.interval import Interval, Quantity, hull
from rules.engine.refusals import Contradiction
from rules.engine.result import Status
from rules.engine.scheme import Constraint, Requirement, Scheme, Strength
from rules.engine.tree import Condition, Env, Term
from rules.engine.truth import Truth

MOST_SHOWN = 48


@dataclass(slots=True)
class Outcome:
    """What one cell of a component leads to: does a must fail, does an in_principle fail, which award."""

    cell: Cell
    statuses: tuple[Status, ...]
    fails: Truth
    doubts: Truth
    award: Quantity | None


@dataclass(slots=True)
class Component:
    """Open requirements (and perhaps the award) that hang together through the facts they leave unknown."""

    facts: list[Fact]
    requirements: list[Requirement]
    constraints: list[Constraint]
    award: Term | None
    outcomes: list[Outcome] = field(default_factory=list)
    exact: bool = True
    always_fails: bool = False
    may_fail: bool = True
    always_doubts: bool = False
    may_doubt: bool = True

    @property
    def conditions(self) -> list[Condition]:
        """Every condition on which an outcome can depend."""
        rules = [condition for requirement in self.requirements for condition in requirement.conditions]
        bounds = [constraint.condition for constraint in self.constraints]
        branches = conditions_in(self.award) if self.award is not None else ()
        bends = bends_in(self.award) if self.award is not None and len(self.facts) > 1 else ()
        return [*rules, *bounds, *branches, *bends]

    def settle(self) -> None:
        """Sum up the outcomes: what all of them say, and what some may."""
        fails = {outcome.fails for outcome in self.outcomes}
        # What fails a must is lost, whatever else may be said of it.
        doubts = {outcome.doubts for outcome in self.outcomes if outcome.fails is not True}
        self.always_fails, self.may_fail = fails <= {True}, not fails <= {False}
        self.always_doubts, self.may_doubt = doubts <= {True}, not doubts <= {False}


@dataclass(slots=True)
class Survey:
    """Statuses of all requirements, and the components of what is still open."""

    env: dict[str, object]
    statuses: dict[str, Status]
    fails: Truth
    doubts: Truth
    award: Quantity | None
    components: list[Component]


def survey(scheme: Scheme, env: dict[str, object]) -> Survey:
    """Decide what can be decided at once, then split what is unknown."""
    statuses: dict[str, Status] = {}
    pending: list[Requirement] = []
    fails: Truth = False
    doubts: Truth = False
    for requirement in scheme.requirements:
        status = status_of(requirement, env)
        statuses[requirement.id] = status
        if status is Status.UNKNOWN and not requirement.facts <= env.keys():
            pending.append(requirement)
        elif requirement.strength is Strength.MUST:
            fails = _worse(fails, status)
        else:
            doubts = _worse(doubts, status)
    amount = scheme.award.amount if scheme.award else None
    award = amount.quantity(env) if amount else None
    open_amount = (
        amount if isinstance(award, Interval) and amount and not amount.facts <= env.keys() else None
    )
    result = Survey(env, statuses, fails, doubts, award, [])
    if pending or open_amount:
        result.components = _components(scheme, pending, open_amount, env)
        for component in result.components:
            _explore(component, env)
            _settle(component, statuses)
    return result


def status_of(requirement: Requirement, env: Env) -> Status:
    """The status as far as this environment tells."""
    if requirement.applies is not None:
        applies = requirement.applies.truth(env)
        if applies is False:
            return Status.NOT_APPLICABLE
        if applies is None:
            return Status.UNKNOWN
    truth = requirement.condition.truth(env)
    return Status.UNKNOWN if truth is None else Status.MET if truth else Status.FAILED


def _worse(so_far: Truth, status: Status) -> Truth:
    """Whether something fails: one failure decides, one unknown leaves it open."""
    if status is Status.FAILED or so_far is True:
        return True
    return None if status is Status.UNKNOWN else so_far


def _components(
    scheme: Scheme, pending: Sequence[Requirement], amount: Term | None, env: Env
) -> list[Component]:
    unknown = {fact.id: fact for fact in scheme.all_facts if fact.id not in env and not fact.optional}
    parts: list[Requirement | Constraint | Term] = [*pending]
    parts += [rule for rule in scheme.constraints if rule.condition.truth(env) is None]
    if amount is not None:
        parts.append(amount)
    groups: list[tuple[set[str], list[Requirement | Constraint | Term]]] = []
    for part in parts:
        touched = set(_facts(part)) & unknown.keys()
        apart = [group for group in groups if not group[0] & touched]
        joined = [group for group in groups if group[0] & touched]
        members = [member for group in joined for member in group[1]]
        groups = [*apart, (touched.union(*(group[0] for group in joined)), [*members, part])]
    found = [_component(ids, members, unknown) for ids, members in groups]
    return [component for component in found if component.requirements or component.award is not None]


def _facts(part: Requirement | Constraint | Term) -> frozenset[str]:
    return part.condition.facts if isinstance(part, Constraint) else part.facts


def _component(
    ids: set[str], members: Sequence[Requirement | Constraint | Term], unknown: dict[str, Fact]
) -> Component:
    amounts = [part for part in members if isinstance(part, Term)]
    return Component(
        facts=[fact for fact_id, fact in unknown.items() if fact_id in ids],
        requirements=[part for part in members if isinstance(part, Requirement)],
        constraints=[part for part in members if isinstance(part, Constraint)],
        award=amounts[0] if amounts else None,
    )


def _explore(component: Component, env: Env) -> None:
    """Try every cell. What is merely implied gives way to what is stated.

    Raises `Contradiction` where no completion can keep what the constraints demand.
    """
    component.outcomes = _tried(component, env)
    if not component.outcomes:
        component.constraints = [rule for rule in component.constraints if not rule.implied]
        component.outcomes = _tried(component, env)
    if not component.outcomes:
        named = frozenset().union(*(rule.condition.facts for rule in component.constraints))
        raise Contradiction(component.constraints[0].id, tuple(sorted(named & env.keys())))
    component.settle()


def _tried(component: Component, env: Env) -> list[Outcome]:
    """The outcome of every cell; where there are too many, of the one undivided cell: wider but sound."""
    split = cells(component.facts, component.conditions, env)
    try:
        found = [outcome_at(component, cell, env) for cell in split]
    except CellLimitError:
        component.exact = False
        found = [outcome_at(component, {}, env)]
    return [outcome for outcome in found if outcome is not None]


def conditions_in(amount: Term) -> Iterator[Condition]:
    """The conditions on which an amount branches."""
    for node in amount.walk():
        if isinstance(node, Cases):
            yield from (condition for condition, _ in node.cases)


def bends_in(amount: Term) -> Iterator[Condition]:
    """Where an amount bends at a cap: what another fact changes may show on one side of it only."""
    yield from (node.is_reached for node in amount.walk() if isinstance(node, AtMost))


def outcome_at(component: Component, cell: Cell, env: Env) -> Outcome | None:
    """What a cell leads to; `None` where a constraint excludes it."""
    here = {**env, **cell}
    if any(rule.condition.truth(here) is False for rule in component.constraints):
        return None
    statuses = tuple(status_of(requirement, here) for requirement in component.requirements)
    fails: Truth = False
    doubts: Truth = False
    for requirement, status in zip(component.requirements, statuses, strict=True):
        if requirement.strength is Strength.MUST:
            fails = _worse(fails, status)
        else:
            doubts = _worse(doubts, status)
    award = component.award.quantity(here) if component.award is not None and fails is not True else None
    return Outcome(cell, statuses, fails, doubts, award)


def _settle(component: Component, statuses: dict[str, Status]) -> None:
    """A requirement on which all cells agree is no longer open."""
    for index, requirement in enumerate(component.requirements):
        seen = {outcome.statuses[index] for outcome in component.outcomes}
        if len(seen) == 1:
            statuses[requirement.id] = seen.pop()


def paid_environments(result: Survey) -> list[Env]:
    """What is known together with each cell in which something is paid, so that steps end in the award.

    Beyond a few dozen cells only what is known: then the steps may be wider than the award.
    """
    for component in result.components:
        if component.award is not None:
            paid = [outcome.cell for outcome in component.outcomes if outcome.award is not None]
            return [{**result.env, **cell} for cell in paid] if len(paid) <= MOST_SHOWN else [result.env]
    return [result.env]


def award_range(result: Survey) -> Quantity | None:
    """The award over every completion that fails no must-requirement."""
    for component in result.components:
        if component.award is not None:
            total: Quantity | None = None
            for outcome in component.outcomes:
                if outcome.award is not None:
                    total = hull(total, outcome.award)
            return total
    return result.award
