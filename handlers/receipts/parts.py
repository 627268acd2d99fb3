"""The parts of a scheme, each with a fingerprint, so that a receipt can tell which of them changed since.

A part is named `requirement:<id>` or by what the scheme calls it: award, facts, constraints …
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from rules.engine.receipt import rules_digest
from rules.engine.scheme import Scheme

PRINT_LENGTH = 4
"""Hexadecimal characters of a fingerprint. The digest of the whole decides; these only point to the place."""

REQUIREMENT = "requirement:"


@cache
def prints_of(scheme: Scheme) -> Mapping[str, str]:
    """The fingerprint of every part, in the order of the instrument."""
    bare = Scheme(scheme.id, 0, scheme.nature, None, "", (), ())
    parts = {
        f"{REQUIREMENT}{requirement.id}": replace(bare, requirements=(requirement,))
        for requirement in scheme.requirements
    }
    parts |= {
        "award": replace(bare, award=scheme.award),
        "facts": replace(bare, facts=scheme.facts),
        "constraints": replace(bare, constraints=scheme.constraints),
        "findings": replace(bare, findings=scheme.findings),
        "procedure": replace(bare, procedure=scheme.procedure),
        "notes": replace(bare, notes=scheme.notes),
        "further": replace(bare, further=scheme.further),
        "validity": replace(
            bare, policy=scheme.policy, in_force_from=scheme.in_force_from, not_before=scheme.not_before
        ),
    }
    return {name: rules_digest(part)[:PRINT_LENGTH] for name, part in parts.items()}


def changed_parts(before: tuple[str, ...], scheme: Scheme) -> tuple[tuple[str, ...], int]:
    """The parts of today that were not there before, and how many of the former parts are no longer there."""
    today = prints_of(scheme)
    new = tuple(name for name, found in today.items() if found not in before)
    gone = len([found for found in before if found not in today.values()])
    return new, gone
