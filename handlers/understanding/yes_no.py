"""Yes, no, "I do not know" and "does not apply", as people type them in four languages."""

import re
from enum import StrEnum

from handlers.understanding.folding import folded_text
from handlers.understanding.short_words import INAPPLICABLE, NEVER, NO, UNKNOWN, YES, words_of

_PARTICLES = re.compile(r"(?:的|了|啊|呀|哦|噢|吧|呢|嘛|哈|啦)+\Z")
_EDGES = (
    " \t\r\n.,!。,，、!~…;；:：\"'“”‘’()[]【】—-_*`\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
)
_NEGATION = re.compile(
    r"不|没|未|无|非|(?<![a-z])(?:no|not|never|don't|doesn't|isn't|aren't|haven't|without)(?![a-z])"
    r"|(?<![а-я])(?:нет?|никогда)(?![а-я])"
)
_ASKING = re.compile(
    r"[?]|吗|是否|有没有|是不是|能不能|如果|假如|要是|if |whether|(?<![а-я])(?:ли|если)(?![а-я])"
)
_OPENING = re.compile(r"(?P<word>[^\s,，。.;；!、:：]{1,8})[\s,，。.;；!、:：]")


class Word(StrEnum):
    """What a short answer says."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    INAPPLICABLE = "n/a"


def trimmed(folded: str) -> str:
    """A folded text without punctuation around it; a lone mark stays."""
    return " ".join(folded.strip(_EDGES).split()) or folded.strip()


def _table() -> dict[str, Word]:
    rows = ((Word.YES, YES), (Word.NO, NO), (Word.UNKNOWN, UNKNOWN), (Word.INAPPLICABLE, INAPPLICABLE))
    return {trimmed(folded_text(word)): meaning for meaning, lines in rows for word in words_of(lines)}


_MEANINGS = _table()
_NEVER = frozenset(trimmed(folded_text(word)) for word in words_of(NEVER))


def short_answer(text: str) -> Word | None:
    """What a text of one of these words says, punctuation and particles aside; `None` for any other text."""
    folded = trimmed(folded_text(text))
    return _MEANINGS.get(folded) or _MEANINGS.get(_PARTICLES.sub("", folded))


def says_never(text: str) -> bool:
    """Whether it says that there was none: 从未, never, нет."""
    return trimmed(folded_text(text)) in _NEVER


def sentence_answer(text: str) -> Word | None:
    """Yes or no out of a sentence, which is to be confirmed: 是的,我们是独立法人; 我们没有被列入.

    A question, a condition and a double negation say neither.
    """
    folded = folded_text(text).strip()
    if _ASKING.search(folded):
        return None
    opening = _OPENING.match(folded)
    first = _MEANINGS.get(opening["word"]) if opening else None
    negations = len(_NEGATION.findall(folded))
    if first is Word.YES and not negations:
        return Word.YES
    if negations == 1 and first is not Word.YES:
        return Word.NO
    return None
