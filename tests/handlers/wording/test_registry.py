"""Whatever the rules can name has words in every language, with the figures of the law in their places."""

from collections.abc import Iterator
from datetime import date
from string import Formatter

import pytest

from handlers.wording import terms
from handlers.wording.catalogue import LANGUAGES, Translator, _texts, wording_for
from handlers.wording.help import COMMANDS
from rules import vocabulary
from rules.engine.amounts import Readings, Step
from rules.engine.facts import Fact, Kind
from rules.engine.findings import Clauses, Decision, Finding, Options, Spans
from rules.engine.result import Status, Validity, Verdict
from rules.engine.scheme import Nature, Per, Scheme
from rules.engine.situation import Source
from rules.schemes import FACTS, SCHEMES

ON = date(2026, 11, 22)


def keys_of_a_fact(fact: Fact) -> Iterator[str]:
    yield from (f"fact.{fact.id}.{part}" for part in ("label", "question", "help"))
    yield f"expected.{terms.answer_form(fact)}"
    yield f"check.hint.{terms.answer_form(fact)}"
    if fact.unit not in {"", "share"}:
        yield f"unit.{fact.unit}"


def all_schemes() -> list[Scheme]:
    """Every scheme, and the further assessments within one."""
    return [one for scheme in SCHEMES.values() for one in (scheme, *scheme.further)]


def keys_of_a_finding(finding: Finding) -> Iterator[str]:
    if isinstance(finding, Clauses):
        clauses = [clause for option in finding.options for part in option.alternatives for clause in part]
        yield from (f"clause.{clause.id}" for clause in clauses)
        yield from (f"finding.grades.{option.id}" for option in finding.options)
    elif not isinstance(finding, Spans):
        yield f"finding.{finding.id}"
    if isinstance(finding, Options):
        yield from (f"finding.{finding.id}.{option.id}" for option in finding.options)
        yield f"finding.{finding.id}.none"
    if isinstance(finding, Decision):
        outcomes = [outcome.value for outcome in finding.outcomes]
        names = [{True: "yes", False: "no"}[o] if isinstance(o, bool) else o for o in outcomes]
        yield from (f"finding.{finding.id}.{name}" for name in names)


def keys_of_a_scheme(scheme: Scheme) -> Iterator[str]:
    yield from (terms.scheme_key(scheme, part) for part in ("title", "short", "authority", "summary"))
    for finding in scheme.findings:
        yield from keys_of_a_finding(finding)
    yield from (f"procedure.{scheme.id}.{step.id}" for step in scheme.procedure)
    yield from (f"body.{step.body}" for step in scheme.procedure)
    yield from (f"constraint.{constraint.id}" for constraint in scheme.constraints)
    if scheme.award is None:
        return
    for node in scheme.award.amount.walk():
        if isinstance(node, Step):
            yield f"step.{node.id}"
        if isinstance(node, Readings):
            yield from (f"reading.{reading.id}" for reading in node.readings)


def keys_of_the_engine() -> Iterator[str]:
    families = {
        "verdict": Verdict,
        "verdict.short": Verdict,
        "status": Status,
        "validity": Validity,
        "validity.short": Validity,
        "nature": Nature,
        "nature.short": Nature,
        "award": Per,
        "source": Source,
    }
    for family, members in families.items():
        yield from (f"{family}.{member}" for member in members)
    yield from (f"constraint.{constraint.id}" for constraint in vocabulary.CONSTRAINTS)
    yield from (f"command.{command}" for command in COMMANDS)


@pytest.fixture(params=LANGUAGES)
def wording(request: pytest.FixtureRequest) -> Translator:
    return wording_for(request.param, strict=True)


def test_every_fact_can_be_asked(wording: Translator) -> None:
    keys = {key for fact in FACTS.values() for key in keys_of_a_fact(fact)}
    assert len(keys) > len(FACTS)
    assert sorted(key for key in keys if not wording.has(key)) == []


def test_every_choice_has_a_name_and_no_two_of_a_fact_share_one(wording: Translator) -> None:
    with_choices = [fact for fact in FACTS.values() if fact.choices]
    assert with_choices
    for fact in with_choices:
        names = {terms.choice(wording, fact, member) for member in fact.choices}
        assert len(names) == len(fact.choices), fact.id


def test_every_scheme_can_be_explained(wording: Translator) -> None:
    keys = {key for scheme in all_schemes() for key in keys_of_a_scheme(scheme)}
    assert keys
    assert sorted(key for key in keys if not wording.has(key)) == []


def test_every_member_of_the_engine_has_a_name(wording: Translator) -> None:
    assert sorted(key for key in keys_of_the_engine() if not wording.has(key)) == []


def test_every_criterion_and_note_is_worded_with_its_figures(wording: Translator) -> None:
    texts = [
        *(
            terms.requirement(wording, scheme, criterion, ON)
            for scheme in all_schemes()
            for criterion in scheme.requirements
        ),
        *(terms.note(wording, scheme, note, ON) for scheme in all_schemes() for note in scheme.notes),
        *(terms.summary(wording, scheme, ON) for scheme in all_schemes()),
    ]
    assert texts
    assert [text for text in texts if "{" in text or not text.strip()] == []


def test_labels_fit_on_a_button_and_questions_on_a_phone(wording: Translator) -> None:
    long = [fact.id for fact in FACTS.values() if len(terms.label(wording, fact)) > 40]
    assert long == []
    wide = [f for f in FACTS if len(wording.text(f"fact.{f}.question")) > 130]
    assert wide == []
    short = [scheme.id for scheme in all_schemes() if len(terms.short_title(wording, scheme)) > 40]
    assert short == []


def test_command_descriptions_are_of_a_length_that_telegram_takes(wording: Translator) -> None:
    assert all(1 <= len(wording.text(f"command.{command}")) <= 256 for command in COMMANDS)
    assert len(wording.text("bot.short_description")) <= 120
    assert len(wording.text("bot.description")) <= 512


def test_placeholders_are_plain_names(wording: Translator) -> None:
    """No {0}, {x.y} or {x:>9} in a catalogue: a translator sees names only."""
    texts = [form for forms in _texts(wording.language).forms.values() for form in forms]
    assert len(texts) > 300
    for text in texts:
        for _, name, spec, conversion in Formatter().parse(text):
            assert name is None or (name.isidentifier() and not spec and conversion is None), text


def test_every_kind_of_fact_has_a_hint_and_an_expectation(wording: Translator) -> None:
    for kind in Kind:
        assert wording.has(f"check.hint.{kind}")
        assert wording.has(f"expected.{kind}")
