"""Words around a date that make it a bound: 2024年以后, 截至, no later than, после."""

import re

from handlers.understanding.bounds import Bound
from handlers.understanding.dates import DateMatch

_BEFORE = re.compile(
    r"(?:(?P<le>截至到?|截止到?|不晚于|最迟|不迟于|no later than|by|until|not later than|не позднее|до)"
    r"|(?P<ge>自从?|从|不早于|since|from|no earlier than|не ранее|не раньше|начиная с|с)|(?P<lt>早于|before|earlier than|ранее)"
    r"|(?P<gt>晚于|after|later than|после|позже)|(?P<approx>大概|大约|可能|好像|差不多|约|about|around|circa|примерно|около))\s?\Z"
)
_AFTER = re.compile(
    r"\s?(?:(?P<lt>之前|以前|前(?![期后面景提往年天]))|(?P<gt>之后|后(?![期来面年天]))|(?P<ge>以后|起(?!码)|以来|开始|至今)"
    r"|(?P<le>为止|止(?!损)|以内|之内|内(?![存蒙部容网])|截止)|(?P<approx>左右|前后|上下|那会|那时))"
)


def date_bound(text: str, at: int, when: DateMatch, since: int) -> tuple[int, int, Bound]:
    """Start, end and bound of a date with the words around it."""
    before = _BEFORE.search(text, max(since, at - 16), at)
    after = _AFTER.match(text, when.end)
    if before and _is_inside_word(text, before.start()):
        before = None
    start = before.start() if before else at
    end = after.end() if after else when.end
    if after and after.lastgroup:
        return start, end, Bound(after.lastgroup)
    if before and before.lastgroup:
        return start, end, Bound(before.lastgroup)
    return start, end, Bound.APPROX if when.approx else Bound.EQ


def _is_inside_word(text: str, at: int) -> bool:
    first, before = text[at], text[at - 1 : at]
    return bool(before) and first.isalpha() and first < "一" and before.isalpha() and before < "一"
