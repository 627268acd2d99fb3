"""Applicants: what they answer, by fact id, as they would press or type it."""

SPENDER = {
    "registration_province": "黑龙江",
    "compute_spend": "80万",
    "vendor_listed": "是",
    "purpose_ai": "是",
    "independent_legal_person": "是",
    "dishonest_debtor": "否",
    "abnormal_operation": "否",
    "safety_blacklist": "否",
    "tax_problem": "否",
    "applicant_kind": "企业",
}
"""An enterprise in Heilongjiang that has spent 800,000 yuan: 240,000 a year."""

BUILDER = {
    **SPENDER,
    "project_province": "黑龙江",
    "new_pflops": "60P",
    "pue": "1.28",
    "acceptance_date": "2024-11-05",
    "serves_4567": "是",
    "security_bad_record": "否",
    "same_project_awarded": "否",
    "is_expansion": "否",
    "equipment_software_cost": "5000万",
}
"""The same with a computing centre of 60 PFLOPS for 50 million: 15 million, once."""
