"""The money of an assessment in words: the line that says how much, and the arithmetic behind it."""

from collections.abc import Iterator
from functools import cache

from handlers.wording.catalogue import Translator
from handlers.wording.citations import cited
from handlers.wording.numbers import is_open_ended, measured, money_range
from handlers.wording.terms import label, scheme_figures
from rules.engine.interval import Quantity
from rules.engine.result import Assessment, AwardResult, StepResult, Verdict
from rules.schemes import FACTS, SCHEMES


def amount(wording: Translator, award: AwardResult) -> str:
    """How much, and how often: 每年24万元."""
    return wording.text(f"award.{award.per}", amount=money_range(wording, award.value))


def award_line(wording: Translator, assessment: Assessment) -> str:
    """The same for an assessment, which may still depend on conditions; empty where nothing is paid."""
    award = assessment.award
    if award is None:
        return ""
    if assessment.verdict is Verdict.ELIGIBLE:
        return amount(wording, award)
    if assessment.verdict is Verdict.DOUBTFUL:
        return wording.text("award.if_allowed", award=amount(wording, award))
    return wording.text("award.if_met", award=amount(wording, award))


def calculation(wording: Translator, assessment: Assessment) -> Iterator[str]:
    """The steps of the calculation with their articles, then the readings of what the text leaves open."""
    award = assessment.award
    if award is None:
        return
    for step in award.steps:
        yield cited(wording, step_text(step, wording), step.citation)
    if award.readings:
        yield wording.text("award.readings")
    for reading in award.readings:
        text = wording.text(f"reading.{reading.id}")
        worded = wording.text("award.reading", text=text, amount=money_range(wording, reading.value))
        yield cited(wording, worded, reading.citation)


def step_text(step: StepResult, wording: Translator) -> str:
    """One step of the calculation: 80万元 × 30% = 24万元."""
    inputs = {name: _input(wording, name, value) for name, value in step.inputs.items()}
    figure = next((text for name, text in inputs.items() if name in _units()), "")
    key = f"step.{step.id}"
    variant = key + _variant(step)
    worded = variant if wording.has(variant) else key
    return wording.text(worded, **inputs, figure=figure, value=measured(wording, _unit_of(step), step.value))


def _unit_of(step: StepResult) -> str:
    """What a step counts: money as soon as money enters it, else what its facts and figures count."""
    facts = {FACTS[name].unit for name in step.inputs if name in FACTS}
    units = facts | {_units()[name] for name in step.inputs if name in _units()}
    return "yuan" if "yuan" in units or not units else min(units)


def _variant(step: StepResult) -> str:
    """A step that changes nothing, reaches its cap, or has an open base may be said in its own way."""
    if any(is_open_ended(value) for value in step.inputs.values()):
        return ".open"
    same = {name for name, value in step.inputs.items() if value == step.value and name not in FACTS}
    if same - _units().keys():
        return ".within"
    return ".reached" if same else ""


def _input(wording: Translator, name: str, value: Quantity) -> str:
    """A fact, a figure or an earlier step; a fact of which nothing is known stands there by its name."""
    fact = FACTS.get(name)
    if fact is None:
        return measured(wording, _units().get(name, "yuan"), value)
    return label(wording, fact) if is_open_ended(value) else measured(wording, fact.unit, value)


@cache
def _units() -> dict[str, str]:
    """The units of the figures that awards are computed from."""
    return {figure.id: figure.unit for scheme in SCHEMES.values() for figure in scheme_figures(scheme)}
