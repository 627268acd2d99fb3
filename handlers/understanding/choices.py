"""Choices and sets from their ids or labels. Labels come from outside: this module knows no wording."""

import re
from collections.abc import Collection, Iterable, Mapping

from handlers.understanding.folding import folded_text
from handlers.understanding.yes_no import trimmed

Labels = Mapping[str, tuple[str, ...]]
NO_LABELS: Labels = {}

_NONE = frozenset(
    (
        "none",
        "{}",
        "[]",
        "empty",
        "空",
        "空集",
        "无",
        "没有",
        "都没有",
        "一个都没有",
        "nothing",
        "нет",
        "ничего",
        "никаких",
        "no",
        "否",
    )
)
_SEPARATOR = re.compile(r"[;；,，、/|\s]+|和|与|及|以及|(?<![a-z])and(?![a-z])|(?<![а-я])и(?![а-я])")
_SUFFIX = re.compile(r"(?:的|省|市|内|境内|这个|这种|这类|类|型|企业)+\Z")
_NEGATION = re.compile(r"不|没|未|非|无|(?<![a-z])(?:not|no|except)(?![a-z])|(?<![а-я])(?:не|кроме)(?![а-я])")
_CHINESE_DIGITS = dict(zip("一二三四五六七八九", "123456789", strict=True))
_GRADE = re.compile(r"(?:第)?([1-9一二三四五六七八九])(?:级|等|类|档)")


def exact_choice(choices: Iterable[str], text: str, labels: Labels = NO_LABELS) -> str | None:
    """The choice whose id or label the text is, case, width and script aside; `None` for none or several."""
    wanted = _key(text)
    found = {
        choice for choice in choices if wanted in {_key(name) for name in (choice, *labels.get(choice, ()))}
    }
    return found.pop() if len(found) == 1 else None


def likely_choices(choices: Collection[str], text: str, labels: Labels = NO_LABELS) -> tuple[str, ...]:
    """Choices that the text seems to mean: a label in it, or it in a label. None of them where it negates."""
    wanted = _key(text)
    if len(wanted) < 2 or _NEGATION.search(wanted):
        return ()
    named = {choice: _longest_in(wanted, labels.get(choice, ())) for choice in choices}
    named = {choice: label for choice, label in named.items() if label}
    if named:
        return tuple(
            c for c, label in named.items() if not any(label in other != label for other in named.values())
        )
    return tuple(
        choice for choice in choices if any(wanted in _key(label) for label in labels.get(choice, ()))
    )


def read_set(choices: Iterable[str], text: str, labels: Labels = NO_LABELS) -> frozenset[str] | None:
    """A set written with separators, or none; `None` where a member is not one of the choices."""
    whole = _key(text)
    if whole in _NONE:
        return frozenset()
    known = tuple(choices)
    single = exact_choice(known, text, labels)
    if single is not None:
        return frozenset({single})
    parts = [part for part in _SEPARATOR.split(whole) if part]
    found = [exact_choice(known, part, labels) or _by_grade(known, part) for part in parts]
    return frozenset(member for member in found if member) if parts and all(found) else None


def _by_grade(choices: tuple[str, ...], part: str) -> str | None:
    """二级 for the choice 2."""
    match = _GRADE.fullmatch(part)
    if match is None:
        return None
    digit = _CHINESE_DIGITS.get(match[1], match[1])
    return digit if digit in choices else None


def _longest_in(text: str, labels: tuple[str, ...]) -> str:
    """The longest of the labels that stands in the text, with or without an ending such as 省; else empty."""
    keys = [form for label in labels for form in (_key(label), _SUFFIX.sub("", _key(label)))]
    return max((key for key in keys if len(key) > 1 and key in text), key=len, default="")


def _key(text: str) -> str:
    return trimmed(folded_text(text)).replace("_", " ")
