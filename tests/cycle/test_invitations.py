"""The calendar is read back by the library's own reader, and its lines are measured here."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from boardpack.cycle.diary import rounds
from boardpack.cycle.invitations import Board, calendar
from boardpack.settings import CycleSection

BOARD = Board("Permanence Board", "Marlshire", "PB", "14:00", "Committee Room 2, County Hall", 90)
PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")))


def made(board: Board = BOARD, meeting: date = date(2019, 9, 25)) -> bytes:
    return calendar(board, rounds(meeting, CycleSection(), 1))


def parsed(data: bytes) -> Any:
    """The calendar as the library reads it, whose parts are of many types."""
    return Calendar.from_ical(data)


def events(data: bytes) -> dict[str, Any]:
    return {str(e["UID"]).rsplit("-", 1)[0]: e for e in parsed(data).walk("VEVENT")}


def test_the_meeting_stands_at_its_time_and_place_in_london() -> None:
    meeting = events(made())["2019-09-25-meeting"]
    start = meeting["DTSTART"]
    assert start.params["TZID"] == "Europe/London"
    assert start.dt == datetime(2019, 9, 25, 14, tzinfo=ZoneInfo("Europe/London"))
    assert start.dt.utcoffset() == timedelta(hours=1)
    assert meeting["DTEND"].dt - start.dt == timedelta(minutes=90)
    assert meeting["LOCATION"] == "Committee Room 2, County Hall"


def test_a_step_takes_its_whole_day_and_keeps_nobody_busy() -> None:
    asked = events(made())["2019-09-25-asked"]
    assert (asked["DTSTART"].dt, asked["DTEND"].dt) == (date(2019, 9, 4), date(2019, 9, 5))
    assert asked["DTSTART"].params["VALUE"] == "DATE"
    assert asked["TRANSP"] == "TRANSPARENT"


def test_a_time_that_is_not_understood_makes_a_whole_day_and_stands_in_the_text() -> None:
    late = events(made(Board("B", "C", "S", "after lunch", "")))["2019-09-25-meeting"]
    assert late["DTSTART"].dt == date(2019, 9, 25)
    assert "Time: after lunch." in late["DESCRIPTION"]
    assert "LOCATION" not in late


def test_the_calendar_is_published_with_the_rules_of_london() -> None:
    read = parsed(made())
    assert (read["METHOD"], read["VERSION"]) == ("PUBLISH", "2.0")
    (zone,) = read.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/London"
    summer = zone.to_tz(lookup_tzid=False)  # by the rules, not by the name
    assert datetime(2026, 7, 1, 12, tzinfo=summer).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 12, 1, 12, tzinfo=summer).utcoffset() == timedelta(0)


def test_the_same_days_give_the_same_bytes_and_every_uid_once() -> None:
    assert made() == made()
    uids = [str(event["UID"]) for event in parsed(made()).walk("VEVENT")]
    assert len(set(uids)) == len(uids) == 10
    other = Board("Another", "Marlshire", "A", "", "")
    assert not set(uids) & {str(e["UID"]) for e in parsed(made(other)).walk("VEVENT")}


@given(PRINTABLE, PRINTABLE, PRINTABLE, PRINTABLE)
def test_any_words_come_back_and_every_line_is_as_long_as_it_may_be(
    name: str, council: str, time: str, place: str
) -> None:
    data = made(Board(name, council, name, time, place))
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    meeting = events(data)["2019-09-25-meeting"]
    assert meeting["SUMMARY"] == name
    assert meeting.get("LOCATION", "") == place
    assert council in meeting["DESCRIPTION"]


@given(st.text())
def test_no_words_can_end_an_event_or_begin_another(words: str) -> None:
    data = made(Board(words, words, f"x\r\nEND:VEVENT\r\n{words}", words, words))
    assert len(events(data)) == 10
