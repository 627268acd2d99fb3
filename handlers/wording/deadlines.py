"""Deadlines in words: what is due, on which day, and how the count went."""

from collections.abc import Iterable, Iterator
from datetime import date

from babel.dates import format_skeleton

from handlers.wording.catalogue import Translator
from handlers.wording.citations import cited
from handlers.wording.html import Html, bold, html, lines
from handlers.wording.numbers import day, number
from handlers.wording.people import shown
from handlers.wording.refusals import expected
from handlers.wording.splitting import split
from handlers.wording.terms import short_title
from rules.calendar.periods import Count, Counted, WorkingDays
from rules.calendar.year import CalendarRefused, DayOff, OutOfCalendar
from rules.deadlines.due import Deadline, EventValue
from rules.deadlines.rule import Event
from rules.engine.facts import Fact, Kind
from rules.engine.scheme import Scheme


def event_name(wording: Translator, event: Event) -> str:
    """What happened: 公示开始日."""
    return wording.text(f"event.{event.id}")


def event_value(wording: Translator, value: EventValue) -> str:
    """When it happened: a day, or a year."""
    return day(wording, value) if isinstance(value, date) else wording.text("value.year", year=str(value))


def event_refusal(wording: Translator, event: Event, code: str, given: str, **found: object) -> Html:
    """Why a text is not the date of an event, by the code and the figures of `handlers.understanding`."""
    fact = Fact(event.id, Kind.YEAR if event.is_year else Kind.DATE)
    known = wording.has(f"refusal.{code}")
    most = found.get("most", "")
    return html(
        wording.text(
            f"refusal.{code}" if known else "refusal.unreadable",
            given=shown(given),
            label=event_name(wording, event),
            expected=expected(wording, fact),
            limit=number(wording, most) if isinstance(most, int) else most,
            length=found.get("length", len(given)),
            first=found.get("minimum", ""),
            last=found.get("maximum", ""),
        )
    )


def deadlines_card(
    wording: Translator,
    scheme: Scheme,
    event: Event,
    value: EventValue,
    found: Iterable[Deadline],
    today: date,
) -> list[Html]:
    """What an event makes due under a scheme: each with its counting and the days that remain."""
    named = wording.text("general.colon", label=event_name(wording, event), value=event_value(wording, value))
    due = (_entry(wording, deadline, today) for deadline in found)
    return split([lines(bold(short_title(wording, scheme)), named), *due, wording.text("deadlines.foot")])


def _entry(wording: Translator, deadline: Deadline, today: date) -> Html:
    left = (deadline.due - today).days
    if left > 0:
        remaining = wording.plural("deadlines.days_left", left)
    else:
        remaining = wording.text("deadlines.passed" if left else "deadlines.today")
    return lines(html("📅 ", deadline_line(wording, deadline)), remaining)


def deadline_name(wording: Translator, deadline: Deadline) -> str:
    """What is due: 公示期满."""
    return wording.text(f"deadline.{deadline.id}")


def deadline_text(wording: Translator, deadline: Deadline) -> str:
    """What is due, when, and how the day was found, in one plain sentence."""
    return wording.text(
        "deadline.line_in_principle" if deadline.in_principle else "deadline.line",
        name=deadline_name(wording, deadline),
        due=day(wording, deadline.due),
        counting=counting_text(wording, deadline),
    )


def deadline_line(wording: Translator, deadline: Deadline) -> str:
    """The same with the short form of its article."""
    return cited(wording, deadline_text(wording, deadline), deadline.citation)


def counting_text(wording: Translator, deadline: Deadline) -> str:
    """How the day was found: what was counted from when, what was left out, what was made up for."""
    return wording.text("general.list_separator").join(_parts(wording, deadline))


def calendar_refusal(wording: Translator, refused: CalendarRefused | OutOfCalendar) -> str:
    """Why a year's calendar cannot be recorded."""
    year = wording.text("value.year", year=str(refused.year))
    if isinstance(refused, OutOfCalendar):
        first, last = str(refused.first), str(refused.last)
        return wording.text("refusal.calendar_out_of_range", year=year, first=first, last=last)
    named = "" if refused.day is None else day(wording, refused.day)
    return wording.text(f"refusal.calendar_{refused.problem}", year=year, day=named)


def _parts(wording: Translator, deadline: Deadline) -> Iterator[str]:
    count = deadline.explanation
    if count.counted is Counted.WORKING_DAYS:
        yield from _working_days(wording, deadline)
    elif count.counted is Counted.FIXED:
        yield wording.text("deadline.counted.fixed")
    else:
        since = _short(wording, count.since, count)
        yield wording.plural(f"deadline.counted.{count.counted}", count.number, since=since)
    if count.last_of_month:
        yield wording.text("deadline.counted.last_of_month")
    if count.unpublished_from is not None:
        year = wording.text("value.year", year=str(count.unpublished_from.year))
        yield wording.text("deadline.counted.estimated", year=year)
    if count.day_off:
        yield wording.text("deadline.counted.day_off")


def _working_days(wording: Translator, deadline: Deadline) -> Iterator[str]:
    count = deadline.explanation
    if count.opening is None or count.first is None:
        raise ValueError("a count of working days has a first day")
    at_least = isinstance(deadline.rule.term, WorkingDays) and deadline.rule.term.at_least
    days = wording.plural(f"deadline.counted.working_days{'_at_least' if at_least else ''}", count.number)
    yield wording.text(
        f"deadline.counted.{count.convention}", days=days, first=_short(wording, count.first, count)
    )
    if count.opening < count.first:
        yield wording.text("deadline.counted.put_off", day=_short(wording, count.opening, count))
    for why, days_off in _left_out(count, count.first).items():
        yield wording.plural("deadline.counted.skipped", days_off, holiday=wording.text(f"holiday.{why}"))
    if count.made_up:
        worked = wording.listed(_short(wording, one, count) for one in count.made_up)
        yield wording.plural("deadline.counted.made_up", len(count.made_up), days=worked)
    if at_least:
        yield wording.text("deadline.counted.earliest")


def _left_out(count: Count, first: date) -> dict[DayOff, int]:
    """How many days were not counted once the count had begun, by their reason."""
    found: dict[DayOff, int] = {}
    for skipped in count.skipped:
        later = sum(one > first for one in skipped.days)
        if later:
            found[skipped.why] = found.get(skipped.why, 0) + later
    return found


def _short(wording: Translator, one: date, count: Count) -> str:
    """A day without its year where that is the year of the due date: 9月28日."""
    if one.year != count.due.year:
        return day(wording, one)
    return str(format_skeleton("MMMMd", one, locale=wording.locale))
