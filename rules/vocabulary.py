"""The facts that several schemes share, under one identifier: one answer serves them all.

A fact that only one scheme needs stands in that scheme's folder.
"""

from rules.engine.facts import choice, flag, number
from rules.engine.scheme import Constraint

PROVINCES = ("heilongjiang", "jiangsu", "zhejiang", "liaoning", "other")

registration_province = choice("registration_province", *PROVINCES)
independent_legal_person = flag("independent_legal_person")
dishonest_debtor = flag("dishonest_debtor")
abnormal_operation = flag("abnormal_operation")
safety_blacklist = flag("safety_blacklist")
tax_problem = flag("tax_problem")
security_bad_record = flag("security_bad_record")
security_incident_3y = flag("security_incident_3y")
problem_serious = flag("problem_serious", after=("safety_blacklist", "tax_problem"))
fraud = flag("fraud", presumed=False)
construction_years = number("construction_years", "year")

SHARED = (
    registration_province,
    independent_legal_person,
    dishonest_debtor,
    abnormal_operation,
    safety_blacklist,
    tax_problem,
    security_bad_record,
    security_incident_3y,
    problem_serious,
    fraud,
    construction_years,
)

# An incident within three years is itself a bad record.
CONSTRAINTS = (Constraint("incident_is_bad_record", security_incident_3y.no | security_bad_record.yes),)
