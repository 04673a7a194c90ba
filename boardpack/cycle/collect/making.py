"""What a merge works with and what it gives back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from boardpack.cycle.collect.conflicts import Conflict, Decided
from boardpack.cycle.collect.given import Given
from boardpack.cycle.collect.ledger import Entry, Ledger
from boardpack.cycle.collect.locating import Master
from boardpack.findings import Finding
from boardpack.model.cycle import Change, ReturnField, SentRow
from boardpack.model.plan import Action
from boardpack.model.source import Source

What = Literal[
    "accepted",
    "unchanged",
    "in the plan",
    "accepted before",
    "superseded",
    "conflict",
    "decided",
    "refused",
]
"""What became of an answer. `unchanged` is one that says what was sent."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer and what became of it."""

    given: Given
    what: What


@dataclass(frozen=True, slots=True)
class Write:
    """What one cell is to hold, and the entries of the ledger that say so.

    `text` is the whole text of the cell, `added` what is new of a diary, `first` whether that
    stands before the rest, and `day` a date for a cell that holds dates.
    """

    sheet: str
    cell: str
    field: ReturnField
    text: str
    entries: tuple[Entry, ...]
    added: str | None = None
    first: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A line for answers.csv."""

    code: str
    sheet: str
    objective: int | None
    ref: str | None
    text: str
    lead: str


@dataclass
class Merge:
    """All that comes of a collection, before anything is written."""

    writes: list[Write] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    settled: dict[str, str] = field(default_factory=dict)
    answers: list[Answered] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def close(self, given: Iterable[Given], what: What) -> None:
        """Notes what became of answers."""
        self.outcomes += [Outcome(one, what) for one in given]


@dataclass(frozen=True)
class Spot:
    """A cell of the plan that answers are about, with all that bears on it."""

    action: Action
    address: str
    field: ReturnField
    given: tuple[Given, ...]
    now: str
    said: str
    """What the row says in this field: the same, but where an older column is read in its place."""
    shared: Mapping[str, frozenset[str]]
    """The leads that each key was asked of."""

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the rows that the cell belongs to."""
        return frozenset(one.row.key for one in self.given)

    @property
    def source(self) -> Source:
        """The cell itself."""
        return Source(self.action.file, self.action.sheet, self.address)

    def change(self, given: Given, before: str, after: str, today: date) -> Change:
        """The change that an answer makes of the cell, as the ledger keeps it."""
        return Change(
            key=given.row.key,
            sheet=self.action.sheet,
            cell=self.address,
            field=self.field,
            before=before,
            after=after,
            lead=given.lead,
            file=given.file,
            sha256=given.sha256,
            stamp=given.stamp,
            date=today.isoformat(),
        )


@dataclass(frozen=True)
class Round:
    """What stays the same for all cells of a collection."""

    master: Master
    ledger: Ledger
    decisions: Mapping[str, Decided]
    today: date
    shared: Mapping[str, frozenset[str]]
    answered: frozenset[tuple[str, ...]] = frozenset()
    """The lines of answers.csv."""


def row_name(row: SentRow | Action) -> str:
    """A row as a person finds it again."""
    ref = f"{row.ref} " if row.ref else ""
    return f'{row.sheet}, row {row.row}: {ref}"{row.activity[:60]}"'
