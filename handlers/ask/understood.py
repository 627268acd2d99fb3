"""What a free-text question comes to: where it leads, what it says of the asker, and what the rules say
to that.

Nothing is decided here that the rules, the routing or the reading have not said: this joins them. A
reading that the rules refuse (two facts that exclude each other) is taken back and shown as doubtful.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from handlers.intake import IntakeRefused
from handlers.thresholds import thresholds
from handlers.understanding.reading import FactReading, Readings, Unsure, read_facts
from handlers.understanding.routing import ClauseSearch, Context, Intent, Route, route
from handlers.wording.catalogue import SOURCE
from rules.engine.assess import assess
from rules.engine.citation import Citation
from rules.engine.facts import Fact
from rules.engine.recorded import NOTHING_RECORDED, Recorded
from rules.engine.refusals import Contradiction, Refusal
from rules.engine.result import Assessment, Status, Verdict
from rules.engine.situation import Answer, Situation, Source
from rules.schemes import SCHEMES

LONGEST = 4_000
"""Characters of a question that are read; a longer one is refused, never cut."""

_ABOUT_ONESELF = frozenset({Intent.ELIGIBILITY, Intent.AMOUNT})

Place = tuple[str, Citation]
"""A scheme or excerpt id and a place in it."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A question and everything that was made of it.

    `facts` are what is taken as known, to be stored if the asker wants to go on; `assumed` only held for
    this one answer. `assessment` is there where the question speaks of the asker's own case.
    """

    text: str
    on: date
    route: Route
    readings: Readings
    facts: Situation
    assumed: Situation
    assessment: Assessment | None
    citations: tuple[Place, ...]


def understand(
    text: str,
    on: date,
    search: ClauseSearch,
    *,
    language: str = SOURCE,
    context: Context | None = None,
    known_before: Situation | None = None,
    recorded: Recorded = NOTHING_RECORDED,
) -> Understood:
    """Read a question on a day. Raises `IntakeRefused` (ask_empty, ask_too_long) for what cannot be read."""
    _refuse_unreadable(text)
    led = route(text, language, search=search, context=context)
    readings = _readings(text, on, led)
    facts, assumed = _situation(readings.taken), _situation(readings.assumed, Source.ASSUMED)
    assessment = None
    if led.scheme is not None and (readings.readings or led.intent in _ABOUT_ONESELF):
        situation = {**(known_before or {}), **facts, **assumed}
        assessment, refused = _assess(led.scheme, situation, on, recorded)
        readings = _doubt(readings, refused)
        facts = {name: answer for name, answer in facts.items() if name not in refused}
        assumed = {name: answer for name, answer in assumed.items() if name not in refused}
    return Understood(text, on, led, readings, facts, assumed, assessment, _citations(led, assessment))


def _refuse_unreadable(text: str) -> None:
    if len(text) > LONGEST:
        raise IntakeRefused("ask_too_long", length=str(len(text)), limit=str(LONGEST))
    if not any(character.isalnum() for character in text):
        raise IntakeRefused("ask_empty")


def _readings(text: str, on: date, led: Route) -> Readings:
    """The figures to beware of are those of the scheme in question, or of all where it is open."""
    schemes = [SCHEMES[led.scheme]] if led.scheme else list(SCHEMES.values())

    def figures(fact: Fact) -> frozenset[Decimal]:
        return thresholds(fact, schemes, on)

    return read_facts(text, on, language=led.language, scheme=led.scheme, thresholds=figures)


def _situation(taken: tuple[FactReading, ...], source: Source = Source.READ) -> dict[str, Answer]:
    return {
        reading.fact.id: Answer(reading.state, reading.value, source, reading.said[:200])
        for reading in taken
        if reading.state is not None
    }


def _assess(
    scheme_id: str, situation: Mapping[str, Answer], on: date, recorded: Recorded
) -> tuple[Assessment | None, frozenset[str]]:
    """The assessment, and the facts that it could not take."""
    try:
        return assess(SCHEMES[scheme_id], situation, on, recorded), frozenset()
    except Contradiction as error:
        refused = frozenset(error.facts)
    except Refusal as error:
        fact = getattr(error, "fact", None)
        refused = frozenset({fact.id}) if fact is not None else frozenset(situation)
    left = {name: answer for name, answer in situation.items() if name not in refused}
    try:
        return assess(SCHEMES[scheme_id], left, on, recorded), refused
    except Refusal:
        return assess(SCHEMES[scheme_id], {}, on, recorded), frozenset(situation)


def _doubt(readings: Readings, refused: frozenset[str]) -> Readings:
    """The same readings, those of refused facts doubtful."""
    if not refused:
        return readings
    doubted = (
        replace(reading, sure=False, doubt=Unsure.CONTRADICTION) if reading.fact.id in refused else reading
        for reading in readings.readings
    )
    return Readings(tuple(doubted))


def _citations(led: Route, assessment: Assessment | None) -> tuple[Place, ...]:
    """At most three places, best first: what rules an applicant out goes before the rest."""
    found: list[Place] = []
    if assessment is not None and assessment.verdict is Verdict.INELIGIBLE:
        failed = [result for result in assessment.requirements if result.status is Status.FAILED]
        found += [(assessment.scheme.id, result.requirement.citation) for result in failed]
    found += led.citations
    return tuple(dict.fromkeys(found))[:3]
