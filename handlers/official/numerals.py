"""The numbers of chapters, articles, sections and items, as the texts and the ledgers write them."""

import unicodedata

from handlers.wording.citations import arabic

DIGITS = "一二三四五六七八九十百零〇两0-9０-９"
_ONES = "零一二三四五六七八九"
_LIMIT = 1000


def read_numeral(text: str) -> int | None:
    """A number below one thousand in Chinese or Arabic digits, blanks between them disregarded."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace("两", "二")
    digits = plain if plain.isdecimal() else arabic(plain)
    if not digits.isdecimal() or len(digits) > len(str(_LIMIT)):
        return None
    number = int(digits)
    return number if 0 < number < _LIMIT else None


def write_numeral(number: int) -> str:
    """A number from 1 to 999 in Chinese digits: 十九, 二十, 一百零一."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_ONES[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_ONES[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_ONES[ones] if ones else "")
