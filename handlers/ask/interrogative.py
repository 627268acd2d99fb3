"""Whether a text asks something."""

import re

_WORDS = re.compile(
    r"吗|嗎|呢|(?<!没)(?<!没有)(?<!沒)(?<!沒有)(?:什么|什麼|甚麼|啥)|多少|多久|多长|怎么|怎麼|怎样|怎樣|如何|哪|为何|為何"
    r"|是不是|能不能|可不可以|要不要|有没有|有沒有|算不算|可以.{0,12}么"
    r"|\b(?:how|what|when|which|who|where|why|whether|can|could|do|does|is|are|may|must|should)\b"
    r"|\b(?:как|какой|какая|какие|каков|что|сколько|когда|где|кто|почему|зачем|можно ли|нужно ли|ли)\b",
    re.IGNORECASE,
)
_LONGEST = 4_000


def asks(text: str) -> bool:
    """By its words or its mark."""
    return asks_in_words(text) or any(mark in text[:_LONGEST] for mark in "?？")


def asks_in_words(text: str) -> bool:
    """By its words alone: "80w?" has only a mark."""
    return _WORDS.search(text[:_LONGEST]) is not None
