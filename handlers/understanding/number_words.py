"""Numbers in English and Russian words: fifty, eight hundred thousand, half a million, восемьсот тысяч."""

import re
from decimal import Decimal

from handlers.understanding.numerals import Numeral

# A number and the words for it, the cases of Russian that stand before units among them.
_SMALL = """
0 zero ноль
1 one один одна одного
2 two два две двух
3 three три трех
4 four четыре четырех
5 five пять пяти
6 six шесть шести
7 seven семь семи
8 eight восемь восьми
9 nine девять девяти
10 ten десять десяти
11 eleven одиннадцать одиннадцати
12 twelve двенадцать двенадцати
13 thirteen тринадцать тринадцати
14 fourteen четырнадцать четырнадцати
15 fifteen пятнадцать пятнадцати
16 sixteen шестнадцать шестнадцати
17 seventeen семнадцать семнадцати
18 eighteen восемнадцать восемнадцати
19 nineteen девятнадцать девятнадцати
20 twenty двадцать двадцати
30 thirty тридцать тридцати
40 forty сорок сорока
50 fifty пятьдесят пятидесяти
60 sixty шестьдесят шестидесяти
70 seventy семьдесят семидесяти
80 eighty восемьдесят восьмидесяти
90 ninety девяносто девяноста
100 сто ста
200 двести двухсот
300 триста трехсот
400 четыреста четырехсот
500 пятьсот пятисот
600 шестьсот шестисот
700 семьсот семисот
800 восемьсот восьмисот
900 девятьсот девятисот
1.5 полтора полторы полутора
"""
_MULTIPLIERS = """
1000 thousand тысяч тысяча тысячи
1000000 million миллион миллиона миллионов
1000000000 billion миллиард миллиарда миллиардов
"""


def _by_word(table: str) -> dict[str, Decimal]:
    rows = (line.split() for line in table.strip().splitlines())
    return {word: Decimal(number) for number, *words in rows for word in words}


_WORDS, _LARGE = _by_word(_SMALL), _by_word(_MULTIPLIERS)
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
            ceiling = _LARGE[word]
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
