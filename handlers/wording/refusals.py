"""Input that cannot be taken, answered: which field, what was given (bounded, escaped), what is expected."""

from collections.abc import Mapping
from decimal import Decimal

from handlers.wording.catalogue import Translator
from handlers.wording.html import Html, bold, html, lines
from handlers.wording.numbers import number
from handlers.wording.people import shown
from handlers.wording.terms import answer_form, answered, choice, label, value
from rules.engine.facts import Fact
from rules.engine.refusals import BadValue, Contradiction, InapplicableRefused, Refusal
from rules.engine.situation import Situation
from rules.schemes import FACTS

_OF_PROBLEM = {
    "type": "type",
    "choice": "not_a_choice",
    "whole": "not_whole",
    "minimum": "below_minimum",
    "maximum": "above_maximum",
}


def refusal(wording: Translator, code: str, fact: Fact, given: str = "", **params: object) -> Html:
    """Why an answer to a question was not taken, by the code and the figures of `handlers.understanding`."""
    if code == "below_minimum" and fact.minimum == 0:
        code = "negative"
    key = f"refusal.{code}" if wording.has(f"refusal.{code}") else "refusal.unreadable"
    return html(wording.text(key, **_params(wording, code, fact, given, params)))


def engine_refusal(wording: Translator, refused: Refusal, situation: Situation) -> Html:
    """Why the engine cannot assess what it was given."""
    if isinstance(refused, BadValue):
        code = _OF_PROBLEM.get(refused.problem, "type")
        return refusal(wording, code, refused.fact, str(refused.given))
    if isinstance(refused, InapplicableRefused):
        return html(wording.text("refusal.not_applicable", label=label(wording, refused.fact)))
    if isinstance(refused, Contradiction):
        return contradiction(wording, refused, situation)
    raise TypeError(f"no words for {type(refused).__name__}")


def contradiction(wording: Translator, refused: Contradiction, situation: Situation) -> Html:
    """Answers that cannot be true together, each with its value."""
    both = [FACTS[fact_id] for fact_id in refused.facts if fact_id in situation]
    return lines(
        bold(wording.text("contradiction.title")),
        *(f"· {answered(wording, fact, situation[fact.id])}" for fact in both),
        wording.text(f"constraint.{refused.constraint}"),
        wording.text("contradiction.ask"),
    )


def expected(wording: Translator, fact: Fact) -> str:
    """What an answer to this fact looks like."""
    return wording.text(f"expected.{answer_form(fact)}", choices=choices(wording, fact))


def choices(wording: Translator, fact: Fact) -> str:
    """The names of all choices of a fact."""
    return wording.listed(choice(wording, fact, member) for member in fact.choices)


def field(wording: Translator, fact: Fact) -> str:
    """A fact by its name and its id, for the command line."""
    return wording.text("refusal.field", label=label(wording, fact), field=fact.id)


def _params(
    wording: Translator, code: str, fact: Fact, given: str, found: Mapping[str, object]
) -> Mapping[str, object]:
    return {
        "given": shown(given),
        "label": label(wording, fact),
        "expected": expected(wording, fact),
        "choices": choices(wording, fact),
        "limit": _limit(wording, code, fact, found),
        "length": found.get("length", len(given)),
        "first": found.get("minimum", ""),
        "last": found.get("maximum", ""),
    }


def _limit(wording: Translator, code: str, fact: Fact, found: Mapping[str, object]) -> str:
    """The bound that was passed, in the words of the fact; a count of characters or decimals as it is."""
    name, own = {"below_minimum": ("minimum", fact.minimum), "above_maximum": ("maximum", fact.maximum)}.get(
        code, ("most", None)
    )
    limit = found.get(name, own)
    if isinstance(limit, Decimal):
        return value(wording, fact, limit)
    return number(wording, limit) if isinstance(limit, int) else ""
