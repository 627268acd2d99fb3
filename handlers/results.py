"""The screens at the end of a check: one result, the list of all, what can be changed, contradictions."""

from collections.abc import Iterable

from handlers import flow
from handlers.codes import ALL
from handlers.keyboards import Verb
from handlers.overview import schemes_of
from handlers.receipts.ground import ground_of
from handlers.screens import Button, Row, Screen, button, in_rows, screen
from handlers.session import State
from handlers.timetable import deadline_row
from handlers.wording import terms
from handlers.wording.card import card
from handlers.wording.html import pre
from handlers.wording.list_card import list_card, ranked
from handlers.wording.profile import profile_button
from handlers.wording.receipt import receipted_card
from handlers.wording.refusals import engine_refusal
from handlers.wording.splitting import split
from rules.engine.facts import Fact
from rules.engine.result import Assessment
from rules.schemes import FACTS, SCHEMES

PAGE = 8
"""Answers on one page of buttons."""


def result_screen(state: State) -> Screen:
    """The result of the target: one scheme's card, or the list of all."""
    return _result(state, state.check.target)


def card_screen(state: State) -> Screen:
    """One scheme's card out of the list of all."""
    return _result(state, flow.detail_of(state.check.view))


def _result(state: State, target: str) -> Screen:
    found = state.overview(target)
    if target == ALL:
        return screen(*list_card(state.words, found), rows=_rows_of_list(state, found))
    assessment = found[0]
    receipt = ground_of(assessment, state.answers, state.assessor.records.recorded).id
    shown = card(state.words, assessment, state.answers, receipt)
    return screen(*shown, rows=_rows_of_card(state, assessment))


def _rows_of_list(state: State, assessments: Iterable[Assessment]) -> Iterable[Row]:
    words = state.words
    order = [assessment.scheme for assessment in ranked(assessments)]
    yield from in_rows(
        button(terms.short_title(words, scheme), Verb.RESULT, target=scheme.id) for scheme in order
    )
    if state.plan(ALL).next is not None:
        yield (button(words.text("button.continue"), Verb.CHECK, target=ALL),)
    yield _common_row(state, ALL)
    yield (button(words.text("button.schemes"), Verb.SCHEMES),)


def _rows_of_card(state: State, assessment: Assessment) -> Iterable[Row]:
    words, target = state.words, assessment.scheme.id
    if assessment.next is not None:
        yield (button(words.text("button.continue"), Verb.CHECK, target=target),)
    yield _common_row(state, target)
    yield (button(words.text("button.basis"), Verb.BASIS, target=target),)
    yield from deadline_row(state, target)
    yield from _other_parts(state, target)
    if state.check.target == ALL:
        yield (button(words.text("button.back"), Verb.RESULT, target=ALL),)
    else:
        yield (button(words.text("button.another"), Verb.SCHEMES),)


def _other_parts(state: State, target: str) -> Iterable[Row]:
    """The other assessments of the same instrument."""
    scheme = SCHEMES[target.partition("/")[0]]
    for part in (scheme, *scheme.further) if scheme.further else ():
        if part.id != target:
            label = terms.short_title(state.words, part)
            yield (button(label, Verb.BEGIN, target=part.id),)


def _common_row(state: State, target: str) -> Row:
    words = state.words
    return (
        button(words.text("button.change"), Verb.CHANGE, target=target),
        button(words.text("button.copy"), Verb.COPY, target=target),
    )


def copy_of(state: State, target: str) -> Screen:
    """A result as plain text that a tap copies."""
    found = state.overview(target)
    if target == ALL:
        text = "\n\n".join(part.plain for part in list_card(state.words, found))
    else:
        recorded = state.assessor.records.recorded
        text = receipted_card(state.words, found[0], state.answers, recorded)
    return Screen(tuple(split([pre(text)])))


def change_screen(state: State) -> Screen:
    """The answers that a result rests on, one button each."""
    words = state.words
    target, _, page = flow.detail_of(state.check.view).partition(" ")
    target = target if flow.knows(target) else ALL
    facts = used_facts(state, target)
    if not facts:
        back = (button(words.text("button.back"), Verb.RESULT, target=target),)
        return screen(words.text("check.change_none"), rows=[back])
    number = int(page) if page.isdecimal() else 0
    rows = [(_change(state, fact),) for fact in _page(facts, number)]
    turning = pages(state, len(facts), number, Verb.CHANGE, target=target)
    back = (button(words.text("button.back"), Verb.RESULT, target=target),)
    return screen(words.text("check.change_title"), rows=[*rows, turning, back])


def used_facts(state: State, target: str) -> list[Fact]:
    """The answered facts that a target uses, in asking order."""
    facts = {fact.id: fact for scheme in schemes_of(target) for fact in scheme.facts}
    return [fact for fact in facts.values() if fact.id in state.answers]


def pages(state: State, count: int, number: int, verb: Verb, *, target: str = "") -> Row:
    """Buttons to the pages before and after this one."""
    words = state.words
    row = []
    if number > 0:
        row.append(button(words.text("button.previous"), verb, number=number - 1, target=target))
    if (number + 1) * PAGE < count:
        row.append(button(words.text("button.next"), verb, number=number + 1, target=target))
    return tuple(row)


def _page(facts: list[Fact], number: int) -> list[Fact]:
    return facts[number * PAGE : (number + 1) * PAGE]


def _change(state: State, fact: Fact, verb: Verb = Verb.ASK) -> Button:
    return button(profile_button(state.words, fact, state.answers[fact.id]), verb, fact=fact.id)


def conflict_screen(state: State) -> Screen:
    """Answers that cannot be true together, each with a button to correct it."""
    within_check = flow.knows(state.check.target)
    targets = (state.check.target, ALL) if within_check else (ALL,)
    clash = state.contradiction(*targets)
    facts = [FACTS[fact_id] for fact_id in clash.facts if fact_id in state.answers] if clash else []
    verb = Verb.ASK if within_check else Verb.EDIT
    said = engine_refusal(state.words, clash, state.answers) if clash else ""
    return screen(said, rows=in_rows(_change(state, fact, verb) for fact in facts))
