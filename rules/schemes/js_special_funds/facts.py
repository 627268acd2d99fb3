"""The facts that only this instrument asks for."""

from dataclasses import replace

from rules.engine.facts import day, flag

# n/a says that there never was a penalty.
penalty_date = day("penalty_date", inapplicable=True)
penalty_serious = replace(flag("penalty_serious"), after=("penalty_date",))
credit_review_passed = flag("credit_review_passed")
truthful_material = flag("truthful_material")
