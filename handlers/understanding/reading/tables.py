"""The word tables beside this module: read from their TOML files once, compiled, then kept."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def document(name: str) -> dict[str, Any]:
    """One TOML file of this package."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for any of these; of none, one that never matches."""
    rows = list(words)
    return re.compile("|".join(rows) if rows else r"(?!)")


@cache
def scope(name: str) -> re.Pattern[str]:
    """A pattern of the table of scopes: own, others, onset …"""
    return pattern(document("scopes")[name])
