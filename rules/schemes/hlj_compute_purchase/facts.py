"""The facts that only this instrument asks for."""

from rules.engine.facts import choice, flag, money

applicant_kind = choice("applicant_kind", "university", "research_institute", "enterprise", "other")
vendor_listed = flag("vendor_listed")
purpose_ai = flag("purpose_ai")
compute_spend = money("compute_spend", changeable=True)
