"""The curated tables beside this module: read from their TOML files once, then kept."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


@cache
def document(*path: str) -> Mapping[str, Any]:
    """A TOML file of this package, by its path without the ending."""
    place = files(__package__).joinpath(*path[:-1], f"{path[-1]}.toml")
    return MappingProxyType(tomllib.loads(place.read_text("utf-8")))


@cache
def table(name: str, part: str | None = None) -> Mapping[str, str]:
    """A table of texts: a whole file, or one part of it."""
    found = document(name)
    return MappingProxyType(dict(found if part is None else found[part]))


@cache
def names_in(*folder: str) -> tuple[str, ...]:
    """The TOML files of a folder of this package, without their ending, sorted."""
    entries = files(__package__).joinpath(*folder).iterdir()
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in entries if entry.name.endswith(".toml"))
    )
