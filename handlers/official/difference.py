"""What an import changes: articles that are new, worded otherwise, or gone, and the words that differ."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from rules.engine.citation import Citation

_SENTENCE = re.compile(r"[^。；;！？\n]*[。；;！？\n]|[^。；;！？\n]+")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Difference:
    """The places whose texts an import adds, words otherwise, takes away, or leaves as they are."""

    added: tuple[Citation, ...]
    changed: tuple[Citation, ...]
    removed: tuple[Citation, ...]
    same: tuple[Citation, ...]

    @property
    def replaces(self) -> bool:
        """Whether anything that is kept would be lost."""
        return bool(self.changed or self.removed)

    @property
    def is_empty(self) -> bool:
        """Whether the import would change nothing."""
        return not (self.added or self.replaces)


def compare(before: Mapping[Citation, str], after: Mapping[Citation, str]) -> Difference:
    """The difference between two sets of texts. Blanks and line breaks are no wording."""
    both = [place for place in after if place in before]
    same = tuple(place for place in both if _words(before[place]) == _words(after[place]))
    return Difference(
        added=tuple(place for place in after if place not in before),
        changed=tuple(place for place in both if place not in same),
        removed=tuple(place for place in before if place not in after),
        same=same,
    )


def changed_sentences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The sentences that differ, in order: ("-", gone) and ("+", new)."""
    old, new = _sentences(before), _sentences(after)
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield from (("-", sentence) for sentence in old[old_from:old_to])
            yield from (("+", sentence) for sentence in new[new_from:new_to])


def _sentences(text: str) -> list[str]:
    found = (_BLANKS.sub(" ", sentence).strip() for sentence in _SENTENCE.findall(text))
    return [sentence for sentence in found if sentence]


def _words(text: str) -> str:
    return _BLANKS.sub("", text)
