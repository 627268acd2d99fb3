"""The entries of the operator's file, one model a section. Every one names its document and the day of it."""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from bot.operator.recordable import CONVENTIONS, HOLIDAYS, MEASURES, POLICIES, RELEASES
from rules.calendar.year import is_counted_in

LARGEST, MOST_DECIMALS = Decimal(10) ** 12, 20
_ISO_LENGTH = len("2026-11-22")


class Problem(ValueError):
    """What is wrong, by the code that `bot.operator.faults` has the words for."""


def _day(given: object) -> date:
    """A TOML date, or one in quotes; a moment is no day."""
    if isinstance(given, str) and len(given) == _ISO_LENGTH:
        try:
            given = date.fromisoformat(given)
        except ValueError:
            raise Problem("no_such_day") from None
    if not isinstance(given, date) or isinstance(given, datetime):
        raise Problem("wrong")
    if not is_counted_in(given.year):
        raise Problem("out_of_calendar")
    return given


def _coefficient(given: object) -> Decimal:
    """A number from zero on; TOML's decimals arrive exactly as they were written."""
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        raise Problem("wrong")
    number = Decimal(given) if isinstance(given, Decimal) or abs(given) <= LARGEST else LARGEST + 1
    if not number.is_finite() or not 0 <= number <= LARGEST:
        raise Problem("wrong")
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        raise Problem("wrong")
    return number


def _document(given: str) -> str:
    if not given.strip() or not given.isprintable():
        raise Problem("wrong")
    return given.strip()


def _year(given: int) -> int:
    if not is_counted_in(given):
        raise Problem("wrong")
    return given


def _one_of(choices: Collection[str]) -> Any:
    def check(given: str) -> str:
        if given not in choices:
            raise Problem("no_choice")
        return given

    return AfterValidator(check)


Day = Annotated[date, BeforeValidator(_day)]
Document = Annotated[str, Field(max_length=200), AfterValidator(_document)]


class Entry(BaseModel):
    """One thing that is recorded, with the document that says so and its date."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)

    document: Document
    dated: Day


class Validity(Entry):
    """The last day on which a policy is valid."""

    policy: Annotated[str, _one_of(POLICIES)]
    until: Day


class Release(Entry):
    """The day on which a policy was released, where the sources give the year only."""

    policy: Annotated[str, _one_of(RELEASES)]
    day: Day


class Coefficient(Entry):
    """What one unit of a measure counts in points."""

    measure: Annotated[str, _one_of(MEASURES)]
    value: Annotated[Decimal, BeforeValidator(_coefficient)]


class Counting(Entry):
    """Which day is the first of a publicity period."""

    first_day: Annotated[str, _one_of(CONVENTIONS)]


class Holiday(BaseModel):
    """Days off in a row, as a notice has them: from the first through the last."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    name: Annotated[str, _one_of(HOLIDAYS)]
    first: Day
    last: Day


class Calendar(Entry):
    """One year of the State Council's calendar."""

    year: Annotated[int, AfterValidator(_year)]
    holiday: list[Holiday] = Field(min_length=1)
    workdays: list[Day] = Field(default_factory=list)


class OperatorFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    validity: list[Validity] = Field(default_factory=list)
    release: list[Release] = Field(default_factory=list)
    coefficient: list[Coefficient] = Field(default_factory=list)
    counting: Counting | None = None
    calendar: list[Calendar] = Field(default_factory=list)
