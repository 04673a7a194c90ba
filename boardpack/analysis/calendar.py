"""The dates of a board's cycle: what has to be done by which day before it meets."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from boardpack.settings import CycleSection

_WEEKEND = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CycleDates:
    """The days of one cycle. Nothing falls on a weekend or a bank holiday but the meeting itself."""

    commission: date
    """The leads are asked for their updates."""
    returns: date
    """Their updates are back."""
    briefing: date
    """The chair is briefed."""
    issue: date
    """The pack goes out."""
    meeting: date

    @property
    def briefed_late(self) -> bool:
        """Whether the chair is briefed only after the pack has gone out."""
        return self.briefing > self.issue


def cycle_dates(meeting: date, cycle: CycleSection) -> CycleDates:
    """The days before a meeting by the settings; what falls on a day off is done the day before.

    The pack goes out so early that the set number of clear working days lies between: neither the
    day on which it goes out nor the day of the meeting counts, as in the Local Government Act 1972,
    section 100B.
    """
    return CycleDates(
        commission=_before(meeting, cycle.ask_days),
        returns=_before(meeting, cycle.return_days),
        briefing=_before(meeting, cycle.brief_days),
        issue=_with_clear_days(meeting, cycle.clear_days),
        meeting=meeting,
    )


def meeting_after(meeting: date, cycle: CycleSection) -> date:
    """The next of the meetings that the settings fix; where none is left, the day by the weeks."""
    fixed = [day for day in cycle.meetings if day > meeting]
    return min(fixed, default=meeting + timedelta(weeks=cycle.weeks))


def next_working_day(day: date) -> date:
    """The day itself where an English office works on it, else the first on which one does."""
    while not is_working_day(day):
        day += _DAY
    return day


def bank_holidays_between(first: date, last: date) -> tuple[date, ...]:
    """The bank holidays of England from the first day to the last, both counted."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if bank_holiday(day))


def bank_holiday(day: date) -> str | None:
    """The name of a bank holiday of England, if the day is one."""
    return _bank_holidays(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether an English office works on that day."""
    return day.weekday() < _WEEKEND and bank_holiday(day) is None


def _before(meeting: date, days: int) -> date:
    day = meeting - timedelta(days=days)
    while not is_working_day(day):
        day -= _DAY
    return day


def _with_clear_days(meeting: date, clear: int) -> date:
    day = meeting
    for _ in range(clear + 1):
        day -= _DAY
        while not is_working_day(day):
            day -= _DAY
    return day


@lru_cache(maxsize=32)
def _bank_holidays(year: int) -> dict[date, str]:
    import holidays

    return dict(holidays.country_holidays("GB", subdiv="ENG", years=year))
