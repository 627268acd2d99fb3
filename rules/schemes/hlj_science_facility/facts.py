"""The facts that only this instrument asks for."""

from dataclasses import replace

from rules.engine.facts import Fact, flag, number

is_national_facility = flag("is_national_facility")
accepted_and_in_use = flag("accepted_and_in_use")
rd_statistics_omitted = flag("rd_statistics_omitted")

# First-level raw scores, before their caps.
score_rd = number("score_rd", "point")
score_output = number("score_output", "point")
score_service = number("score_service", "point")
score_talent = number("score_talent", "point")
# Where only the total is known, it stands for the four.
score_total = replace(number("score_total", "point", maximum="100"), optional=True)


def _measure(fact_id: str, unit: str) -> Fact:
    """A second-level measure: without its coefficient it settles nothing, so it is taken and never asked."""
    return replace(number(fact_id, unit), optional=True)


MEASURES: dict[str, tuple[Fact, ...]] = {
    "score_rd": (_measure("vertical_project_spend", "yuan"), _measure("horizontal_project_spend", "yuan")),
    "score_output": (_measure("sci_papers_monographs", "count"), _measure("class1_ip_count", "count")),
    "score_service": (
        _measure("testing_income", "yuan"),
        _measure("testing_income_in_province", "yuan"),
        _measure("tech_contract_amount", "yuan"),
        _measure("machine_hours", "hour"),
    ),
    "score_talent": tuple(_measure(f"talents_{grade}", "person") for grade in "abcde"),
}
