"""The engine's things in words: facts and their values, criteria with their figures, schemes, bodies."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from handlers.wording.catalogue import Translator
from handlers.wording.numbers import day, measured
from rules.engine.facts import Fact, Kind, Value
from rules.engine.figures import ON, Figure
from rules.engine.result import Validity
from rules.engine.scheme import Requirement, Scheme
from rules.engine.situation import Answer, State
from rules.engine.tree import Comparison, Condition, Term

_OWN_FORMS = {"pflops": "pflops", "ratio": "ratio", "share": "share", "yuan": "money"}


def label(wording: Translator, fact: Fact) -> str:
    """The short name of a fact."""
    return wording.text(f"fact.{fact.id}.label")


def labels(wording: Translator, facts: Sequence[Fact], most: int = 6) -> str:
    """The names of several facts in a row; of very many, the first ones and how many there are."""
    named = wording.listed(label(wording, fact) for fact in facts[:most])
    return named if len(facts) <= most else wording.plural("general.and_more", len(facts), items=named)


def choice(wording: Translator, fact: Fact, member: str) -> str:
    """One of the values of a choice or a set; a fact may name it in its own way."""
    own = f"fact.{fact.id}.choice.{member}"
    return wording.text(own if wording.has(own) else f"choice.{member}")


def value(wording: Translator, fact: Fact, given: Value) -> str:
    """A value of a fact in words."""
    if isinstance(given, bool):
        return wording.text("value.yes" if given else "value.no")
    if isinstance(given, str):
        return choice(wording, fact, given)
    if isinstance(given, frozenset):
        chosen = [choice(wording, fact, member) for member in fact.choices if member in given]
        return wording.listed(chosen) or wording.text("value.empty_set")
    if isinstance(given, date):
        return day(wording, given)
    if fact.kind is Kind.YEAR:
        return wording.text("value.year", year=str(int(given)))
    return measured(wording, fact.unit, given)


def answer(wording: Translator, fact: Fact, given: Answer) -> str:
    """An answer in words: its value, "do not know" or "not applicable"."""
    if given.state is State.KNOWN and given.value is not None:
        return value(wording, fact, given.value)
    if given.state is State.NOT_APPLICABLE:
        return inapplicable(wording, fact, "value.na")
    return wording.text("value.unknown")


def inapplicable(wording: Translator, fact: Fact, otherwise: str) -> str:
    """What "not applicable" means for a fact of which it is a value of its own: never penalised."""
    own = f"fact.{fact.id}.na"
    return wording.text(own if wording.has(own) else otherwise)


def answered(wording: Translator, fact: Fact, given: Answer) -> str:
    """A fact with its answer, on one line."""
    return wording.text("general.colon", label=label(wording, fact), value=answer(wording, fact, given))


def answer_form(fact: Fact) -> str:
    """What an answer looks like, as the last part of a hint's key: the kind, or the unit."""
    if fact.kind is Kind.NUMBER and fact.unit in _OWN_FORMS:
        return _OWN_FORMS[fact.unit]
    return str(fact.kind)


def requirement(wording: Translator, scheme: Scheme, criterion: Requirement, on: date) -> str:
    """The short name of a criterion, with the figures of the law that it compares with on that day."""
    key = own_key(wording, "requirement", scheme, criterion.id)
    return wording.text(key, **_worded(wording, _figures_of(criterion.condition), on))


def summary(wording: Translator, scheme: Scheme, on: date) -> str:
    """What a scheme gives, in one sentence."""
    return wording.text(scheme_key(scheme, "summary"), **_worded(wording, scheme_figures(scheme), on))


def note(wording: Translator, scheme: Scheme, note_id: str, on: date) -> str:
    """What an answer on this scheme must always say."""
    key = own_key(wording, "note", scheme, note_id)
    return wording.text(key, **_worded(wording, scheme_figures(scheme), on))


def title(wording: Translator, scheme: Scheme) -> str:
    """The name of a scheme."""
    return wording.text(scheme_key(scheme, "title"))


def short_title(wording: Translator, scheme: Scheme) -> str:
    """The name of a scheme as it fits on a button."""
    return wording.text(scheme_key(scheme, "short"))


def authority(wording: Translator, scheme: Scheme) -> str:
    """Who gives the award."""
    return wording.text(scheme_key(scheme, "authority"))


def scheme_key(scheme: Scheme, part: str) -> str:
    """The key of one of a scheme's own texts; an assessment within an instrument stands below its id."""
    return f"scheme.{scheme.id.replace('/', '.')}.{part}"


def validity(wording: Translator, scheme: Scheme, state: Validity, on: date) -> str:
    """Whether the instrument is in force on a day, as far as is recorded."""
    key = f"validity.{state}"
    if state is Validity.UNVERIFIED and scheme.id.startswith(scheme.policy):
        key = "validity.unverified.own"
    return wording.text(key, on=day(wording, on), since=since_when(wording, scheme))


def since_when(wording: Translator, scheme: Scheme) -> str:
    """The day on which a scheme came into force, where its text tells."""
    return "" if scheme.in_force_from is None else day(wording, scheme.in_force_from)


def own_key(wording: Translator, family: str, scheme: Scheme, name: str) -> str:
    """The scheme's own text where there is one, else the text that schemes share."""
    own = f"{family}.{scheme.id.replace('/', '.')}.{name}"
    return own if wording.has(own) else f"{family}.{name}"


def scheme_figures(scheme: Scheme) -> Iterator[Figure]:
    """Every figure of the law that a scheme compares or computes with."""
    for criterion in scheme.requirements:
        yield from _figures_of(criterion.condition)
    if scheme.award is not None:
        yield from _figures_in(scheme.award.amount)


def _figures_of(condition: Condition) -> Iterator[Figure]:
    for node in condition.walk():
        if isinstance(node, Comparison):
            yield from _figures_in(node.left)
            yield from _figures_in(node.right)


def _figures_in(term: Term) -> Iterator[Figure]:
    return (node for node in term.walk() if isinstance(node, Figure))


def _worded(wording: Translator, figures: Iterable[Figure], on: date) -> dict[str, str]:
    env = {ON: on.toordinal()}
    return {figure.id: measured(wording, figure.unit, figure.quantity(env)) for figure in figures}
