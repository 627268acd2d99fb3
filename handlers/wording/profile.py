"""What a person has answered: the whole list, and one answer with where it came from."""

from collections.abc import Iterable

from handlers.wording.catalogue import Translator
from handlers.wording.html import Html, bold, html, lines
from handlers.wording.people import shown
from handlers.wording.splitting import split
from handlers.wording.terms import answer, label, short_title
from rules.engine.facts import Fact
from rules.engine.scheme import Scheme
from rules.engine.situation import Answer, Situation, Source, State
from rules.schemes import ASSESSMENTS, FACTS

_COLUMNS = 40
_LEAST_LABEL, _LONGEST_VALUE = 6, 48
_FIRST_WIDE = "\u2e80"


def profile_card(wording: Translator, situation: Situation) -> list[Html]:
    """Every answer on a line of its own, in the order of the vocabulary."""
    facts = [fact for fact in FACTS.values() if fact.id in situation]
    title = bold(wording.text("profile.title"))
    if not facts:
        return split([lines(title, wording.text("profile.empty"))])
    rows = lines(*(_row(wording, fact, situation[fact.id]) for fact in facts))
    return split([lines(title, wording.text("profile.intro")), rows])


def profile_button(wording: Translator, fact: Fact, given: Answer) -> str:
    """One answer as the label of a button: where it is too long the name gives way, not the value."""
    value = _cut(answer(wording, fact, given), _LONGEST_VALUE)
    name = label(wording, fact)
    room = max((_COLUMNS - _columns(value)) * len(name) // _columns(name), _LEAST_LABEL)
    return wording.text("general.colon", label=_cut(name, room), value=value)


def answer_card(wording: Translator, fact: Fact, given: Answer) -> Html:
    """One answer: where it came from, the words it was read from, the schemes that use it."""
    used_by = wording.listed(short_title(wording, scheme) for scheme in _users(fact, ASSESSMENTS.values()))
    return lines(
        html(label(wording, fact), " ", bold(answer(wording, fact, given))),
        _provenance(wording, given),
        wording.text("profile.used_by", schemes=used_by) if used_by else "",
    )


def record(wording: Translator, fact: Fact, given: Answer) -> Html:
    """What was just answered, on one line that stays in the chat."""
    return wording.html(
        "check.recorded", label=label(wording, fact), value=bold(answer(wording, fact, given))
    )


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _columns(text: str) -> int:
    """How wide a text stands on a button: letters of CJK count double."""
    return sum(1 + (letter >= _FIRST_WIDE) for letter in text)


def _row(wording: Translator, fact: Fact, given: Answer) -> Html:
    value = bold(answer(wording, fact, given))
    source = ""
    if given.source is not Source.CHOSEN and given.state is State.KNOWN:
        source = f" · {wording.text(f'source.{given.source}')}"
    return html(wording.html("general.colon", label=label(wording, fact), value=value), source)


def _provenance(wording: Translator, given: Answer) -> str:
    source = wording.text(f"source.{given.source}")
    return wording.text("profile.said", source=source, said=shown(given.said)) if given.said else source


def _users(fact: Fact, schemes: Iterable[Scheme]) -> list[Scheme]:
    return [scheme for scheme in schemes if fact.id in scheme.fact_ids]
