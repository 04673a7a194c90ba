from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.calendar import is_working_day
from boardpack.cycle.diary import STEPS, round_of, rounds
from boardpack.settings import CycleSection

DAYS = st.dates(date(2019, 1, 1), date(2050, 12, 31))


def test_the_agenda_tells_the_next_meeting_and_the_weeks_those_after_it() -> None:
    told = rounds(date(2019, 8, 14), CycleSection(), 2, date(2019, 9, 26))
    assert [one.meeting for one in told] == [
        date(2019, 8, 14),
        date(2019, 9, 26),
        date(2019, 11, 7),
    ]


def test_meetings_that_the_settings_fix_come_before_the_weeks_are_counted_on() -> None:
    fixed = CycleSection(meetings=(date(2019, 12, 4), date(2019, 10, 2)))
    told = rounds(date(2019, 8, 14), fixed, 3)
    assert [one.meeting for one in told[1:]] == [
        date(2019, 10, 2),
        date(2019, 12, 4),
        date(2020, 1, 15),
    ]


def test_a_step_that_a_bank_holiday_moved_names_it() -> None:
    # Three weeks before 22 January 2020 is New Year's Day.
    asked = round_of(date(2020, 1, 22), CycleSection()).steps[0]
    assert (asked.name, asked.day) == ("asked", date(2019, 12, 31))
    assert asked.note is not None
    assert "New Year's Day (1 January 2020)" in asked.note


def test_a_bank_holiday_among_the_clear_days_is_named_at_the_day_of_issue() -> None:
    issued = next(
        s for s in round_of(date(2019, 8, 30), CycleSection()).steps if s.name == "issued"
    )
    assert issued.note == "Earlier, because of Late Summer Bank Holiday (26 August 2019)."


def test_a_meeting_on_a_bank_holiday_or_a_weekend_is_told_with_the_next_working_day() -> None:
    good_friday = round_of(date(2020, 4, 10), CycleSection(brief_days=14))
    assert good_friday.warnings == (
        "The meeting falls on Good Friday. The next working day is Tuesday 14 April 2020.",
    )
    saturday = round_of(date(2019, 9, 28), CycleSection(brief_days=14))
    assert "falls on a Saturday" in saturday.warnings[0]


def test_a_briefing_after_the_pack_is_told() -> None:
    assert "brief_days" in round_of(date(2019, 9, 25), CycleSection()).warnings[0]
    assert round_of(date(2019, 9, 25), CycleSection(brief_days=9)).warnings == ()


@given(DAYS, st.integers(1, 26), st.integers(0, 9))
def test_every_round_has_every_step_in_the_order_of_the_days(
    meeting: date, weeks: int, following: int
) -> None:
    told = rounds(meeting, CycleSection(weeks=weeks), following)
    assert len(told) == following + 1
    for one in told:
        days = [step.day for step in one.steps]
        assert days == sorted(days)
        assert {step.name for step in one.steps} == set(STEPS)
        assert all(is_working_day(step.day) for step in one.steps if step.name != "meeting")
    for before, after in pairwise(told):
        assert after.meeting - before.meeting == timedelta(weeks=weeks)
