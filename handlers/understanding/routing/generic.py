"""Questions that name no instrument because they could be asked of any, and questions that compare."""

from functools import cache

from handlers.understanding.routing.tables import document

_COMPARING = (
    "哪个",
    "哪一个",
    "哪种",
    "比较",
    "对比",
    "区别",
    "不同",
    "差别",
    "还是",
    "分别",
    "谁高",
    "相比",
    "一样吗",
    "各",
    "同时",
    "都能",
    "两个政策",
)
_LEFT = 1


def comparing(text: str) -> bool:
    """Whether a plain text asks for several things side by side."""
    return any(word in text for word in _COMPARING)


def asks_generally(text: str) -> bool:
    """Whether a plain text is made of nothing but what people ask about any subsidy.

    What the cues and the common words of asking leave over is counted: a character more than that is about
    something, and the something is not known.
    """
    left = text
    held = False
    for word in _words():
        if word in left:
            held = held or word in _telling()
            left = left.replace(word, " ")
    return held and sum(character.isalnum() for character in left) <= _LEFT


def without_filling(text: str) -> str:
    """A plain text without the words that any question may have: what is left tells what it is about."""
    for word in _words():
        if word not in _telling():
            text = text.replace(word, " ")
    return text


@cache
def _words() -> tuple[str, ...]:
    """Every word that may stand in a general question, the longest first."""
    return tuple(sorted({*_telling(), *document("common")["words"]}, key=lambda word: (-len(word), word)))


@cache
def _telling() -> frozenset[str]:
    """The words that make a question one of subsidies."""
    return frozenset(document("common")["telling"])
