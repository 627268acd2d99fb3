"""Numbers in English and Russian words: fifty, eight hundred thousand, half a million, восемьсот тысяч."""

import re
from decimal import Decimal

from handlers.understanding.numerals import Numeral

_ENGLISH_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
_ENGLISH_ONES += " seventeen eighteen nineteen"
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_RUSSIAN = {
    "ноль": 0, "один": 1, "одна": 1, "одного": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трех": 3, "четыре": 4,
    "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8,
    "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13,
    "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18,
    "девятнадцать": 19, "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40,
    "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90,
    "сто": 100, "ста": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500, "шестьсот": 600,
    "семьсот": 700, "восемьсот": 800, "девятьсот": 900, "полтора": Decimal("1.5"), "полторы": Decimal("1.5"),
}  # fmt: skip
_WORDS: dict[str, Decimal] = {
    **{word: Decimal(n) for n, word in enumerate(_ENGLISH_ONES.split())},
    **{word: Decimal(n * 10) for n, word in enumerate(_ENGLISH_TENS.split(), 2)},
    **{word: Decimal(n) for word, n in _RUSSIAN.items()},
}
_LARGE = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "тысяч": 10**3, "тысяча": 10**3, "тысячи": 10**3,
    "миллион": 10**6, "миллиона": 10**6, "миллионов": 10**6, "миллиард": 10**9, "миллиарда": 10**9, "миллиардов": 10**9,
}  # fmt: skip
_WORD = re.compile(r"[ -]?(?:and |a )?([a-zа-я]{2,12})(?![a-zа-я])")
_HALF_A = re.compile(r"half an? (?=thousand|million|billion)|пол(?=миллиона|миллиарда)")
MOST_WORDS = 16


def read_number_words(text: str, at: int) -> Numeral | None:
    """The number in words that begins at this character of a folded text; `None` where none does."""
    if at > 0 and text[at - 1].isalpha() and text[at - 1] < "一":
        return None
    half = _HALF_A.match(text, at)
    if half:
        return _read_words(text, half.end(), Decimal("0.5"), at)
    return _read_words(text, at, None, at)


def _read_words(text: str, at: int, section: Decimal | None, start: int) -> Numeral | None:
    """Adds up sections below each of thousand, million, billion, which must fall."""
    total, ceiling, words = Decimal(0), Decimal(10**12), 0
    end = at
    while words < MOST_WORDS:
        match = _WORD.match(text, end)
        word = match[1] if match and (words or section is not None or match.start(1) == end) else ""
        if word in _WORDS and not (section is not None and section % 10 and _WORDS[word] < 20):
            section = (section or Decimal(0)) + _WORDS[word]
        elif word == "hundred" and section is not None:
            section *= 100
        elif word in _LARGE and section is not None and _LARGE[word] < ceiling:
            ceiling = Decimal(_LARGE[word])
            total, section = total + section * ceiling, None
        else:
            break
        end = match.end() if match else end
        words += 1
    if not words:
        return None
    value = total + (section or Decimal(0))
    scaled = total > 0
    return Numeral(end, value, value, scaled=scaled, single=words == 1 and not scaled)
