"""The delivery plan: objectives, actions, and what each cell of an action says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from boardpack.model.source import Source


class Rating(StrEnum):
    """BRAG, worst first, so that sorting by place in this list puts bad news on top."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"

    @property
    def word(self) -> str:
        """The word that a reader sees."""
        return self.value.capitalize()


class SheetRole(StrEnum):
    """What the rows of a plan sheet are to the board."""

    OPEN = "open"
    METRICS = "metrics"
    STANDING = "standing"
    COMPLETED = "completed"


Field = Literal[
    "ref",
    "plan_ref",
    "activity",
    "progress",
    "evidence",
    "metric",
    "current",
    "target",
    "lead",
    "due",
    "rating",
]

DueKind = Literal["day", "month", "ongoing", "text", "none"]
DateKind = Literal["day", "month"]
SheetKind = Literal["actions", "table", "text", "empty"]


@dataclass(frozen=True, slots=True)
class Due:
    """When an action is due: `date` is the last day named, `text` the cell as it stands.

    `month` means that a month was named and `date` is its last day; `ongoing` that the text says
    that it goes on, with or without a date beside; `text` that no single date can be taken.
    """

    date: date | None
    kind: DueKind
    text: str | None


@dataclass(frozen=True, slots=True)
class Update:
    """One entry of the progress diary, without the date that opened it."""

    date: date | None
    date_kind: DateKind | None
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure in a current or target cell, with its unit (`%` or none) and the day it is of."""

    value: float
    unit: str | None
    as_at: date | None
    as_at_text: str | None


@dataclass(frozen=True, slots=True)
class Objective:
    """A band of a plan sheet: the objective's number, title, purpose and how it is to be met."""

    sheet: str
    row: int
    number: int | None
    title: str
    purpose: str | None
    how: str | None


@dataclass(frozen=True, slots=True)
class Action:
    """One row of the plan. Texts are the cells as they stand; the rest is what they say."""

    file: str
    sheet: str
    role: SheetRole
    row: int
    objective: int | None
    ref: str | None
    plan_ref: str | None
    activity: str
    progress: str
    evidence: str
    metric: str
    current_text: str
    target_text: str
    lead_text: str
    lead: tuple[str, ...]
    rating: Rating | None
    rating_text: str | None
    due: Due
    updates: tuple[Update, ...] = ()
    current: tuple[Reading, ...] = ()
    target: tuple[Reading, ...] = ()
    hidden: bool = False
    cells: Mapping[Field, str] = field(default_factory=dict)

    @property
    def latest_update(self) -> Update | None:
        """The newest dated update; with none dated, nothing."""
        dated = [update for update in self.updates if update.date is not None]
        return max(dated, key=lambda update: update.date or date.min) if dated else None

    @property
    def is_open(self) -> bool:
        """Whether work is left: every row that is not rated Blue, rated or not."""
        return self.rating is not Rating.BLUE

    def days_late(self, on: date) -> int:
        """How many days past its date an open action is; 0 in time, closed, or where work goes on."""
        if not self.is_open or self.due.date is None or self.due.kind == "ongoing":
            return 0
        return max(0, (on - self.due.date).days)

    def source(self, field_name: Field | None = None) -> Source:
        """Where this row stands, or the cell of one of its columns if the sheet has that column."""
        cell = self.cells.get(field_name) if field_name else None
        return Source(self.file, self.sheet, cell or f"A{self.row}")


@dataclass(frozen=True, slots=True)
class Note:
    """A cell with text that belongs to no column of a plan table."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class SmallTable:
    """A table that is not a plan: its header texts and its rows, cell by cell as shown."""

    sheet: str
    row: int
    title: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was understood of one sheet: `rows` counts its actions or its table's rows."""

    name: str
    kind: SheetKind
    role: SheetRole | None
    header_row: int | None
    rows: int
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole workbook, every row of it in one of these lists."""

    file: str
    sheets: tuple[Sheet, ...]
    objectives: tuple[Objective, ...]
    actions: tuple[Action, ...]
    tables: tuple[SmallTable, ...]
    notes: tuple[Note, ...]

    def with_role(self, *roles: SheetRole) -> tuple[Action, ...]:
        """The rows of the sheets with these roles, in the order of the workbook."""
        return tuple(action for action in self.actions if action.role in roles)

    @property
    def activities(self) -> tuple[Action, ...]:
        """Every activity once: the metrics sheet repeats activities and is left out."""
        return self.with_role(SheetRole.OPEN, SheetRole.STANDING, SheetRole.COMPLETED)

    @property
    def measures(self) -> tuple[Action, ...]:
        """The rows of the metrics sheet: a row a measure of an activity."""
        return self.with_role(SheetRole.METRICS)
