"""Sentences and clauses of a prepared text."""

import re
from bisect import bisect_right
from dataclasses import dataclass

# A comma or a full stop between digits groups or divides a number.
_SENTENCE_END = re.compile(r"[。!?！？;；\n…]+|(?<![0-9])\.|\.(?![0-9])")
_CLAUSE_END = re.compile(
    r"[,，](?![0-9]{3}(?![0-9]))|(?<![0-9])[,，]"
    r"|(?<!不)(?=但是?|不过(?!滤)|可是|然而|而且|只是(?!拿)|(?<![自己们司它他我这那])就是(?!说)|另外)"
    r"|\b(?=(?:but|however|although|though|while|yet|because)\b)|(?<![а-я])(?=(?:но|однако|хотя)(?![а-я]))"
    r"|\b(?=and (?:we|our|the|it|is|are|has|have|was|pue|no|not|can|how|my|i)\b)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of the text between commas, within sentence number `sentence`."""

    text: str
    start: int
    end: int
    sentence: int


def split_clauses(text: str) -> tuple[Clause, ...]:
    """Every clause that is not empty, in order."""
    found: list[Clause] = []
    for number, (start, end) in enumerate(_spans(text, 0, len(text), _SENTENCE_END)):
        for first, last in _spans(text, start, end, _CLAUSE_END):
            if text[first:last].strip():
                found.append(Clause(text[first:last], first, last, number))
    return tuple(found)


def _spans(text: str, start: int, end: int, divider: re.Pattern[str]) -> list[tuple[int, int]]:
    """The pieces between dividers. A mark of question stays with the piece that it ends."""
    spans: list[tuple[int, int]] = []
    since = start
    for match in divider.finditer(text, start, end):
        stop = match.end() if match.group()[:1] in {"?", "？"} else match.start()
        if stop > since:
            spans.append((since, stop))
        since = match.end()
    if end > since:
        spans.append((since, end))
    return spans


class Places:
    """Finds the clause of a position."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self.clauses = clauses
        self._starts = [clause.start for clause in clauses]

    def number(self, position: int) -> int:
        """The index of the clause that holds a position."""
        return max(bisect_right(self._starts, position) - 1, 0)
