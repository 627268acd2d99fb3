"""The facts that only this instrument asks for."""

from rules.engine.facts import flag, number

service_life_years = number("service_life_years", "year")
split_to_evade = flag("split_to_evade")
built_before_approval = flag("built_before_approval")
documents_complete = flag("documents_complete")
existing_system_suffices = flag("existing_system_suffices")
need_clear = flag("need_clear")
data_sharing_refused = flag("data_sharing_refused")
plan_author_bids = flag("plan_author_bids")
security_designed_in = flag("security_designed_in")
# Changes the route (case by case, to the city government) and the dates, no requirement.
urgent_unplanned = flag("urgent_unplanned", optional=True)
