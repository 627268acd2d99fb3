"""Where a conversation stands: the names of the screens, and what comes after an answer.

A screen is named `kind` or `kind:detail`. Two kinds ask a question: `check` within a check, after which the
next question comes by itself, and `edit` from a person's profile, after which the profile comes back.
"""

from handlers.codes import ALL
from handlers.session import State
from rules.engine.refusals import BadValue, InapplicableRefused, Refusal
from rules.schemes import ASSESSMENTS, FACTS

CHECK = "check"
EDIT = "edit"
WHY = "why"
CONFIRM = "confirm"
MEMBERS = "members"
PARTS = "parts"
ASKING = frozenset({CHECK, EDIT})
CONCLUDING = frozenset({"result", "card", "change", "basis"})


def kind_of(view: str) -> str:
    """The first part of a screen's name."""
    return view.partition(":")[0]


def detail_of(view: str) -> str:
    """The second part of a screen's name, "" where there is none."""
    return view.partition(":")[2]


def asked_fact(state: State) -> str:
    """The fact that the screen asks for; "" where it asks none, or one that no longer exists."""
    check = state.check
    return check.fact if kind_of(check.view) in ASKING and check.fact in FACTS else ""


def knows(target: str) -> bool:
    """Whether a target still exists."""
    return target == ALL or target in ASSESSMENTS


def conclude(state: State, view: str) -> State:
    """A screen that rests on the whole of the answers, unless they cannot be true together."""
    if not knows(state.check.target):
        return state.on_screen("targets")
    try:
        state.overview(state.check.target)
    except Refusal as refusal:
        return _troubled(state, refusal)
    return state.on_screen(view)


def settled(state: State) -> State:
    """The same state, or where its screen can no longer be shown, the next that can.

    Between two screens a fact can go with a new release, and an answer can change in another chat.
    """
    kind, check = kind_of(state.check.view), state.check
    if kind == EDIT and check.fact not in FACTS:
        return state.on_screen("profile")
    if kind == "fact" and check.fact not in state.answers:
        return state.on_screen("profile")
    if kind == CHECK and not (check.fact in FACTS and knows(check.target)):
        return advance(state)
    if kind == "conflict":
        return _settled_conflict(state)
    if kind in CONCLUDING:
        return conclude(state, check.view)
    return state


def _settled_conflict(state: State) -> State:
    if knows(state.check.target):
        return advance(state)
    clash = state.contradiction(ALL)
    return state if clash else state.on_screen("profile")


def advance(state: State) -> State:
    """On to what comes next in a check: a question, a contradiction to settle, or the result."""
    if not knows(state.check.target):
        return state.on_screen("targets")
    try:
        found = state.plan(state.check.target)
    except Refusal as refusal:
        return _troubled(state, refusal)
    if found.next is not None:
        return state.on_screen(CHECK, fact=found.next)
    return conclude(state, "result")


def _troubled(state: State, refusal: Refusal) -> State:
    """On to where what the engine refuses can be put right."""
    if isinstance(refusal, InapplicableRefused | BadValue):
        return state.on_screen(CHECK, fact=refusal.fact.id)
    return state.on_screen("conflict")
