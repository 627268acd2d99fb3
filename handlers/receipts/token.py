"""A receipt as text that can be copied: SB1-<id>-<everything else>.

It carries the whole ground of an answer, so that nothing about a person has to be kept, and any machine can
give the answer again. Facts go with their provenance and without the words they were read from: those decide
nothing, and may hold what nobody meant to pass on.
"""

import re
import zlib
from base64 import b64decode, urlsafe_b64encode
from binascii import Error as BadBase64
from dataclasses import dataclass
from hashlib import sha256

from handlers.receipts.ground import Kept, from_json, to_json

VERSION = 1
LONGEST = 6_000
"""Characters of a token; the facts of the largest scheme need about a tenth of it."""

MOST_BYTES = 20_000
_DIGEST, _CHECK = 32, 4
_FORM = re.compile(r"SB([0-9]{1,3})-([0-9a-f]{12})-([A-Za-z0-9_-]+)")
_SHORT = re.compile(r"[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class ReceiptRefused(Exception):
    """Text that is no receipt to be read here.

    `code` is empty, short (the id alone), foreign (no receipt), newer (of a later version), damaged or
    too_long.
    """

    code: str


def token_of(kept: Kept) -> str:
    """The receipt as text."""
    body = bytes.fromhex(kept.receipt.rules) + zlib.compress(to_json(kept).encode(), 9)
    sealed = urlsafe_b64encode(body + _check(body)).decode().rstrip("=")
    return f"SB{VERSION}-{kept.receipt.id}-{sealed}"


def read_token(text: str) -> Kept:
    """The receipt again. Line breaks and spaces that copying put into it do no harm.

    Raises `ReceiptRefused`.
    """
    if len(text) > 2 * LONGEST:
        raise ReceiptRefused("too_long")
    plain = "".join(text.split())
    if not plain:
        raise ReceiptRefused("empty")
    if len(plain) > LONGEST:
        raise ReceiptRefused("too_long")
    if _SHORT.fullmatch(plain):
        raise ReceiptRefused("short")
    found = _FORM.fullmatch(plain)
    if found is None:
        raise ReceiptRefused("damaged" if plain.startswith("SB1-") else "foreign")
    if int(found[1]) != VERSION:
        raise ReceiptRefused("newer")
    kept = _opened(found[3])
    if kept.receipt.id != found[2]:
        raise ReceiptRefused("damaged")
    return kept


def _opened(sealed: str) -> Kept:
    try:
        content = b64decode(sealed + "=" * (-len(sealed) % 4), altchars=b"-_", validate=True)
    except (BadBase64, ValueError):
        raise ReceiptRefused("damaged") from None
    body, check = content[:-_CHECK], content[-_CHECK:]
    if len(body) <= _DIGEST or _check(body) != check:
        raise ReceiptRefused("damaged")
    try:
        return from_json(_inflated(body[_DIGEST:]).decode("utf-8"), body[:_DIGEST].hex())
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ReceiptRefused("damaged") from None


def _inflated(packed: bytes) -> bytes:
    """At most so many bytes, however small the text is that they were packed into. Raises `ValueError`."""
    inflating = zlib.decompressobj()
    try:
        content = inflating.decompress(packed, MOST_BYTES)
    except zlib.error:
        raise ValueError("not packed by us") from None
    if not inflating.eof or inflating.unconsumed_tail or inflating.unused_data:
        raise ValueError("more or less than one receipt")
    return content


def _check(body: bytes) -> bytes:
    return sha256(body).digest()[:_CHECK]
