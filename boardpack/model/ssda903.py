"""The statutory return of children looked after (SSDA903), as far as indicators are computed from it.

No record shows its content when it is printed: what belongs to a child stays out of every message.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Table(Enum):
    """A table of the return, by what people call it."""

    HEADER = "the header"
    EPISODES = "the table of episodes"
    REVIEWS = "the table of reviews"
    UASC = "the table of unaccompanied children"
    OC2 = "the table OC2"
    OC3 = "the table OC3"
    AD1 = "the table AD1"
    PLACED_FOR_ADOPTION = "the table of children placed for adoption"
    PREVIOUS_PERMANENCE = "the table of previous permanence"
    MISSING = "the table of missing children"
    SOCIAL_WORKERS = "the table of social workers"
    LIBERTY = "the table of deprivation of liberty"


@dataclass(frozen=True, slots=True, repr=False)
class Episode:
    """A stretch of care under one legal status in one placement; `ends` is None while it goes on."""

    child: str
    begins: date
    ends: date | None
    why_new: str
    """RNE: S started, P another carer, T another placement, L another status, U and B both."""
    status: str
    placement: str
    why_ended: str
    """REC: X1 where another episode follows, empty where none is given."""

    def begins_in(self, first: date, last: date) -> bool:
        """Whether it began on one of these days."""
        return first <= self.begins <= last

    def ends_in(self, first: date, last: date) -> bool:
        """Whether it ended on one of these days."""
        return self.ends is not None and first <= self.ends <= last

    def open_on(self, day: date) -> bool:
        """Whether it began on or before the day and had not ended by then."""
        return self.begins <= day and (self.ends is None or self.ends > day)


@dataclass(frozen=True, slots=True, repr=False)
class HealthRow:
    """A line of OC2: the date of birth given there, the checks by column, the score if it is one."""

    child: str
    born: date | None
    checks: Mapping[str, str]
    score: int | None


@dataclass(frozen=True, slots=True, repr=False)
class Leaver:
    """A line of OC3."""

    in_touch: str
    activity: str
    accommodation: str


@dataclass(frozen=True, slots=True, repr=False)
class Absence:
    """A line of the table of missing children; the kind is M missing or A away."""

    child: str
    kind: str
    begins: date


@dataclass(frozen=True, slots=True, repr=False)
class Return:
    """What was read of a folder of tables.

    `columns` holds the columns of each table that is there, `spoilt` why a table cannot be used.
    """

    columns: Mapping[Table, frozenset[str]] = field(default_factory=dict)
    spoilt: Mapping[Table, str] = field(default_factory=dict)
    births: Mapping[str, date] = field(default_factory=dict)
    episodes: tuple[Episode, ...] = ()
    health: tuple[HealthRow, ...] = ()
    leavers: tuple[Leaver, ...] = ()
    absences: tuple[Absence, ...] = ()
    reviews: tuple[date, ...] = ()
