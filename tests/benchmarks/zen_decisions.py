"""Schemes 1 and 2 as decisions for zen-engine: the same conditions, the same fields in the result.

One expression node: each requirement with its status and its citation, the verdict, the steps of the award
and what is paid. Days travel as ordinals, as inside our own engine; days of acceptance in 2023 are left out,
since a decision has no unknown.
"""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import zen

from tests.rules.situations import ON

Expression = tuple[str, str]
HEILONGJIANG = "'heilongjiang'"
AFTER_2023 = date(2023, 12, 31).toordinal()

CENTRE: Mapping[str, tuple[str, str]] = {
    "registered_in_heilongjiang": ("四(一)", f"registration_province == {HEILONGJIANG}"),
    "independent_legal_person": ("四(二)", "independent_legal_person"),
    "not_dishonest_debtor": ("四(三)", "not dishonest_debtor"),
    "not_abnormal": ("四(三)", "not abnormal_operation"),
    "no_security_bad_record": ("四(三)", "not security_bad_record"),
    "project_in_heilongjiang": ("四(四)", f"project_province == {HEILONGJIANG}"),
    "serves_4567": ("四(四)", "serves_4567"),
    "accepted_after_release": ("四(五)", f"acceptance_date > {AFTER_2023}"),
    "accepted_by_now": ("四(五)", f"acceptance_date <= {ON.toordinal()}"),
    "enough_pflops": ("四(五)", "new_pflops >= 50"),
    "pue_within_limit": ("四(五)", "pue <= 1.3"),
    "not_rewarded_before": ("五", "not same_project_awarded"),
    "not_safety_blacklisted": ("六(二)", "not safety_blacklist"),
    "no_tax_problem": ("六(二)", "not tax_problem"),
    "no_fraud": ("七", "not fraud"),
}
PURCHASE: Mapping[str, tuple[str, str]] = {
    "registered_in_heilongjiang": ("五(一)", f"registration_province == {HEILONGJIANG}"),
    "independent_legal_person": ("五(二)", "independent_legal_person"),
    "not_dishonest_debtor": ("五(三)", "not dishonest_debtor"),
    "not_abnormal": ("五(三)", "not abnormal_operation"),
    "vendor_listed": ("五(四)", "vendor_listed"),
    "purpose_ai": ("五(四)", "purpose_ai"),
    "eligible_kind": ("七", "applicant_kind in ['university', 'research_institute', 'enterprise']"),
    "spend_above_threshold": ("七", "compute_spend > 300000"),
    "no_serious_problem": ("八(二)", "(not safety_blacklist and not tax_problem) or not problem_serious"),
    "no_fraud": ("九", "not fraud"),
}
STEPS: Mapping[str, tuple[Mapping[str, tuple[str, str]], tuple[Expression, ...]]] = {
    "hlj-computing-centre": (
        CENTRE,
        (
            ("steps.share_of_cost.value", "equipment_software_cost * 0.30"),
            ("steps.share_of_cost.citation", "'五'"),
            ("steps.capped.value", "min([$.steps.share_of_cost.value, 20000000])"),
            ("steps.capped.citation", "'五'"),
        ),
    ),
    "hlj-compute-purchase": (
        PURCHASE,
        (
            ("steps.share_of_spend.value", "compute_spend * 0.30"),
            ("steps.share_of_spend.citation", "'七'"),
            ("steps.capped.value", "min([$.steps.share_of_spend.value, 4000000])"),
            ("steps.capped.citation", "'七'"),
        ),
    ),
}


def decision(scheme: str, *, lean: bool) -> zen.ZenDecision:
    """The scheme as a decision, compiled ahead: the fastest way that zen-engine offers.

    A lean one says no more than a yes or no for each requirement, the verdict and what is paid.
    """
    law = _lean(scheme) if lean else _full(scheme)
    nodes = [
        _node("facts", "inputNode"),
        {**_node("law", "expressionNode"), "content": {"expressions": law}},
        _node("answer", "outputNode"),
    ]
    edges = [
        {"id": "in", "sourceId": "facts", "targetId": "law", "type": "edge"},
        {"id": "out", "sourceId": "law", "targetId": "answer", "type": "edge"},
    ]
    content = zen.ZenDecisionContent(json.dumps({"nodes": nodes, "edges": edges}))
    return zen.ZenEngine().create_decision(content)


def _node(name: str, kind: str) -> dict[str, object]:
    return {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}}


def _lean(scheme: str) -> list[dict[str, str]]:
    conditions, steps = STEPS[scheme]
    found = [(f"requirements.{name}", condition) for name, (_, condition) in conditions.items()]
    met = " and ".join(f"$.requirements.{name}" for name in conditions)
    share, cap = steps[0][1], steps[2][1].rpartition(", ")[2]
    found.append(("verdict", f"{met} ? 'eligible' : 'ineligible'"))
    found.append(("award", f"$.verdict == 'eligible' ? min([{share}, {cap} : null"))
    return _numbered(found)


def _full(scheme: str) -> list[dict[str, str]]:
    conditions, steps = STEPS[scheme]
    found: list[Expression] = []
    for name, (citation, condition) in conditions.items():
        found.append((f"requirements.{name}.status", f"{condition} ? 'met' : 'failed'"))
        found.append((f"requirements.{name}.citation", f"'{citation}'"))
    met = " and ".join(f"$.requirements.{name}.status == 'met'" for name in conditions)
    found.append(("verdict", f"{met} ? 'eligible' : 'ineligible'"))
    found += steps
    found.append(("award", "$.verdict == 'eligible' ? $.steps.capped.value : null"))
    return _numbered(found)


def _numbered(found: list[Expression]) -> list[dict[str, str]]:
    return [{"id": str(index), "key": key, "value": value} for index, (key, value) in enumerate(found)]


def context(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts as zen-engine takes them: numbers of JSON, days as ordinals."""
    return {"fraud": False, **{fact: _plain(value) for fact, value in facts.items()}}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.toordinal()
    return float(value) if isinstance(value, Decimal) else value
