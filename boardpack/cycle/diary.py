"""The days of a meeting's cycle and of those after it, with what is to be minded about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from boardpack.analysis.calendar import (
    CycleDates,
    bank_holiday,
    bank_holidays_between,
    cycle_dates,
    is_working_day,
    meeting_after,
    next_working_day,
)
from boardpack.settings import CycleSection
from boardpack.words import join, long_date

StepName = Literal["asked", "back", "briefed", "issued", "meeting"]
STEPS: dict[StepName, str] = {
    "asked": "Leads are asked for their updates",
    "back": "Updates are back",
    "briefed": "The chair is briefed",
    "issued": "The pack goes out",
    "meeting": "The board meets",
}
"""The steps of a cycle in the words of a diary."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Step:
    """One day of a cycle, and why it is earlier than it would be, where that is a bank holiday."""

    name: StepName
    day: date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A meeting with the days before it, in the order of the calendar."""

    meeting: date
    steps: tuple[Step, ...]
    warnings: tuple[str, ...]

    def day(self, name: StepName) -> date:
        """The day of a step."""
        return next(step.day for step in self.steps if step.name == name)


def rounds(
    meeting: date, cycle: CycleSection, following: int, next_meeting: date | None = None
) -> tuple[Round, ...]:
    """The cycle of a meeting and of so many after it; the agenda may tell the next."""
    days = [meeting]
    for _ in range(following):
        told = next_meeting if len(days) == 1 else None
        days.append(told or meeting_after(days[-1], cycle))
    return tuple(round_of(day, cycle) for day in days)


def round_of(meeting: date, cycle: CycleSection) -> Round:
    """The cycle of one meeting."""
    dates = cycle_dates(meeting, cycle)
    steps = (
        _step("asked", dates.commission, meeting - timedelta(days=cycle.ask_days)),
        _step("back", dates.returns, meeting - timedelta(days=cycle.return_days)),
        _step("briefed", dates.briefing, meeting - timedelta(days=cycle.brief_days)),
        Step("issued", dates.issue, _earlier_issue(dates.issue, meeting)),
        Step("meeting", meeting),
    )
    return Round(
        meeting,
        tuple(sorted(steps, key=lambda step: step.day)),
        tuple(_warnings(dates)),
    )


def day_in_full(day: date) -> str:
    """`Wednesday 25 September 2019`."""
    return f"{_WEEKDAYS[day.weekday()]} {long_date(day)}"


def _step(name: StepName, day: date, planned: date) -> Step:
    holidays = bank_holidays_between(day, planned)
    if not holidays:
        return Step(name, day)
    return Step(name, day, f"Earlier than {long_date(planned)}, because of {_named(holidays)}.")


def _earlier_issue(issue: date, meeting: date) -> str | None:
    """Which holidays lie among the clear days, so that the pack goes out earlier."""
    holidays = bank_holidays_between(issue + timedelta(days=1), meeting - timedelta(days=1))
    # A holiday on a weekend takes no working day away.
    weekdays = tuple(day for day in holidays if not _is_weekend(day))
    return f"Earlier, because of {_named(weekdays)}." if weekdays else None


def _is_weekend(day: date) -> bool:
    return _WEEKDAYS[day.weekday()] in {"Saturday", "Sunday"}


def _named(holidays: tuple[date, ...]) -> str:
    """`Christmas Day (25 December 2019) and Boxing Day (26 December 2019)`."""
    return join(f"{bank_holiday(day)} ({long_date(day)})" for day in holidays)


def _warnings(dates: CycleDates) -> Iterator[str]:
    meeting = dates.meeting
    if not is_working_day(meeting):
        why = bank_holiday(meeting) or f"a {_WEEKDAYS[meeting.weekday()]}"
        instead = day_in_full(next_working_day(meeting))
        yield f"The meeting falls on {why}. The next working day is {instead}."
    if dates.briefed_late:
        yield (
            f"The chair is briefed on {long_date(dates.briefing)}, after the pack goes out on "
            f"{long_date(dates.issue)}. Set brief_days in board.toml higher to be briefed before it."
        )
