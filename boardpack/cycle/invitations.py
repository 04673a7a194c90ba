"""The days of the cycle as a calendar file (RFC 5545) that Outlook imports."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from boardpack.cycle.clock import time_of
from boardpack.cycle.diary import STEPS, Round, Step

_LONDON = "Europe/London"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LASTS = timedelta(hours=2)
"""How long a meeting is whose agenda gives no minutes."""


@dataclass(frozen=True, slots=True)
class Board:
    """What a calendar tells of a board beside its days."""

    name: str
    council: str
    short_name: str
    time: str
    place: str
    minutes: int = 0
    """How long the agenda takes; 0 where there is none."""


def calendar(board: Board, told: Iterable[Round]) -> bytes:
    """A calendar with an event for each step of each round; the same bytes for the same days.

    An event keeps its UID as long as its meeting keeps its day, so that importing again changes
    entries and makes none twice.
    """
    made = Calendar()
    made.add("prodid", "-//boardpack//The cycle of a board//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add_component(_london())
    for one in told:
        for step in one.steps:
            made.add_component(_event(board, one, step))
    return bytes(made.to_ical(sorted=False))


def _event(board: Board, one: Round, step: Step) -> Event:
    event = Event()
    event.add("uid", f"{one.meeting.isoformat()}-{step.name}-{_digest(board)}@boardpack")
    event.add("dtstamp", datetime.combine(one.meeting, time(), UTC))
    starts = time_of(board.time) if step.name == "meeting" else None
    if starts is None:
        event.add("dtstart", step.day)
        event.add("dtend", step.day + timedelta(days=1))
    else:
        begin = datetime.combine(step.day, starts, ZoneInfo(_LONDON))
        event.add("dtstart", begin)
        event.add("dtend", begin + (timedelta(minutes=board.minutes) or _LASTS))
    if step.name == "meeting":
        event.add("summary", _printable(board.name))
        if board.place:
            event.add("location", _printable(board.place))
    else:
        told = STEPS[step.name]
        event.add("summary", _printable(f"{board.short_name}: {told[:1].lower()}{told[1:]}"))
    event.add("description", _description(board, one, step))
    event.add("transp", "OPAQUE" if step.name == "meeting" else "TRANSPARENT")
    return event


def _description(board: Board, one: Round, step: Step) -> str:
    """What the step is for, with its note; at the meeting the time as it is written."""
    lines = [f"{STEPS[step.name]}.", f"Meeting of {one.meeting.isoformat()}, {board.council}."]
    if step.name == "meeting":
        lines += [f"Time: {board.time}."] if board.time else []
        lines += one.warnings
    if step.note:
        lines.append(step.note)
    return "\n".join(map(_printable, lines))


def _printable(text: str) -> str:
    """The text on one line: a calendar has no way to write control characters."""
    return _CONTROLS.sub(" ", text)


def _digest(board: Board) -> str:
    """Eight digits that keep the events of two boards apart."""
    return hashlib.sha256(f"{board.council}\n{board.name}".encode()).hexdigest()[:8]


def _london() -> Timezone:
    """The time of London by its rules, as Outlook takes them: no list of years that ends."""
    zone = Timezone()
    zone.add("tzid", _LONDON)
    for kind, name, month, away, back in (
        (TimezoneDaylight, "BST", 3, 0, 1),
        (TimezoneStandard, "GMT", 10, 1, 0),
    ):
        part = kind()
        # The last Sunday of the month, at one o'clock in Greenwich.
        part.add("dtstart", datetime(1996, month, _LAST_SUNDAY_1996[month], 1 + away))  # noqa: DTZ001 - local
        part.add("rrule", vRecur(FREQ="YEARLY", BYMONTH=month, BYDAY="-1SU"))
        part.add("tzoffsetfrom", timedelta(hours=away))
        part.add("tzoffsetto", timedelta(hours=back))
        part.add("tzname", name)
        zone.add_component(part)
    return zone


_LAST_SUNDAY_1996 = {3: 31, 10: 27}
"""The first year of the rule that holds today."""
