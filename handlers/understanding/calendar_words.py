"""Names of months and numbers of days in the three scripts that dates are written in."""

_TENS = ("", "十", "二十", "三十")
_ONES = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")
CHINESE_DAYS = {_TENS[n // 10] + _ONES[n % 10]: n for n in range(1, 32)} | {
    "零" + _ONES[n]: n for n in range(1, 10)
}
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_REST = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember")
_RUSSIAN = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)

ENGLISH_MONTH = (
    "(?:"
    + "|".join(
        f"{m}{f'(?:{rest})?' if rest else ''}" for m, rest in zip(_ENGLISH, _ENGLISH_REST, strict=True)
    )
    + r"|sept)\.?(?![a-z])"
)
RUSSIAN_MONTH = "(?:" + "|".join(_RUSSIAN) + r")(?:ь|я|е|а|й|ем|ю|у|ом)?(?![а-я])"
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
RUSSIAN_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")


def month_number(name: str) -> int:
    """The number of an English or Russian month name that matched one of the patterns."""
    for stems in (_ENGLISH, _RUSSIAN):
        for number, stem in enumerate(stems, 1):
            if name.startswith(stem) and not (stem == "ма" and name.startswith("март")):
                return number
    raise ValueError(name)


def day_number(words: str) -> int | None:
    """1 to 31 from digits or Chinese numerals; `None` for anything else."""
    return int(words) if words.isdecimal() else CHINESE_DAYS.get(words)
