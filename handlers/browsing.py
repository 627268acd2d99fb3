"""The screens for finding one's way: the greeting, the schemes, what can be checked, the languages."""

from handlers import flow
from handlers.codes import ALL
from handlers.keyboards import Verb
from handlers.screens import Button, Row, Screen, button, in_rows, screen
from handlers.session import State
from handlers.wording import terms
from handlers.wording.catalogue import LANGUAGES, NATIVE_NAMES
from handlers.wording.help import help_card, start_card
from handlers.wording.html import bold, lines
from handlers.wording.schemes import schemes_card
from rules.schemes import ASSESSMENTS, SCHEMES


def start_screen(state: State) -> Screen:
    """The greeting, and the ways to begin."""
    words = state.words
    rows = [
        *resume_rows(state),
        (button(words.text("button.which"), Verb.CHECK, target=ALL),),
        (button(words.text("button.schemes"), Verb.SCHEMES), language_button(state)),
    ]
    return screen(start_card(words, known_before=bool(state.answers)), rows=rows)


def targets_screen(state: State) -> Screen:
    """What can be checked: one scheme, or all together; a check that was begun can go on."""
    rows = [*resume_rows(state), *_targets(state)]
    return screen(state.words.text("check.choose"), rows=rows)


def schemes_screen(state: State) -> Screen:
    """Every scheme with what it gives, and a button to check it."""
    shown = schemes_card(state.words, tuple(SCHEMES.values()), state.today)
    browse = (button(state.words.text("button.browse"), Verb.BROWSE),)
    return screen(*shown, rows=[*_targets(state), browse])


def _targets(state: State) -> list[Row]:
    words = state.words
    which = button(words.text("button.which"), Verb.CHECK, target=ALL)
    schemes = (
        button(terms.short_title(words, scheme), Verb.CHECK, target=scheme.id) for scheme in SCHEMES.values()
    )
    return [*in_rows(schemes), (which,)]


def parts_screen(state: State) -> Screen:
    """What can be checked within one instrument: a project, and the further assessments."""
    scheme = SCHEMES.get(flow.detail_of(state.check.view))
    if scheme is None:
        return targets_screen(state)
    words = state.words
    project = button(words.text("button.this_project"), Verb.BEGIN, target=scheme.id)
    further = (button(terms.short_title(words, part), Verb.BEGIN, target=part.id) for part in scheme.further)
    asked = lines(bold(terms.title(words, scheme)), words.text("check.choose_part"))
    back = button(words.text("button.back"), Verb.TARGETS)
    return screen(asked, rows=[*resume_rows(state), *((one,) for one in (project, *further)), (back,)])


def resume_rows(state: State) -> list[Row]:
    """The way back into a check that was begun."""
    target = state.check.target
    if not (flow.knows(target) and state.check.trail):
        return []
    words = state.words
    name = words.text("check.all") if target == ALL else terms.short_title(words, ASSESSMENTS[target])
    return [(button(words.text("button.continue_with", title=name), Verb.RESUME),)]


def language_screen(state: State) -> Screen:
    """The languages, each in its own name."""
    names = (button(NATIVE_NAMES[language], Verb.LANGUAGE, language=language) for language in LANGUAGES)
    return screen(state.words.text("language.choose"), rows=in_rows(names))


def language_button(state: State) -> Button:
    """The way to the languages, which somebody who reads none of this has to recognise."""
    return button(f"🌐 {state.words.text('button.language')}", Verb.LANGUAGES)


def help_message(state: State) -> Screen:
    """How the bot is used."""
    return screen(*help_card(state.words, state.bot_name))
