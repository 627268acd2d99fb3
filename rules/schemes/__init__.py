"""One instrument a folder. Every folder is found here; one without a scheme fails loudly at import."""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from rules.engine.facts import Fact
from rules.engine.scheme import Scheme
from rules.vocabulary import SHARED


def _load() -> dict[str, Scheme]:
    folders = [module.name for module in iter_modules(__path__) if module.ispkg]
    schemes = [import_module(f"{__name__}.{name}.scheme").SCHEME for name in folders]
    return {scheme.id: scheme for scheme in sorted(schemes, key=lambda scheme: scheme.position)}


def _gather() -> dict[str, Fact]:
    facts = {fact.id: fact for fact in SHARED}
    for scheme in ASSESSMENTS.values():
        for fact in scheme.facts:
            if facts.setdefault(fact.id, fact) is not fact:
                raise ValueError(f"two facts are called {fact.id}")
    return facts


SCHEMES: Mapping[str, Scheme] = MappingProxyType(_load())
"""Every scheme by its id, in the order of their positions."""

ASSESSMENTS: Mapping[str, Scheme] = MappingProxyType(
    {part.id: part for scheme in SCHEMES.values() for part in (scheme, *scheme.further)}
)
"""Everything that can be assessed by its id: the schemes, and the further assessments within them."""

FACTS: Mapping[str, Fact] = MappingProxyType(_gather())
"""Every fact that can be asked, by its id."""
