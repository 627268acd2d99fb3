"""The facts that only this instrument asks for."""

from rules.engine.facts import choice, day, flag, money, number
from rules.vocabulary import PROVINCES

project_province = choice("project_province", *PROVINCES)
serves_4567 = flag("serves_4567")
acceptance_date = day("acceptance_date")
new_pflops = number("new_pflops", "pflops", changeable=True)
pue = number("pue", "ratio", minimum="1", changeable=True)
# Words the question about the cost (an expansion counts only what it adds); decides nothing.
is_expansion = flag("is_expansion", optional=True)
equipment_software_cost = money("equipment_software_cost", changeable=True)
same_project_awarded = flag("same_project_awarded")
