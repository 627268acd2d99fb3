"""Whether what stands at a place is denied: 没有, 从未, 不是, 都没有, not, never, нет."""

import re
from functools import cache

from handlers.understanding.reading.tables import document, scope

_WINDOW = 64
_NEW_PREDICATE = re.compile(r"、(?:也|都|还)*(?:是|有|属于|具备|已|做了|通过|符合)")


@cache
def _ending_with(name: str) -> re.Pattern[str]:
    """One of the words, then nothing but filler up to the end."""
    rows = document("scopes")
    return re.compile(f"(?:{'|'.join(rows[name])})[{re.escape(rows['filler'])} ]*+\\Z")


@cache
def _behind(name: str) -> re.Pattern[str]:
    return re.compile("|".join(document("scopes")[name]))


_CONNECTED = re.compile(r"[、和及或与跟还有以及 ]*")


def is_denied(before: str, behind: str = "") -> bool | None:
    """Whether words before (or behind) deny what stands between; `None` where they deny twice.

    Names of facts in a list are masked as 、, so that 没有失信、涉税问题 denies both.
    """
    near = before[-_WINDOW:]
    match = _ending_with("negation").search(near)
    if match and _NEW_PREDICATE.search(match.group()):
        match = None
    latin = scope("negation_en").search(near)
    if match or latin:
        return None if scope("double").search(near) else True
    rest = behind[_CONNECTED.match(behind).end() :] if behind else ""  # type: ignore[union-attr]
    return bool(rest and _behind("denied_behind").match(rest))


def is_signed(before: str, behind: str) -> bool:
    """Whether words around it say that it is so: 有, 被列入, 是, … 过."""
    near = before[-_WINDOW:]
    signed = _ending_with("sign").search(near) or scope("sign_en").search(near)
    return bool(signed or _behind("signed_behind").match(behind))
