"""Taking secrets out of texts. The bot token stands in every request URL, so that any text may hold it."""

import json
import re
from urllib.parse import quote

# The form of a token, also where it is glued to "bot" in a URL. The look-behind keeps the search linear.
_TOKEN = re.compile(r"(?<!\d)\d+(?::|%3[Aa])[A-Za-z0-9_-]{30,}")
MASK = "[token]"

_secrets: set[str] = set()


def keep_secret(*secrets: str) -> None:
    """Let `redacted` take these out as well, for the rest of the process. Empty ones are ignored."""
    for secret in filter(None, secrets):
        # As it is, as an address writes it, and as a JSON text does.
        _secrets.update({secret, quote(secret, safe=""), json.dumps(secret, ensure_ascii=False)[1:-1]})


def redacted(text: str) -> str:
    """The text without bot tokens and without the secrets that were named."""
    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, MASK)
    return _TOKEN.sub(MASK, text)
