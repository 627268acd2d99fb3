"""The best possible order of questions for a crowd, by search over everything that can have been answered.

A group is a set of facts that decides something together. What has been answered of it is a state; answers
that lead to the same future are one answer. An order may depend on every answer so far. The search knows
the crowd itself: no order whatever, clever or lucky, asks that crowd fewer questions on average.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product

from tests.rules.oracle import Day, Known, Rule, representatives
from tests.rules.populations import Applicant
from tests.rules.situations import good

Answers = tuple[object, ...]
"""What has been answered of a group's facts, in their order; `None` where nothing has."""
State = tuple[Answers, ...]
"""What has been answered of every group."""
Question = tuple[int, int]
"""A group, and the place of the fact in it."""
Crowd = int
"""Applicants as the bits of a number."""


@dataclass(frozen=True)
class Group:
    """Facts that decide something together: criteria of the law, or (with none) only the amount."""

    facts: tuple[str, ...]
    criteria: tuple[str, ...] = ()


GROUPS: Mapping[str, tuple[Group, ...]] = {
    "hlj-computing-centre": (
        Group(("registration_province",), ("registered_in_heilongjiang",)),
        Group(("project_province",), ("project_in_heilongjiang",)),
        Group(("new_pflops",), ("enough_pflops",)),
        Group(("pue",), ("pue_within_limit",)),
        Group(("acceptance_date",), ("accepted_after_release", "accepted_by_now")),
        Group(("serves_4567",), ("serves_4567",)),
        Group(("independent_legal_person",), ("independent_legal_person",)),
        Group(("dishonest_debtor",), ("not_dishonest_debtor",)),
        Group(("abnormal_operation",), ("not_abnormal",)),
        Group(("security_bad_record",), ("no_security_bad_record",)),
        Group(("safety_blacklist",), ("not_safety_blacklisted",)),
        Group(("tax_problem",), ("no_tax_problem",)),
        Group(("same_project_awarded",), ("not_rewarded_before",)),
    ),
    "hlj-compute-purchase": (
        Group(("registration_province",), ("registered_in_heilongjiang",)),
        Group(("compute_spend",), ("spend_above_threshold",)),
        Group(("vendor_listed",), ("vendor_listed",)),
        Group(("purpose_ai",), ("purpose_ai",)),
        Group(("independent_legal_person",), ("independent_legal_person",)),
        Group(("dishonest_debtor",), ("not_dishonest_debtor",)),
        Group(("abnormal_operation",), ("not_abnormal",)),
        Group(("applicant_kind",), ("eligible_kind",)),
        Group(("safety_blacklist", "tax_problem", "problem_serious"), ("no_serious_problem",)),
    ),
}


class Law:
    """What answers to a group mean: decided or open, and whether everything is lost. From the oracle."""

    def __init__(self, rule: Rule, day: Day, *, amount: bool) -> None:
        self.rule, self.day = rule, day
        named = {fact for group in GROUPS[rule.id] for fact in group.facts}
        measured = () if not amount or rule.base in named else (Group((rule.base,)),)
        self.groups = (*GROUPS[rule.id], *measured)
        self.start: State = tuple((None,) * len(group.facts) for group in self.groups)

    @cache  # noqa: B019 - a law lives as long as the run
    def standing(self, index: int, answers: Answers) -> str:
        """met, lost or open, over everything that the group's unanswered facts can be."""
        group = self.groups[index]
        if not group.criteria:
            return "open" if None in answers else "met"
        options = [
            representatives(fact, self.day) if answer is None else (answer,)
            for fact, answer in zip(group.facts, answers, strict=True)
        ]
        lost = {self._is_lost(group, values) for values in product(*options)}
        return "open" if len(lost) > 1 else "lost" if True in lost else "met"

    def _is_lost(self, group: Group, values: Answers) -> bool:
        """Whether the law fails these values for certain; what it leaves open will never be lost."""
        facts: Known = {**good(self.rule), "fraud": False, **dict(zip(group.facts, values, strict=True))}
        tests = [fails for name, _, fails in self.rule.criteria if name in group.criteria]
        return any(all(fails(facts, self.day, after) for after in self._releases(facts)) for fails in tests)

    def _releases(self, facts: Known) -> tuple[bool, ...]:
        accepted = facts.get("acceptance_date")
        return self.day.released_before(accepted) if isinstance(accepted, date) else (True,)

    def is_settled(self, state: State) -> bool:
        """Whether no further answer can change the verdict (and the amount, where that counts)."""
        standings = [self.standing(index, answers) for index, answers in enumerate(state)]
        return "lost" in standings or "open" not in standings

    @cache  # noqa: B019 - a law lives as long as the run
    def meaning(self, index: int, place: int, value: object) -> object:
        """A representative of the value: the first with the same effect whatever else is answered."""
        group = self.groups[index]
        if not group.criteria:
            return "answered"
        for candidate in representatives(group.facts[place], self.day):
            if self._effects(group, place, candidate) == self._effects(group, place, value):
                return candidate
        raise ValueError(f"{group.facts[place]}: nothing stands for {value}")

    def _effects(self, group: Group, place: int, value: object) -> list[bool]:
        options = [representatives(fact, self.day) for fact in group.facts]
        options[place] = (value,)
        return [self._is_lost(group, values) for values in product(*options)]


Holders = dict[Question, dict[object, Crowd]]


def holders_of(law: Law, applicants: list[Applicant]) -> Holders:
    """Who gives which answer to which question."""
    found: Holders = {}
    for index, group in enumerate(law.groups):
        for place, fact in enumerate(group.facts):
            holders = found.setdefault((index, place), {})
            for number, applicant in enumerate(applicants):
                meaning = law.meaning(index, place, applicant[fact])
                holders[meaning] = holders.get(meaning, 0) | 1 << number
    return found


def replaced(state: State, question: Question, meaning: object) -> State:
    """The state after one more answer."""
    index, place = question
    answers = (*state[index][:place], meaning, *state[index][place + 1 :])
    return (*state[:index], answers, *state[index + 1 :])


class BestOrder:
    """The order that asks a crowd the fewest questions."""

    def __init__(self, law: Law, crowd: list[Applicant]) -> None:
        self.law, self.holders = law, holders_of(law, crowd)
        self.everybody = (1 << len(crowd)) - 1
        self.known: dict[State, int] = {}

    def fewest(self) -> int:
        """The questions in all that its own crowd is asked."""
        return self._least(self.law.start, self.everybody)

    def asked(self, applicants: list[Applicant]) -> int:
        """The questions in all that others are asked in this order."""
        others = holders_of(self.law, applicants)

        def ask(state: State, crowd: Crowd, asked: Crowd) -> int:
            if not asked or self.law.is_settled(state):
                return 0
            question = min(self._useful(state), key=lambda one: self._after(state, crowd, one))
            total = asked.bit_count()
            for meaning, holders in others[question].items():
                alike = crowd & self.holders[question].get(meaning, 0)
                total += ask(replaced(state, question, meaning), alike, asked & holders)
            return total

        return ask(self.law.start, self.everybody, (1 << len(applicants)) - 1)

    def _least(self, state: State, crowd: Crowd) -> int:
        if not crowd or self.law.is_settled(state):
            return 0
        if state not in self.known:
            self.known[state] = crowd.bit_count() + min(
                self._after(state, crowd, question) for question in self._useful(state)
            )
        return self.known[state]

    def _useful(self, state: State) -> list[Question]:
        """Questions of groups that are still open."""
        return [
            (index, place)
            for index, answers in enumerate(state)
            if self.law.standing(index, answers) == "open"
            for place, answer in enumerate(answers)
            if answer is None
        ]

    def _after(self, state: State, crowd: Crowd, question: Question) -> int:
        return sum(
            self._least(replaced(state, question, meaning), crowd & holders)
            for meaning, holders in self.holders[question].items()
        )
