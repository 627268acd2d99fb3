"""Yes-or-no facts, with negation before and behind."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from handlers.understanding.reading.found import Found
from handlers.understanding.reading.negation import is_denied, is_signed
from handlers.understanding.reading.scene import Scene, Stance
from handlers.understanding.reading.tables import document, pattern, scope
from rules.engine.situation import State

_TITLE_BEHIND = re.compile(
    r"(?:企业|项目)?的?(?:奖励|奖|补贴|补助|政策|标准|条件|流程|资金|申报|申请(?!了)|认定|材料|名单|评选)"
)


_REMOVED = re.compile(
    r"(?P<not_yet>没|未|等待?|申请|正在|准备)?[^,。;没未]{0,4}"
    r"(?:移出|移除|撤出|解除|清出|退出|撤销|修复|removed? from|taken off)"
    r"(?:了|the|企业|our| )*\Z"
)
_NEAR = 80
"""Characters around a name in which its negation is looked for."""
_LIST_WORDS = "、和或者及以与也都还有, "
_INNER_NEGATION = re.compile(r"\b(?:not|never)\b|n't\b|(?<![а-я])не(?![а-я])")


@dataclass(frozen=True, slots=True)
class FlagRule:
    """The words of one fact; see the head of flags.toml."""

    fact: str
    names: re.Pattern[str]
    says: re.Pattern[str]
    denies: re.Pattern[str]
    exclude: re.Pattern[str] | None
    requires: re.Pattern[str] | None
    past: re.Pattern[str] | None
    context: frozenset[str]
    bare: bool
    vendor: bool
    explicit: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a fact: `value` is what they say by themselves, `None` for a name."""

    rule: FlagRule
    start: int
    end: int
    value: bool | None


@cache
def rules() -> tuple[FlagRule, ...]:
    """The table of flags, compiled."""
    return tuple(_rule(fact, row) for fact, row in document("flags").items())


def _rule(fact: str, row: dict[str, Any]) -> FlagRule:
    def optional(key: str) -> re.Pattern[str] | None:
        return re.compile(row[key]) if key in row else None

    return FlagRule(
        fact,
        pattern(row.get("names", ())),
        pattern(row.get("says", ())),
        pattern(row.get("denies", ())),
        optional("exclude"),
        optional("requires"),
        optional("past"),
        frozenset(row.get("context", ())),
        bool(row.get("bare")),
        bool(row.get("vendor")),
        bool(row.get("explicit")),
    )


class Flags:
    """Reads every flag of one text."""

    def __init__(self, scene: Scene, contexts: Collection[str]) -> None:
        self.scene, self.text = scene, scene.text
        self._excluded: dict[tuple[str, int], bool] = {}
        self._polarity: dict[int, bool | None] = {}
        self.hits = [
            hit
            for rule in rules()
            if (not rule.context or rule.context & set(contexts))
            and (rule.requires is None or rule.requires.search(self.text))
            for hit in self._hits(rule)
        ]
        self.masked = _masked(self.text, self.hits)

    def read(self) -> Iterator[Found]:
        """Every flag that is stated, supposed or not known."""
        ordered = sorted(self.hits, key=lambda hit: (hit.start, hit.end))
        for hit in ordered:
            yield from self._read(hit)
        yield from self._elliptic(ordered)

    def _elliptic(self, ordered: list[Hit]) -> Iterator[Found]:
        """供应商有涉税问题,我们没有: the asker denies what the clause before says of another."""
        clauses = self.scene.clauses
        short = {n for n, clause in enumerate(clauses) if n and scope("ellipsis").search(clause.text)}
        for hit in ordered:
            number = self.scene.places.number(hit.start) + 1
            if number in short and self.scene.stance(hit.start) is Stance.OTHER:
                yield Found(hit.rule.fact, False, clauses[number].start, clauses[number].end)

    def _hits(self, rule: FlagRule) -> Iterator[Hit]:
        taken = bytearray(len(self.text))
        for words, value in ((rule.denies, False), (rule.says, True), (rule.names, None)):
            for match in words.finditer(self.text):
                start, end = match.span()
                if end == start or any(taken[start:end]):
                    continue
                if rule.exclude and self._is_excluded(rule, start):
                    continue
                taken[start:end] = b"\x01" * (end - start)
                yield Hit(rule, start, end, value)

    def _is_excluded(self, rule: FlagRule, position: int) -> bool:
        clause = self.scene.view(position).clause
        key = (rule.fact, clause.start)
        if key not in self._excluded:
            self._excluded[key] = bool(rule.exclude and rule.exclude.search(clause.text))
        return self._excluded[key]

    def _read(self, hit: Hit) -> Iterator[Found]:
        stance = self.scene.stance(hit.start, of_vendor=hit.rule.vendor)
        if stance is Stance.UNKNOWN:
            yield Found(hit.rule.fact, None, hit.start, hit.end, state=State.UNKNOWN)
        if stance not in {Stance.STATED, Stance.ASSUMED} or self._is_general(hit):
            return
        value = self._value(hit)
        number = self.scene.places.number(hit.start)
        self._polarity[number] = value
        if value is not None:
            yield Found(hit.rule.fact, value, hit.start, hit.end, assumed=stance is Stance.ASSUMED)

    def _value(self, hit: Hit) -> bool | None:
        if hit.value is False:
            return False
        clause = self.scene.view(hit.start).clause
        since, until = max(clause.start, hit.start - _NEAR), min(clause.end, hit.end + _NEAR)
        removed = _REMOVED.search(self.text[since : hit.start][-24:])
        if removed:
            return bool(removed["not_yet"])
        before, behind = self.masked[since : hit.start], self.masked[hit.end : until]
        denied = is_denied(before, behind)
        if denied is None:
            return None
        if denied:
            return False
        if hit.rule.past and hit.rule.past.search(clause.text):
            return None
        if hit.value:
            return not _INNER_NEGATION.search(self.text[hit.start : hit.end])
        return self._named(hit, before, behind)

    def _named(self, hit: Hit, before: str, behind: str) -> bool | None:
        """A name alone: so with a sign or for a status; in a list as the clause before it."""
        number = self.scene.places.number(hit.start)
        if number and self._is_bare_list(number) and self._polarity.get(number - 1) is False:
            return False
        if hit.rule.explicit:
            return None
        signed = is_signed(before, behind)
        if hit.rule.bare and (signed or not _is_latin(self.text[hit.start : hit.end])):
            return None if _TITLE_BEHIND.match(behind) and not signed else True
        return True if signed else None

    def _is_bare_list(self, number: int) -> bool:
        clause = self.scene.clauses[number].start, self.scene.clauses[number].end
        return not self.masked[slice(*clause)].strip(_LIST_WORDS)

    def _is_general(self, hit: Hit) -> bool:
        """「有失信记录的企业」 without the asker: said of whoever is like that."""
        view = self.scene.view(hit.start)
        behind = self.text[hit.end : min(view.clause.end, hit.end + _NEAR)]
        own = view.own_at <= hit.start or view.own_before
        return not own and not hit.rule.vendor and bool(scope("general_subject").match(behind))


def _masked(text: str, hits: list[Hit]) -> str:
    """The text with every name of a fact as 、, of the same length."""
    pieces = list(text)
    for hit in hits:
        if hit.value is None:
            pieces[hit.start : hit.end] = "、" * (hit.end - hit.start)
    for match in scope("neutral").finditer(text):
        pieces[match.start() : match.end()] = "、" * (match.end() - match.start())
    return "".join(pieces)


def _is_latin(words: str) -> bool:
    return not any("一" <= character <= "鿿" or character.isdigit() for character in words)
