"""From answers to an environment: what the tree may rely on, on one day."""

from datetime import date

from rules.engine.facts import NOT_APPLICABLE, Fact, Kind, Value
from rules.engine.figures import ON
from rules.engine.recorded import Recorded
from rules.engine.refusals import BadValue, Contradiction
from rules.engine.scheme import Scheme
from rules.engine.situation import Answer, Situation, State


def environment(scheme: Scheme, situation: Situation, on: date, recorded: Recorded) -> dict[str, object]:
    """The known facts of the scheme (and of its constraints) by id; what is unknown is absent.

    Raises `BadValue` for a value that a fact cannot have and `Contradiction` for facts that exclude one
    another.
    """
    env: dict[str, object] = {ON: on.toordinal()}
    for policy, released in recorded.days.items():
        env[f"@day:{policy}"] = released.toordinal()
    for name, recorded_number in recorded.numbers.items():
        env[f"@number:{name}"] = recorded_number
    for fact in scheme.all_facts:
        answer = situation.get(fact.id)
        value = _value(fact, answer)
        if value is not None:
            env[fact.id] = value
    for constraint in scheme.constraints:
        if not constraint.implied and constraint.condition.truth(env) is False:
            named = tuple(sorted(fact_id for fact_id in constraint.condition.facts if fact_id in env))
            raise Contradiction(constraint.id, named)
    return env


def _value(fact: Fact, answer: Answer | None) -> object:
    if answer is None or answer.state is State.UNKNOWN:
        return fact.presumed
    if answer.state is State.NOT_APPLICABLE:
        return NOT_APPLICABLE if fact.inapplicable else None
    if answer.value is None:
        raise BadValue(fact, None, "type")
    problem = fact.problem(answer.value)
    if problem:
        raise BadValue(fact, answer.value, problem)
    return answer.value.toordinal() if isinstance(answer.value, date) else answer.value


def value_of(fact: Fact, quantity: object) -> Value:
    """A value of the environment as the fact's own value: an ordinal becomes a date again."""
    if fact.kind is Kind.DATE and isinstance(quantity, int):
        return date.fromordinal(quantity)
    return quantity  # type: ignore[return-value]
