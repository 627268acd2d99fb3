"""Whom each place of a text speaks of, and whether it states, supposes, asks or does not know."""

from dataclasses import dataclass
from enum import Enum, auto

from handlers.understanding.reading.clauses import Clause, Places, split_clauses
from handlers.understanding.reading.tables import scope

_NEVER = 1 << 30
_SHORT = 14
"""Characters of a clause that says no more than not to know."""


class Stance(Enum):
    """How what stands at a place is meant."""

    STATED = auto()
    ASSUMED = auto()
    GENERAL = auto()
    ASKED = auto()
    OTHER = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class View:
    """What is known of one clause. Positions are of the whole text; `_NEVER` where there is none."""

    clause: Clause
    own_at: int
    own_before: bool
    other_from: int
    other_until: int
    related_from: int
    onset: int
    asked_whole: bool
    assumed_from: int
    episode: bool
    unknown: bool
    distributive: bool


class Scene:
    """The clauses of a text and the stance of every position."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.clauses = split_clauses(text)
        self.places = Places(self.clauses)
        self.several = bool(scope("several").search(text)) and len(_all("distributive", text)) > 1
        self.views = tuple(_views(self.clauses))
        self._sentences = _sentences(text, self.clauses)

    def view(self, position: int) -> View:
        """The clause that holds a position, with what is known of it."""
        return self.views[self.places.number(position)]

    def sentence(self, position: int) -> str:
        """The whole sentence that holds a position."""
        return self._sentences[self.view(position).clause.sentence]

    def stance(self, position: int, *, of_vendor: bool = False) -> Stance:
        """How what stands there is meant; `of_vendor` where the fact itself is about a related party."""
        view = self.view(position)
        if self._is_unknown(position):
            return Stance.UNKNOWN
        if view.other_from <= position < view.other_until or (
            view.related_from <= position and not of_vendor
        ):
            return Stance.OTHER
        if view.assumed_from <= position:
            return Stance.ASSUMED
        if view.asked_whole or view.onset <= position:
            return Stance.ASKED
        if view.onset < _NEVER and not (view.own_at <= position or view.own_before or view.episode):
            return Stance.GENERAL
        return Stance.STATED

    def is_of_one(self, position: int) -> bool:
        """Whether a place is about one of several applicants or projects only."""
        number = self.places.number(position)
        return self.several and any(
            view.distributive
            for view in self.views[max(number - 1, 0) : number + 1]
            if view.clause.sentence == self.views[number].clause.sentence
        )

    def _asks_what_is_unknown(self, number: int, position: int) -> bool:
        """「不清楚,有没有涉税问题」: the question behind a short "I do not know"."""
        before, here = self.views[number - 1], self.views[number]
        same = before.clause.sentence == here.clause.sentence
        short = len(before.clause.text.strip()) <= _SHORT
        asked = here.onset <= position or here.asked_whole
        return before.unknown and same and short and asked

    def _is_unknown(self, position: int) -> bool:
        number = self.places.number(position)
        if self.views[number].unknown:
            return True
        if number and self._asks_what_is_unknown(number, position):
            return True
        behind = self.views[number + 1] if number + 1 < len(self.views) else None
        asked = self.views[number].onset < _NEVER or self.views[number].asked_whole
        return bool(asked and behind and behind.unknown and len(behind.clause.text.strip()) <= 9)


def _sentences(text: str, clauses: tuple[Clause, ...]) -> dict[int, str]:
    firsts: dict[int, int] = {}
    lasts: dict[int, int] = {}
    for clause in clauses:
        firsts.setdefault(clause.sentence, clause.start)
        lasts[clause.sentence] = clause.end
    return {number: text[start : lasts[number]] for number, start in firsts.items()}


def _all(name: str, text: str) -> list[int]:
    return [match.start() for match in scope(name).finditer(text)]


def _first(name: str, clause: Clause) -> int:
    match = scope(name).search(clause.text)
    return clause.start + match.start() if match else _NEVER


def _views(clauses: tuple[Clause, ...]) -> list[View]:
    """Every clause, with the subject and the supposition that run on from the clauses before it."""
    views: list[View] = []
    other_runs = assumed_runs = own_before = False
    sentence = -1
    for clause in clauses:
        if clause.sentence != sentence:
            assumed_runs = own_before = False
            sentence = clause.sentence
        view = _view(clause, other_runs, assumed_runs, own_before)
        views.append(view)
        other_runs = view.other_from < view.other_until == _NEVER
        own_before = own_before or view.own_at < _NEVER
        assumed_runs = view.assumed_from < _NEVER
    return views


def _view(clause: Clause, other_runs: bool, assumed_runs: bool, own_before: bool) -> View:
    other_from, other_until, own_at = _subjects(clause, other_runs)
    onset = _first("onset", clause)
    return View(
        clause=clause,
        own_at=own_at,
        own_before=own_before,
        other_from=other_from,
        other_until=other_until,
        related_from=_related_from(clause),
        onset=onset,
        asked_whole=onset == _NEVER and bool(scope("asked_whole").search(clause.text)),
        assumed_from=_assumed_from(clause, assumed_runs),
        episode=bool(scope("episode").search(clause.text)),
        unknown=_says_unknown(clause),
        distributive=bool(scope("distributive").search(clause.text)),
    )


def _subjects(clause: Clause, other_runs: bool) -> tuple[int, int, int]:
    """From and until where another applicant is spoken of, and where the asker is first named."""
    others = [(match.start(), match.end()) for match in scope("others").finditer(clause.text)]
    owns = [
        match.start()
        for match in scope("own").finditer(clause.text)
        if not any(start <= match.start() < end for start, end in others)
    ]
    own_at = clause.start + owns[0] if owns else _NEVER
    if others:
        start = others[0][0]
        behind = [at for at in owns if at > start]
        return clause.start + start, clause.start + behind[0] if behind else _NEVER, own_at
    if other_runs:
        return clause.start, own_at, own_at
    return _NEVER, _NEVER, own_at


def _related_from(clause: Clause) -> int:
    """Where a supplier or the like becomes the subject; 从服务商买 leaves the asker the subject."""
    for match in scope("related").finditer(clause.text):
        if not scope("towards").search(clause.text[: match.start()]):
            return clause.start + match.start()
    return _NEVER


def _assumed_from(clause: Clause, runs: bool) -> int:
    done = bool(scope("done").search(clause.text))
    if runs and not done:
        return clause.start
    if scope("hypothesis_clause").search(clause.text) and not done:
        return clause.start
    plan = _NEVER if done else _first("plan", clause)
    return min(_first("hypothesis", clause), plan)


def _says_unknown(clause: Clause) -> bool:
    match = scope("unknown").search(clause.text)
    return bool(match and not scope("not_unknown").search(clause.text[match.end() :]))
