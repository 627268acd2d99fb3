"""The clause ledgers that the rules bring along: read from the packages once, then kept."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from rules.ledger import Ledger, parse_ledger

LEDGER = "articles.toml"


def ledger_of(scheme_id: str) -> Ledger:
    """The ledger of an instrument; `KeyError` for an id that none has.

    What stands behind a slash (zj-future-industry/payment) is another assessment of the same instrument.
    """
    return _of_instrument(scheme_id.partition("/")[0])


@cache
def excerpts() -> Mapping[str, Ledger]:
    """The ledgers of instruments of which only an excerpt is at hand, by their ids."""
    found = (entry for entry in (files("rules") / "excerpts").iterdir() if entry.name.endswith(".toml"))
    return MappingProxyType({entry.name.removesuffix(".toml"): _read(entry) for entry in _sorted(found)})


@cache
def _ledgers() -> Mapping[str, Traversable]:
    """Where each ledger lies, by scheme id. Ids are looked up, never made into paths."""
    folders = (entry for entry in (files("rules") / "schemes").iterdir() if (entry / LEDGER).is_file())
    return {folder.name.replace("_", "-"): folder / LEDGER for folder in _sorted(folders)}


@cache
def _of_instrument(instrument: str) -> Ledger:
    return _read(_ledgers()[instrument])


def _read(place: Traversable) -> Ledger:
    return parse_ledger(place.read_text("utf-8"))


def _sorted(entries: Iterable[Traversable]) -> list[Traversable]:
    return sorted(entries, key=lambda entry: entry.name)
