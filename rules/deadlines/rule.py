"""What a scheme declares of a deadline: the event, the term, the article."""

from dataclasses import dataclass

from rules.calendar.periods import Term
from rules.engine.citation import Citation


@dataclass(frozen=True, slots=True)
class Event:
    """Something from which a deadline counts, a day or a year. `id` names its wording."""

    id: str
    is_year: bool = False


PUBLICITY_STARTED = Event("publicity_started")
MIDTERM_RESULT_RECEIVED = Event("midterm_result_received")
PROVINCIAL_DOCUMENT_RECEIVED = Event("provincial_document_received")
IMPLEMENTATION_ENDED = Event("implementation_ended")
ACCEPTANCE_PASSED = Event("acceptance_passed")
INCENTIVE_FIRST_YEAR = Event("incentive_first_year", is_year=True)
BUDGET_APPROVED = Event("budget_approved")
TRANSFER_RECEIVED = Event("transfer_received")
PENALTY_DATE = Event("penalty_date")
PLAN_YEAR = Event("plan_year", is_year=True)


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One deadline of an instrument. `id` names its wording.

    `in_principle` (原则上) says that the text allows exceptions; `further` are other places that bear on it.
    """

    id: str
    event: Event
    term: Term
    citation: Citation
    in_principle: bool = False
    further: tuple[Citation, ...] = ()
