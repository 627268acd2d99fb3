"""What a free-text question comes to: where it leads, what it says of the asker, and what the rules say
to that.

Nothing is decided here that the rules, the routing or the reading have not said: this joins them. A
reading that the rules refuse (two facts that exclude each other) is taken back and shown as doubtful.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from handlers.ask.carrying import carried
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

NOTHING: Situation = MappingProxyType({})

Place = tuple[str, Citation]
"""A scheme or excerpt id and a place in it."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A question and everything that was made of it.

    `facts` are what is taken as known, to be stored if the asker wants to go on; `assumed` only held for
    this one answer. `earlier` was read in the questions before, of which this one speaks on; `kept` are
    answers that the asker gave in a check. `assessment` is there where the question speaks of the asker's own
    case.
    """

    text: str
    on: date
    route: Route
    readings: Readings
    facts: Situation
    assumed: Situation
    assessment: Assessment | None
    citations: tuple[Place, ...]
    earlier: Situation = field(default_factory=dict)
    kept: Situation = field(default_factory=dict)

    @property
    def situation(self) -> Situation:
        """All that the assessment rests on; what was said last goes before what was said earlier."""
        return {**self.kept, **self.earlier, **self.facts, **self.assumed}


def understand(
    text: str,
    on: date,
    search: ClauseSearch,
    *,
    language: str = SOURCE,
    context: Context | None = None,
    earlier: Situation = NOTHING,
    kept: Situation = NOTHING,
    recorded: Recorded = NOTHING_RECORDED,
) -> Understood:
    """Read a question on a day. Raises `IntakeRefused` (ask_empty, ask_too_long) for what cannot be read.

    `earlier` is what was read in the questions of the `context`: it counts where this one is about the same
    scheme. `kept` are the answers that the asker has given before.
    """
    _refuse_unreadable(text)
    led = route(text, language, search=search, context=context)
    readings = _readings(text, on, led)
    before = earlier if context is not None and led.scheme == context.scheme else NOTHING
    if led.follows:
        readings = carried(text, on, readings, before, _thresholds(led, on))
    return weighed(text, on, led, readings, earlier=before, kept=kept, recorded=recorded)


def weighed(
    text: str,
    on: date,
    led: Route,
    readings: Readings,
    *,
    earlier: Situation = NOTHING,
    kept: Situation = NOTHING,
    recorded: Recorded = NOTHING_RECORDED,
) -> Understood:
    """What a route and readings come to under the rules of a day."""
    facts, assumed = _situation(readings.taken), _situation(readings.assumed, Source.ASSUMED)
    said = {reading.fact.id for reading in readings.readings}
    before = _without(earlier, said)
    used = _used(led, kept, {*said, *before})
    assessment = None
    if led.scheme is not None and not led.comparison and (said or before or led.intent in _ABOUT_ONESELF):
        assessment, refused = _assess(led.scheme, {**used, **before}, {**facts, **assumed}, on, recorded)
        readings = _doubt(readings, refused)
        facts, assumed = _without(facts, refused), _without(assumed, refused)
        before, used = _without(before, refused), _without(used, refused)
    places = _citations(led, assessment)
    return Understood(text, on, led, readings, facts, assumed, assessment, places, before, used)


def _used(led: Route, kept: Situation, said: Collection[str]) -> Situation:
    """The answers from before that the scheme in question asks for and that were not just said anew."""
    scheme = SCHEMES.get(led.scheme or "")
    names = scheme.fact_ids if scheme else ()
    return {name: answer for name, answer in kept.items() if name in names and name not in said}


def _without(situation: Situation, names: Collection[str]) -> Situation:
    return {name: answer for name, answer in situation.items() if name not in names}


def _refuse_unreadable(text: str) -> None:
    if len(text) > LONGEST:
        raise IntakeRefused("ask_too_long", length=str(len(text)), limit=str(LONGEST))
    if not any(character.isalnum() for character in text):
        raise IntakeRefused("ask_empty")


def _readings(text: str, on: date, led: Route) -> Readings:
    return read_facts(text, on, language=led.language, scheme=led.scheme, thresholds=_thresholds(led, on))


def _thresholds(led: Route, on: date) -> Callable[[Fact], frozenset[Decimal]]:
    """The figures to beware of are those of the scheme in question, or of all where it is open."""
    schemes = [SCHEMES[led.scheme]] if led.scheme else list(SCHEMES.values())

    def figures(fact: Fact) -> frozenset[Decimal]:
        return thresholds(fact, schemes, on)

    return figures


def _situation(taken: tuple[FactReading, ...], source: Source = Source.READ) -> Situation:
    return {
        reading.fact.id: Answer(reading.state, reading.value, source, reading.said[:200])
        for reading in taken
        if reading.state is not None
    }


def _assess(
    scheme_id: str, before: Situation, said: Situation, on: date, recorded: Recorded
) -> tuple[Assessment | None, frozenset[str]]:
    """The assessment, and the facts it could not take: of those from before first, then of those said."""
    refused: frozenset[str] = frozenset()
    while True:
        situation = _without({**before, **said}, refused)
        try:
            return assess(SCHEMES[scheme_id], situation, on, recorded), refused
        except Refusal as error:
            if not situation:
                raise
            clashing = _clashing(error) & situation.keys() or frozenset(situation)
            refused |= (clashing & before.keys()) - said.keys() or clashing


def _clashing(error: Refusal) -> frozenset[str]:
    if isinstance(error, Contradiction):
        return frozenset(error.facts)
    fact = getattr(error, "fact", None)
    return frozenset() if fact is None else frozenset({fact.id})


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
