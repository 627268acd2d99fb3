"""What may be kept of a question for staff: short, and without what tells who asked."""

import re
import unicodedata

LONGEST = 200
LONGEST_READ = 4_000
MASK = "▮"

_PERSONAL = re.compile(
    "|".join(
        (
            r"(?:https?|tg|ftp)://\S+",  # addresses of pages
            r"\bwww\.\S+",
            r"\S{1,64}@\S{1,255}",  # e-mail
            r"@\w+",  # names on Telegram
            r"(?:[\w-]{1,63}\.){1,4}(?:com|cn|org|net|me|io|gov|edu|ru|info|top|xyz)\b\S*",
            r"(?<![A-Za-z0-9])(?=[A-Za-z]*\d)[A-Za-z0-9]{8,}(?![A-Za-z0-9])",  # credit codes
            r"\+?\d(?:[ ().\u00b7-]{0,2}\d){6,}",  # telephones, accounts, in groups or not
            r"[〇零一二三四五六七八九幺]{7,}",
        )
    )
)


def masked(text: str) -> str:
    """A text on one line, at most 200 characters of it, with ▮ for numbers, codes, addresses and names."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST_READ])
    visible = "".join(_shown(character) for character in plain)
    return _PERSONAL.sub(MASK, " ".join(visible.split()))[:LONGEST]


def _shown(character: str) -> str:
    """Control and direction characters go: they would hide a number from the pattern."""
    category = unicodedata.category(character)
    if character in "\t\n\r":
        return " "
    return "" if category in {"Cc", "Cf", "Cs", "Co", "Cn"} else character
