"""Why no deadline can be counted; handlers find the words."""

from rules.engine.refusals import Refusal


class UnknownScheme(Refusal):
    """No scheme has this id; `known` are those there are."""

    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(f"no scheme {given}")
        self.given, self.known = given, known


class UnknownEvent(Refusal):
    """The scheme makes nothing due after this event; `known` are the events that it knows."""

    def __init__(self, scheme: str, given: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{scheme} has no deadline after {given}")
        self.scheme, self.given, self.known = scheme, given, known


class BadEvent(Refusal):
    """A day where the event is a year, or the other way round: `expected` is day or year."""

    def __init__(self, event: str, given: object, expected: str) -> None:
        super().__init__(f"{event}: {expected} expected")
        self.event, self.given, self.expected = event, given, expected


class EventOutOfCalendar(Refusal):
    """An event outside the years `first` to `last`."""

    def __init__(self, event: str, given: object, first: int, last: int) -> None:
        super().__init__(f"{event}: not between {first} and {last}")
        self.event, self.given, self.first, self.last = event, given, first, last
