"""Digests in the script of the reader. They are written in simplified Chinese."""

from functools import cache

import opencc

from handlers.wording.catalogue import SOURCE, Translator

TRADITIONAL = "zh_Hant"


def digest(words: Translator, text: str) -> str:
    """A digest: in traditional characters for readers of these, else as it was written."""
    return _converter().convert(text) if words.language == TRADITIONAL else text


def is_foreign(words: Translator) -> bool:
    """Whether the reader has to be told that digests are in Chinese."""
    return words.language not in {SOURCE, TRADITIONAL}


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
