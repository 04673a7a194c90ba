from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.calendar import bank_holiday, cycle_dates, is_working_day
from boardpack.settings import CycleSection

DAYS = st.dates(date(2019, 1, 1), date(2035, 12, 31))


def test_the_dates_of_a_plain_cycle() -> None:
    dates = cycle_dates(date(2019, 9, 25), CycleSection())
    assert dates.commission == date(2019, 9, 4)
    assert dates.returns == date(2019, 9, 11)
    assert dates.briefing == date(2019, 9, 18)
    # Clear days: 18, 19, 20, 23 and 24 September lie between.
    assert dates.issue == date(2019, 9, 17)
    assert dates.briefed_late


def test_a_bank_holiday_is_no_clear_day() -> None:
    # 26 August 2019 is the late summer bank holiday.
    assert bank_holiday(date(2019, 8, 26)) == "Late Summer Bank Holiday"
    assert cycle_dates(date(2019, 8, 30), CycleSection()).issue == date(2019, 8, 21)


def test_what_falls_on_a_day_off_is_done_the_day_before() -> None:
    # A week before 2 January 2020 is Boxing Day, and Christmas Day the day before.
    assert cycle_dates(date(2020, 1, 2), CycleSection()).briefing == date(2019, 12, 24)


def test_a_briefing_early_enough_is_not_late() -> None:
    assert not cycle_dates(date(2019, 9, 25), CycleSection(brief_days=9)).briefed_late


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2019, 9, 25), True),
        (date(2019, 9, 28), False),
        (date(2019, 9, 29), False),
        (date(2020, 5, 8), False),  # moved from the Monday for the anniversary of VE Day
        (date(2020, 5, 4), True),
        (date(2022, 6, 3), False),  # the Platinum Jubilee
        (date(2022, 9, 19), False),  # the funeral of the Queen
        (date(2023, 5, 8), False),  # the Coronation
        (date(2021, 12, 28), False),  # Boxing Day fell on a Sunday
    ],
)
def test_offices_close_on_weekends_and_on_the_bank_holidays_of_england(
    day: date, works: bool
) -> None:
    assert is_working_day(day) is works


@given(DAYS, st.integers(0, 20))
def test_exactly_the_set_number_of_working_days_lies_between_pack_and_meeting(
    meeting: date, clear: int
) -> None:
    issue = cycle_dates(meeting, CycleSection(clear_days=clear)).issue
    between = [issue + timedelta(days=n) for n in range(1, (meeting - issue).days)]
    assert sum(map(is_working_day, between)) == clear
    assert is_working_day(issue)


@given(DAYS)
def test_every_day_before_the_meeting_is_a_working_day(meeting: date) -> None:
    dates = cycle_dates(meeting, CycleSection())
    for day in (dates.commission, dates.returns, dates.briefing, dates.issue):
        assert is_working_day(day)
        assert day < meeting
