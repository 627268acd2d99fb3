"""Patterns of the curated tables: words that must all be there, each with its alternatives.

"公示 几天|多久" holds where 公示 is in a text and either 几天 or 多久. Substrings only: a match takes time
linear in the text, whatever the text is.
"""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Pattern:
    """Groups of alternatives, one of each must occur."""

    groups: tuple[tuple[str, ...], ...]

    def weight(self, text: str) -> float:
        """How much a text says of the pattern: 0 where it does not hold, more for longer words."""
        total = 0.0
        for group in self.groups:
            longest = max((len(word) for word in group if word in text), default=0)
            if not longest:
                return 0.0
            total += 1 + 0.15 * min(longest, 8)
        return total

    def words(self, text: str) -> tuple[str, ...]:
        """The words of the pattern that occur in a text."""
        return tuple(word for group in self.groups for word in group if word in text)


@lru_cache(maxsize=4_096)
def pattern(written: str) -> Pattern:
    """A pattern as the tables write it."""
    return Pattern(tuple(tuple(word for word in group.split("|") if word) for group in written.split()))


def strength(patterns: tuple[Pattern, ...], text: str) -> float:
    """What a text says of several patterns for one thing: the best one, and a little for each further one."""
    weights = sorted((weight for each in patterns if (weight := each.weight(text))), reverse=True)
    return weights[0] + 0.3 * min(len(weights) - 1, 3) if weights else 0.0
