"""The facts that only this instrument asks for."""

from decimal import Decimal

from rules.engine.facts import Fact, Kind, choice, flag

industrial_internet_kind = choice(
    "industrial_internet_kind", "networked_industrial", "platform", "identifier_resolution", "none"
)
security_grade = Fact(
    "security_grade", Kind.INTEGER, "grade", minimum=Decimal(1), maximum=Decimal(3), changeable=True
)
data_classified = flag("data_classified")
assessment_passed = flag("assessment_passed")
# Only grades 2 and 3 have an award, so no other can have been rewarded.
awarded_grades = Fact("awarded_grades", Kind.SET, choices=("2", "3"))
