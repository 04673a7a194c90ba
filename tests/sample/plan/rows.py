"""The shapes of the sample plan: a row as it is typed, and what a careful person understands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal

Rating = Literal["blue", "red", "amber", "green"]
DueKind = Literal["day", "month", "ongoing", "text", "none"]
Value = str | float | int | date | None

PREVIOUS = date(2019, 7, 3)
NEWEST = date(2019, 8, 14)
NEXT = date(2019, 9, 25)
BOARDS = (PREVIOUS, NEWEST)

# Diaries close some days before the pack goes out.
LAST_ENTRY = {PREVIOUS: date(2019, 6, 24), NEWEST: date(2019, 8, 5)}

OPEN = "Open Actions"
METRICS = "Metrics"
STANDING = "Standing Work"
COMPLETED = "Completed"
ACTION_SHEETS = (OPEN, METRICS, STANDING, COMPLETED)


class Absent(Enum):
    """Says that a row did not exist on the previous board."""

    NOT_THERE = "not there"


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of a current or target cell."""

    value: float
    unit: str | None
    as_at: date | None


@dataclass(frozen=True, slots=True)
class Truth:
    """What a careful person understands of a row."""

    ref: str | None
    rating: Rating | None
    due: date | None
    due_kind: DueKind
    latest_update: date | None
    current: tuple[Reading, ...]
    target: tuple[Reading, ...]
    lead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a plan sheet, cell by cell, with its truth and its planted faults."""

    ref: Value
    plan_ref: str | None
    activity: str | None
    progress: str | None
    evidence: str | None
    metric: str | None
    current: Value
    target: Value
    service: str | None
    timescales: Value
    brag: str | None
    truth: Truth
    faults: tuple[str, ...] = ()
    before: Row | Absent | None = None
    sheet_before: str | None = None
    hidden: bool = False
    ref_format: str | None = None
    date_format: str | None = None
    comment: str | None = None
    side_note: str | None = None

    def cells(self) -> tuple[Value, ...]:
        """The eleven cells in the order of the columns."""
        return (
            self.ref,
            self.plan_ref,
            self.activity,
            self.progress,
            self.evidence,
            self.metric,
            self.current,
            self.target,
            self.service,
            self.timescales,
            self.brag,
        )


@dataclass(frozen=True, slots=True)
class Gone:
    """A row that only the previous workbook had."""

    sheet: str
    objective: int
    row: Row
